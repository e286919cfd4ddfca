import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findByName, looksSame } from "../../../src/core/rooms/find-by-name.ts";
import { cleanName } from "../../../src/core/rooms/names.ts";

/** What people type for a name, and the name; the first 32 are from public issue threads and test suites, the others were thought of here. */
const rows = readFileSync(new URL("../../golden/inputs/names.tsv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => line.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))))
  .map((line) => line.split("\t"))
  .map(([typed = "", name = ""]) => ({ typed, name }));

const personOf = (name: string) =>
  name.startsWith("@") ? { name: "Kim", handle: name.slice(1), id: "" } : { name: cleanName(name), id: "" };

/** Somebody of whom nothing in the table is a part. */
const other = { name: "Qwx Vbz", id: "" };

test("of the names in the table, at least 95 % are found as they are typed, and nobody else is", () => {
  const missed = rows.filter(({ typed, name }) => {
    const meant = personOf(name);
    const found = findByName([meant, other], typed);
    return found.length !== 1 || found[0] !== meant;
  });
  expect(missed.map(({ typed, name }) => `${typed} for ${name}`)).toEqual([]);
});

test("none is read as one of two: with another of that name, or of a name that begins so, both are found", () => {
  for (const { typed, name } of rows) {
    const twins = [personOf(name), personOf(name)];
    expect(findByName([...twins, other], typed), `${typed} for two of ${name}`).toEqual(twins);
    if (name.startsWith("@") || /\P{L}/u.test(name)) continue;
    const alike = [personOf(name), personOf(`${name} Ziya`)];
    expect(findByName([...alike, other], name), `${name} for two that begin so`).toEqual(alike);
  }
});

describe("of letters, digits and spaces of ASCII", () => {
  const collators = ["und", "de-u-co-phonebk", "da"].map(
    (locale) => new Intl.Collator(locale, { usage: "search", sensitivity: "base", ignorePunctuation: true }),
  );
  const isSame = (one: string, other: string) => collators.some(({ compare }) => compare(one, other) === 0);
  const some = fc
    .array(fc.constantFrom(..."aAeEoOuUtThHdDsSzZlLjJ019 ".split("")), { maxLength: 4 })
    .map((each) => each.join(""));
  const word = some.map((each) => each.replaceAll(" ", "")).filter((each) => each !== "");
  const spread = some.map((one) => [one, one.split("").join(" ").toUpperCase()] as const);

  test("two names look the same when a collation says so", () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(some, some), spread), ([one, other]) => {
        expect(looksSame(one, other)).toBe(isSame(one, other));
      }),
      { numRuns: 5000 },
    );
  });

  test("a word fits a name of which a word begins so, as a collation says", () => {
    const beginnings = (text: string) => text.split("").map((_, index) => text.slice(0, index + 1));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, (words, wanted) => {
        const starts = words.map((_, index) => words.slice(index).join(" "));
        const fits = starts.some((start) => beginnings(start).some((each) => isSame(each, wanted)));
        expect(findByName([{ name: words.join(" "), id: "" }], wanted).length).toBe(Number(fits));
      }),
      { numRuns: 5000 },
    );
  });
});
