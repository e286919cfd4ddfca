import fc from "fast-check";
import { describe, test } from "vitest";
import { parsers } from "../support/fuzz/all.ts";

const runs = Number(process.env["FUZZ_RUNS"] ?? 300);

// bench/fuzz.ts tries the same a million times.
describe("whatever comes, it is read as what it is, or as nothing", () => {
  test.each(parsers)("$name", ({ property }) => fc.assert(property, { numRuns: runs }));
});
