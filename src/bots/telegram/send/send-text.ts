import type { Spoken } from "../../../core/model/message.ts";
import { formatTexts, type ShownAt } from "../../../core/text/catalogue.ts";
import type { Line, Span } from "../../../core/text/markup.ts";
import type { Text } from "../../../core/text/texts.ts";
import { second } from "../../../lib/time.ts";
import { byClock, type MomentLook, renderHtml, renderText } from "../../render.ts";
import { refusalOf } from "../client/refusal.ts";
import { maxTextCharacters } from "../limits.ts";

type FormattedText = { text: string; parse_mode?: "HTML" };

/** A line of a message; one that is folded is seen when the reader opens the quotation that it stands in. */
export type ShownLine = { readonly line: Line; readonly isFolded: boolean };

/**
 * The apps make a command that stands in plain words one to tap, and none that is marked as code. With more behind it, it is to be copied.
 * @param bot what names the bot in a group, where another may know the command too
 */
const toTap =
  (bot: string) =>
  (span: Span): Span =>
    typeof span === "object" && "code" in span && /^\/[a-z]{1,32}$/.test(span.code) ? `${span.code}${bot}` : span;

/** How a message is shown in one chat: `bot` is "@" and its username in a group, nothing in private. */
export type ShownIn = { readonly bot: string; readonly shownAt?: ShownAt | undefined };

/** The texts of a message as lines, with those that it lets be folded. */
export function shownLines(
  { lines, folds = [], language }: Pick<Spoken, "lines" | "folds" | "language">,
  typed: readonly Text[],
  { bot, shownAt }: ShownIn,
): ShownLine[] {
  return [...lines, ...typed].flatMap((said, index) => {
    const isFolded = folds.some(({ from, to }) => from <= index && index < to);
    return formatTexts([said], language, shownAt).map((line) => ({ line: line.map(toTap(bot)), isFolded }));
  });
}

/** Splits lines into messages that are not too long for Telegram. A single line that is too long stays whole. */
export function splitIntoMessages(lines: readonly ShownLine[]): ShownLine[][] {
  const messages: ShownLine[][] = [[]];
  let length = 0;
  for (const line of lines) {
    const own = renderText([line.line], byClock).length + 1;
    if (length + own > maxTextCharacters + 1) {
      messages.push([]);
      length = 0;
    }
    messages.at(-1)?.push(line);
    length += own;
  }
  const visible = messages.filter((message) => textOf(message).trim() !== "");
  return visible.length > 0 ? visible : [[{ line: [], isFolded: false }]];
}

/** Apps say how long ago it is at the time of reading (Bot API 9.5, "Date-time entity formatting"); older ones show the words in it. */
const byApp: MomentLook = ({ at, byClock: words }, plain) =>
  `<tg-time unix="${Math.floor(at / second)}" format="r">${plain(words)}</tg-time>`;

const textOf = (lines: readonly ShownLine[]) =>
  renderText(
    lines.map(({ line }) => line),
    byClock,
  );

/** Folded lines beside each other are one quotation, which the apps show closed (Bot API 7.4, "expandable_blockquote"). */
function htmlOf(lines: readonly ShownLine[]): string {
  const blocks: { isFolded: boolean; lines: Line[] }[] = [];
  for (const { line, isFolded } of lines) {
    const last = blocks.at(-1);
    if (last?.isFolded === isFolded) last.lines.push(line);
    else blocks.push({ isFolded, lines: [line] });
  }
  return blocks
    .map(({ isFolded, lines }) => {
      const html = renderHtml(lines, "\n", byApp);
      return isFolded ? `<blockquote expandable>${html}</blockquote>` : html;
    })
    .join("\n");
}

/** Sends lines with their formatting, and without it when Telegram cannot parse them: a name in them must not hide the rest. */
export async function withFormatting<T>(
  lines: readonly ShownLine[],
  say: (text: FormattedText) => Promise<T>,
): Promise<T> {
  try {
    return await say({ text: htmlOf(lines), parse_mode: "HTML" });
  } catch (cause) {
    if (!/can't parse entities/.test(refusalOf(cause)?.description ?? "")) throw cause;
    return await say({ text: textOf(lines) });
  }
}

/** Sends something to a topic, and outside of it when the topic is closed or gone: the same people read it there. */
export async function inThread<T>(
  thread: number | undefined,
  say: (where: { message_thread_id?: number }) => Promise<T>,
): Promise<T> {
  // The topic General has the id 1 in the app and none in the Bot API ("message thread not found").
  if (thread === undefined || thread === 1) return await say({});
  try {
    return await say({ message_thread_id: thread });
  } catch (cause) {
    if (!/message thread not found|TOPIC_(?:CLOSED|DELETED)/.test(refusalOf(cause)?.description ?? "")) throw cause;
    return await say({});
  }
}
