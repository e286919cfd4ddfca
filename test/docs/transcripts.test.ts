import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startProduct } from "../bots/telegram/product/product.ts";
import { startConsoleRoom } from "../support/story/console-harness.ts";
import { startFakeMatrix } from "../support/story/fake-matrix-harness.ts";
import type { Harness } from "../support/story/harness.ts";
import { play, type Step } from "../support/story/play.ts";
import { createTelegramHarness } from "../support/story/telegram-harness.ts";

/** Each story, and the words of the first line from which on it is about what it is there for. */
const stories = { ask: "/ask", setup: "/setup" };
/** Whoever asks for these has asked for a page. */
const longCommands = /> \/(help|privacy|setup)$/;
const networks: Record<string, () => Promise<Harness>> = {
  console: startConsoleRoom,
  telegram: async () => {
    const { api, settle, pass } = await startProduct({}, "none");
    return createTelegramHarness(api, { settle, wait: pass });
  },
  matrix: startFakeMatrix,
};
const cases = Object.entries(stories).flatMap(([story, begins]) =>
  Object.entries(networks).map(([network, start]) => ({ story, begins, network, start })),
);

/** A code is another one each time. */
const written = ({ line, said, gone }: Step): string =>
  [line, ...said.map(indented), ...gone.map((text) => `    (gone) ${text.split("\n")[0]?.slice(0, 60)}…`)]
    .join("\n")
    .replaceAll(/\bid-\d+\b/g, "CODE");
const indented = (text: string) => `    ${text.replaceAll("\n", "\n        ")}`;

/** Words of what is said, without what is a list: choices, each with its number, and people, each in a line. */
const wordsOf = (text: string): string[] =>
  text
    .split("\n")
    .filter((line) => !/^\d {2}|^\[/.test(line))
    .join(" ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

// When the words have changed on purpose: npx vitest run test/docs/transcripts.test.ts --update, then read examples/ aloud.
test.each(cases)(
  "$story reads on $network as its transcript has it, and no message is longer than forty words",
  async ({ story, begins, network, start }) => {
    const script = readFileSync(new URL(`../../examples/${story}.txt`, import.meta.url), "utf8");
    const steps = await play(script, { ...(await start()), isVerbatim: true });
    await expect(`${steps.map(written).join("\n")}\n`).toMatchFileSnapshot(
      `../../examples/${story}.${network}.out.txt`,
    );
    const beginning = steps.findIndex(({ line }) => line.includes(begins));
    const short = steps.slice(beginning).filter(({ line }) => !longCommands.test(line));
    const said = short.flatMap((step) => step.said.map((text) => text.slice(text.indexOf(" | ") + 3)));
    expect(said.length).toBeGreaterThan(15);
    for (const text of said) expect([text, wordsOf(text).length <= 40]).toEqual([text, true]);
  },
);
