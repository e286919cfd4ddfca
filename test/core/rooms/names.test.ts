import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cleanName, findByName } from "../../../src/core/rooms/names.ts";

const graphemes = (text: string) => [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].length;
const hostile = fc.array(
  fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "\u202e",
      "\u200b",
      "\u200d",
      "\u2066",
      "\n",
      "\0",
      "\u0301",
      "@",
      "＠",
      " ",
      "\ufeff",
      "e",
      "👩",
      "\ud800",
    ),
  ),
);

describe("a name is fit to be shown", () => {
  test.each([
    ["Ana\u202eneb", "Ananeb"],
    ["A\u200bn\u200da\ufeff", "Ana"],
    ["Ana\nBen\r\n\tCleo", "Ana Ben Cleo"],
    ["Ana \u200b Ben", "Ana Ben"],
    ["  Ana  ", "Ana"],
    ["Ana\0\u001b[31m", "Ana[31m"],
    ["@room", "room"],
    ["＠everyone", "everyone"],
    ["</a><img onerror>", "</a><img onerror>"],
    ["*_`[x](y)", "*_`[x](y)"],
    ["Ana\ud800", "Ana"],
    ["e\u200b\u0301", "é"],
    ["", ""],
    ["\u2066\u2069\u200b", ""],
    ["אנה", "אנה"],
    ["👍🏽", "👍🏽"],
  ])("%j is shown as %j", (name, shown) => {
    expect(cleanName(name)).toBe(shown);
  });

  test("ten thousand combining marks become four", () => {
    expect(cleanName(`A${"\u0335".repeat(10_000)}`)).toBe(`A${"\u0335".repeat(4)}`);
  });

  test("it is cut at 64 characters as people count them", () => {
    expect(graphemes(cleanName("🇩🇪".repeat(100)))).toBe(64);
    expect(cleanName("x".repeat(1_000_000))).toBe("x".repeat(64));
  });

  test("whatever it was: one line, nothing unseen, no mention, and the same when it is cleaned again", () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const shown = cleanName(parts.join(""));
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}@＠]/u);
        expect(graphemes(shown)).toBeLessThanOrEqual(64);
        expect(cleanName(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("somebody is found", () => {
  const ana = { name: "Ana Blum", handle: "anab", id: "@ana:example.org" };
  const ben = { name: "Ben", handle: "Ana", id: "@ben:example.org" };
  const bea = { name: "Beate Ana-Maria", id: "@bea:example.org" };
  const homoglyph = { name: "Аna Blum", id: "@\u0430na:example.org" };
  const all = [ana, ben, bea, homoglyph];

  test.each([
    ["by the full name", "ana blum", [ana]],
    ["by any case", "ANA BLUM", [ana]],
    ["by the beginning of a word", "bl", [ana, homoglyph]],
    ["by @username", "@anab", [ana]],
    ["by a username without the sign", "ANAB", [ana]],
    ["by Matrix id", "@bea:example.org", [bea]],
    ["by an id that looks like another one only when it is the same", "@\u0430na:example.org", [homoglyph]],
    ["by a username before a name that only begins like it", "ana", [ben]],
    ["by nothing in the middle of a word", "lum", []],
    ["by nothing else", "zoe", []],
    ["by nothing that can be seen", "@\u200b", []],
  ])("%s", (_, wanted, found) => {
    expect(findByName(all, wanted)).toEqual(found);
  });

  test("an ambiguous name gives all who fit, for a person to choose", () => {
    const other = { name: "ana blum", id: "" };
    expect(findByName([...all, other], "Ana Blum")).toEqual([ana, other]);
  });

  test("a username said with its sign is never a name of somebody else", () => {
    const called = { name: "Ana", id: "" };
    expect(findByName([called, ben], "@ana")).toEqual([ben]);
    expect(findByName([called, ben], "ana")).toEqual([called, ben]);
  });

  test("the same name in another form of Unicode is the same name", () => {
    expect(findByName([{ name: "Zoé", id: "" }], "ZOE\u0301")).toHaveLength(1);
    expect(findByName([{ name: "Ana", id: "" }], "Ａｎａ")).toHaveLength(1);
  });

  test("nobody by nothing, and nothing makes it throw", () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const found of findByName(all, parts.join(""))) expect(all).toContain(found);
      }),
    );
  });
});
