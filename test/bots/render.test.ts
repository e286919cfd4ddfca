import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderHtml, renderText } from "../../src/bots/render.ts";
import { bold, code, line, type Span } from "../../src/core/model/message.ts";

const hostileNames = [
  "</b></a><img src=x onerror=alert(1)>",
  `"'&amp;<b>`,
  "_*[]()~`>#+-=|{}.!\\",
  "@room",
  "Ana\nBen is at 1.0, 2.0",
  "\u202Eana\u202C",
  "\u2069\u2066ana",
  "a\u0000\u001B[31mb",
  "z\u0301".repeat(10_000),
  "👩‍👩‍👧",
  "half a pair: \uD83D",
];

/** What a reader of the HTML sees, or undefined when it holds a tag that the renderer does not write. */
function readHtml(html: string): string | undefined {
  const bare = html.replaceAll("<br>", "\n").replace(/<\/?(?:b|code)>/g, "");
  if (/[<>"']/.test(bare) || /&(?!(?:amp|lt|gt|quot|#39);)/.test(bare)) return undefined;
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return bare.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? "");
}

describe("text and HTML", () => {
  const lines = [line(bold("Ana"), " is at ", code("52.520000, 13.405000")), line(), line("4 min ago")];

  test("the text has no marks of its own", () => {
    expect(renderText(lines)).toBe("Ana is at 52.520000, 13.405000\n\n4 min ago");
  });

  test("Telegram gets line breaks, Matrix gets tags for them", () => {
    expect(renderHtml(lines, "telegram")).toBe("<b>Ana</b> is at <code>52.520000, 13.405000</code>\n\n4 min ago");
    expect(renderHtml(lines, "matrix")).toBe("<b>Ana</b> is at <code>52.520000, 13.405000</code><br><br>4 min ago");
  });

  test("nothing to say is nothing", () => {
    expect(renderText([])).toBe("");
    expect(renderHtml([], "matrix")).toBe("");
  });

  test("the five characters that HTML cares about are escaped in every kind of span", () => {
    const hostile = `&<>"'`;
    const escaped = "&amp;&lt;&gt;&quot;&#39;";
    expect(renderHtml([line(hostile, bold(hostile), code(hostile))], "telegram")).toBe(
      `${escaped}<b>${escaped}</b><code>${escaped}</code>`,
    );
  });
});

describe("names are hostile", () => {
  test.each(hostileNames)("%j stays inside its line, and the HTML says what the text says", (name) => {
    for (const span of [name, bold(name), code(name)]) {
      const lines = [line(span, " is here"), line("second")];
      expect(renderText(lines).split("\n")).toHaveLength(2);
      expect(readHtml(renderHtml(lines, "telegram"))).toBe(renderText(lines));
      expect(readHtml(renderHtml(lines, "matrix"))).toBe(renderText(lines));
    }
  });

  test("marks that turn the direction of text are left out", () => {
    expect(renderText([line(bold("\u202Eana\u2066\u200F"), "\u202E 12 m")])).toBe("ana 12 m");
  });

  test("a name from right to left is isolated, outside its tags, and one from left to right is left alone", () => {
    expect(renderText([line(bold("דנה"), " 120 m")])).toBe("\u2068דנה\u2069 120 m");
    expect(renderHtml([line(bold("ليلى"), " 120 m")], "matrix")).toBe("\u2068<b>ليلى</b>\u2069 120 m");
    expect(renderText([line(bold("Łukasz 李"), " 120 m")])).toBe("Łukasz 李 120 m");
  });

  test("a name cannot break out of its isolation", () => {
    expect(renderText([line(bold("\u2069דנה\u2068"), " 120 m")])).toBe("\u2068דנה\u2069 120 m");
  });

  test("whatever is said: no foreign tag, no line more than was meant, isolates balanced", () => {
    const words = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileNames));
    const span: fc.Arbitrary<Span> = fc.oneof(words, words.map(bold), words.map(code));
    fc.assert(
      fc.property(fc.array(fc.array(span, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), (lines) => {
        const said = renderText(lines);
        expect(said.split("\n")).toHaveLength(lines.length);
        expect(said.match(/\u2068/g)?.length).toBe(said.match(/\u2069/g)?.length);
        expect(said).not.toMatch(/[\u202A-\u202E\u2066\u2067]|(?!\n)\p{Cc}/u);
        expect(readHtml(renderHtml(lines, "telegram"))).toBe(said);
        expect(readHtml(renderHtml(lines, "matrix"))).toBe(said);
      }),
    );
  });
});
