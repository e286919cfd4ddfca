import { expect, test } from "vitest";
import type { Fields } from "../../../../src/bots/telegram/client/fields.ts";
import { maxSpeakers } from "../../../../src/bots/telegram/limits.ts";
import { createLanguagesHeard } from "../../../../src/bots/telegram/receive/read-language.ts";
import type { Incoming } from "../../../../src/core/model/incoming.ts";
import { instant, later, minute } from "../../../../src/lib/time.ts";

const from = (id: number, code?: string) => ({
  message: { from: { id, is_bot: false, ...(code !== undefined && { language_code: code }) } },
});

function setUp() {
  let now = instant(1_800_000_000_000);
  const heard = createLanguagesHeard(() => now);
  const said = [{ kind: "command" }] as unknown as readonly Incoming[];
  return {
    heard: (update: Fields, read = said) => heard(update, read),
    pass: (time: number) => void (now = later(now, time)),
  };
}

const told = (language: string, id = 7) => [{ kind: "language-heard", person: `telegram:${id}`, language }];

test.each([
  ["en", "en"],
  ["pt-br", "en"],
  ["xx", "en"],
])("an app that speaks %s is told as %s, or as its own where that is spoken", (code, otherwise) => {
  const { heard } = setUp();
  const [first] = heard(from(7, code));
  expect([otherwise, code.split("-")[0]]).toContain(first?.language);
});

test("the language is told once a minute, and at once when it is another", () => {
  const { heard, pass } = setUp();
  expect(heard(from(7, "en"))).toEqual(told("en"));
  expect(heard(from(7, "en-GB"))).toEqual([]);
  pass(minute);
  expect(heard(from(7, "en"))).toEqual(told("en"));
});

test.each([
  ["no language", from(7)],
  ["a language that is no text", { message: { from: { id: 7, is_bot: false, language_code: 5 } } }],
  ["a bot", { message: { from: { id: 7, is_bot: true, language_code: "en" } } }],
  ["nobody", { message: { text: "/help" } }],
  ["nothing", {}],
])("nothing is told of %s", (_, update) => {
  expect(setUp().heard(update)).toEqual([]);
});

test("beyond so many people, it is told once more of the one told longest ago", () => {
  const { heard } = setUp();
  for (let id = 1; id <= maxSpeakers; id += 1) heard(from(id, "en"));
  expect(heard(from(1, "en"))).toEqual([]);
  heard(from(maxSpeakers + 1, "en"));
  expect(heard(from(1, "en"))).toEqual(told("en", 1));
});

test("what neither speaks nor begins to share tells no language", () => {
  const update = { kind: "position", first: false } as unknown as Incoming;
  expect(setUp().heard(from(7, "en"), [update])).toEqual([]);
});
