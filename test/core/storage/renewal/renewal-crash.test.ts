import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshFolder } from "../fresh-folder.ts";
import { copyOf, endsWell, isWhole, prepare, renew, type Tier } from "./renewal-story.ts";

/** Every call of every step, and a new passphrase, take minutes: then only where there is time. */
const isThorough = process.env.THOROUGH !== undefined;
const timeout = isThorough ? 1_800_000 : 60_000;
const plain: Tier = {};
const tiers: readonly [string, Tier][] = isThorough
  ? [
      ["a plain ring", plain],
      ["a ring that gets another passphrase", { from: "correct horse", to: "battery staple" }],
    ]
  : [["a plain ring", plain]];
const atOnce = 2;

/** Has a renewal cut off at each of its points, in a copy of its own; when there is no time, at one of each name. Prints how often. */
async function atEachPoint(what: string, tier: Tier, cutOff: (folder: string, point: number) => Promise<void>) {
  const folder = freshFolder();
  const before = await prepare(folder, tier);
  const passed: string[] = [];
  await renew(copyOf(folder), tier, (name) => void passed.push(name));
  const steps = [...new Set(passed)];
  expect(steps.length).toBeGreaterThanOrEqual(16);
  // Of each name another call, from the whole length of the renewal.
  const oneOfEach = steps.map((name, each) => {
    const calls = passed.flatMap((call, index) => (call === name ? [index + 1] : []));
    return calls[each % calls.length] ?? 0;
  });
  const isEach = isThorough && tier === plain;
  const points = isEach ? passed.map((_, index) => index + 1) : oneOfEach;
  const waiting = points.entries();
  const tryInTurn = async () => {
    for (const [index, point] of waiting) {
      const copy = copyOf(folder);
      await cutOff(copy, point);
      await endsWell(copy, tier, before, index % 2 === 0).catch((cause: unknown) => {
        throw new Error(`${what} at point ${point}, "${passed[point - 1]}"`, { cause });
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, tryInTurn));
  console.log(`${what} at ${points.length} points, ${steps.length} steps by name: each ended well`);
}

test.each(tiers)(
  "killed with SIGKILL at any step of a renewal, %s has the old keys or the new ones, loses nothing, and is renewed when that is tried again",
  async (_, tier) => {
    const compiled = freshFolder();
    const program = join(import.meta.dirname, "renewal-child.ts");
    await atEachPoint("killed", tier, async (folder, point) => {
      const words = [folder, `${point}`, ...[tier.from, tier.to].filter((word) => word !== undefined)];
      const child = spawn(process.execPath, [program, ...words], {
        env: { NODE_COMPILE_CACHE: compiled },
        stdio: ["ignore", "ignore", "inherit"],
      });
      expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    });
  },
  timeout,
);

test.each(tiers)(
  "when any step of a renewal fails, %s has the old keys or the new ones, loses nothing, and is renewed when that is tried again",
  async (_, tier) => {
    await atEachPoint("failed", tier, async (folder, point) => {
      let calls = 0;
      const step = () => {
        if (++calls === point) throw new Error("arranged");
      };
      await renew(folder, tier, step).catch(() => undefined);
      expect(calls).toBeGreaterThanOrEqual(point);
    });
  },
  timeout,
);

test("a start after a renewal that was cut off has one set of keys, and needs no other", async () => {
  const folder = freshFolder();
  const before = await prepare(folder, plain);
  const step = (name: string) => {
    if (name === "renewal: rows sealed anew") throw new Error("arranged");
  };
  for (let time = 0; time < 2; time++) {
    await expect(renew(folder, plain, step)).rejects.toThrow("arranged");
    await isWhole(folder, undefined, before);
  }
});
