import { readFileSync } from "node:fs";
import { FluentBundle } from "@fluent/bundle";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { startConsoleRoom } from "../support/story/console-harness.ts";
import { startFakeMatrix } from "../support/story/fake-matrix-harness.ts";
import type { Harness } from "../support/story/harness.ts";
import { play } from "../support/story/play.ts";
import { createTelegramHarness } from "../support/story/telegram-harness.ts";
import { startProduct } from "./telegram/product/product.ts";

/** Each letter as another that looks like it, a-z from U+FF41 on. What is typed stays: commands, and what is marked up. */
const pseudo = (words: string): string =>
  words.replace(/<[^>]*>|(?<![\p{L}\p{Nd}])[/!][a-z]+|[A-Za-z]/gu, (found) =>
    found.length > 1 ? found : String.fromCodePoint((found.codePointAt(0) ?? 0) + 0xfee0),
  );

// Of the library alone, so that whatever reads the catalogue speaks the pseudo-language; our own code is as it is.
const format = Object.getOwnPropertyDescriptor(FluentBundle.prototype, "formatPattern")?.value as (
  ...asked: Parameters<FluentBundle["formatPattern"]>
) => string;
beforeAll(() => {
  vi.spyOn(FluentBundle.prototype, "formatPattern").mockImplementation(function (this: FluentBundle, ...asked) {
    return pseudo(format.apply(this, asked));
  });
});
afterAll(() => {
  vi.restoreAllMocks();
  // What modules keep of words that they read, such as those on keys, is in the pseudo-language: later files of this worker load them anew.
  vi.resetModules();
});

const stories = ["march", "ask", "setup"].map((name) => ({
  name,
  script: readFileSync(new URL(`../../examples/${name}.txt`, import.meta.url), "utf8"),
}));

/** What is in no language's catalogue: people, rooms, what is typed and repeated, and how the harness writes signs; and what Intl says of numbers, times, units and languages. */
const names = /\b(?:ana|ben|cem|dora|zoe|march|legal|family|zed|whereat|example\.org)\b/g;
const ofIntl =
  /\b(?:days?|hours?|minutes?|seconds?|(?:kilo)?met(?:re|er)s?|ago|and|UTC|English|Español|Deutsch|Français|Português|Türkçe)\b/g;
const typed =
  /“[^”]*”|<[a-z]+>|\((?:a reaction|a pin)\)|(?<![\p{L}\p{Nd}])[/!][a-z]+|@[\w:.-]+|id-\d+|\bto [a-z]+ only\b|^.*? \| /gu;

/** Words that stand as they are written in code. */
function unspoken(said: string): string[] {
  const rest = said.replace(typed, " ").replace(names, " ").replace(ofIntl, " ");
  return rest.match(/[A-Za-z][a-z']+/g) ?? [];
}

const networks: Record<string, () => Promise<Harness>> = {
  console: startConsoleRoom,
  matrix: startFakeMatrix,
  telegram: async () => {
    const { api, settle, pass } = await startProduct({}, "none");
    return createTelegramHarness(api, { settle, wait: pass });
  },
};

test("a sentence that does not come from the catalogue is noticed", () => {
  expect(unspoken("to ana only | ｈｅ ｓｈａｒｅｓ 4 minutes ago, /stop ends it")).toEqual(["ends", "it"]);
  expect(unspoken("in march | ｎｏｂｏｄｙ shares")).toEqual(["shares"]);
  expect(unspoken("in march | ｋｅｐｔ ｆｏｒ 1 hour 30 minutes, 2.5 kilometres ｆｒｏｍ ben")).toEqual([]);
});

test.each(["console", "telegram", "matrix"])(
  "in a pseudo-language, whole conversations on %s hold no word but the catalogue's",
  async (network) => {
    const start = networks[network];
    const left = new Set<string>();
    let lines = 0;
    // Nobody leaves a room of the fake account.
    for (const { script } of stories.filter(({ name }) => network !== "matrix" || name !== "march")) {
      const harness = await start?.();
      if (!harness) throw new Error("no such network");
      const steps = await play(script, { ...harness, isVerbatim: true });
      for (const said of steps.flatMap((step) => [...step.said, ...step.gone])) {
        lines += 1;
        for (const word of said.split("\n").flatMap(unspoken)) left.add(`${word}: ${said.slice(0, 100)}`);
      }
    }
    expect(lines).toBeGreaterThan(50);
    expect([...left]).toEqual([]);
  },
);
