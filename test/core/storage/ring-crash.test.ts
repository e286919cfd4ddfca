import { chmodSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SealError } from "../../../src/core/errors.ts";
import type { Instant } from "../../../src/core/model.ts";
import type { Clock, RecordKey, Seal, TextStore } from "../../../src/core/ports.ts";
import type { KeyRing } from "../../../src/core/storage/key-ring.ts";
import type { RingTier } from "../../../src/core/storage/open-key-ring.ts";
import { createPgpSeal } from "../../../src/core/storage/pgp-seal.ts";
import type { Step } from "../../../src/core/storage/saver.ts";
import { settleRenewals } from "../../../src/core/storage/settle-renewals.ts";
import { freshFolder } from "./fresh-folder.ts";
import { ana, begin, ben, c1, c2, keep, minute, movingClock, openedStore, openRing, positionOf } from "./ring-world.ts";

/** Every call of every step, and a ring under a passphrase, take minutes: then only where there is time. */
const isThorough = process.env.THOROUGH !== undefined;
const timeout = isThorough ? 900_000 : 60_000;
const tierIn = (folder: string): RingTier => {
  const path = join(folder, "keys");
  return isThorough ? { kind: "sealed", path, passphrase: "correct horse" } : { kind: "file", path };
};
const storeIn = (folder: string) => openedStore(`sqlite:${join(folder, "whereat.db")}`);
const day = 24 * 60 * minute;
const soon = { kind: "code", about: ["soon"] };

/** What may be in the store, and which rows must not open any more, at a point of the story. */
type Promised = {
  texts: Map<string, { key: RecordKey; may: (string | undefined)[] }>;
  closed: [RecordKey, string][];
  now: Instant;
};

/** Does everything that changes a ring, and keeps account of what was promised. Each act is tried again when it fails. */
async function story(ring: KeyRing, seal: Seal, store: TextStore, pass: (by: number) => Instant, promised: Promised) {
  const act = async <T>(run: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!isArranged(error)) throw error;
      }
    }
  };
  const put = async (key: RecordKey, text: string, life = day): Promise<string> => {
    const id = seal.rowId(key);
    const before = promised.texts.get(id)?.may.at(-1);
    promised.texts.set(id, { key, may: [before, text] });
    const row = await act(() => keep(seal, store, key, text, life));
    promised.texts.set(id, { key, may: [text] });
    return row;
  };
  const ending = async (keys: RecordKey[], run: () => Promise<void>) => {
    for (const key of keys) promised.texts.get(seal.rowId(key))?.may.push(undefined);
    const rows = await Promise.all(
      keys.map(async (key) => [key, (await store.get(seal.rowId(key))) ?? ""] as [RecordKey, string]),
    );
    await act(run);
    for (const key of keys) promised.texts.set(seal.rowId(key), { key, may: [undefined] });
    promised.closed.push(...rows);
  };
  const renewing = async (key: RecordKey, text: string) => {
    const row = (await store.get(seal.rowId(key))) ?? "";
    await put(key, text);
    promised.closed.push([key, row]);
  };
  await put(positionOf(c1, ana), "first");
  await put(positionOf(c1, ben), "of ben");
  await put(positionOf(c2, ana), "in two");
  await put(soon, "soon over", minute);
  promised.now = pass(15 * minute);
  await renewing(positionOf(c1, ana), "second");
  await ending([positionOf(c1, ben)], () => seal.destroyMember(c1, ben));
  await ending([soon], () => seal.destroyBuckets(promised.now));
  await ending([positionOf(c2, ana)], () => seal.destroyCircle(c2));
  const finish = await act(() => seal.renewCircle(c1));
  await put(positionOf(c1, ana), "third");
  await act(finish);
  expect(ring.superseded()).toEqual([]);
  expect(ring.halfRenewed()).toEqual([]);
}

class Arranged extends Error {}
const isArranged = (error: unknown): boolean =>
  error instanceof Arranged || (error instanceof Error && error.cause instanceof Arranged);

async function isHeld(folder: string, promised: Promised): Promise<void> {
  const clock: Clock = () => promised.now;
  const store = await storeIn(folder);
  const ring = await openRing({ tier: tierIn(folder), store, clock });
  const seal = createPgpSeal(ring);
  await settleRenewals(ring, seal, store);
  expect(ring.superseded()).toEqual([]);
  for (const [key, row] of promised.closed) {
    const opened = await seal.open(key, row).catch((error: unknown) => error);
    if (opened !== undefined) expect(opened).toBeInstanceOf(SealError);
  }
  for (const [id, { key, may }] of promised.texts) {
    const row = await store.get(id);
    expect(may).toContain(row === undefined ? undefined : await seal.open(key, row));
  }
  await keep(seal, store, positionOf(c1, ana), "goes on", day);
  await ring.close();
  await store.close();
}

test(
  "whenever the program is killed, nothing stored is lost and nothing destroyed comes back",
  async () => {
    const [folder, copies] = [freshFolder(), freshFolder()];
    const { clock, pass } = movingClock();
    const promised: Promised = { texts: new Map(), closed: [], now: begin };
    const killedAt: { name: string; copy: string; promised: Promised }[] = [];
    // What a kill leaves is what is in the folder at that moment.
    const step: Step = (name) => {
      if (!isThorough && killedAt.some((each) => each.name === name)) return;
      const copy = join(copies, `${killedAt.length}`);
      cpSync(folder, copy, { recursive: true });
      chmodSync(copy, 0o700);
      killedAt.push({ name, copy, promised: structuredClone(promised) });
    };
    const store = await storeIn(folder);
    const ring = await openRing({ tier: tierIn(folder), store, clock, step });
    await story(ring, createPgpSeal(ring), store, pass, promised);
    expect(new Set(killedAt.map(({ name }) => name)).size).toBeGreaterThanOrEqual(18);
    for (const each of killedAt)
      await isHeld(each.copy, each.promised).catch((error: unknown) => {
        throw new Error(`killed at "${each.name}"`, { cause: error });
      });
  },
  timeout,
);

test(
  "whatever fails once is done when it is tried again",
  async () => {
    for (let failAt = 1, hasFailed = true; hasFailed; failAt += isThorough ? 1 : 5) {
      const folder = freshFolder();
      const { clock, pass } = movingClock();
      const promised: Promised = { texts: new Map(), closed: [], now: begin };
      let calls = 0;
      hasFailed = false;
      const step: Step = () => {
        if (++calls !== failAt) return;
        hasFailed = true;
        throw new Arranged();
      };
      const store = await storeIn(folder);
      const ring = await openRing({ tier: tierIn(folder), store, clock, step }).catch(unlessArranged);
      if (ring === undefined) continue;
      await story(ring, createPgpSeal(ring), store, pass, promised);
      await ring.close();
      await store.close();
      await isHeld(folder, promised);
    }
  },
  timeout,
);

function unlessArranged(error: unknown): undefined {
  if (!isArranged(error)) throw error;
  return undefined;
}
