import { asciiDigits } from "../../../lib/digits.ts";
import { isPrecision, type Precision, precisions } from "../../geo/precision.ts";
import { planned } from "../../text/languages.ts";

const lengths = { meter: 1, kilometer: 1000 } as const;
/** Metres that a word for a unit stands for, in the languages that people type in, whichever the bot speaks. */
let unitWords: ReadonlyMap<string, number> | undefined;
function metresOf(word: string): number | undefined {
  unitWords ??= new Map(
    [...planned, "en-GB"].flatMap((locale) =>
      (["meter", "kilometer"] as const).flatMap((unit) =>
        (["long", "short", "narrow"] as const).flatMap((unitDisplay) => {
          const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay });
          const said = [1, 2, 5, 100].flatMap((count) => format.formatToParts(count));
          return said.flatMap(({ type, value }) =>
            type === "unit" ? [[value.toLowerCase(), lengths[unit]] as const] : [],
          );
        }),
      ),
    ),
  );
  return unitWords.get(word);
}

/** @returns undefined for what is none of the four */
export function readPrecision(typed: string): Precision | undefined {
  const plain = asciiDigits(typed)
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();
  const compact = plain.replace(/\s+/g, "");
  if (isPrecision(compact)) return compact;
  const [, count, word = ""] = /^(\d{1,4})\s*([\p{L}\p{M}]{1,20})\.?$/u.exec(plain) ?? [];
  const metres = Number(count) * (metresOf(word) ?? 0);
  return Object.keys(precisions)
    .filter(isPrecision)
    .find((one) => metres > 0 && precisions[one] === metres);
}
