import type { Log } from "../lib/log.ts";
import { type Clock, day, later, second, type Wait } from "../lib/time.ts";
import { createTurns } from "../lib/turns.ts";
import { createAnswers } from "./messaging/answer-expiry.ts";
import { createWhereat } from "./messaging/handle.ts";
import { createReception, type Receive } from "./messaging/inbox.ts";
import { createOutbox } from "./messaging/queue.ts";
import { createDelivery } from "./messaging/sender.ts";
import type { RandomId, Seal, TextStore } from "./model/ports.ts";
import { createCircles } from "./rooms/circles.ts";
import { createMembers, type Networks } from "./rooms/membership.ts";
import { createRooms } from "./rooms/room-changes.ts";
import { createSharing } from "./sharing/private-share.ts";
import { createShares } from "./sharing/shares.ts";
import { recordKeys } from "./storage/records/record-keys.ts";
import { createSealedRecords } from "./storage/records/sealed-records.ts";
import { createPatientStore } from "./storage/stores/patient-store.ts";

export type World = {
  store: TextStore;
  seal: Seal;
  networks: Networks;
  clock: Clock;
  wait: Wait;
  newId: RandomId;
  log: Log;
};

export interface Core {
  receive: Receive;
  /** reads what was kept when the program ended; to be called once, before anything else */
  resume: () => Promise<void>;
  /** ends and destroys what is over, and sends what is due; to be called every second */
  tick: () => Promise<void>;
  /** destroys the keys of what is over, whatever becomes of the store and of `tick`, which waits for it; to be called every second */
  destroyKeys: () => Promise<void>;
  /** resolves when nothing that is due can be sent at the moment */
  idle: () => Promise<void>;
  /** takes nothing more in and sends nothing more; resolves when what is under way is done */
  stop: () => Promise<void>;
}

const clockIsBehind =
  "this machine's clock is behind the time at which whereat ran before, so one of them is wrong: all positions were destroyed, for nobody can tell how old they are; set the clock right if it is not";

/** Puts the core together from the few things that it wants from the world. */
export function createCore({ store, seal, networks, clock, wait, newId, log }: World): Core {
  let stopping = false;
  const isStopping = () => stopping;
  const records = createSealedRecords(createPatientStore(store, wait, log, isStopping), seal, clock, log);
  const outbox = createOutbox(records);
  const circles = createCircles(records, newId, clock, async (circle, person, precision) => {
    await answers.coarsen(circle, person, precision);
    delivery.run();
  });
  const shares = createShares(records, seal, circles, clock, async (circle, person, open) => {
    await answers.shorten(circle, person, open);
    delivery.run();
  });
  const answers = createAnswers(outbox, circles, (circle, person) => shares.of(circle, person), clock);
  const members = createMembers(circles, networks);
  const sharing = createSharing(records, seal, circles, shares, members, networks, newId, clock);
  const rooms = createRooms(circles, shares, seal, records);
  const whereat = createWhereat({ records, circles, shares, sharing, members, rooms, networks, newId }, clock);
  const inTurn = createTurns(2 * second, wait);
  const delivery = createDelivery({ outbox, answers, whereat, networks, clock, log, inTurn });
  const receive = createReception({ whereat, outbox, delivery, records, clock, wait, log, isStopping });

  async function tick() {
    const now = clock();
    await shares.sweep(now);
    await outbox.drop(now);
    delivery.run();
    await records.sweep(now);
  }

  return {
    receive,

    async resume() {
      await outbox.resume();
      // What waits to be answered was taken in, though the program may have ended before that was noted.
      for (const { kind, id } of outbox.items()) {
        if (kind !== "removal") await records.set(recordKeys.handled(id), true, later(clock(), day));
      }
      for (const circle of seal.halfRenewed()) await shares.shortenAll(circle, await circles.expiry(circle));
      await shares.resume();
      if (seal.isClockBehind) {
        log.warn(clockIsBehind);
        await answers.endAll();
      }
      await answers.reviewAll();
      await tick();
    },

    tick,
    destroyKeys: () => records.destroyKeys(clock()),
    idle: () => delivery.idle(),

    async stop() {
      stopping = true;
      await delivery.stop();
    },
  };
}
