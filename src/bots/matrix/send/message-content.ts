import { createHash } from "node:crypto";
import { geoUri } from "../../../core/geo/geo-uri.ts";
import type { Pin, Spoken } from "../../../core/model/message.ts";
import { formatTexts, type ShownAt } from "../../../core/text/catalogue.ts";
import type { Line, Span } from "../../../core/text/markup.ts";
import { text } from "../../../core/text/texts.ts";
import { byClock, renderHtml, renderText } from "../../render.ts";

/** Where a message stands: in a thread, in reply to another. */
export type Relation = { readonly thread?: string | undefined; readonly replyTo?: string | undefined };

/** Element keeps commands with a slash for itself, so people are told to type the other mark. */
const typed = (span: Span): Span =>
  typeof span === "object" && "code" in span && /^\/[a-z]/.test(span.code) ? { code: `!${span.code.slice(1)}` } : span;

/** What is a button elsewhere is something to type. */
export function linesOf(message: Spoken, shownAt?: ShownAt): Line[] {
  const { lines, keyboard } = message;
  const choices = message.choices ?? (keyboard?.kind === "replies" ? keyboard.replies : []);
  const said = [
    ...lines,
    ...choices.map(({ label }, index) => text("numbered-choice", { number: index + 1, label })),
    ...(choices.length > 0 ? [text("answer-with-number")] : []),
  ];
  return formatTexts(said, message.language, shownAt).map((spans) => spans.map(typed));
}

/** A notice, which no bot answers, that mentions nobody and quotes nothing. */
export function noticeOf(lines: readonly Line[], relation: Relation = {}): Record<string, unknown> {
  return { ...wordsOf(lines), ...relationOf(relation) };
}

/** The same notice in the place of an earlier one. */
export function editOf(lines: readonly Line[], event: string): Record<string, unknown> {
  const words = wordsOf(lines);
  return {
    ...words,
    body: `* ${words.body}`,
    "m.new_content": words,
    "m.relates_to": { rel_type: "m.replace", event_id: event },
  };
}

/** A dropped pin (MSC3488), which is nobody's own position: our own answers are never read as a share. */
export function pinOf(pin: Pin): Record<string, unknown> {
  const uri = geoUri(pin);
  const location = { uri };
  const asset = { type: "m.pin" };
  return {
    msgtype: "m.location",
    body: uri,
    geo_uri: uri,
    "org.matrix.msc3488.location": location,
    "org.matrix.msc3488.asset": asset,
    "m.location": location,
    "m.asset": asset,
    "m.mentions": {},
  };
}

/** A picture in an encrypted room, in reply to the text that it shows. @param words read aloud in its place */
export function pictureOf(
  png: Uint8Array,
  file: object,
  words: readonly Line[],
  relation: Relation,
): Record<string, unknown> {
  const [w, h] = pixelsOf(png);
  return {
    msgtype: "m.image",
    body: renderText(words, byClock),
    file,
    info: { mimetype: "image/png", size: png.length, w, h },
    "m.mentions": {},
    ...relationOf(relation),
  };
}

/** As the head of a PNG says (W3C, "PNG", IHDR). */
function pixelsOf(png: Uint8Array): [width: number, height: number] {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [head.getUint32(16), head.getUint32(20)];
}

/** The same for the same parts: what is sent twice under one is shown once. Tells nothing of them. */
export const txnId = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 32);

const wordsOf = (lines: readonly Line[]) => ({
  msgtype: "m.notice",
  body: renderText(lines, byClock),
  format: "org.matrix.custom.html",
  formatted_body: renderHtml(lines, "<br>", byClock),
  "m.mentions": {},
});

function relationOf({ thread, replyTo }: Relation): Record<string, unknown> {
  const reply = replyTo === undefined ? {} : { "m.in_reply_to": { event_id: replyTo } };
  if (thread === undefined) return replyTo === undefined ? {} : { "m.relates_to": reply };
  // A reply to the thread's last message is how clients that know no threads show it (spec, "Fallback for unthreaded clients").
  const fallback = replyTo === undefined ? { is_falling_back: true, "m.in_reply_to": { event_id: thread } } : {};
  return { "m.relates_to": { rel_type: "m.thread", event_id: thread, is_falling_back: false, ...reply, ...fallback } };
}
