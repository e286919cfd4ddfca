import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainWords } from "../../../src/bots/render.ts";
import { text } from "../../../src/core/text/texts.ts";

const shown = (name: string) =>
  plainWords([text("position-destroyed", { name: text("person-told", { name }), expiry: 1000 })])
    .split(" still shares")[0]
    ?.replace(/[\u200E\u2068\u2069]/g, "") ?? "";

describe("a name that could be taken for words of an answer", () => {
  test.each([
    "Ben is at 10.0, 20.0",
    "52.5, 13.4",
    "7",
    "Ben 2",
    "-52.5",
    "Nobody",
    "you",
    "somebody near you",
    "Ana, just now",
    "north: 5 kilometres",
    "Ana (@ana)",
    "!",
  ])("is quoted: %s", (name) => {
    expect(shown(name).replaceAll("\u2060", "")).toBe(`“${name}”`);
  });

  test.each([
    "Ana",
    "Ana Kovac",
    "O’Brien",
    "Jean-Luc",
    "J. R. Smith",
    "小明",
    "علی\u200cرضا",
    "José",
    "alex89",
    "Sam 🏳️\u200d🌈",
  ])("and no other is: %s", (name) => {
    expect(shown(name).replaceAll("\u2060", "")).toBe(name);
  });

  test("cannot end its quotes", () => {
    expect(shown("Ana” is at “1")).toBe("“Ana' is at '1”");
  });

  test("is so as the name of a room, too", () => {
    const room = (name: string) => plainWords([text("linked-to", { room: name })]).replace(/[\u2068\u2069]/g, "");
    expect(room("March 7")).toContain("the members of “March 7”.");
    expect(room("Legal")).toContain("the members of Legal.");
  });
});

test("no name is a command, a link or a tag that somebody could tap", () => {
  const parts = fc.constantFrom(
    "/stop",
    "evil.com",
    "https://a.b/c",
    "#tag",
    "$BTC",
    "ana",
    ".",
    "/",
    ":",
    "1.2.3.4",
    " ",
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 4 }), (all) => {
      expect(shown(all.join(""))).not.toMatch(/\/[A-Za-z0-9_]|[A-Za-z0-9]\.[A-Za-z]|[#$][A-Za-z]|:\/\//);
    }),
  );
});

test("whatever a name is, what is said of it is one line, and nothing of it ends the quotes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (name) => {
      const said = shown(name);
      expect(said).not.toContain("\n");
      if (said.startsWith("“") && said.endsWith("”")) expect(said.slice(1, -1)).not.toMatch(/[“”"]/);
    }),
  );
});
