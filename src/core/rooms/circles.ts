import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Duration, hour, later } from "../../lib/time.ts";
import type { CircleId, RandomId, RoomId } from "../model/ids.ts";
import { maxShareLength, minExpiry } from "../model/limits.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { type AcquaintanceParts, type Acquaintances, createAcquaintances } from "./acquaintances.ts";
import { createJoinedAccounts, type JoinedAccounts } from "./circle-parts/joined-accounts.ts";
import { createLinks, type Links } from "./circle-parts/links.ts";

/** How many circles are looked at together when the program begins. */
const resumedAtOnce = 100;

export const defaultExpiry: Duration = hour;

export interface Circles extends Acquaintances, JoinedAccounts, Links {
  /** finishes what the end of the program cut off; to be called once, before anything else */
  resume(): Promise<void>;
  all(): Promise<readonly CircleId[]>;
  find(room: RoomId): Promise<CircleId | undefined>;
  /**
   * the room's circle, a new one when it has none
   * @param isNew the bot came there just now, so that nothing can have been chosen there before
   */
  of(room: RoomId, isNew?: true): Promise<CircleId>;
  /** something was lost: what was chosen in the circle before is not certain any more, and is taken to be the most careful */
  distrust(circle: CircleId): Promise<void>;
  /** whether something that was chosen there may have been lost */
  isDistrusted(circle: CircleId): Promise<boolean>;
  rooms(circle: CircleId): Promise<readonly RoomId[]>;
  expiry(circle: CircleId): Promise<Duration>;
  setExpiry(circle: CircleId, expiry: Duration): Promise<void>;
  /** the room goes by another id from now on, with the same circle */
  renameRoom(from: RoomId, to: RoomId): Promise<void>;
  /** takes the room from its circle */
  removeRoom(room: RoomId): Promise<void>;
  /** forgets a circle that has no rooms any more, and its settings */
  remove(circle: CircleId): Promise<void>;
}

type Parts = AcquaintanceParts & { newId: RandomId };

/** Which room belongs to which circle, who was seen in which, and how long each keeps a position. */
export function createCircles(parts: Parts): Circles {
  const { records, newId, clock, continuity } = parts;
  const lock = createKeyedLock();
  const find = (room: RoomId) => records.get(recordKeys.circleOfRoom(room));
  const all = async () => (await records.get(recordKeys.circles())) ?? [];
  const rooms = async (circle: CircleId) => (await records.get(recordKeys.roomsOfCircle(circle))) ?? [];

  async function isDistrusted(circle: CircleId): Promise<boolean> {
    if (continuity.open() !== undefined) return true;
    return continuity.lostAt() !== undefined && (await records.get(recordKeys.choicesLost(circle))) === true;
  }

  async function distrust(circle: CircleId): Promise<void> {
    await records.set(recordKeys.choicesLost(circle), true);
    await records.set(recordKeys.expiry(circle), minExpiry);
  }

  const links = createLinks(parts);
  const joined = createJoinedAccounts(parts);
  const acquaintances = createAcquaintances(parts, {
    isDistrusted,
    distrust,
    linksOf: (circle) => links.linksOf(circle),
    twins: () => joined.twins(),
  });

  async function create(room: RoomId, isNew?: true): Promise<CircleId> {
    const circle = newId() as CircleId;
    // The room may have had a circle that was lost.
    if (!isNew && continuity.lostAt() !== undefined) await distrust(circle);
    await records.set(recordKeys.circles(), [...(await all()), circle]);
    await records.set(recordKeys.roomsOfCircle(circle), [room]);
    await records.set(recordKeys.circleOfRoom(room), circle);
    return circle;
  }

  async function remove(circle: CircleId) {
    await links.unlink(circle);
    await acquaintances.partAll(circle);
    await records.delete(recordKeys.roomsOfCircle(circle), recordKeys.expiry(circle), recordKeys.choicesLost(circle));
    await records.set(
      recordKeys.circles(),
      (await all()).filter((other) => other !== circle),
    );
  }

  /** A circle has the rooms that name it: the others were being let go, or not taken in yet. */
  async function keepOwnRooms(some: readonly CircleId[]) {
    const lists = await records.getMany(some.map((circle) => recordKeys.roomsOfCircle(circle)));
    const listed = lists.flatMap((list = []) => list);
    const names = await records.getMany(listed.map((room) => recordKeys.circleOfRoom(room)));
    const named = new Map(listed.map((room, index) => [room, names[index]]));
    for (const [index, circle] of some.entries()) {
      const rooms = lists[index] ?? [];
      const own = rooms.filter((room) => named.get(room) === circle);
      if (own.length === 0) await remove(circle);
      else if (own.length < rooms.length) await records.set(recordKeys.roomsOfCircle(circle), own);
    }
  }

  return {
    ...acquaintances,
    ...joined,
    ...links,

    async resume() {
      const circles = await all();
      for (let from = 0; from < circles.length; from += resumedAtOnce)
        await keepOwnRooms(circles.slice(from, from + resumedAtOnce));
    },

    all,
    find,
    rooms,
    distrust,
    isDistrusted,

    async of(room, isNew) {
      return (await find(room)) ?? lock("circles", async () => (await find(room)) ?? create(room, isNew));
    },

    async expiry(circle) {
      if (continuity.open() !== undefined) return minExpiry;
      return (await records.get(recordKeys.expiry(circle))) ?? defaultExpiry;
    },

    setExpiry: (circle, expiry) => records.set(recordKeys.expiry(circle), expiry),

    renameRoom: (from, to) =>
      lock("circles", async () => {
        const circle = await find(from);
        if (circle === undefined) return;
        await records.set(recordKeys.circleOfRoom(to), circle);
        const others = (await rooms(circle)).filter((room) => room !== from && room !== to);
        await records.set(recordKeys.roomsOfCircle(circle), [...others, to]);
        // What its phones still say comes from the old id; no share lasts longer.
        await records.set(recordKeys.circleOfRoom(from), circle, later(clock(), maxShareLength));
      }),

    // The room is let go first: one that still named a circle without it would never be answered again.
    removeRoom: (room) =>
      lock("circles", async () => {
        const circle = await find(room);
        if (circle === undefined) return;
        await records.delete(recordKeys.circleOfRoom(room));
        const others = (await rooms(circle)).filter((other) => other !== room);
        await records.set(recordKeys.roomsOfCircle(circle), others);
      }),

    remove: (circle) => lock("circles", () => remove(circle)),
  };
}
