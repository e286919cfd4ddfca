import { expect, test } from "vitest";
import { renderText } from "../../../src/bots/render.ts";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import { formatTexts } from "../../../src/core/text/catalogue.ts";
import { type Language, languages, planned } from "../../../src/core/text/languages.ts";
import { type Text, type TextId, text } from "../../../src/core/text/texts.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** Ana walks with others, is asked where she is, and takes it back. What each line leads to is written as it is read. */
const script = [
  ["ana", "march", "/help"],
  ["ana", "march", "/privacy"],
  ["ana", "march", "/privacy more"],
  ["ana", "march", "/share"],
  ["ana", "march", "/here 52.5163 13.3777"],
  ["בן", "march", "/here 52.5145 13.3501"],
  ["בן", "march", "/whereis"],
  ["ana", "march", "/whereis nearest"],
  ["ana", "march", "/precision 1km"],
  ["בן", "march", "/whereis ana"],
  ["ana", "march", "/expiry 2 hours"],
  ["ana", "march", "/expiry 30m"],
  ["ana", "march", "/expiry 120"],
  ["ana", "march", "/here 48,85"],
  ["ana", undefined, "/here 52.5163 13.3777"],
  ["בן", undefined, "/ask ana"],
  ["ana", "march", "/stop"],
  ["ana", "march", "/wipe"],
  ["ana", "march", "/wipe yes"],
  ["ana", undefined, "/forget"],
] as const;

async function play(language: Language): Promise<string> {
  const world = await createWorld({ canWhisper: true });
  world.room("march", "ana", "בן");
  for (const who of ["ana", "בן"])
    await world.tell({ kind: "language-heard", person: personId("telegram", who), language });
  await world.tell({ kind: "bot-brought", room: roomId("telegram", "march"), by: personId("telegram", "ana") });
  await world.tell({ kind: "bot-joined", room: roomId("telegram", "march") });
  const lines: string[] = [];
  let seen = 0;
  const note = () => {
    for (const { message, chat } of world.network.posts.slice(seen)) {
      const spoken = message as Spoken;
      expect(spoken.language).toBe(language);
      lines.push(`${chat}: ${renderText(formatTexts(spoken.lines, spoken.language)).replaceAll("\n", "\n    ")}`);
    }
    seen = world.network.posts.length;
  };
  note();
  for (const [who, room, said] of script) {
    lines.push(`> ${who}${room === undefined ? "" : `@${room}`} ${said}`);
    await world.says(who, room, said);
    await world.pass(minute);
    note();
  }
  await world.pass(hour);
  note();
  return `${lines.join("\n")}\n`;
}

// When the words have changed on purpose: npx vitest run test/core/text/marches.test.ts --update, then read the file aloud.
test.each(languages)("a march reads in %s as its golden file has it", async (language) => {
  await expect(await play(language)).toMatchFileSnapshot(`../../golden/marches/${language}.txt`);
});

const counts = [0, 1, 2, 3, 5, 11, 21, 100];
const counted: readonly ((count: number) => Text)[] = [
  (people) => text("how-many-share", { people }),
  (more) => text("more-who-fit", { more }),
  (people) => text("requests", { people }),
];
const wordsOf = (said: Text, language: Language) => renderText(formatTexts([said], language));

test.each(languages)("numbers are said in the forms that %s has for them", async (language) => {
  const said = counted.flatMap((of) => counts.map((count) => `${count}: ${wordsOf(of(count), language)}`));
  await expect(`${said.join("\n")}\n`).toMatchFileSnapshot(`../../golden/marches/numbers.${language}.txt`);
});

/** How many ways of counting there are among those numbers, at the least. */
const forms: Partial<Record<Language, number>> = { ar: 5, ru: 3, uk: 3 };
test.each(languages.filter((language) => forms[language] !== undefined))(
  "%s tells one, two, few and many from each other",
  (language) => {
    const bare = counts.map((count) =>
      wordsOf(text("how-many-share", { people: count }), language).replace(/[\p{Nd}\u2068\u2069\u200F]/gu, ""),
    );
    expect(new Set(bare).size).toBeGreaterThanOrEqual(forms[language] ?? 0);
  },
);

test("each language that is planned is spoken, or has no folder yet", () => {
  expect(planned.filter((language) => languages.includes(language))).toEqual([...languages]);
});

test("a right-to-left name inside a sentence from left to right is isolated, and the other way round", () => {
  const id: TextId = "linked-to";
  for (const language of languages)
    for (const room of ["مسيرة", "March 1"]) {
      const said = renderText(formatTexts([{ id, parameters: { room } }], language));
      expect([
        language,
        said.includes(`\u2068${room}\u2069`) || said.includes(`\u2068“${room}”\u2069`) || said.includes(room),
      ]).toEqual([language, true]);
      expect(said.startsWith("\u200F")).toBe(["ar", "fa"].includes(language));
    }
});

test("a name from right to left turns no line of a language from left to right that it begins", () => {
  const begins = (room: string, language: Language) =>
    renderText(formatTexts([text("one-shares", { name: text("room-choice", { room }), rooms: undefined })], language));
  let marked = 0;
  for (const language of languages.filter((one) => !["ar", "fa"].includes(one))) {
    for (const room of ["مسيرة 8", "דוד (2)", "8 فرهاد!", "𞤀𞤁"]) {
      const said = begins(room, language);
      if (!/^\u200E?\u2068/.test(said)) continue;
      expect(said).toMatch(/^\u200E\u2068/);
      marked += 1;
    }
    for (const room of ["March", "Марш مسيرة", "7"]) expect(begins(room, language)).not.toContain("\u200E");
    expect(renderText(formatTexts([text("room-choice", { room: "مسيرة 8" })], language))).not.toContain("\u200E");
  }
  expect(marked).toBeGreaterThan(20);
});

test("what is typed goes from left to right in a language from right to left, and is copied without marks", () => {
  for (const language of ["ar", "fa"] as const) {
    const [line = []] = formatTexts([{ id: "share-aside-refused" }, { id: "answers-need-a-person" }], language);
    expect(renderText([line])).not.toContain("\u2066");
    const [said = []] = formatTexts([text("place-other-way", { command: "13.3777 52.5163" })], language);
    expect(renderText([said])).toContain("\u2066/here 13.3777 52.5163\u2069");
    expect(said.find((span) => typeof span === "object" && "code" in span)).toEqual({ code: "/here 13.3777 52.5163" });
  }
});
