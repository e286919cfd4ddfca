import fc from "fast-check";
import { expect, test } from "vitest";
import { coordinates, createValues } from "../../../src/core/text/values.ts";
import { day, hour, minute, second } from "../../../src/lib/time.ts";

const { age, duration, distance, radius, list } = createValues("en");

test.each([
  [5 * second, "5 seconds ago"],
  [minute, "1 minute ago"],
  [119 * minute, "119 minutes ago"],
  [2 * hour, "2 hours ago"],
  [47 * hour, "47 hours ago"],
  [3 * day, "3 days ago"],
])("what is %i ms old is said to be of %s, in one unit and rounded down", (ms, text) => {
  expect(age(ms)).toBe(text);
});

test.each([
  [0, "0 seconds"],
  [-hour, "0 seconds"],
  [40 * second, "40 seconds"],
  [4 * minute + 59 * second, "4 minutes"],
  [hour, "1 hour"],
  [90 * minute, "1 hour 30 minutes"],
  [2 * hour, "2 hours"],
  [47 * hour + 59 * minute, "47 hours 59 minutes"],
  [2 * day, "2 days"],
  [7 * day + 3 * hour, "7 days 3 hours"],
  [7 * day + 59 * minute, "7 days"],
])("%i ms is said as %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test("nothing is promised for longer than it is kept: what is said is never more than the time", () => {
  const words: Record<string, number> = { second, minute, hour, day };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 * day }), (ms) => {
      const parts = [...duration(ms).matchAll(/(\d+) (second|minute|hour|day)s?/g)];
      const said = parts.reduce((sum, [, count, unit]) => sum + Number(count) * (words[unit ?? ""] ?? Number.NaN), 0);
      expect(parts.length).toBeGreaterThan(0);
      expect(said).toBeLessThanOrEqual(ms);
      expect(ms - said).toBeLessThan(hour);
    }),
  );
});

test.each([
  [0.4, "1 metre"],
  [99.4, "99 metres"],
  [104, "100 metres"],
  [994, "990 metres"],
  [995, "1 kilometre"],
  [1240, "1.2 kilometres"],
  [9949, "9.9 kilometres"],
  [9951, "10 kilometres"],
  [523_900, "524 kilometres"],
  [20_003_931, "20,004 kilometres"],
])("%d metres are said as %s: in metres below 1 km, and never finer than a phone can know", (metres, text) => {
  expect(distance(metres)).toBe(text);
});

test.each([
  [0.4, "1 metre"],
  [12.1, "13 metres"],
  [100.1, "110 metres"],
  [990.1, "1 kilometre"],
  [1201, "1.3 kilometres"],
  [130_100, "131 kilometres"],
])("a radius of %d metres is said as %s", (metres, text) => {
  expect(radius(metres)).toBe(text);
});

test("a radius is never said smaller than it is", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2e7, noNaN: true }), (metres) => {
      const [, number = "", unit = ""] = /^([\d.,]+) (kilo)?metres?$/.exec(radius(metres)) ?? [];
      const said = Number(number.replace(/,/g, "")) * (unit === "kilo" ? 1000 : 1);
      expect(said).toBeGreaterThanOrEqual(metres);
      expect(said).toBeLessThanOrEqual(Math.max(1, metres * 1.1 + 1));
    }),
  );
});

test("coordinates are said with no more decimals than are known, and never as minus zero", () => {
  expect(coordinates({ latitude: 52, longitude: 13.4, decimals: [0, 1] })).toBe("52, 13.4");
  expect(coordinates({ latitude: -0.004, longitude: -0.4, decimals: [2, 0] })).toBe("0.00, 0");
});

test("coordinates are said as they are typed, in every language", () => {
  expect(coordinates({ latitude: 52.52, longitude: -13.4050049 })).toBe("52.52000, -13.40500");
});

test("a list says which of its pieces are its own", () => {
  const said = (and: boolean) => list(["a", "b", "c"], and);
  expect(said(true).map(({ words }) => words)).toEqual(["a", ", ", "b", ", and ", "c"]);
  expect(said(false).map(({ words }) => words)).toEqual(["a", ", ", "b", ", ", "c"]);
  expect(said(true).map(({ isBetween }) => isBetween ?? false)).toEqual([false, true, false, true, false]);
});

test.each([
  ["en", "A, B, C, and D", "A, B, C, D", "A, B", "1 hour 30 minutes", "11 minutes ago", "1.2 kilometres"],
  ["es", "A, B, C y D", "A, B, C, D", "A, B", "1 hora 30 minutos", "hace 11 minutos", "1,2 kilómetros"],
  ["ar", "A وB وC وD", "A وB وC وD", "A وB", "ساعة و30 دقيقة", "قبل 11 دقيقة", "1.2 كيلومتر"],
  ["fa", "A، B، C، و D", "A، B، C، D", "A، B", "۱ ساعت ۳۰ دقیقه", "۱۱ دقیقه پیش", "۱٫۲ کیلومتر"],
  ["ru", "A, B, C и D", "A, B, C, D", "A, B", "1 час 30 минут", "11 минут назад", "1,2 километра"],
  ["uk", "A, B, C і D", "A, B, C, D", "A, B", "1 година і 30 хвилин", "11 хвилин тому", "1,2 кілометра"],
  ["fr", "A, B, C et D", "A, B, C, D", "A, B", "1 heure 30 minutes", "il y a 11 minutes", "1,2 kilomètre"],
  ["de", "A, B, C und D", "A, B, C, D", "A, B", "1 Stunde, 30 Minuten", "vor 11 Minuten", "1,2 Kilometer"],
  ["pt", "A, B, C e D", "A, B, C, D", "A, B", "1 hora 30 minutos", "há 11 minutos", "1,2 quilômetro"],
  ["tr", "A, B, C ve D", "A, B, C, D", "A, B", "1 saat 30 dakika", "11 dakika önce", "1,2 kilometre"],
])(
  "in %s, lists, times and distances are said as its people say them",
  (language, all, beside, two, time, past, far) => {
    const values = createValues(language);
    const said = (items: string, and: boolean) =>
      values
        .list(items.split(""), and)
        .map(({ words }) => words)
        .join("")
        .replace(/\p{Cf}/gu, "");
    expect([said("ABCD", true), said("ABCD", false), said("AB", false)]).toEqual([all, beside, two]);
    const plain = (words: string) => words.replace(/\p{Zs}/gu, " ").replace(/\p{Cf}/gu, "");
    expect([values.duration(90 * minute), values.age(11 * minute), values.distance(1240)].map(plain)).toEqual([
      time,
      past,
      far,
    ]);
  },
);

test("another language has its own units and digits", () => {
  const arabic = createValues("ar-EG-u-nu-arab");
  expect(arabic.distance(1240)).toMatch(/^١٫٢/);
  expect(createValues("de").duration(90 * minute)).toBe("1 Stunde, 30 Minuten");
});
