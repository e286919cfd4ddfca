import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isNoFix } from "../../../src/core/geo/coordinates.ts";
import { readTyped } from "../../../src/core/geo/typed-coordinates.ts";

/** What people type, as public issue threads, test suites and RFC 5870 have it: the text, and the place that it means. */
const rows = readFileSync(new URL("../../golden/inputs/coordinates.tsv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => line.split("\t"))
  .map(([typed = "", meant = "", source = ""]) => ({
    typed: typed
      .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replaceAll("\\n", "\n"),
    meant,
    source,
  }));

/** Degrees: what differs by less is the same place, written with other digits. */
const near = 6e-4;

function readingOf(typed: string): "asked" | "refused" | readonly [number, number] {
  const read = readTyped(typed);
  if (read?.kind === "two readings") return "asked";
  if (read?.kind !== "place" || isNoFix(read.place)) return "refused";
  return [read.place.latitude, read.place.longitude];
}

const placeIn = (meant: string) => meant.split(",").map(Number);
const isThere = (read: readonly [number, number], meant: string) =>
  placeIn(meant).every((degrees, index) => Math.abs(degrees - (read[index] ?? Number.NaN)) < near);

describe("of what people type for a place", () => {
  const toRead = rows.filter(({ meant }) => /^-?\d/.test(meant));

  test("none is read as another place", () => {
    const wrong = toRead.filter(({ typed, meant }) => {
      const read = readingOf(typed);
      return typeof read !== "string" && !isThere(read, meant);
    });
    expect(wrong).toEqual([]);
  });

  // Longitude first, in a place where people are: no digit tells it. What was read is said, with the other way round.
  const told = ["13.3777 52.5163"];
  test("nothing that is none, or that may be two, is read as one", () => {
    const none = rows.filter(({ typed, meant }) => /^(?:refuse|unknowable)/.test(meant) && !told.includes(typed));
    expect(none.length).toBeGreaterThan(30);
    expect(none.filter(({ typed }) => typeof readingOf(typed) !== "string").map(({ typed }) => typed)).toEqual([]);
  });

  test("nine in ten that can be understood are", () => {
    const missed = toRead.filter(({ typed }) => typeof readingOf(typed) === "string").map(({ typed }) => typed);
    expect(toRead.length).toBeGreaterThan(100);
    expect([missed, missed.length / toRead.length < 0.1]).toEqual([missed, true]);
  });
});
