import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startConsoleRoom } from "../support/story/console-harness.ts";
import type { Harness } from "../support/story/harness.ts";
import { play, untilTimePasses } from "../support/story/play.ts";

/** Milliseconds: for networks of other programs, however busy the machine is. */
const timeout = 600_000;
const story = readFileSync(new URL("../../examples/march.txt", import.meta.url), "utf8");

/** Beside an age stands the clock time on networks whose answers do not count on by themselves. */
const withoutClockTimes = (text: string) => text.replaceAll(/ \(\d\d:\d\d [^)]+\)/g, "");

/**
 * Holds a network to the console room: the same story leads to the same words for the same people, and the same answers are deleted.
 * @param start gives a network with nobody on it, to be ended by the test's own means
 */
export function describeStory(name: string, start: () => Promise<Harness>): void {
  describe(`the story of a march, ${name}`, () => {
    test("reads line by line as it does in the console, down to the answers that are deleted", {
      timeout,
    }, async () => {
      const harness = await start();
      const script = harness.wait ? story : untilTimePasses(story);
      const { wait, ...console } = await startConsoleRoom();
      const { compared = (text: string) => text } = harness;
      const seenBy = ({ shown, ...rest }: Harness): Harness => ({
        ...rest,
        shown: () =>
          shown().map((one) => ({
            ...one,
            to: harness.saysToAll ? one.to.replace(/^(in .*), to .* only$/, "$1") : one.to,
            text: compared(withoutClockTimes(one.text)),
          })),
      });
      const reference = seenBy(console);
      const expected = await play(script, harness.wait && wait ? { ...reference, wait } : reference);
      expect(expected.length).toBeGreaterThan(15);
      expect(await play(script, seenBy(harness), expected)).toEqual(expected);
    });
  });
}
