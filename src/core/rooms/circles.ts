import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Clock, type Duration, hour, type Instant, later } from "../../lib/time.ts";
import { mostCareful, type Precision, precisions } from "../geo/precision.ts";
import { type CircleId, type PersonId, type RoomId } from "../model/ids.ts";
import { maxCirclesPerPerson, maxShareLength, minExpiry } from "../model/limits.ts";
import type { Continuity, RandomId } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import { type Acquaintance, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

export const defaultExpiry: Duration = hour;

export interface Circles {
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
  /** the circles that the person was seen in, in the order in which that happened */
  acquaintances(person: PersonId): Promise<readonly Acquaintance[]>;
  /** how exactly the person wants to be shown there */
  precision(circle: CircleId, person: PersonId): Promise<Precision>;
  /**
   * The person was seen in the circle; what is not given stays as it was.
   * @returns what is known now; when the person is known in as many circles as can be, the new one is not noted, and nothing may be shared with it
   */
  meet(
    person: PersonId,
    circle: CircleId,
    chosen?: { named?: true; precision?: Precision },
  ): Promise<Acquaintance & { isNoted: boolean }>;
  /** how exactly each of them wants to be shown there, in the order of `people` */
  precisions(circle: CircleId, people: readonly PersonId[]): Promise<Precision[]>;
  /** what the person chose for one circle holds for the other from now on; of two precisions, the coarser */
  follow(person: PersonId, from: CircleId, to: CircleId): Promise<void>;
  part(person: PersonId, circle: CircleId): Promise<void>;
  forget(person: PersonId): Promise<void>;
}

/** Which room belongs to which circle, who was seen in which, and how long each keeps a position. */
export function createCircles(
  records: SealedRecords,
  newId: RandomId,
  clock: Clock,
  answerExpiry: Pick<AnswerExpiry, "coarsen">,
  continuity: Pick<Continuity, "lostAt" | "open">,
): Circles {
  const lock = createKeyedLock();
  const find = (room: RoomId) => records.get(recordKeys.circleOfRoom(room));
  const all = async () => (await records.get(recordKeys.circles())) ?? [];
  const rooms = async (circle: CircleId) => (await records.get(recordKeys.roomsOfCircle(circle))) ?? [];
  const chosenBy = async (person: PersonId) => (await records.get(recordKeys.acquaintances(person))) ?? [];

  async function isDistrusted(circle: CircleId): Promise<boolean> {
    if (continuity.open() !== undefined) return true;
    return continuity.lostAt() !== undefined && (await records.get(recordKeys.choicesLost(circle))) === true;
  }

  /** What was chosen since the loss is certain. */
  async function certain(known: Acquaintance): Promise<Acquaintance> {
    if (!(await isDistrusted(known.circle))) return known;
    const isCertain = (at: Instant | undefined) => at !== undefined && at > (continuity.lostAt() ?? 0);
    const precision = isCertain(known.chosenAt) ? known.precision : mostCareful;
    return { ...known, precision, named: known.named && isCertain(known.namedAt) };
  }

  const acquaintances = async (person: PersonId) => Promise.all((await chosenBy(person)).map(certain));

  async function distrust(circle: CircleId): Promise<void> {
    await records.set(recordKeys.choicesLost(circle), true);
    await records.set(recordKeys.expiry(circle), minExpiry);
  }

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
    await records.delete(recordKeys.roomsOfCircle(circle), recordKeys.expiry(circle), recordKeys.choicesLost(circle));
    await records.set(
      recordKeys.circles(),
      (await all()).filter((other) => other !== circle),
    );
  }

  /** A circle has the rooms that name it: the others were being let go, or not taken in yet. */
  async function keepOwnRooms(circle: CircleId, listed: readonly RoomId[]) {
    const named = await records.getMany(listed.map((room) => recordKeys.circleOfRoom(room)));
    const own = listed.filter((_, index) => named[index] === circle);
    if (own.length === 0) await remove(circle);
    else if (own.length < listed.length) await records.set(recordKeys.roomsOfCircle(circle), own);
  }

  const changeAcquaintances = (
    person: PersonId,
    change: (old: readonly Acquaintance[]) => readonly Acquaintance[] | Promise<readonly Acquaintance[]>,
  ) =>
    lock(person, async () => {
      const old = await chosenBy(person);
      const changed = await change(old);
      if (changed === old) return;
      if (changed.length === 0) await records.delete(recordKeys.acquaintances(person));
      else await records.set(recordKeys.acquaintances(person), [...changed]);
    });

  /** @param known what the person chose, for any circles */
  async function precisionIn(known: readonly Acquaintance[], circle: CircleId): Promise<Precision> {
    const chosen = known.find((acquaintance) => acquaintance.circle === circle);
    if (chosen !== undefined) return (await certain(chosen)).precision;
    return (await isDistrusted(circle)) ? mostCareful : "exact";
  }

  const precision = async (circle: CircleId, person: PersonId) => precisionIn(await chosenBy(person), circle);

  return {
    async resume() {
      const circles = await all();
      const listed = await records.getMany(circles.map((circle) => recordKeys.roomsOfCircle(circle)));
      for (const [index, circle] of circles.entries()) await keepOwnRooms(circle, listed[index] ?? []);
    },

    all,
    find,
    rooms,
    acquaintances,
    precision,
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

    async precisions(circle, people) {
      const known = await records.getMany(people.map((person) => recordKeys.acquaintances(person)));
      return Promise.all(known.map((list) => precisionIn(list ?? [], circle)));
    },

    async meet(person, circle, chosen = {}) {
      const at = clock();
      const said = {
        ...chosen,
        ...(chosen.named && { namedAt: at }),
        ...(chosen.precision !== undefined && { chosenAt: at }),
      };
      let now: Acquaintance = { circle, named: false, precision: mostCareful, ...said };
      let isNoted = true;
      await changeAcquaintances(person, async (old) => {
        const known = old.find((other) => other.circle === circle);
        now = { circle, named: false, precision: await precisionIn([], circle), ...known, ...said };
        const isSame = known?.named === now.named && known.precision === now.precision;
        // What was chosen before a loss is not certain, and is now.
        if (known && (Object.keys(chosen).length === 0 || (isSame && continuity.lostAt() === undefined))) return old;
        if (known) return old.map((other) => (other === known ? now : other));
        isNoted = old.length < maxCirclesPerPerson;
        return isNoted ? [...old, now] : old;
      });
      if (chosen.precision !== undefined) await answerExpiry.coarsen(circle, person, chosen.precision);
      return { ...(await certain(now)), isNoted };
    },

    async follow(person, from, to) {
      if (await isDistrusted(from)) await distrust(to);
      await changeAcquaintances(person, (old) => {
        const chosen = old.filter(({ circle }) => circle === from || circle === to);
        const coarsest = chosen.toSorted((a, b) => precisions[b.precision] - precisions[a.precision])[0];
        if (!coarsest || chosen.every(({ circle }) => circle === to)) return old;
        const named = chosen.some((acquaintance) => acquaintance.named);
        return [...old.filter((other) => !chosen.includes(other)), { ...coarsest, circle: to, named }];
      });
      await answerExpiry.coarsen(to, person, await precision(to, person));
    },

    part: (person, circle) =>
      changeAcquaintances(person, (old) =>
        old.some((other) => other.circle === circle) ? old.filter((other) => other.circle !== circle) : old,
      ),

    forget: (person) => changeAcquaintances(person, () => []),
  };
}
