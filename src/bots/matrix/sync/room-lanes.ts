import { mayPass } from "../../../core/model/errors.ts";
import { createBeginApart } from "../../../lib/async/begin-apart.ts";
import type { Retry, Trouble } from "../../../lib/async/retry.ts";
import type { Log } from "../../../lib/log.ts";
import type { Duration } from "../../../lib/time.ts";
import { StoreFailedError } from "../crypto/indexeddb/store-errors.ts";
import { isGone, isPassing, pauseAskedFor } from "../http/refusal.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { eventPatience, maxEventTries, maxTokenLag, maxWaitingBatches, maxWaitingSyncs } from "../limits.ts";
import type { Step } from "./deliver.ts";
import { type JoinedBatch, mergeJoined, type RoomBatch } from "./room-batch.ts";
import type { Gap } from "./sync-request.ts";

export type RoomLanes = {
  /** Queues a batch behind those that wait for its room. Resolves when it was handled or given up. */
  add(roomId: string, batch: RoomBatch): Promise<void>;
  /** Gives up what has waited longer than the sync token may lag behind. */
  giveUpOld(): void;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
};

type Parts = {
  askGap: (roomId: string, batch: JoinedBatch) => Promise<Gap | undefined>;
  stepsOf: (roomId: string, batch: RoomBatch, gap: Gap | undefined) => Step[];
  onGap: (roomId: string) => Promise<void>;
  retry: Retry;
  trouble: Trouble;
  log: Log;
  /** for how long events have been received; stands still while the homeserver does not answer */
  worked: () => Duration;
  /** reports an error after which nothing can be handled any more */
  fail: (error: unknown) => void;
  signal: AbortSignal;
};

type Entry = { batch: RoomBatch; since: Duration; done: readonly (() => void)[]; isLost: boolean };

/** Steps that begin together share reads and commits. Most take some fifteen turns of the event loop. */
const [stepsTogether, turnsApart] = [10, 15];

class Stopped extends Error {
  override name = "Stopped";
}

/**
 * A lane for each room. What happens in a room is handled in order, and a room with a slow or failing homeserver delays no other room. What
 * waits is only in memory. It is not lost in a crash, because the sync token is stored only after it was handled.
 */
export function createRoomLanes(parts: Parts): RoomLanes {
  const { askGap, stepsOf, onGap, retry, trouble, log, worked, fail, signal } = parts;
  const lanes = new Map<string, Entry[]>();
  const underWay = new Set<Promise<void>>();
  const failing = new Set<string>();
  // After an outage much has happened in all rooms: the other networks have their turn between.
  const mayBegin = createBeginApart(stepsTogether, turnsApart);

  /** One line in the log for all rooms that wait. */
  const troubleOf = (roomId: string): Trouble => ({
    met(cause) {
      failing.add(roomId);
      trouble.met(cause);
    },
    passed() {
      if (failing.delete(roomId) && failing.size === 0) trouble.passed();
    },
  });

  /** Tries until it works, or until it is too late to be of use. @returns undefined when it was given up */
  async function attempt<T>(roomId: string, entry: Entry, work: () => Promise<T>): Promise<T | undefined> {
    let tries = 0;
    const isWorthIt = (error: unknown) => {
      if (isFatal(error)) return false;
      // The core itself waits for its store. It gives up only when the program ends, and then nothing may be lost.
      if (mayPass(error)) return true;
      if (entry.isLost || worked() - entry.since > eventPatience) return false;
      return isPassing(error) || (error instanceof MatrixRequestError && !isGone(error) && ++tries < maxEventTries);
    };
    const unlessStopped = () => {
      if (signal.aborted) throw new Stopped();
      return work();
    };
    const options = { mayPass: isWorthIt, asksFor: pauseAskedFor, isStopping: () => signal.aborted };
    try {
      return await retry(unlessStopped, { trouble: troubleOf(roomId), ...options });
    } catch (error) {
      if (isFatal(error)) fail(error);
      if (signal.aborted) throw new Stopped();
      troubleOf(roomId).passed();
      // The bot was removed from the room in the meantime. Another event reports that.
      if (!isGone(error)) log.warn("Matrix: an event could not be handled and is left out", error);
      return undefined;
    }
  }

  async function handle(roomId: string, entry: Entry) {
    const { batch } = entry;
    const gap = batch.kind === "joined" && (await attempt(roomId, entry, () => askGap(roomId, batch)));
    const known = gap === false ? undefined : gap;
    // A gap that could not be fetched stays a gap.
    const isLost = batch.kind === "joined" && batch.gap !== undefined && known === undefined;
    for (const step of stepsOf(roomId, batch, isLost ? { events: [], complete: false } : known)) {
      await mayBegin();
      if (entry.isLost) break;
      await attempt(roomId, entry, step);
    }
  }

  async function run(roomId: string, lane: Entry[]) {
    try {
      for (let [entry] = lane; entry !== undefined; [entry] = lane) {
        if (!entry.isLost) await handle(roomId, entry);
        lane.shift();
        if (entry.isLost && lane[0]?.isLost !== true) await attempt(roomId, entry, () => onGap(roomId));
        for (const done of entry.done) done();
      }
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    lanes.delete(roomId);
  }

  function giveUp(entries: readonly Entry[]) {
    const given = entries.filter(({ isLost }) => !isLost);
    if (given.length > 0) log.warn("Matrix: events of a room waited too long for its homeserver and are left out");
    for (const entry of given) {
      entry.isLost = true;
      for (const done of entry.done) done();
    }
  }

  /** The first entry is the one that is being handled. */
  function shorten(lane: Entry[]) {
    const last = lane.findLastIndex(({ batch }, index) => index === 0 || batch.kind !== "joined");
    const syncs = lane.slice(last + 1);
    const [first, ...more] = syncs.flatMap(({ batch }) => (batch.kind === "joined" ? [batch] : []));
    if (first !== undefined && syncs.length > maxWaitingSyncs) {
      const batch = mergeJoined([first, ...more]);
      const since = syncs[0]?.since ?? worked();
      const isLost = false;
      lane.splice(last + 1, syncs.length, { batch, since, done: syncs.flatMap(({ done }) => done), isLost });
    }
    const [, oldest] = lane;
    if (lane.length > maxWaitingBatches && oldest) giveUp([oldest]);
  }

  return {
    add(roomId, batch) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const entry = { batch, since: worked(), done: [resolve], isLost: false };
      const lane = lanes.get(roomId);
      if (lane) {
        lane.push(entry);
        shorten(lane);
      } else {
        const begun = [entry];
        lanes.set(roomId, begun);
        const running = run(roomId, begun).finally(() => underWay.delete(running));
        underWay.add(running);
      }
      return promise;
    },
    giveUpOld() {
      for (const lane of lanes.values()) giveUp(lane.filter(({ since }) => worked() - since > maxTokenLag));
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** Whether nothing can go on after this error. */
export const isFatal = (error: unknown): boolean => error instanceof StoreFailedError || isRevoked(error);
