import { type Duration, day, hour, type Instant, minute, second } from "../../lib/time.ts";

/** A piece of a value: a name or a number, or what stands between two of them in a list. */
export type Piece = { readonly words: string; readonly isBetween?: true };

type Place = { latitude: number; longitude: number; decimals?: readonly [number, number] | undefined };

/** How numbers, units and lists are said in one language. */
export type Values = {
  count: (value: number) => string;
  /** "4 minutes", "1 hour 30 minutes": two units at most, rounded down, so that nothing is promised for longer than it is kept */
  duration: (milliseconds: Duration) => string;
  /** "4 minutes ago": one unit, rounded down */
  age: (milliseconds: Duration) => string;
  /** "18:03 UTC", in the time zone of this machine, which is not always that of whoever reads */
  clock: (at: Instant) => string;
  /** metres below 1 km; never with more digits than a phone can know */
  distance: (metres: number) => string;
  /** the same for a radius: rounded up, so that nobody is outside of it by rounding */
  radius: (metres: number) => string;
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
  // Kilometres are spelt so in the English of most people; "en" alone is that of the United States.
  const spelling = locale === "en" ? "en-GB" : locale;
  const unit = (name: string, digits = 0) =>
    new Intl.NumberFormat(spelling, {
      style: "unit",
      unit: name,
      unitDisplay: "long",
      maximumFractionDigits: digits,
    });
  const times = units.map(([name, length]) => ({ length, format: unit(name) }));
  const [metre, kilometre, tenths] = [unit("meter"), unit("kilometer"), unit("kilometer", 1)];
  const number = new Intl.NumberFormat(locale);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const beside = new Intl.ListFormat(locale, { type: "unit", style: "narrow" });
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" });
  // Lists of units have no commas in Russian and Turkish, and an "and" in others: what stands between the first of many is what is beside.
  const [, comma] = conjunction.formatToParts(["1", "2", "3", "4"]);

  const steps = [
    { below: 100, step: 1 },
    { below: 990, step: 10 },
    { below: 9900, step: 100 },
    { below: Number.POSITIVE_INFINITY, step: 1000 },
  ];

  function distance(metres: number): string {
    if (metres < 100) return metre.format(Math.max(1, Math.round(metres)));
    if (metres < 995) return metre.format(Math.round(metres / 10) * 10);
    return (metres < 9950 ? tenths : kilometre).format(metres / 1000);
  }

  return {
    // Persian puts the zone in brackets, and the whole stands in brackets.
    clock: (at) => clock.format(at).replace(/[()]/g, ""),
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

    age(milliseconds) {
      // Up to two hours one counts in minutes, and up to two days in hours.
      const [name, length] = units.find(([, own]) => milliseconds >= (own >= hour ? 2 * own : own)) ?? [
        "second",
        second,
      ];
      return relative.format(-Math.floor(Math.max(0, milliseconds) / length), name);
    },

    distance,

    radius(metres) {
      const step = steps.find(({ below }) => metres <= below)?.step ?? 1;
      return distance(Math.ceil(metres / step) * step);
    },

    list: (items, and) =>
      conjunction.formatToParts(items).map(({ type, value }) => {
        if (type === "element") return { words: value };
        return { words: and ? value : (comma?.value ?? value), isBetween: true };
      }),
  };
}

/** Degrees as they are typed and copied, which is the same in every language. @param decimals how many of each number are known */
export function coordinates({ latitude, longitude, decimals: [ofLatitude, ofLongitude] = [5, 5] }: Place): string {
  // A number that is rounded to zero has no sign.
  const degrees = (value: number, count: number) => value.toFixed(count).replace(/^-(?=[0.]*$)/, "");
  return `${degrees(latitude, ofLatitude)}, ${degrees(longitude, ofLongitude)}`;
}
