import type { Entity, User } from "../world/world.ts";

/**
 * What Telegram finds in a text by itself: commands, @usernames and links.
 * @param mentions people without a username who were picked from the list, by the words that stand for them
 */
export function findEntities(text: string, mentions: Readonly<Record<string, User>> = {}): Entity[] {
  const found: Entity[] = [];
  const add = (pattern: RegExp, type: string) => {
    for (const match of text.matchAll(pattern)) {
      const [whole, before = ""] = match;
      found.push({ type, offset: match.index + before.length, length: whole.length - before.length });
    }
  };
  add(/(^|[^\p{L}\p{N}_/@])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/@])/gu, "bot_command");
  add(/(^|[^\p{L}\p{N}_/@])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\p{L}\p{N}_@])/gu, "mention");
  add(/(^|\s)https?:\/\/[^\s<>"]+/gu, "url");
  for (const [words, user] of Object.entries(mentions)) {
    const offset = text.indexOf(words);
    if (offset >= 0) found.push({ type: "text_mention", offset, length: words.length, user });
  }
  return found.sort((a, b) => a.offset - b.offset);
}

/** Adds what Telegram finds by itself to what a sender marked; nothing is looked for inside marked links and code. */
export function withFoundEntities(text: string, marked: readonly Entity[]): Entity[] {
  const opaque = marked.filter(({ type }) => ["text_link", "code", "pre", "text_mention"].includes(type));
  const overlaps = (one: Entity) =>
    opaque.some(({ offset, length }) => one.offset < offset + length && offset < one.offset + one.length);
  const found = findEntities(text).filter((one) => !overlaps(one));
  return [...marked, ...found].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
