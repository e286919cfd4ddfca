import type { Line } from "../../../core/text/markup.ts";
import { second } from "../../../lib/time.ts";
import { byClock, type MomentLook, renderHtml, renderText } from "../../render.ts";
import { refusalOf } from "../client/refusal.ts";
import { maxTextCharacters } from "../limits.ts";

type FormattedText = { text: string; parse_mode?: "HTML" };

/** Splits lines into messages that are not too long for Telegram. A single line that is too long stays whole. */
export function splitIntoMessages(lines: readonly Line[]): Line[][] {
  const messages: Line[][] = [[]];
  let length = 0;
  for (const line of lines) {
    const own = renderText([line], byClock).length + 1;
    if (length + own > maxTextCharacters + 1) {
      messages.push([]);
      length = 0;
    }
    messages.at(-1)?.push(line);
    length += own;
  }
  const visible = messages.filter((message) => renderText(message).trim() !== "");
  return visible.length > 0 ? visible : [[[]]];
}

/** Apps say how long ago it is at the time of reading (Bot API 9.5, "Date-time entity formatting"); older ones show the words in it. */
const byApp: MomentLook = ({ at, byClock: words }, plain) =>
  `<tg-time unix="${Math.floor(at / second)}" format="r">${plain(words)}</tg-time>`;

/** Sends lines with their formatting, and without it when Telegram cannot parse them: a name in them must not hide the rest. */
export async function withFormatting<T>(lines: readonly Line[], say: (text: FormattedText) => Promise<T>): Promise<T> {
  try {
    return await say({ text: renderHtml(lines, "\n", byApp), parse_mode: "HTML" });
  } catch (cause) {
    if (!/can't parse entities/.test(refusalOf(cause)?.description ?? "")) throw cause;
    return await say({ text: renderText(lines, byClock) });
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
