import { setImmediate as nextTurn } from "node:timers/promises";
import { createMutex } from "../../../lib/async/mutex.ts";
import { type Clock, type Instant, minute, second } from "../../../lib/time.ts";
import type { Continuity, Loss, TextStore } from "../../model/ports.ts";
import { bindingId, type StoreNote, writeBinding } from "../keys/ring-binding.ts";
import type { RingHistory } from "../keys/ring-history.ts";
import { edgeBefore } from "../keys/ring-keys.ts";
import type { Step } from "../keys/saver.ts";
import { endOfRow, guardedEdge } from "../seal/row-text.ts";
import { absent } from "./guarded-rows.ts";
import { type Found, type GuardKeys, scanRows } from "./verify-store.ts";

/** A store whose guarded rows are watched: whatever becomes of them that the program did not do is noticed when they are read. */
export type GuardedStore = { store: TextStore; continuity: Continuity };

type Parts = {
  store: TextStore;
  history: RingHistory;
  /** the name of the ring; undefined: it is in memory */
  ring: string | undefined;
  keys: GuardKeys;
  clock: Clock;
  step: Step;
};

/** A guarded row to store; without a text, one to delete. */
type Change = { id: string; text: string | undefined; done: () => void; failed: (cause: unknown) => void };

/** How many guarded rows one note names at most. */
const atOnce = 200;
/** How old the note's time may become while the program runs; and what it says of the ring. */
const timeNotedEach = minute;
const ringNotedEach = second;

/**
 * Resolves when ring and store are bound to each other, as they are now.
 * @param found what was read when the store was opened
 */
