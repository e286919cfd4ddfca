import { at } from "../../lib/json-value.ts";

/** What Matrix said behind a word like that on a button, until the bot wrote in the direct chat first. */
const gone = "matrix-private-chat";

/** A stored value in which every text is one that is still said: what said how to begin a direct chat is the word for it alone. */
export function withTextsOfNow(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (at(value, "id") === gone) return withTextsOfNow(at(at(value, "parameters"), "label"));
  if (Array.isArray(value)) return value.map(withTextsOfNow);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withTextsOfNow(part)]));
}
