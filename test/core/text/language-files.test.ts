import { readdirSync, readFileSync } from "node:fs";
import {
  type Entry,
  Identifier,
  Message,
  type MessageReference,
  parse,
  Resource,
  type SelectExpression,
  serialize,
  type TextElement,
  VariableReference,
  Visitor,
} from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { createFormat } from "../../../src/core/text/catalogue.ts";
import { languages, readCatalogue, reviewerOf } from "../../../src/core/text/languages.ts";
import type { Text, TextId } from "../../../src/core/text/texts.ts";
import { formsOf, ids, typesOf } from "./samples.ts";

/** What the catalogue itself asks for, to say the values of other texts. */
const ownMessages: Record<string, readonly string[]> = {
  direction: ["direction"],
  moment: ["age"],
  "moment-by-clock": ["moment", "clock"],
  "person-quoted": ["person"],
  "person-without-name": [],
  "room-without-name": [],
  "words-in-answers": [],
};

type Used = { variables: Set<string>; messages: Set<string>; keys: Map<string, Set<string>>; tags: string[] };

/** What a message uses, by itself. */
function usedBy(message: Message): Used {
  const used: Used = { variables: new Set(), messages: new Set(), keys: new Map(), tags: [] };
  class Reader extends Visitor {
    override visitVariableReference({ id }: VariableReference) {
      used.variables.add(id.name);
    }
    override visitMessageReference({ id }: MessageReference) {
      used.messages.add(id.name);
    }
    override visitTextElement({ value }: TextElement) {
      used.tags.push(...(value.match(/<\/?(?:b|code)>/g) ?? []));
    }
    override visitSelectExpression(node: SelectExpression) {
      const { selector, variants } = node;
      const name = selector instanceof VariableReference ? selector.id.name : "";
      const keys = used.keys.get(name) ?? new Set();
      for (const { key } of variants) keys.add(key instanceof Identifier ? key.name : key.value);
      used.keys.set(name, keys);
      this.genericVisit(node);
    }
  }
  new Reader().visit(message);
  return used;
}

const englishMessages = readCatalogue("en")
  .flatMap(({ words }) => parse(words, { withSpans: false }).body as Entry[])
  .filter((entry): entry is Message => entry.type === "Message");

