import { statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { hour, instant, later, second } from "../../../src/lib/time.ts";
import { type Cost, costOf } from "../measure.ts";
import { type CoreWorld, type Group, inFlight, type Kept, openCoreWorld, type Sharer } from "./core-world.ts";
import { serveParent } from "./serve-parent.ts";

// The core in a process of its own, which does what the parent asks for.
const kept: Kept = JSON.parse(process.argv[2] ?? "{}");

let world: CoreWorld | undefined;
let opening: Cost | undefined;
const groups: Group[] = [];
let sharers: Sharer[] = [];
let at = 0;

function opened(): CoreWorld {
  if (world === undefined) throw new Error("nothing is open");
  return world;
}

/** Everybody in turn; a second goes by with each turn. */
function* inTurn(count: number): Generator<Sharer> {
  for (let index = 0; index < count; index += 1) {
    if (at % sharers.length === 0) opened().pass(second);
    const sharer = sharers[at++ % sharers.length];
    if (sharer) yield sharer;
  }
}

const update = (sharer: Sharer) => opened().core.receive(opened().moved(sharer));

/** Everybody's keys of this quarter of an hour are made, so that what follows is like the rest of it. */
async function settle(count: number) {
  const { leftOfQuarter, passToNextQuarter } = opened();
  const seconds = Math.ceil(count / sharers.length) + 2;
  if (leftOfQuarter() < seconds * second) await passToNextQuarter();
  await inFlight(500, inTurn(sharers.length), update);
}

const offers = {
  /** Opens the store, or makes it, and reads what was kept. */
  open: async () => {
    opening = await costOf(async () => {
      world = await openCoreWorld(kept);
      return 1;
    });
  },
  /** What opening cost. */
  opening: async () => opening,
  /** So many more groups of so many people, all of whom share. */
  seed: async (count: number, size: number): Promise<Cost> => {
    const { core, group, moved } = opened();
    const added = Array.from({ length: count }, (_, index) => group(groups.length + index + 1, size));
    groups.push(...added);
    const fresh = added.flatMap((one) => one.sharers);
    sharers = [...sharers, ...fresh];
    return costOf(async () => {
      for (let start = 0; start < fresh.length; start += 500) {
        await core.receive(...fresh.slice(start, start + 500).map((sharer) => moved(sharer, true)));
        await core.idle();
      }
      return fresh.length;
    });
  },
  /** So many updates of live shares. @param most at the same time */
  updates: async (count: number, most: number): Promise<Cost> => {
    await settle(count);
    return costOf(() => inFlight(most, inTurn(count), update));
  },
  /** The same, each of them the first of its sharer in a quarter of an hour. */
  firstUpdates: async (count: number, most: number): Promise<Cost> => {
    await opened().passToNextQuarter();
    return costOf(() => inFlight(most, inTurn(Math.min(count, sharers.length)), update));
  },
  /** So many questions, in one group after the other, by one member after the other. @param most at the same time */
  questions: async (count: number, most: number, isByName: boolean): Promise<Cost> => {
    const { core, asked, nameOf, pass } = opened();
    // What nobody has updated for an hour is not kept, and a question about it would be cheap.
    await settle(0);
    const wanted = Array.from({ length: count }, (_, index) => {
      const group = groups[index % groups.length];
      const turn = Math.floor(index / groups.length);
      const [asker, other] = [0, 1].map((next) => group?.sharers[(turn + next) % group.sharers.length]);
      if (!asker || !other) throw new Error("nobody shares");
      return { asker, argument: isByName ? nameOf(other) : "" };
    });
    const before = opened().calls.sent;
    const cost = await costOf(async () => {
      for (let start = 0; start < count; start += most) {
        // Rooms and people may ask so often a minute, by this clock.
        pass(1.1 * second * Math.ceil(most / groups.length));
        const batch = wanted.slice(start, start + most);
        await core.receive(...batch.map(({ asker, argument }) => asked(asker.person, asker.room, argument)));
        await core.idle();
      }
      return count;
    });
    const answered = opened().calls.sent - before;
    if (answered < count) throw new Error(`${answered} of ${count} questions were answered`);
    await core.tick();
    return cost;
  },
  tick: async (): Promise<Cost> => {
    opened().pass(second);
    return costOf(async () => {
      await opened().core.tick();
      await opened().core.destroyKeys();
      return 1;
    });
  },
  /** So many records that expire in the same hour, then their end. @returns the sweep's cost */
  sweep: async (rows: number): Promise<Cost> => {
    const { sealed, clock, pass } = opened();
    const records = createSealedRecords(sealed.store, sealed.seal, clock, createLog("warn"));
    const numbers = Array.from({ length: rows }, (_, index) => index);
    await inFlight(500, numbers, (index) =>
      records.set(recordKeys.handled(`row ${index}`), true, later(clock(), hour + (index % 1000))),
    );
    pass(2 * hour);
    await nextTurn();
    return costOf(async () => {
      await records.sweep(instant(clock()));
      return rows;
    });
  },
  /** What the clock says. */
  time: async () => Number(opened().clock()),
  /** Bytes. */
  memory: async () => process.memoryUsage().rss,
  ringSize: async () => statSync(join(kept.folder, "keyring")).size,
  close: async () => {
    await world?.close();
    world = undefined;
  },
};
export type CoreOffers = typeof offers;
serveParent(offers);
