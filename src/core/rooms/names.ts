import { maxGraphemeCodePoints, maxNameBytes, maxNameGraphemes } from "../model/limits.ts";

/** Characters that turn, hide or stack text: bidirectional controls, zero-width and other control characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A name fit to be shown: hostile ones lose what would disturb the line that they stand in.
 * @param name as the network gives it
 * @returns at most 64 graphemes, of at most 4 combining marks and 16 code points each, in at most 1024 bytes of UTF-8; empty when nothing of it can be shown
 */
export function cleanName(name: string): string {
  const plain = name
    .slice(0, 4096)
    .replace(/\s/gu, " ")
    .replace(unseen, "")
    // A name that mentions somebody would call that person each time it is shown.
    .replace(/[@＠]/g, "")
    .normalize("NFC")
    .replace(/ +/g, " ")
    .replace(/(\p{M}{4})\p{M}+/gu, "$1")
    .trim();
  let shown = "";
  let graphemes = 0;
  for (const { segment } of segmenter.segment(plain)) {
    // One grapheme can be made of thousands of code points, which would be many bytes and take long to draw.
    const next = Array.from(segment).slice(0, maxGraphemeCodePoints).join("");
    graphemes += 1;
    if (graphemes > maxNameGraphemes || Buffer.byteLength(shown + next) > maxNameBytes) break;
    shown += next;
  }
  return shown.trim();
}

export type Named = { name: string; handle?: string; id: string };

const fold = (text: string) => cleanName(text).normalize("NFKC").toLocaleLowerCase("und");

/**
 * Who could be meant. A full name, @handle or id that fits exactly is preferred; else the beginning of any word of a name.
 * @returns all that fit equally well: none, one, or a choice that only a person can make
 */
export function findByName<T extends Named>(candidates: readonly T[], wanted: string): T[] {
  const text = fold(wanted);
  if (text === "") return [];
  const isHandle = wanted.trim().startsWith("@");
  const exact = candidates.filter(
    ({ name, handle, id }) =>
      id === wanted.trim() || (handle !== undefined && fold(handle) === text) || (!isHandle && fold(name) === text),
  );
  if (exact.length > 0) return exact;
  return candidates.filter(({ name }) => ` ${fold(name)}`.includes(` ${text}`));
}
