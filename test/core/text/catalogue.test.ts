import * as fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createFormat, formatTexts } from "../../../src/core/text/catalogue.ts";
import { readCatalogue } from "../../../src/core/text/languages.ts";
import type { Line } from "../../../src/core/text/markup.ts";
import { type Text, text } from "../../../src/core/text/texts.ts";
import { instant } from "../../../src/lib/time.ts";
import { hostileNames } from "../../support/world/hostile-names.ts";
import { apart } from "../../support/world/words.ts";
import { anyText, formsOf, ids, typesOf } from "./samples.ts";

const english = readCatalogue("en").map(({ words }) => words);

const wordsOf = (line: Line): string =>
  line
    .map((span) =>
      typeof span === "string" ? span : "bold" in span ? span.bold : "code" in span ? span.code : span.moment,
    )
    .join("");
const codesOf = (lines: readonly Line[]) =>
  lines.flat().flatMap((span) => (typeof span === "object" && "code" in span ? [span.code] : []));

describe("a text in words", () => {
  test("has its values in their places, with the looks of the catalogue", () => {
    expect(formatTexts([text("shared-live", { room: "March", left: 90 * 60_000 })])).toEqual([
      [
        "The members of \u2068",
        { bold: "March" },
        `\u2069 can see where you are, live, for ${apart("1 hour 30 minutes")}.`,
      ],
    ]);
  });

  test("has as many lines as the catalogue gives it", () => {
    expect(formatTexts([text("no-fix"), text("went-wrong")])).toHaveLength(3);
    expect(formatTexts([])).toEqual([]);
  });

  test("takes another text along, with the looks of that", () => {
    const label = text("share-yours");
    expect(formatTexts([text("numbered-choice", { number: 1, label })])).toEqual([
      [{ code: "1" }, "  \u2068To share yours, say ", { code: "/share" }, ".\u2069"],
    ]);
  });

  test("calls people and rooms without a name so", () => {
    const unnamed = [
      text("linked-to", { room: "" }),
      text("position-destroyed", { name: text("person-told", { name: "" }), expiry: 1000 }),
    ];
    expect(formatTexts(unnamed).map(wordsOf)).toEqual([
      expect.stringContaining(`the members of ${apart("a room without a name")}.`),
      expect.stringContaining(`${apart("somebody without a name")} still shares`),
    ]);
    expect(formatTexts([text("precision-set", { rooms: ["", "March"] })]).map(wordsOf)).toEqual([
      expect.stringContaining(`${apart("a room without a name")} and ${apart("March")} see where`),
    ]);
  });

  test("that is stored and read again says the same", () => {
    fc.assert(
      fc.property(anyText, (said) => {
        expect(formatTexts([JSON.parse(JSON.stringify(said)) as Text])).toEqual(formatTexts([said]));
      }),
    );
  });
});

describe("what a value holds", () => {
  test.each(hostileNames)("%j changes neither lines nor looks nor direction", (name) => {
    const [line = [], ...more] = formatTexts([text("linked-to", { room: name })]);
    expect(more).toEqual([]);
    expect(line.map((span) => (typeof span === "string" ? span : Object.keys(span)))).toEqual([
      "From here you share with the members of \u2068",
      ["bold"],
      "\u2069. Nobody sees anything yet.",
    ]);
  });

  test("that turns the direction of text is left out, and a value cannot break out of its isolation", () => {
    const [line = []] = formatTexts([text("nobody-called", { wanted: "\u202Eana\u2066\u200F" })]);
    expect(wordsOf(line)).toContain(`“${apart("ana")}”`);
    const [other = []] = formatTexts([text("nobody-called", { wanted: "\u2069דנה\u2068" })]);
    expect(wordsOf(other)).toContain(`“${apart("דנה")}”`);
  });

  test("is never read as markup, as a mark, or as one of the catalogue's choices, whatever it is", () => {
    fc.assert(
      fc.property(anyText, (said) => {
        const lines = formatTexts([said]);
        const usual = formsOf(said.id).map((form) => formatTexts([form]).length);
        expect(usual).toContain(lines.length);
        for (const line of lines) {
          const words = wordsOf(line);
          expect(words).not.toMatch(/[\u202A-\u202E\u2066\u2067\u2028\u2029]|\p{Cc}|undefined|NaN/u);
          expect(words.replace(/[^\u2068\u2069]/g, "").replace(/\u2068(?:\u2068\u2069)*\u2069/g, "")).toBe("");
        }
        for (const code of codesOf(lines)) expect(code).not.toMatch(/[\u2068\u2069]/);
      }),
      { numRuns: 1000 },
    );
  });

  test("is isolated wherever it stands, but in what a person copies and where it is all that is said", () => {
    for (const said of ids.flatMap(formsOf)) {
      for (const [name, type] of Object.entries(typesOf(said.id))) {
        if (type !== "person" && type !== "room" && type !== "words") continue;
        const marked = { ...said, parameters: { ...said.parameters, [name]: "QQQ" } };
        const lines = formatTexts([marked]);
        const outside = lines.map((line) => wordsOf(line.filter((span) => !codesOf([[span]]).length))).join("\n");
        if (outside !== "QQQ")
          expect([said.id, outside.replaceAll(apart("QQQ"), "")]).toEqual([
            said.id,
            expect.not.stringContaining("QQQ"),
          ]);
      }
    }
  });
});

test("every word that is said comes from the files of the language, or is a value", () => {
  const pseudo = createFormat("en", english, (words) =>
    words.replace(/(<\/?(?:b|code)>)|[A-Za-z]/g, (_, tag: string | undefined) => tag ?? "ж"),
  );
  // What stands between the pieces of a list is said by Intl.
  const values = / and |\u2068[^\u2068\u2069]*\u2069|^(?:March|Ana|word|12:00 UTC)$/g;
  for (const said of ids.flatMap(formsOf)) {
    const errors: Error[] = [];
    const lines = pseudo(said, errors).map((line) =>
      wordsOf(line.filter((span) => typeof span === "string" || "bold" in span)),
    );
    expect([said.id, errors, lines.join("\n").replace(values, "")]).toEqual([
      said.id,
      [],
      expect.not.stringMatching(/[A-Za-z]/),
    ]);
  }
  const [line = []] = pseudo(
    text("where-is-from", {
      name: text("person-told", { name: "Ana" }),
      seen: "now",
      bound: "within",
      distance: 5,
      direction: "north",
      position: { latitude: 1, longitude: 2 },
      when: { since: instant(0), age: 5000 },
      left: 1,
    }),
    [],
  );
  expect(wordsOf(line)).toContain(apart("жжжжж"));
});

test("what formats numbers, times and lists is made once for a language: it takes as long as ten texts", () => {
  const names = ["NumberFormat", "DateTimeFormat", "PluralRules", "ListFormat"] as const;
  const made = names.map((name) => vi.spyOn(Intl, name));
  onTestFinished(() => void vi.restoreAllMocks());
  const count = () => made.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  const format = createFormat("en", english);
  const say = () => ids.flatMap(formsOf).flatMap((said) => format(said, []));
  const first = say();
  const before = count();
  expect(before).toBeGreaterThan(0);
  expect(say()).toEqual(first);
  expect(count()).toBe(before);
});
