import { badRequest } from "../http/bot-api-error.ts";
import type { Entity } from "../world/world.ts";

// A port of parse_html in tdlib/td, td/telegram/MessageEntity.cpp: same refusals, same byte offsets.

const tags: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  a: "text_link",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
  pre: "pre",
  code: "code",
  blockquote: "blockquote",
};
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const blank = /\s/;

type Open = { readonly tag: string; readonly argument: string; readonly offset: number };

/** @throws BotApiError "can't parse entities: …" */
export function parseHtml(html: string): { readonly text: string; readonly entities: readonly Entity[] } {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let out = "";
  let i = 0;
  const at = (position: number) => Buffer.byteLength(html.slice(0, position));
  while (i < html.length) {
    const c = html[i] ?? "";
    if (c === "&") {
      const { decoded, length } = decodeReference(html.slice(i, i + 12));
      out += decoded;
      i += length;
    } else if (c !== "<") {
      out += c;
      i += 1;
    } else if (html[i + 1] === "/") {
      const last = open.pop();
      if (last === undefined) throw fail(`Unexpected end tag at byte offset ${at(i)}`);
      const [whole, name = "", end] = /^<\/([^\s>]*)\s*(>?)/.exec(html.slice(i)) ?? [""];
      if (end !== ">") throw fail(`Unclosed end tag at byte offset ${at(i)}`);
      const found = name.toLowerCase();
      if (found !== "" && found !== last.tag)
        throw fail(`Unmatched end tag at byte offset ${at(i)}, expected "</${last.tag}>", found "</${found}>"`);
      if (out.length > last.offset) close(entities, last, out);
      i += whole.length;
    } else {
      const { tag, argument, end } = readStartTag(html, i, at);
      open.push({ tag, argument, offset: out.length });
      i = end;
    }
  }
  const last = open.at(-1);
  if (last !== undefined) throw fail(`Can't find end tag corresponding to start tag "${last.tag}"`);
  return { text: out, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function fail(what: string): Error {
  return badRequest(`can't parse entities: ${what}`);
}

function readStartTag(html: string, begin: number, at: (position: number) => number) {
  let i = begin + 1;
  const skip = (while_: (c: string) => boolean) => {
    const from = i;
    while (i < html.length && while_(html[i] ?? "")) i += 1;
    return html.slice(from, i);
  };
  const tag = skip((c) => !blank.test(c) && c !== ">").toLowerCase();
  if (i === html.length) throw fail(`Unclosed start tag at byte offset ${at(begin)}`);
  if (tags[tag] === undefined) throw fail(`Unsupported start tag "${tag}" at byte offset ${at(begin)}`);
  let argument = "";
  for (;;) {
    skip((c) => blank.test(c));
    if (html[i] === ">") break;
    const attribute = skip((c) => !blank.test(c) && !`=>/"'`.includes(c));
    if (attribute === "") throw fail(`Empty attribute name in the tag "${tag}" at byte offset ${at(begin)}`);
    skip((c) => blank.test(c));
    if (i === html.length) throw fail(`Unclosed start tag "${tag}" at byte offset ${at(begin)}`);
    if (html[i] !== "=") {
      if (tag === "blockquote" && attribute.toLowerCase() === "expandable") argument = "1";
      continue;
    }
    i += 1;
    skip((c) => blank.test(c));
    if (i === html.length) throw fail(`Unclosed start tag "${tag}" at byte offset ${at(begin)}`);
    const quote = html[i] ?? "";
    let value: string;
    if (quote === '"' || quote === "'") {
      i += 1;
      value = decodeAll(skip((c) => c !== quote));
      if (html[i] === quote) i += 1;
    } else {
      const token = i;
      value = skip((c) => /[a-zA-Z0-9.-]/.test(c)).toLowerCase();
      if (i < html.length && !blank.test(html[i] ?? "") && html[i] !== ">")
        throw fail(`Unexpected end of name token at byte offset ${at(token)}`);
    }
    if (i === html.length) throw fail(`Unclosed start tag at byte offset ${at(begin)}`);
    argument = argumentOf(tag, attribute, value) ?? argument;
  }
  if (tag === "span" && argument !== "spoiler")
    throw fail(`Tag "span" must have class "tg-spoiler" at byte offset ${at(begin)}`);
  return { tag, argument, end: i + 1 };
}

function argumentOf(tag: string, attribute: string, value: string): string | undefined {
  if (tag === "a" && attribute === "href") return value;
  if (tag === "tg-emoji" && attribute === "emoji-id") return value;
  if (tag === "tg-time" && attribute === "unix") return value;
  if (tag === "span" && attribute === "class" && value.startsWith("tg-")) return value.slice(3);
  if (tag === "code" && attribute === "class" && value.startsWith("language-")) return value.slice(9);
  return undefined;
}

function close(entities: Entity[], { tag, argument, offset }: Open, out: string): void {
  const length = out.length - offset;
  const type = tags[tag] ?? tag;
  if (tag === "a") {
    const url = argument === "" ? out.slice(offset) : argument;
    // A link that is none is dropped and its text stays (LinkManager::get_checked_link).
    if (/^(https?|tg|ton):/i.test(url) || /^[\w-]+(\.[\w-]+)+/.test(url)) entities.push({ type, offset, length, url });
  } else if (tag === "tg-emoji") {
    if (!/^[1-9]\d*$/.test(argument)) throw fail("Invalid custom emoji identifier specified");
    entities.push({ type, offset, length, custom_emoji_id: argument });
  } else if (tag === "tg-time") {
    entities.push({ type, offset, length, unix_time: Number(argument) });
  } else if (tag === "blockquote" && argument !== "") {
    entities.push({ type: "expandable_blockquote", offset, length });
  } else {
    entities.push({ type, offset, length, ...(tag === "code" && argument !== "" ? { language: argument } : {}) });
  }
}

function decodeReference(from: string): { readonly decoded: string; readonly length: number } {
  const [whole = "", hex, decimal, name] = /^&(?:#x([0-9a-f]*)|#(\d*)|([a-zA-Z]+))/i.exec(from) ?? [];
  const asIs = { decoded: "&", length: 1 };
  const length = whole.length + (from[whole.length] === ";" ? 1 : 0);
  if (name !== undefined) {
    const decoded = named[name];
    return decoded === undefined ? asIs : { decoded, length };
  }
  const code = Number.parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16);
  if (!(code > 0 && code < 0x10ffff) || whole.length >= 10) return asIs;
  return { decoded: String.fromCodePoint(code), length };
}

function decodeAll(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; ) {
    const { decoded, length } =
      text[i] === "&" ? decodeReference(text.slice(i, i + 12)) : { decoded: text[i], length: 1 };
    out += decoded;
    i += length;
  }
  return out;
}
