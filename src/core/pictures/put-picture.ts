import type { Audience } from "../model/audience.ts";
import type { Spoken } from "../model/message.ts";
import { NoPicture, type Pictures, type Sketch, type WhyNoPicture } from "../model/pictures.ts";
import type { ChatNetwork } from "../model/ports.ts";
import { formatTexts } from "../text/catalogue.ts";
import { type Text, text } from "../text/texts.ts";

/**
 * Has the picture of a message drawn, where it has one and the network can show it. Where there is none in the end, the text says why: it is
 * complete without it.
 */
export async function putPicture(
  pictures: Pictures | undefined,
  network: ChatNetwork,
  to: Audience,
  message: Spoken,
): Promise<Spoken> {
  const { picture, language } = message;
  if (picture === undefined) return message;
  const without = (why: WhyNoPicture): Spoken => ({
    ...message,
    lines: [...message.lines, text("no-picture", { why })],
  });
  if (network.noPicture === undefined) return without("not-taken");
  const why = await network.noPicture(to, message);
  if (why !== undefined) return without(why);
  if (pictures === undefined) return without("failed");
  try {
    const drawn = await pictures.draw(inWords(picture, language));
    return { ...message, lines: [...message.lines, ...howToRead(picture)], drawn };
  } catch (error) {
    if (!(error instanceof NoPicture)) throw error;
    return without(error.why);
  }
}

/** What names can be written with in a picture. */
const written = /^(?:\P{L}|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}])*$/u;

const howToRead = ({ people }: Sketch): readonly Text[] => [
  text("picture-how"),
  ...(people.every(({ name }) => written.test(name)) ? [] : [text("picture-number-alone")]),
];

/** The words of a picture, which are plain: it has no looks for some of them. */
function inWords(sketch: Sketch, language: Spoken["language"] = "en") {
  const plain = (said: Text) =>
    formatTexts([said], language)
      .flat()
      .map((span) => (typeof span === "string" ? span : "bold" in span ? span.bold : "code" in span ? span.code : ""))
      .join("");
  const { at, by } = sketch;
  return {
    ...sketch,
    locale: language,
    caption: plain(text("picture-caption", by === undefined ? { clock: at } : { clock: at, by })),
    north: plain(text("picture-north")),
    meeting: plain(text("picture-meeting")),
  };
}
