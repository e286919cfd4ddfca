import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { searchFiles } from "../../../../drill/residue.ts";
import { SealError } from "../../../../src/core/model/errors.ts";
import { freshFolder } from "../fresh-folder.ts";
import { type Account, acts, holdsAfter, keys, openStorage, play, type Storage } from "./ring-story.ts";

/** Every call of every step, and a ring under a passphrase, take minutes: then only where there is time. */
const isThorough = process.env.THOROUGH !== undefined;
const timeout = isThorough ? 1_800_000 : 60_000;
type Tier = { passphrase?: string; isEachCall: boolean; isInParts: boolean };
const plain: Tier = { isEachCall: isThorough, isInParts: false };
const inParts: Tier = { ...plain, isInParts: true };
/** Opening it costs seconds each time: so one call of each step, the thorough run too. */
const sealed: Tier = { passphrase: "correct horse", isEachCall: false, isInParts: false };
const tiers: readonly [string, Tier][] = isThorough
  ? [
      ["a plain ring", plain],
      ["a plain ring in parts", inParts],
      ["a ring under a passphrase", sealed],
      ["a ring in parts under a passphrase", { ...sealed, isInParts: true }],
    ]
  : [
      ["a plain ring", plain],
      ["a plain ring in parts", inParts],
    ];
const names = Object.keys(keys) as (keyof typeof keys)[];
const nothing = () => {};
const atOnce = 4;

/** The names of all points that the story passes, in their order. */
async function points({ passphrase, isInParts }: Tier): Promise<string[]> {
  const passed: string[] = [];
  const storage = await openStorage({
    folder: freshFolder(),
    passphrase,
    step: (name) => void passed.push(name),
    now: 0,
    isInParts,
  });
  await play(storage, { done: 0, closed: [] });
  await storage.close();
  return passed;
}

/** The points to try, counted from 1: all, or one of each name, from the whole length of the story. */
function toTry(passed: readonly string[], { isEachCall }: Tier): number[] {
  if (isEachCall) return passed.map((_, index) => index + 1);
  return [...new Set(passed)].map((name, each) => {
    const calls = passed.flatMap((call, index) => (call === name ? [index + 1] : []));
    return calls[each % calls.length] ?? 0;
  });
}

/** Nothing that was confirmed is lost, and nothing that was destroyed opens. */
async function isHeld({ ring, seal, records }: Storage, { done, closed }: Account): Promise<void> {
  expect(ring.halfRotatedRecords()).toEqual([]);
  // A kill never looks like a restored copy.
  expect(ring.history.lostAt()).toBeUndefined();
  for (const [name, row] of closed) {
    const opened = await seal.open(keys[name], row).catch((error: unknown) => error);
    if (opened !== undefined) expect(opened).toBeInstanceOf(SealError);
  }
  for (const name of names) {
    const text = (await records.get(keys[name])) ?? null;
    expect([holdsAfter(done, name), holdsAfter(done + 1, name)]).toContain(text);
  }
}

/** Starts again where a program ended, plays on to the end, and looks at what is on the disk then. */
async function endsWell(folder: string, account: Account, { passphrase, isInParts }: Tier): Promise<void> {
  const now = (acts[account.done] ?? acts.at(-1))?.at ?? 0;
  const storage = await openStorage({ folder, passphrase, step: nothing, now, isInParts });
  try {
    expect(readdirSync(folder).filter((name) => !/^(keys|whereat\.db(-wal|-shm)?)$/.test(name))).toEqual([]);
    await isHeld(storage, account);
    await play(storage, account);
    await isHeld(storage, account);
    expect(storage.ring.halfRotatedCircles()).toEqual([]);
    const rows = account.closed.map(([, row]) => row.slice(-100));
    expect(rows.length).toBeGreaterThanOrEqual(5);
    expect(searchFiles(folder, rows).hits).toEqual([]);
  } finally {
    await storage.close();
  }
}

/** A process that is killed at a point of the story, and what it leaves. */
async function leftByKill(
  point: number,
  compiled: string,
  { passphrase, isInParts }: Tier,
): Promise<{ folder: string; account: Account }> {
  const home = freshFolder();
  const [folder, account] = [join(home, "disk"), join(home, "account")];
  mkdirSync(folder, { mode: 0o700 });
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, "ring-story-child.ts"),
      folder,
      account,
      `${point}`,
      isInParts ? "in parts" : "whole",
      ...(passphrase ? [passphrase] : []),
    ],
    { env: { NODE_COMPILE_CACHE: compiled }, stdio: ["ignore", "ignore", "inherit"] },
  );
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  expect({ code, signal }).toEqual({ code: null, signal: "SIGKILL" });
  return { folder, account: JSON.parse(readFileSync(account, "utf8")) as Account };
}

/** Does the same at each point to be tried, and prints how often. */
async function atEachPoint(what: string, tier: Tier, tryAt: (point: number) => Promise<void>): Promise<void> {
  const passed = await points(tier);
  const tried = toTry(passed, tier);
  const steps = new Set(passed).size;
  expect(steps).toBeGreaterThanOrEqual(24);
  const waiting = tried.values();
  const tryInTurn = async () => {
    for (const point of waiting)
      await tryAt(point).catch((cause: unknown) => {
        throw new Error(`${what} at point ${point}, "${passed[point - 1]}"`, { cause });
      });
  };
  await Promise.all(Array.from({ length: atOnce }, tryInTurn));
  console.log(`${what} at ${tried.length} points, ${steps} steps by name: each ended well`);
}

test.each(tiers)(
  "killed with SIGKILL at any step, %s loses nothing, finishes what it destroys, and lets nothing come back",
  async (_, tier) => {
    const compiled = freshFolder();
    await atEachPoint("killed", tier, async (point) => {
      const { folder, account } = await leftByKill(point, compiled, tier);
      await endsWell(folder, account, tier);
    });
  },
  timeout,
);

class Arranged extends Error {}
const isArranged = (error: unknown): boolean =>
  error instanceof Arranged || (error instanceof Error && error.cause instanceof Arranged);

async function untilDone<T>(run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await run();
    } catch (error) {
      if (!isArranged(error)) throw error;
    }
  }
}

test.each(tiers)(
  "whatever fails at any step of %s is done when it is tried again",
  async (_, tier) => {
    await atEachPoint("failed", tier, async (point) => {
      const folder = freshFolder();
      let calls = 0;
      const step = () => {
        if (++calls === point) throw new Arranged();
      };
      const storage = await untilDone(() =>
        openStorage({ folder, passphrase: tier.passphrase, isInParts: tier.isInParts, step, now: 0 }),
      );
      const account: Account = { done: 0, closed: [] };
      await play(storage, account, untilDone);
      await untilDone(() => storage.close());
      expect(calls).toBeGreaterThanOrEqual(point);
      await endsWell(folder, account, tier);
    });
  },
  timeout,
);