export async function guardStore(parts: Parts, found: Found): Promise<GuardedStore> {
  const { store, history, ring, keys, clock, step } = parts;
  const exclusive = createMutex();
  const absence = found.note && Math.max(0, clock() - found.note.at);
  let { rows } = found;
  /** Changes that ring and store both know of for good. */
  let counted = 0;
  let changes = Math.max(history.changes(), found.note?.changes ?? 0);
  let edge = edgeBefore(clock());
  /** Rows that are being written, or whose writing failed: how each may end. */
  const doubtful = new Map<string, string[]>();
  const waiting: Change[] = [];
  let isDraining = false;
  /** What was noted last; and the texts that may be in the store: of a writing that failed nobody knows. */
  let noted: { at: Instant; saves: number } = { at: clock(), saves: 0 };
  let notes = new Set<string>();
  let loss: Loss | undefined = found.loss ?? (history.isLossOpen() ? "unfinished" : undefined);
  /** The keys are destroyed for it, but the store is not taken up again yet. */
  let mustAdopt = true;

  /** @param from rows whose edge is not after this one may be gone */
  async function writeNote(from = edge): Promise<void> {
    const at = clock();
    const saves = history.saves();
    const digest = rows.digest(from, doubtful.keys());
    const starts = history.starts();
    const note: StoreNote = { starts, saves, changes, at, edge: from, digest, doubtful: [...doubtful] };
    const text = writeBinding(ring, note, keys.note);
    notes.add(text);
    await store.set(bindingId, text);
    notes = new Set([text]);
    noted = { at, saves };
  }

  /** Takes the store up as it is from now on. The store's note comes first: a ring that has counted more than the store is a sign of loss. */
  async function adopt(): Promise<void> {
    doubtful.clear();
    edge = edgeBefore(clock());
    rows.forgetUpTo(edge);
    changes += 1;
    await writeNote();
    step("store: noted");
    await history.countChanges(changes);
    counted = changes;
    step("store: counted");
    mustAdopt = false;
  }

  async function loseNow(why: Loss): Promise<void> {
    loss = why;
    mustAdopt = true;
    await history.lose(clock(), found.note);
    ({ rows } = await scanRows(store, keys));
    await adopt();
  }

  /** What follows from a loss may have failed half-way, with the store. */
  const inOrder = <T>(work: () => Promise<T>): Promise<T> =>
    exclusive(async () => {
      if (mustAdopt) await loseNow(loss ?? "changed");
      return work();
    });

  function isAsKnown(id: string, text: string | undefined): boolean {
    const found = text === undefined ? undefined : guardedEdge(text);
    // What is over need not be gone yet: nothing opens it any more.
    const end =
      text === undefined || found === undefined || (found !== "none" && found <= edge) ? absent : endOfRow(text);
    return doubtful.get(id)?.includes(end) ?? end === rows.endOf(id);
  }

  /** Reads rows once more while nothing is being written: then only what somebody else did can make a difference. */
  const readAgain = (ids: readonly string[]): Promise<(string | undefined)[]> =>
    inOrder(async () => {
      const texts = await store.getMany(ids);
      if (ids.every((id, index) => isAsKnown(id, texts[index]))) return texts;
      await loseNow(await whatHappened());
      return store.getMany(ids);
    });

  async function whatHappened(): Promise<Loss> {
    const note = await store.get(bindingId);
    if (note === undefined) return "emptied";
    return notes.has(note) ? "changed" : "older store";
  }

  async function carryOut(batch: readonly Change[]): Promise<void> {
    for (const { id, text } of batch) {
      const ends = doubtful.get(id) ?? [rows.endOf(id)];
      doubtful.set(id, [...new Set([...ends, text === undefined ? absent : endOfRow(text)])]);
    }
    changes += 1;
    await writeNote();
    step("guarded: noted");
    const gone = batch.filter(({ text }) => text === undefined).map(({ id }) => id);
    await Promise.all([
      ...batch.map(({ id, text }) => (text === undefined ? undefined : store.set(id, text))),
      gone.length > 0 ? store.delete(gone) : undefined,
    ]);
    step("guarded: stored");
    await history.countChanges(changes);
    counted = changes;
    step("guarded: counted");
    for (const { id, text } of batch) {
      if (text === undefined) rows.remove(id);
      else rows.put(id, text);
      doubtful.delete(id);
    }
  }

  async function drain(): Promise<void> {
    // Everything else that is written in this turn of the event loop goes into the same batch.
    for (await nextTurn(); waiting.length > 0; ) {
      const batch: Change[] = [];
      const inBatch = new Set<string>();
      for (let [next] = waiting; next && batch.length < atOnce && !inBatch.has(next.id); [next] = waiting) {
        batch.push(next);
        inBatch.add(next.id);
        waiting.shift();
      }
      try {
        await inOrder(() => carryOut(batch));
        for (const each of batch) each.done();
      } catch (cause) {
        for (const each of batch) each.failed(cause);
      }
    }
    isDraining = false;
  }

  const change = (id: string, text?: string): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ id, text, done, failed });
      if (isDraining) return;
      isDraining = true;
      void drain();
    });

  /** What was read while a note was being written may be the one before. */
  async function lookAgain(): Promise<void> {
    if (!notes.has((await store.get(bindingId)) ?? "")) await loseNow(await whatHappened());
  }

  /** Rows that are over may be deleted once the note says that they need not be there. */
  async function moveEdge(): Promise<void> {
    const now = edgeBefore(clock());
    if (now <= edge) return;
    for (const [id, ends] of doubtful) if (!ends.includes(absent)) doubtful.set(id, [...ends, absent]);
    await writeNote(now);
    edge = now;
    rows.forgetUpTo(edge);
  }

  const isGuarded = (id: string) => doubtful.has(id) || rows.endOf(id) !== absent;

  if (found.loss !== undefined) await history.lose(clock(), found.note);
  await adopt();

  return {
    store: {
      ...store,
      async get(id) {
        const text = await store.get(id);
        return isAsKnown(id, text) ? text : (await readAgain([id]))[0];
      },
      async getMany(ids) {
        const texts = await store.getMany(ids);
        return ids.every((id, index) => isAsKnown(id, texts[index])) ? texts : readAgain(ids);
      },
      set: (id, text) => (guardedEdge(text) === undefined && !isGuarded(id) ? store.set(id, text) : change(id, text)),
      async delete(ids) {
        if (edgeBefore(clock()) > edge) await inOrder(moveEdge);
        const others = ids.filter((id) => !isGuarded(id));
        await Promise.all([
          ...ids.filter(isGuarded).map((id) => change(id)),
          others.length > 0 ? store.delete(others) : undefined,
        ]);
      },
      async close() {
        // Where the store cannot be written any more, the note from before is as good: it only says less.
        await inOrder(() => writeNote()).catch(() => undefined);
        await store.close();
      },
    },
    continuity: {
      lostAt: () => history.lostAt(),
      open: () => loss,
      count: () => counted,
      absence,
      writtenAt: () => noted.at,
      async check() {
        if (mustAdopt || !notes.has((await store.get(bindingId)) ?? "")) await inOrder(lookAgain);
        if (edgeBefore(clock()) > edge) await inOrder(moveEdge);
        const age = clock() - noted.at;
        if (age >= timeNotedEach || (age >= ringNotedEach && noted.saves !== history.saves()))
          await inOrder(() => writeNote());
      },
      lose: (why) => exclusive(() => loseNow(why)),
      async close() {
        await history.closeLoss();
        loss = undefined;
      },
    },
  };
}
