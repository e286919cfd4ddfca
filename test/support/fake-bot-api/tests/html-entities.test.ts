import fc from "fast-check";
import { expect, test } from "vitest";
import { parseHtml } from "../content/html-entities.ts";

const refused = (html: string) => {
  try {
    return parseHtml(html).text;
  } catch (why) {
    return (why as Error).message.replace("Bad Request: can't parse entities: ", "");
  }
};

test("tags become entities counted in UTF-16 units, outer ones first", () => {
  expect(parseHtml('👍 <b>bold <i>both</i></b> <a href="https://a.example/?x=1&amp;y=2">link</a>')).toEqual({
    text: "👍 bold both link",
    entities: [
      { type: "bold", offset: 3, length: 9 },
      { type: "italic", offset: 8, length: 4 },
      { type: "text_link", offset: 13, length: 4, url: "https://a.example/?x=1&y=2" },
    ],
  });
});

test("a quotation can be one that opens (Bot API, HTML style)", () => {
  expect(parseHtml("a\n<blockquote expandable>b <b>c</b></blockquote>\n<blockquote>d</blockquote>").entities).toEqual([
    { type: "expandable_blockquote", offset: 2, length: 3 },
    { type: "bold", offset: 4, length: 1 },
    { type: "blockquote", offset: 6, length: 1 },
  ]);
});

test("a link to nowhere and an empty tag leave their text and no entity", () => {
  expect(parseHtml('<a href="javascript:x">a</a><b></b>')).toEqual({ text: "a", entities: [] });
});

test("four named references and numbers are decoded, everything else is left as it is", () => {
  expect(parseHtml("&lt;&gt;&amp;&quot;&#39;&#x1F44D;&nbsp;&apos; & &#0;").text).toBe(`<>&"'👍&nbsp;&apos; & &#0;`);
});

test("what Telegram cannot parse is refused in its words, with offsets in bytes", () => {
  expect(refused("<x>a</x>")).toBe('Unsupported start tag "x" at byte offset 0');
  expect(refused("é<br/>")).toBe('Unsupported start tag "br/" at byte offset 2');
  expect(refused("a < b")).toBe('Unsupported start tag "" at byte offset 2');
  expect(refused("a <b")).toBe("Unclosed start tag at byte offset 2");
  expect(refused("</b>")).toBe("Unexpected end tag at byte offset 0");
  expect(refused("<b>a</i>")).toBe('Unmatched end tag at byte offset 4, expected "</b>", found "</i>"');
  expect(refused("<b><i>a</b></i>")).toBe('Unmatched end tag at byte offset 7, expected "</i>", found "</b>"');
  expect(refused("<b>a")).toBe(`Can't find end tag corresponding to start tag "b"`);
  expect(refused("<b>a</b")).toBe("Unclosed end tag at byte offset 4");
  expect(refused('<span class="x">a</span>')).toBe('Tag "span" must have class "tg-spoiler" at byte offset 0');
  expect(refused("<a href=https://a.example>a</a>")).toBe("Unexpected end of name token at byte offset 8");
  expect(refused('<a href="x>a</a>')).toBe("Unclosed start tag at byte offset 0");
});

test("escaped text comes out as it went in, and any text at all is parsed or refused", () => {
  const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(parseHtml(`<b>${escape(text)}</b>`).text).toBe(text);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("<", ">", "/", "b", "a", " ", '"', "'", "=", "&", ";", "#") }),
      (html) => {
        expect(typeof refused(html)).toBe("string");
      },
    ),
  );
});
