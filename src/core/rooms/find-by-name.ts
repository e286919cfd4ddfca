import { maxNamesAtOnce } from "../model/limits.ts";
import { cleanName, type Named } from "./names.ts";

/**
 * Letters and marks that a keyboard leaves out, and case, make no difference: what the Unicode collation says of any script (UTS 10), in its
 * variant for search. German phone books write ä as ae, and Danes and Norwegians å as aa.
 */
const collators = ["und", "de-u-co-phonebk", "da"].map(
  (locale) => new Intl.Collator(locale, { usage: "search", sensitivity: "base", ignorePunctuation: true }),
);
/** Letters that the collation holds apart, and people do not: each with what it is read as. */
const letters = new Map(
  ["ıi", "İi", "þth", "Þth", "ðd", "Ðd", "یي", "ىي", "ېي", "کك", "ةه"].map((pair) => {
    const [letter = "", ...others] = Array.from(pair);
    return [letter, others.join("")] as const;
  }),
);
/** Scripts that put no spaces between words, so that any letter may begin one; of Korean names the first syllable is the family's. */
const spaceless =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;
const betweenWords = /[\s\p{P}\p{S}]/u;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
/** In ASCII, each character is one grapheme but for the two of a line break. */
const isAscii = /^[\x20-\x7e]*$/;

/**
 * Of letters, digits and spaces of ASCII alone the collations say no more than that case and spaces make no difference: so most names are compared
 * without them, which takes a tenth of the time. Undefined for every other text.
 */
const plainly = (text: string): string | undefined =>
  /^[A-Za-z0-9 ]*$/.test(text) ? text.toLowerCase().replaceAll(" ", "") : undefined;

const fold = (name: string) =>
  isAscii.test(name) ? name : Array.from(name, (letter) => letters.get(letter) ?? letter).join("");
const same = (one: string, other: string) => collators.some((collator) => collator.compare(one, other) === 0);
const graphemesOf = (text: string): readonly string[] =>
  isAscii.test(text) ? text.split("") : Array.from(segmenter.segment(text), ({ segment }) => segment);
/** Nothing but marks that the collation ignores: such a word would fit everybody. */
const isEmpty = (text: string) => same(text, "");

/** Letters of other scripts that look like Latin ones (Unicode, confusables.txt), each with the one it looks like. */
const lookalikes = new Map(
  "аa вb еe нh іi їi јj кk мm оo рp ѕs сc тt уy хx ԁd һh ӏl αa βb εe ηn ιi κk μm νv οo ρp τt υu χx ζz"
    .split(" ")
    .map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);

/** Whether two names could be taken for one: they are read, or look, the same. */
export const looksSame = (one: string, other: string): boolean => comparerOfNames()(one, other);

/** Compares as `looksSame` does, for names of which each is compared with many: what one is read and seen as is worked out once. */
export function comparerOfNames(): (one: string, other: string) => boolean {
  const known = new Map<string, { read: string; seen: string; isEmpty: boolean; plain: string | undefined }>();
  const lookOf = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const read = fold(name);
    const seen = Array.from(read.toLowerCase(), (letter) => lookalikes.get(letter) ?? letter).join("");
    const plain = plainly(read);
    const look = { read, seen, isEmpty: plain === undefined ? isEmpty(read) : plain === "", plain };
    known.set(name, look);
    return look;
  };
  return (one, other) => {
    if (one === other) return true;
    const [a, b] = [lookOf(one), lookOf(other)];
    if (a.plain !== undefined && b.plain !== undefined) return a.plain === b.plain;
    return (!a.isEmpty && same(a.read, b.read)) || same(a.seen, b.seen);
  };
}

/** Whether `wanted` is how a word of the name begins, or several words one after the other. */
function begins(name: string, wanted: string): boolean {
  const plain = plainly(wanted);
  if (plain && plainly(name) !== undefined) {
    const words = name.toLowerCase().split(" ");
    return words.some((_, start) => words.slice(start).join("").startsWith(plain));
  }
  if (spaceless.test(wanted) && name.toLowerCase().includes(wanted.toLowerCase())) return true;
  const letters = graphemesOf(name);
  const isStart = (index: number) => index === 0 || betweenWords.test(letters[index - 1] ?? "");
  return letters.some(
    (_, start) => isStart(start) && collators.some((how) => isPrefix(letters.slice(start), wanted, how)),
  );
}

