import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import {
  eventPatience,
  maxEventTries,
  maxTokenLag,
  maxWaitingBatches,
  maxWaitingSyncs,
} from "../../../../src/bots/matrix/limits.ts";
import type { RoomBatch } from "../../../../src/bots/matrix/sync/room-batch.ts";
import { createRoomLanes } from "../../../../src/bots/matrix/sync/room-lanes.ts";
import { StoreError } from "../../../../src/core/model/errors.ts";
import { createRetry, createTrouble } from "../../../../src/lib/async/retry.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant, minute } from "../../../../src/lib/time.ts";

const refusal = (status: number, code = "M_UNKNOWN") => new MatrixRequestError({ status, code, label: "rooms/*" });

/** Lanes whose steps are the ids of the events, handled by `handle`. */
function start(handle: (room: string, id: string) => Promise<void> = async () => undefined) {
  const handled: string[] = [];
  const logged: string[] = [];
  const fetched: unknown[] = [];
  const clock = { worked: 0 };
  const waits: number[] = [];
  const stopping = new AbortController();
  const log = createLog("debug", (line) => logged.push(line));
  const now = () => instant(clock.worked);
  const wait = async (ms: number) => {
    waits.push(ms);
    clock.worked += ms;
    await turns(1);
  };
  const failures: unknown[] = [];
  const lanes = createRoomLanes({
    askGap: async (_room, { gap }) => {
      if (gap === undefined || gap === "lost") return undefined;
      fetched.push(gap);
      return { events: ["fetched"], complete: true };
    },
    stepsOf: (room, batch, gap) => {
      const events = batch.kind === "joined" ? batch.timeline : [batch.kind];
      const lost = gap?.complete === false ? ["gap"] : [];
      return [...lost, ...(gap?.events ?? []), ...events].map((id) => async () => {
        await handle(room, String(id));
        handled.push(`${room} ${String(id)}`);
      });
    },
    onGap: async (room) => void handled.push(`${room} gap`),
    retry: createRetry(wait, () => 0.5),
    trouble: createTrouble({ what: "Matrix: what happens in a room cannot be handled" }, { log, now }),
    log,
    worked: () => clock.worked,
    fail: (error) => {
      failures.push(error);
      stopping.abort();
    },
    signal: stopping.signal,
  });
  onTestFinished(() => stopping.abort());
  return { lanes, handled, logged, fetched, clock, waits, failures, stop: () => stopping.abort() };
}

const sync = (number: number, ...ids: string[]): RoomBatch => ({
  kind: "joined",
  state: [],
  timeline: ids,
  prevBatch: `p${number}`,
  gap: undefined,
  since: `s${number}`,
});
const turns = async (count = 20) => {
  while (count-- > 0) await new Promise(setImmediate);
};

test("a room that hangs keeps only itself waiting", async () => {
  const answer = Promise.withResolvers<void>();
  const { lanes, handled } = start(async (room) => (room === "!slow" ? answer.promise : undefined));
  const slow = lanes.add("!slow", sync(1, "$1", "$2"));
  await lanes.add("!fast", sync(1, "$1", "$2"));
  await lanes.add("!fast", sync(2, "$3"));
  expect(handled).toEqual(["!fast $1", "!fast $2", "!fast $3"]);
  answer.resolve();
  await slow;
  expect(handled.slice(3)).toEqual(["!slow $1", "!slow $2"]);
});

test("in each room everything is handled once and in order, however long each event takes and however often it fails", async () => {
  const event = fc.record({ room: fc.constantFrom("!a", "!b", "!c"), delay: fc.nat(3), failures: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(event, { maxLength: 4 }), { maxLength: 8 }), async (syncs) => {
      const script = new Map<string, { delay: number; failures: number }>();
      const { lanes, handled, fetched } = start(async (_room, id) => {
        const next = script.get(id);
        await turns(next?.delay ?? 0);
        if (next && next.failures-- > 0) throw refusal(504);
      });
      const expected = new Map<string, string[]>();
      const over: Promise<void>[] = [];
      for (const [number, events] of syncs.entries())
        for (const room of ["!a", "!b", "!c"]) {
          const ids = events.flatMap((one, index) => {
            if (one.room !== room) return [];
            script.set(`$${number}.${index}`, { ...one });
            return [`$${number}.${index}`];
          });
          if (ids.length === 0) continue;
          expected.set(room, [...(expected.get(room) ?? []), ...ids]);
          over.push(lanes.add(room, sync(number, ...ids)));
        }
      await Promise.all(over);
      for (const [room, ids] of expected) {
        const own = handled.flatMap((line) => (line.startsWith(`${room} `) ? [line.slice(room.length + 1)] : []));
        // Of syncs that became one, only the last timeline is there; the rest is fetched.
        const kept = ids.filter((id) => own.includes(id));
        expect(own.filter((id) => id !== "fetched")).toEqual(kept);
        if (fetched.length === 0) expect(own).toEqual(ids);
      }
    }),
    { numRuns: 40 },
  );
});

