/** What the names of people and rooms are made of: letters, marks, emoji; between letters also a hyphen, an apostrophe or a point. */
const ordinary = /^(?:[\p{L}\p{M}\p{Zs}\p{Extended_Pictographic}\p{Emoji_Component}'’ʼ`´·・.\-‐‑]|\u200C|\u200D)+$/u;
/** A number of its own, or a letter and a number in one word that could be a measure. */
const holdsNumber = /(?:^|[\s.\-'’])\p{N}/u;
const startsLikeText = /^[^\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u;

/**
 * Whether a name could be taken for words of an answer ("Ben is at 10.0, 20.0"), a number or a command.
 * @param words those of which answers are made, in lower case
 */
export function readsAsText(name: string, words: readonly string[]): boolean {
  if (!ordinary.test(name) || holdsNumber.test(name) || startsLikeText.test(name)) return true;
  const own = name.toLowerCase().split(/[\s.\-‐‑]+/u);
  return own.some((word) => words.includes(word));
}

/** Marks in a name that would end its quotes become single ones. */
export const quotable = (name: string): string => unlinked(name.replace(/["“”„‟«»]/gu, "'"));

/**
 * A name that apps do not turn into a link, a command or a tag that somebody could tap: a mark that shows nothing and allows no break
 * (U+2060) stands where they would look on.
 */
export const unlinked = (name: string): string => name.replace(/([/.:#$])(?=[\p{L}\p{N}/])/gu, "$1\u2060");

/** Words that somebody typed, so that no app makes a link of them, or looks at where it leads. Numbers and times stay as they are. */
export const withoutLinks = (said: string): string => said.replace(/([/.:])(?=[\p{L}/])/gu, "$1\u2060");
