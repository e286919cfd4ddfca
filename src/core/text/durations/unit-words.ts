import { type Duration, day, hour, minute, second } from "../../../lib/time.ts";

/** What a word for a unit stands for: a unit, or so many of it ("ساعتان" is two hours). */
export type UnitWord = { readonly unit: Duration; readonly count?: number };

const week = 7 * day;
const units = { week, day, hour, minute, second } as const;

/** Languages whose people may type a duration, whichever the bot speaks. */
const locales = "en es ar fa ru uk fr de pt tr it nl pl sv da nb fi cs el he hi id ja ko vi zh".split(" ");

/** Short forms that Intl does not know, or knows as more than one; those of one letter are the same wherever they are typed. */
const more: Readonly<Record<string, UnitWord>> = {
  w: { unit: week },
  d: { unit: day },
  j: { unit: day },
  h: { unit: hour },
  t: { unit: hour },
  ч: { unit: hour },
  m: { unit: minute },
  hr: { unit: hour },
  hrs: { unit: hour },
  mins: { unit: minute },
  secs: { unit: second },
  std: { unit: hour },
  min: { unit: minute },
  minuten: { unit: minute },
  dk: { unit: minute },
  sa: { unit: hour },
  saat: { unit: hour },
  gün: { unit: day },
  godz: { unit: hour },
  uur: { unit: hour },
  dia: { unit: day },
  ساعتين: { unit: hour, count: 2 },
  دقيقتين: { unit: minute, count: 2 },
  يومين: { unit: day, count: 2 },
  أسبوعين: { unit: week, count: 2 },
};

/** Hours in Ukrainian, a year in Russian. */
const notSure: ReadonlySet<string> = new Set(["год"]);

/** Without accents that people leave out, and with one form of letters that keyboards tell apart. */
export const foldUnit = (word: string): string =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[يى]/g, "ی")
    .replace(/ك/g, "ک")
    .replace(/[إأآ]/g, "ا")
    .replace(/ة/g, "ه")
    .replace(/[\u064B-\u0652ـ.]/g, "")
    .replace(/í/g, "i");

let known: ReadonlyMap<string, UnitWord> | undefined;

/** Every word for a unit, as Intl says it in each language and number. A word that two languages use for two units is left out. */
function unitWords(): ReadonlyMap<string, UnitWord> {
  if (known) return known;
  const found = new Map<string, UnitWord | "two">();
  for (const locale of locales)
    for (const [name, unit] of Object.entries(units))
      for (const unitDisplay of ["long", "short"] as const) {
        const format = new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay });
        for (const count of [1, 2, 3, 5, 11, 100, 1.5]) {
          const parts = format.formatToParts(count);
          const word = foldUnit(parts.flatMap(({ type, value }) => (type === "unit" ? [value] : [])).join(" "));
          const isAlone = !parts.some(({ type }) => type === "integer");
          if (Array.from(word).length < 2 || /\s/.test(word) || notSure.has(word)) continue;
          const before = found.get(word);
          const isOther = before !== undefined && before !== "two" && before.unit !== unit;
          if (before !== undefined && !isOther) continue;
          found.set(word, isOther ? "two" : isAlone ? { unit, count } : { unit });
        }
      }
  const one = [...found].flatMap(([word, what]) => (what === "two" ? [] : [[word, what] as const]));
  known = new Map([...one, ...Object.entries(more).map(([word, what]) => [foldUnit(word), what] as const)]);
  return known;
}

export const unitWord = (word: string): UnitWord | undefined => unitWords().get(foldUnit(word));
