import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration, readDuration } from "../../../src/core/text/durations/duration.ts";
import { day, hour, minute } from "../../../src/lib/time.ts";

test.each([
  ["90m", 90 * minute],
  ["1h30m", 90 * minute],
  ["1h 30m", 90 * minute],
  ["2 hours", 2 * hour],
  ["1 day", day],
  ["1 Day", day],
  ["7d", 7 * day],
  [" 1d 2h 3m ", day + 2 * hour + 3 * minute],
  ["1 hr", hour],
  ["5 mins", 5 * minute],
  ["0m", 0],
  ["1.5h", 90 * minute],
  ["1,5 Stunden", 90 * minute],
  ["1h30", 90 * minute],
  ["٣h", 3 * hour],
  ["ساعتان", 2 * hour],
  ["2 horas y 30 minutos", 150 * minute],
])("%s is understood", (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  "",
  "1",
  "90",
  "-1h",
  "+1h",
  "1e3h",
  "h",
  "1h;drop",
  "99999999d",
  "1h1h",
  "30m1h",
  "1m 1d",
  "forever",
  "1M",
  "2 год",
  "1h\n2h",
  "constructor",
])("%j is not understood as a time", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("no text makes it throw or gives anything but whole milliseconds", () => {
  const unit = fc.constantFrom("m", "h", "d", "min", " hours", "x", "");
  const texts = fc.array(fc.tuple(fc.nat(), unit).map((parts) => parts.join(""))).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.oneof(fc.string(), texts), (text) => {
      const parsed = parseDuration(text) ?? 0;
      expect(Number.isSafeInteger(parsed)).toBe(true);
      expect(parsed).toBeGreaterThanOrEqual(0);
    }),
  );
});

/** What people type, as public issue threads and test suites have it, and how many minutes they mean. */
const rows = readFileSync(new URL("../../golden/inputs/durations.tsv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => line.split("\t"))
  .map(([typed = "", meant = ""]) => ({ typed, meant }));

test("of what people type for a time, nine in ten that can be understood are, and none as another time", () => {
  const toRead = rows.filter(({ meant }) => /^\d/.test(meant));
  const read = toRead.map(({ typed, meant }) => ({ typed, meant, read: parseDuration(typed) }));
  expect(read.filter((row) => row.read !== undefined && row.read !== Number(row.meant) * minute)).toEqual([]);
  const missed = read.filter((row) => row.read === undefined).map(({ typed }) => typed);
  expect([missed, missed.length / toRead.length < 0.1]).toEqual([missed, true]);
});

test("what is no time, or may be two, is read as none; what is too long is said to be so later", () => {
  const refused = rows.filter(({ meant }) => !/^\d/.test(meant)).map(({ typed }) => typed);
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.filter((typed) => parseDuration(typed) !== undefined)).toEqual(["2 weeks"]);
});

test("a number alone is asked back, and so are two readings", () => {
  expect(readDuration("120")).toEqual({ kind: "no unit", number: "120" });
  expect(readDuration("1:30")).toEqual({ kind: "two readings", first: 90 * minute, second: 90_000 });
});
