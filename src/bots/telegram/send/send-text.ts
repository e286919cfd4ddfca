import { type Line, line } from "../../../core/model/message.ts";
import { renderHtml, renderText } from "../../render.ts";
import { refusalOf } from "../client/refusal.ts";
import { textCharactersMost } from "../limits.ts";

type Words = { text: string; parse_mode?: "HTML" };

/** Lines as as many messages as Telegram needs for them: 4096 characters each, after its parsing. */
export function splitLines(lines: readonly Line[]): Line[][] {
  const pieces: Line[][] = [[]];
  let length = 0;
  for (const line of lines) {
    const own = renderText([line]).length + 1;
    if (length + own > textCharactersMost + 1) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)?.push(line);
    length += own;
  }
  const spoken = pieces.filter((piece) => renderText(piece).trim() !== "");
  return spoken.length > 0 ? spoken : [[line()]];
}

/** Says words with their looks, and without when Telegram cannot parse them: a name in them must not keep anybody from reading the rest. */
export async function withLooks<T>(lines: readonly Line[], say: (words: Words) => Promise<T>): Promise<T> {
  try {
    return await say({ text: renderHtml(lines, "telegram"), parse_mode: "HTML" });
  } catch (cause) {
    if (!/can't parse entities/.test(refusalOf(cause)?.description ?? "")) throw cause;
    return await say({ text: renderText(lines) });
  }
}

/** Says it in the topic, and outside of any when the topic is closed or gone: it is read by the same people. */
export async function withThread<T>(
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