describe.each(languages)("the files of %s", (language) => {
  const folder = new URL(`../../../src/core/text/languages/${language}/`, import.meta.url);
  const files = readdirSync(folder);
  const sources = files.map((name) => readFileSync(new URL(name, folder), "utf8"));
  const entries: Entry[] = sources.flatMap((source) => parse(source, { withSpans: false }).body as Entry[]);
  const messages = entries.filter((entry): entry is Message => entry.type === "Message");
  const used = new Map(messages.map((message) => [message.id.name, usedBy(message)]));

  /** The variables of a message, and of those that it is made of. */
  function variablesOf(id: string): Set<string> {
    const { variables, messages: inner } = used.get(id) ?? usedBy({} as Message);
    return new Set([...variables, ...[...inner].flatMap((one) => [...variablesOf(one)])]);
  }

  test("hold messages and comments, and nothing that cannot be parsed", () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((name) => !name.endsWith(".ftl"))).toEqual([]);
    const kinds = new Set(entries.map(({ type }) => type as string));
    expect(kinds).toEqual(
      new Set(["Message", "Comment", "GroupComment", "ResourceComment"].filter((kind) => kinds.has(kind))),
    );
    expect(entries.filter(({ type }) => type === "Junk")).toEqual([]);
  });

  test("say in their first lines how they were made, and who reviewed them", () => {
    for (const [index, source] of sources.entries()) {
      expect([files[index], source.split("\n")[0]]).toEqual([files[index], expect.stringMatching(/^# Made by: \S/)]);
      expect([files[index], reviewerOf(source)]).toEqual([files[index], expect.stringMatching(/\S/)]);
    }
    expect(readCatalogue(language).map(({ words }) => words)).toEqual(sources);
  });

  test("are those of English, each with the same texts, and leave none in English", () => {
    expect(files).toEqual(readdirSync(new URL("../../../src/core/text/languages/en/", import.meta.url)));
    if (language === "en") return;
    const wordsIn = ({ id, value }: Message) => serialize(new Resource([new Message(id, value)]), {});
    const ofEnglish = new Map(englishMessages.map((message) => [message.id.name, wordsIn(message)]));
    const letters = (words: string) => words.replace(/\{[^{}]*\}|<code>.*?<\/code>|<[^>]*>|^[\w-]+ =/g, "");
    const left = messages.filter(
      (message) => /\p{L}{3}/u.test(letters(wordsIn(message))) && ofEnglish.get(message.id.name) === wordsIn(message),
    );
    expect(left.map(({ id }) => id.name)).toEqual([]);
  });

  test("hold no control characters, no marks of direction and nothing for private use", () => {
    // Persian is spelt with a joiner of no width (U+200C) between two letters, which turns nothing around.
    const spelt = /(?<=[\p{L}\p{M}])\u200C(?=\p{L})/gu;
    for (const source of sources) expect(source.replace(spelt, "")).not.toMatch(/[^\P{C}\n]/u);
  });

  test("say each text once, with words, and without attributes that nobody reads", () => {
    expect(used.size).toBe(messages.length);
    for (const { id, value, attributes } of messages)
      expect([id.name, value !== null, attributes]).toEqual([id.name, true, []]);
  });

  test("say every text of the list, and nothing else but what these are made of", () => {
    const parts = new Set([...used.values()].flatMap(({ messages: inner }) => [...inner]));
    const known = new Set<string>([...ids, ...parts, ...Object.keys(ownMessages)]);
    expect([...used.keys()].filter((id) => !known.has(id))).toEqual([]);
    expect([...known].filter((id) => !used.has(id))).toEqual([]);
  });

  test("use the parameters of each text, all of them and no others", () => {
    for (const id of ids)
      expect([id, [...variablesOf(id)].toSorted()]).toEqual([id, Object.keys(typesOf(id)).toSorted()]);
    for (const [id, names] of Object.entries(ownMessages))
      expect([id, [...variablesOf(id)].toSorted()]).toEqual([id, [...names].toSorted()]);
  });

  test("have a variant for every choice, and for every parameter that may be left out", () => {
    for (const id of ids) {
      for (const [name, type] of Object.entries(typesOf(id))) {
        const keys = [...(used.get(id)?.keys.get(name) ?? [])];
        if (typeof type !== "string") expect([id, name, keys.toSorted()]).toEqual([id, name, type.toSorted()]);
        else if (type.endsWith("?")) expect([id, name, keys]).toEqual([id, name, expect.arrayContaining(["none"])]);
      }
    }
  });

  test("close each tag that they open, in the order of opening", () => {
    for (const [id, { tags }] of used)
      for (const [index, tag] of tags.entries())
        expect([id, index % 2 === 0 ? "opens" : `closes ${tags[index - 1]}`]).toEqual([
          id,
          tag.startsWith("</") ? `closes ${tag.replace("/", "")}` : "opens",
        ]);
  });

  test("say every form of every text without an error, each line with words", () => {
    const format = createFormat(language, sources);
    let forms = 0;
    for (const said of ids.flatMap(formsOf)) {
      const errors: Error[] = [];
      const lines = format(said, errors);
      expect([said, errors]).toEqual([said, []]);
      for (const line of lines) expect([said, line.length > 0]).toEqual([said, true]);
      forms += 1;
    }
    expect(forms).toBeGreaterThan(ids.length);
  });

  test("a text that is not there, and a parameter that is left out, are errors", () => {
    const format = createFormat(language, sources);
    for (const wrong of [{ id: "no-such-text" as TextId }, { id: "linked-to" }, { id: "stopped" }] satisfies Text[]) {
      const errors: Error[] = [];
      format(wrong, errors);
      expect([wrong.id, errors.length]).toEqual([wrong.id, 1]);
    }
  });
});
