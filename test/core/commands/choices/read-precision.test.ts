import { expect, test } from "vitest";
import { readPrecision } from "../../../../src/core/commands/choices/read-precision.ts";

test.each([
  ["exact", "exact"],
  ["EXACT", "exact"],
  ["100m", "100m"],
  ["100 m", "100m"],
  ["1 km", "1km"],
  ["1000 m", "1km"],
  ["5km.", "5km"],
  ["5 kilometres", "5km"],
  ["100 metros", "100m"],
  ["1 quilômetro", "1km"],
  ["5 километров", "5km"],
  ["5 км", "5km"],
  ["100 метрів", "100m"],
  ["1 Kilometer", "1km"],
  ["5 kilomètres", "5km"],
  ["۱۰۰ متر", "100m"],
  ["۱ کیلومتر", "1km"],
  ["٥ كيلومترات", "5km"],
  ["१ km", "1km"],
  ["１ｋｍ", undefined],
  ["100", undefined],
  ["2 km", undefined],
  ["1 mile", undefined],
  ["5 miles", undefined],
  ["0 m", undefined],
  ["toString", undefined],
  ["100 toString", undefined],
  ["", undefined],
] as const)("%j is read as %s", (typed, precision) => {
  expect(readPrecision(typed)).toBe(precision);
});
