import type { Network } from "../model/ids.ts";
import { maxGraphemeCodePoints, maxNameBytes, maxNameGraphemes } from "../model/limits.ts";

/** Characters that turn, hide or stack text, or show nothing: bidirectional controls, fillers, zero-width and other control characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{DI}\u2800]/gu;

/** Scripts in which a joiner between two letters changes how they are written, or which word it is (RFC 5892, appendix A). */
const joining = String.raw`[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}]`;
/**
 * What is kept although some of it cannot be seen by itself: emoji of several, flags among them; joiners where a script needs them; the form
 * of a Han character that a name is written with; and what tells letters of Mongolian apart.
 */
const needed = new RegExp(
  String.raw`\p{RGI_Emoji}|(?<=${joining})[\u200C\u200D](?=${joining})|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mong})[\u180B-\u180D]`,
  "gv",
);

/** Without what cannot be seen, but where a name needs it. */
function withoutUnseen(text: string): string {
  let rest = 0;
  let kept = "";
  for (const { 0: piece, index } of text.matchAll(needed)) {
    kept += text.slice(rest, index).replace(unseen, "") + piece;
    rest = index + piece.length;
  }
  return kept + text.slice(rest).replace(unseen, "");
}

/** Words of ASCII with one space between two, and nothing that could mention somebody: of such a name nothing is taken. */
const isClean = /^[\x21-\x3f\x41-\x7e]+(?: [\x21-\x3f\x41-\x7e]+)*$/;
const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/**
 * A name fit to be shown: hostile ones lose what would disturb the line that they stand in.
 * @param name as the network gives it
 * @returns at most 64 graphemes, of at most 4 combining marks and 16 code points each, in at most 1024 bytes of UTF-8; empty when nothing of it can be shown
 */
export function cleanName(name: string): string {
  if (name.length <= maxNameGraphemes && isClean.test(name)) return name;
  const plain = withoutUnseen(name.slice(0, 4096).normalize("NFC").replace(/\s/gu, " "))
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
  // What was cut off may be what a joiner stood before.
  return withoutUnseen(shown).trim();
}

/** A network as people write it. */
export const networkName = (network: Network): string => network.replace(/^./, (first) => first.toUpperCase());

export type Named = { name: string; handle?: string; id: string };
