import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDuration } from "../../../src/core/model/duration.ts";
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
])("%s is understood", (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each([
  "",
  "1",
  "90",
  "-1h",
  "+1h",
  "1.5h",
  "1,5h",
  "1e3h",
  "h",
  "1h;drop",
  "99999999d",
  "1h1h",
  "30m1h",
  "1m 1d",
  "１h",
  "٣h",
  "1h\n2h",
  "forever",
  "constructor",
])("%j is not understood as a time", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("no text makes it throw or gives anything but whole minutes", () => {
  const unit = fc.constantFrom("m", "h", "d", "min", " hours", "x", "");
  const texts = fc.array(fc.tuple(fc.nat(), unit).map((parts) => parts.join(""))).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.oneof(fc.string(), texts), (text) => {
      const parsed = parseDuration(text) ?? 0;
      expect(parsed % minute).toBe(0);
      expect(parsed).toBeGreaterThanOrEqual(0);
    }),
  );
});
