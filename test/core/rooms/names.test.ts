import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findByName, looksSame } from "../../../src/core/rooms/find-by-name.ts";
import { cleanName } from "../../../src/core/rooms/names.ts";

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
        const plain = shown.replace(/\p{RGI_Emoji}|(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]/gv, "");
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Co}\p{Cs}@＠]/u);
        expect(graphemes(shown)).toBeLessThanOrEqual(64);
        expect(cleanName(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what cannot be seen is kept where a name needs it", () => {
  test.each([
    "علی\u200cرضا",
    "क्\u200dष",
    "ශ\u0dca\u200dරී",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} Eilidh",
    "🏳️\u200d🌈 Sam",
    "👩\u200d👩\u200d👧",
    "葛\u{E0100}城",
  ])("%j stays as it is", (name) => {
    expect(cleanName(name)).toBe(name);
  });

  test.each([
    ["A\u200cna", "Ana"],
    ["علی\u200c", "علی"],
    ["علی\u200c\u200cرضا", "علیرضا"],
    ["\u3164", ""],
    ["\u1160\uFFA0\u115F", ""],
    ["\u2800\u2800", ""],
    ["\u034F", ""],
    ["\u{E0041}", ""],
    ["Ana\uFE0F\u180E", "Ana"],
  ])("%j is shown as %j", (name, shown) => {
    expect(cleanName(name)).toBe(shown);
  });
});

test("two names that look or sound alike are known as such, and two that do not are not", () => {
  for (const [one, other] of [
    ["Ana", "ANA"],
    ["Ana", "Аnа"],
    ["Ben", "Веn"],
    ["José", "Jose"],
    ["…", "…"],
    ["", ""],
  ] as const)
    expect([one, other, looksSame(one, other)]).toEqual([one, other, true]);
  for (const [one, other] of [
    ["Ana", "Anna"],
    ["Ana", "Ana Kovac"],
    ["Ana", ""],
    ["小明", "小红"],
  ] as const)
    expect([one, other, looksSame(one, other)]).toEqual([one, other, false]);
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
    ["by a username or a name, everybody who fits", "ana", [ana, ben, bea]],
    ["by the name of another with more to it", "ana blum", [ana]],
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

  test.each([
    ["jose", "José"],
    ["José", "Jose"],
    ["lopez", "María López"],
    ["muller", "Müller"],
    ["mueller", "Müller"],
    ["strasse", "Straße"],
    ["lukasz", "Łukasz"],
    ["dung", "Đụng"],
    ["oystein", "Øystein"],
    ["thor", "Þór"],
    ["istanbul", "İstanbul"],
    ["isil", "IŞIL"],
    ["Işıl", "işil"],
    ["Семен", "Семён"],
    ["семён", "СЕМЁН"],
    ["Αννα", "Άννα"],
    ["احمد", "أحمد"],
    ["محمد", "مُحَمَّد"],
    ["محمد", "محـمد"],
    ["علي", "علی"],
    ["علیرضا", "علی\u200cرضا"],
    ["שלום", "שָׁלוֹם"],
    ["小明", "王小明"],
    ["민수", "김민수"],
    ["안나", "안나"],
    ["たなか", "タナカ"],
    ["ﾀﾅｶ", "タナカ"],
    ["สมชาย", "คุณสมชาย"],
    ["क्ष", "क्\u200dष"],
    ["o'brien", "O’Brien"],
    ["jean luc", "Jean-Luc"],
    ["smith", "(Smith) 🏴"],
    ["silva ana", "Ana Silva"],
    ["ana?", "Ana"],
    ["ana,", "Ana"],
    ["“ana”", "Ana"],
    ["is ana", "Ana"],
    ["ana please", "Ana"],
    ["7", "7"],
    ["me", "Me"],
    ["👩\u200d🚒", "👩\u200d🚒"],
    ["?!", "?!"],
  ])("%j finds %j, and nobody else", (wanted, name) => {
    const meant = { name, id: "" };
    expect(findByName([meant, { name: "Zoé Ωmega", id: "" }], wanted)).toEqual([meant]);
  });

  test("by a username in a sentence, and by no name beside it", () => {
    const kovac = { name: "Ana Kovac", handle: "ana_k", id: "" };
    for (const wanted of ["@ana_k please", "@Ana_K?", "where is @ana_k", "@ana_k"])
      expect(findByName([kovac, { name: "Ana Please", id: "" }], wanted)).toEqual([kovac]);
  });

  test("by an id, and by the part of it that people call a name", () => {
    for (const wanted of ["@bea:example.org", "@bea:example.org please", "@bea"])
      expect(findByName(all, wanted)).toEqual([bea]);
  });

  test("whatever a name is, its own letters find it, and letters without their marks as well", () => {
    const letters = fc.constantFrom(...Array.from("aeiouszcnlAEOéèüñçłøåşğıİßæњаяёعلیאבג小明김たタคन"));
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 8 }), (all) => {
        const name = cleanName(all.join(""));
        const bare = name.normalize("NFD").replace(/\p{M}/gu, "");
        const meant = { name, id: "" };
        expect(findByName([meant], name)).toEqual([meant]);
        expect(findByName([meant], bare)).toEqual([meant]);
        expect(findByName([meant], name.toUpperCase())).toEqual([meant]);
      }),
    );
  });

  test("nobody by nothing, and nothing makes it throw", () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const found of findByName(all, parts.join(""))) expect(all).toContain(found);
      }),
    );
  });
});
