import * as fc from "fast-check";
import { expect, test } from "vitest";
import { plainWords, renderHtml, renderText } from "../../src/bots/render.ts";
import { formatTexts } from "../../src/core/text/catalogue.ts";
import type { Line, Span } from "../../src/core/text/markup.ts";
import { text } from "../../src/core/text/texts.ts";
import { hostileNames } from "../support/world/hostile-names.ts";

/** What a reader of the HTML sees, or undefined when it holds a tag that the renderer does not write. */
function readHtml(html: string): string | undefined {
  const bare = html.replaceAll("<br>", "\n").replace(/<\/?(?:b|code)>/g, "");
  if (/[<>"']/.test(bare) || /&(?!(?:amp|lt|gt|quot|#39);)/.test(bare)) return undefined;
  const characters: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
  return bare.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => characters[name] ?? "");
}

const lines: Line[] = [[{ bold: "Ana" }, " is at ", { code: "52.520000, 13.405000" }], [], ["4 minutes ago"]];

test("the text has no marks of its own", () => {
  expect(renderText(lines)).toBe("Ana is at 52.520000, 13.405000\n\n4 minutes ago");
});

test("Telegram gets line breaks, Matrix gets tags for them", () => {
  expect(renderHtml(lines, "\n")).toBe("<b>Ana</b> is at <code>52.520000, 13.405000</code>\n\n4 minutes ago");
  expect(renderHtml(lines, "<br>")).toBe("<b>Ana</b> is at <code>52.520000, 13.405000</code><br><br>4 minutes ago");
});

test("nothing to say is nothing", () => {
  expect(renderText([])).toBe("");
  expect(renderHtml([], "<br>")).toBe("");
});

test("the five characters that HTML cares about are escaped in every kind of span", () => {
  const hostile = `&<>"'`;
  const escaped = "&amp;&lt;&gt;&quot;&#39;";
  expect(renderHtml([[hostile, { bold: hostile }, { code: hostile }]], "\n")).toBe(
    `${escaped}<b>${escaped}</b><code>${escaped}</code>`,
  );
});

test("what is shown on a button has its words alone", () => {
  expect(plainWords([text("linked-to", { room: "March" })])).toBe(
    "From here you share with the members of \u2068March\u2069. Nobody sees anything yet.",
  );
});

test.each(hostileNames)("with the name %j the HTML says what the text says", (name) => {
  const said = formatTexts([text("linked-to", { room: name }), text("unknown-command", { command: name })]);
  expect(readHtml(renderHtml(said, "\n"))).toBe(renderText(said));
  expect(readHtml(renderHtml(said, "<br>"))).toBe(renderText(said));
});

test("whatever is said, the HTML has no foreign tag and says what the text says", () => {
  const words = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileNames));
  const oneLine = words.map((said) => said.replaceAll("\n", " "));
  const span: fc.Arbitrary<Span> = fc.oneof(
    oneLine,
    oneLine.map((bold) => ({ bold })),
    oneLine.map((code) => ({ code })),
  );
  fc.assert(
    fc.property(fc.array(fc.array(span, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), (said) => {
      expect(renderText(said).split("\n")).toHaveLength(said.length);
      expect(readHtml(renderHtml(said, "\n"))).toBe(renderText(said));
      expect(readHtml(renderHtml(said, "<br>"))).toBe(renderText(said));
    }),
  );
});
