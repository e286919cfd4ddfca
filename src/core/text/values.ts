import { type Duration, day, hour, minute, second } from "../../lib/time.ts";

/** A piece of a value: a name or a number, or what stands between two of them in a list. */
export type Piece = { readonly words: string; readonly isBetween?: true };

/** How numbers, units and lists are said in one language. */
export type Values = {
  count: (value: number) => string;
  /** "40 sec", "4 min", "1 hr 30 min": two units at most, rounded down, so that nothing is promised for longer than it is kept */
  duration: (milliseconds: Duration) => string;
  /** metres below 1 km; never with more digits than a phone can know */
  distance: (metres: number) => string;
  /** "one, two, and three"; without `and`, "one, two, three" */
  list: (items: readonly string[], and: boolean) => readonly Piece[];
};

const units = [
  ["day", day],
  ["hour", hour],
  ["minute", minute],
  ["second", second],
] as const;

export function createValues(locale: string): Values {
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: digits,
    });
  const times = units.map(([name, length]) => ({ length, format: unit(name) }));
  const [metre, kilometre, tenths] = [unit("meter"), unit("kilometer"), unit("kilometer", 1)];
  const number = new Intl.NumberFormat(locale);
  const beside = new Intl.ListFormat(locale, { type: "unit", style: "narrow" });
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
  const commas = new Intl.ListFormat(locale, { type: "unit", style: "short" });

  return {
    count: (value) => number.format(value),

    duration(milliseconds) {
      const ms = Math.max(0, milliseconds);
      // Up to two days one counts in hours.
      const first = times.findIndex(({ length }) => ms >= (length === day ? 2 * day : length));
      const [large, small] = first < 0 ? times.slice(-1) : times.slice(first, first + 2);
      if (!large) return "";
      const rest = small && large.length >= hour ? Math.floor((ms % large.length) / small.length) : 0;
      const whole = large.format.format(Math.floor(ms / large.length));
      return small && rest > 0 ? beside.format([whole, small.format.format(rest)]) : whole;
    },

    distance(metres) {
      if (metres < 100) return metre.format(Math.max(1, Math.round(metres)));
      if (metres < 995) return metre.format(Math.round(metres / 10) * 10);
      return (metres < 9950 ? tenths : kilometre).format(metres / 1000);
    },

    list: (items, and) =>
      (and ? conjunction : commas)
        .formatToParts(items)
        .map(({ type, value }) => (type === "element" ? { words: value } : { words: value, isBetween: true })),
  };
}

/** Degrees as they are typed and copied, which is the same in every language. */
export const coordinates = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