/** The longer a beginning, the later it comes in the collation: so the one that is the same is soon found. */
function isPrefix(letters: readonly string[], wanted: string, { compare }: Intl.Collator): boolean {
  let [tooShort, atMost] = [0, letters.length];
  while (tooShort + 1 < atMost) {
    const middle = Math.floor((tooShort + atMost) / 2);
    if (compare(letters.slice(0, middle).join(""), wanted) < 0) tooShort = middle;
    else atMost = middle;
  }
  return compare(letters.slice(0, atMost).join(""), wanted) === 0;
}

const wordsOf = (text: string) => text.split(/[\s,;]+/u).filter((word) => !isEmpty(word));
/** Somebody who types in haste ends a question with "?" or a full stop. */
const plain = (text: string) => text.trim().replace(/^[\s"“”'«»(]+|[\s"“”'«»).,;:!?]+$/gu, "");

/** Those of some people who could be meant; a name alone never decides between them. @param isWhole all of the words must fit */
export type Finder = <T extends Named>(candidates: readonly T[], isWhole?: boolean) => T[];

/**
 * Finds who could be meant: by the beginning of any word of a name, in any order; by a username, which is never a name when it is said with its
 * sign; or by an id. Words that belong to nobody are passed over when nothing else fits, as in "@ana please".
 * @param wanted as it was said; it is read once, for all who are compared with it. Candidates have names as `cleanName` gives them
 */
export function finderOf(wanted: string): Finder {
  const said = plain(wanted);
  const spoken = said.split(/\s+/u).map(plain);
  const signed = spoken.find((word) => word.startsWith("@"));
  const text = fold(cleanName(said));
  const words = wordsOf(text);
  const whole = cleanName(wanted);
  const saysNothing = isEmpty(text);
  return (candidates, isWhole = false) => {
    const withId = candidates.filter(({ id }) => id !== "" && spoken.includes(id));
    if (signed !== undefined)
      return withId.length > 0 ? withId : candidates.filter((one) => isCalled(one, signed.slice(1)));
    const fitting = candidates.filter((one) => {
      if (withId.includes(one) || (whole !== "" && one.name === whole) || isCalled(one, text)) return true;
      if (saysNothing) return false;
      const name = fold(one.name);
      return begins(name, text) || words.every((word) => begins(name, word));
    });
    if (fitting.length > 0 || words.length < 2 || isWhole) return fitting;
    return candidates.filter((one) => words.some((word) => isNamed(one, word)));
  };
}

/** Everybody of these who could be meant: see finderOf. */
export const findByName = <T extends Named>(candidates: readonly T[], wanted: string): T[] =>
  finderOf(wanted)(candidates);

/** Those who fit, by the word that each fits where it is words, and not the whole, that do. */
export function groupByName<T extends Named>(candidates: readonly T[], wanted: string): { name: string; found: T[] }[] {
  const find = finderOf(wanted);
  const found = find(candidates);
  const words = [...new Set(wordsOf(wanted))];
  const isByWord = words.length > 1 && found.length > 1 && !found.some((one) => find([one], true).length);
  if (!isByWord) return found.length > 0 ? [{ name: wanted, found }] : [];
  const groups = words.map((name) => ({ name, found: found.filter((one) => isNamed(one, fold(cleanName(name)))) }));
  return groups.filter((group) => group.found.length > 0);
}

/** Whether one word is a whole word of the name, a username, or the part of an id that stands for one. */
const isNamed = (one: Named, word: string): boolean =>
  isCalled(one, word) || wordsOf(fold(one.name)).some((part) => same(part, word));

/** What stands between names in a list of them. */
const betweenNames = /[,;،、，\n]+|\s+[&+]\s+/u;

/** The names in a question, one or several: between commas, or usernames each with its sign. */
export function namesIn(said: string): string[] {
  const signed = said.split(/[\s,;]+/u).filter((word) => /^@./.test(word));
  const parts = said.split(betweenNames).map((part) => part.trim());
  const names = signed.length > 1 ? signed : parts.filter((part) => part !== "");
  return names.length > 1 ? [...new Set(names)].slice(0, maxNamesAtOnce) : [said];
}

/** By a username, or the part of an id that stands for one. */
function isCalled({ handle, id }: Named, said: string): boolean {
  const [, local] = /^@([^:]+):/.exec(id) ?? [];
  return [handle, local].some((own) => own !== undefined && own.toLowerCase() === said.toLowerCase());
}
