import type { MayBegin } from "../../lib/async/begin-apart.ts";
import { backoff, createTrouble } from "../../lib/async/retry.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, type Instant, later, type Wait } from "../../lib/time.ts";
import { mayPass } from "../model/errors.ts";
import type { Incoming } from "../model/incoming.ts";
import type { Queue } from "../queue/queue.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import type { CarryOut } from "./carry-out.ts";
import { apology, type Handler } from "./handle.ts";

export interface Worker {
  run(): void;
  /** resolves when nothing can be worked on at the moment */
  idle(): Promise<void>;
  /** begins nothing more; resolves when what is under way is done */
  stop(): Promise<void>;
}

type Parts = {
  queue: Queue;
  handle: Handler;
  carryOut: CarryOut;
  mayBegin: MayBegin;
  clock: Clock;
  wait: Wait;
  random: () => number;
  log: Log;
};
type Work = Extract<QueuedItem, { kind: "incoming" }>;

/** Works on what came in and needs an answer of a network: in order for each person and each room, otherwise at the same time. */
export function createWorker({ queue, handle, carryOut, mayBegin, clock, wait, random, log }: Parts): Worker {
  const underWay = new Map<string, Promise<void>>();
  const paused = new Map<string, { until: Instant; failures: number }>();
  const trouble = createTrouble({ what: "what came in cannot be worked on" }, { log, now: clock });
  let stopping = false;

  function run() {
    if (stopping) return;
    const taken = new Set<string>();
    const passed = new Set<string>();
    const items = queue.items().filter((item) => item.kind === "incoming");
    const ids = new Set(items.map(({ id }) => id));
    for (const item of items) {
      if (item.due > clock()) continue;
      const keys = linesOf(item.incoming);
      const mustWait = item.after !== undefined && item.after !== item.id && ids.has(item.after);
      const isFree = !underWay.has(item.id) && !mustWait && !keys.some((key) => taken.has(key));
      passed.add(item.id);
      // Put again under an id that was there before, it can stand before what it waits for: each would wait for the other.
      if (mustWait && !passed.has(item.after ?? "")) continue;
      for (const key of keys) taken.add(key);
      if (isFree && (paused.get(item.id)?.until ?? 0) <= clock()) begin(item);
    }
  }

  function begin(item: Work) {
    const work = workOn(item)
      .catch((error: unknown) => pause(item, error))
      .finally(() => {
        underWay.delete(item.id);
        run();
      });
    underWay.set(item.id, work);
  }

  function pause(item: Work, error: unknown) {
    trouble.met(error);
    const failures = (paused.get(item.id)?.failures ?? 0) + 1;
    const pause = backoff(failures, random());
    paused.set(item.id, { until: later(clock(), pause), failures });
    if (!stopping) void wait(pause).then(run);
  }

  async function workOn(item: Work) {
    await mayBegin();
    if (stopping || !queue.items().includes(item)) return;
    const effects = await handle.queued(item.incoming).catch((error: unknown) => {
      if (mayPass(error)) throw error;
      log.warn("something that came in could not be handled", error);
      return item.incoming.kind === "command" ? apology(item.incoming) : [];
    });
    const { incoming, id } = item;
    const isSaid = incoming.kind === "command" || incoming.kind === "position";
    const replyTo = isSaid && incoming.from.place ? incoming.message : undefined;
    // The first message replaces the item under its id, and so does a newer position of the same share.
    await carryOut(item.quiet ? effects.filter(({ kind }) => kind !== "say") : effects, { id, replyTo });
    if (queue.items().includes(item)) await queue.remove(id);
    paused.delete(id);
    trouble.passed();
  }

  return {
    run,
    async idle() {
      for (run(); underWay.size > 0; run()) await Promise.all(underWay.values());
    },
    async stop() {
      stopping = true;
      await Promise.all(underWay.values());
    },
  };
}

/** The line of its person and the line of its room. A request has its own: what else the asker says does not wait for it. */
function linesOf(incoming: Incoming): string[] {
  if (incoming.kind === "request") return [`requests by ${incoming.asker}`];
  const person = "person" in incoming ? incoming.person : undefined;
  if ("from" in incoming && typeof incoming.from === "object")
    return [incoming.from.person, incoming.from.place?.room].filter((key) => key !== undefined);
  const rooms = "room" in incoming ? [incoming.room] : "to" in incoming ? [incoming.from, incoming.to] : [];
  return person === undefined ? rooms : [person, ...rooms];
}