describe("what fails", () => {
  const failing = (error: unknown, times = Number.POSITIVE_INFINITY) => {
    let calls = 0;
    const started = start(async (_room, id) => {
      if (id === "$1" && calls++ < times) throw error;
    });
    return { ...started, calls: () => calls };
  };

  test("and passes is tried again, with one line when it begins and one when it is over, for all rooms together", async () => {
    const answer = { isThere: false };
    const { lanes, handled, logged } = start(async () => {
      if (!answer.isThere) throw refusal(502);
    });
    const both = [lanes.add("!a", sync(1, "$1")), lanes.add("!b", sync(1, "$1"))];
    await turns(3);
    answer.isThere = true;
    await Promise.all(both);
    expect(handled).toHaveLength(2);
    expect(logged).toHaveLength(2);
    expect(logged[0]).toBe(
      "warn: Matrix: what happens in a room cannot be handled; it is tried again until it works (MatrixRequestError M_UNKNOWN)",
    );
  });

  test("is given up when nobody waits for it any more, and the rest of the room is handled", async () => {
    const { lanes, handled, clock, logged } = failing(refusal(504));
    await lanes.add("!a", sync(1, "$1", "$2"));
    expect(clock.worked).toBeGreaterThan(eventPatience);
    expect(clock.worked).toBeLessThan(eventPatience + minute);
    expect(handled).toEqual(["!a $2"]);
    expect(logged.at(-1)).toContain("is left out");
  });

  test("with an error of the homeserver's own is tried a few times", async () => {
    const passing = failing(refusal(500), maxEventTries - 1);
    await passing.lanes.add("!a", sync(1, "$1"));
    expect(passing.handled).toEqual(["!a $1"]);
    const lasting = failing(refusal(500));
    await lasting.lanes.add("!a", sync(1, "$1"));
    expect([lasting.calls(), lasting.handled]).toEqual([maxEventTries, []]);
  });

  test("because the bot was removed meanwhile is nothing to speak of", async () => {
    const { lanes, handled, logged, calls } = failing(refusal(403, "M_FORBIDDEN"));
    await lanes.add("!a", sync(1, "$1", "$2"));
    expect([calls(), handled, logged]).toEqual([1, ["!a $2"], []]);
  });

  test("because of the store is tried for as long as it takes", async () => {
    const { lanes, handled, clock } = failing(new StoreError("away"), 100);
    await lanes.add("!a", sync(1, "$1"));
    expect([clock.worked > maxTokenLag, handled]).toEqual([true, ["!a $1"]]);
  });

  test("because the login is over ends everything", async () => {
    const { lanes, handled, failures } = failing(refusal(401, "M_UNKNOWN_TOKEN"));
    void lanes.add("!a", sync(1, "$1", "$2"));
    await lanes.idle();
    expect(failures).toHaveLength(1);
    expect(handled).toEqual([]);
  });

  test("is not tried again when the program stops", async () => {
    const { lanes, handled, calls, stop } = failing(refusal(502));
    void lanes.add("!a", sync(1, "$1", "$2"));
    await turns(3);
    stop();
    const tried = calls();
    await lanes.idle();
    expect([calls(), handled]).toEqual([tried, []]);
  });
});

describe("what waits behind a room's hanging event", () => {
  async function waiting(batches: readonly RoomBatch[]) {
    const answer = Promise.withResolvers<void>();
    const started = start(async (_room, id) => (id === "$head" ? answer.promise : undefined));
    const all = [started.lanes.add("!a", sync(0, "$head")), ...batches.map((batch) => started.lanes.add("!a", batch))];
    await turns();
    const release = async () => {
      answer.resolve();
      await Promise.all(all);
      await started.lanes.idle();
    };
    return { ...started, release };
  }
  const syncs = (count: number) => Array.from({ length: count }, (_, n) => sync(n + 1, `$${n + 1}`));

  test("is kept as it came for a few syncs", async () => {
    const { handled, fetched, release } = await waiting(syncs(maxWaitingSyncs));
    await release();
    expect(handled).toEqual(["$head", "$1", "$2", "$3", "$4"].map((id) => `!a ${id}`));
    expect(fetched).toEqual([]);
  });

  test("becomes one sync when there are more, and what that leaves out is fetched in its turn, from the first of them on", async () => {
    const { handled, fetched, release } = await waiting(syncs(maxWaitingSyncs + 1));
    await release();
    expect(fetched).toEqual([{ from: "p5", to: "s1" }]);
    expect(handled).toEqual(["!a $head", "!a fetched", "!a $5"]);
  });

  test("that is more than syncs is kept apart, up to a limit, beyond which the room has a gap", async () => {
    const toggles = Array.from(
      { length: maxWaitingBatches },
      (_, n): RoomBatch => (n % 2 === 0 ? { kind: "left", timeline: [] } : { kind: "invited", state: [] }),
    );
    const { handled, release } = await waiting(toggles);
    await release();
    expect(handled).toHaveLength(1 + maxWaitingBatches - 1 + 1);
    expect(handled.filter((line) => line === "!a gap")).toHaveLength(1);
  });

  test("longer than the sync token may lag is given up at once, and the room is told that it has a gap", async () => {
    const { lanes, handled, clock, logged, release } = await waiting(syncs(2));
    clock.worked += maxTokenLag;
    lanes.giveUpOld();
    expect(logged).toEqual([]);
    clock.worked += 1;
    lanes.giveUpOld();
    expect(logged).toHaveLength(1);
    await release();
    expect(handled).toEqual(["!a $head", "!a gap"]);
  });
});
