import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { type Clock, type Instant, instant, later } from "../../../lib/time.ts";
import { type CircleId, type PersonId, type RoomId, type ShareId } from "../../model/ids.ts";
import { maxShareLength } from "../../model/limits.ts";
import type { Continuity, Seal } from "../../model/ports.ts";
import type { Circles } from "../../rooms/circles.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { RecordOf } from "../../storage/records/record-kind.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";
import type { Report } from "../share-plan.ts";

/** A share that has ended stays ended, however late a network reports it. This is remembered for as long as a share can last. */
export interface EndedShares {
  /** ends a share for good, also one that no circle knows yet */
  close(share: ShareId): Promise<void>;
  isClosed(share: ShareId): Promise<boolean>;
  /** what was sent in private for one circle is for the other from now on */
  moveDestination(share: ShareId, from: CircleId, to: CircleId): Promise<void>;
  /** from now on, no share that this person began before `at` is accepted; @param circle without it, in any circle */
  refuseEarlier(person: PersonId, at: Instant, circle?: CircleId): Promise<void>;
  /** from now on, no share that anybody began before `at` is accepted for the room, whichever circle it has by then */
  refuseEarlierIn(room: RoomId, at: Instant): Promise<void>;
  /** what is refused for one room is for the other, too */
  followRefusals(from: RoomId, to: RoomId): Promise<void>;
  /** what the person stopped for one circle is stopped for the other, too */
  followStop(person: PersonId, from: CircleId, to: CircleId): Promise<void>;
  /** whether the person said after this moment that nothing is to be shared with anybody */
  isVoid(person: PersonId, startedAt: Instant): Promise<boolean>;
  /** whether it began before something was lost: it may have been stopped since, and only a new one says yes again */
  isFromBeforeLoss(startedAt: Instant): boolean;
  /** whether a share that is not open may begin with this report */
  mayBegin(circle: CircleId, person: PersonId, report: Report): Promise<boolean>;
}

export function createEndedShares(
  records: SealedRecords,
  seal: Seal,
  continuity: Pick<Continuity, "lostAt">,
  circles: Pick<Circles, "rooms">,
  clock: Clock,
): EndedShares {
  const lock = createKeyedLock();
  const isClosed = async (share: ShareId) => (await records.get(recordKeys.ended(share))) === true;
  /** A time that is still to come was noted by a clock that was ahead: what began before that was found out is refused as such. */
  const isBefore = (startedAt: Instant, at: Instant | undefined) =>
    at !== undefined && startedAt < at && (at <= clock() || seal.clockSetBackAt === undefined);
  /** What a later one refused stays refused: a command can arrive after one that was said later. */
  const note = (key: RecordOf<Instant>, at: Instant) =>
    lock(seal.rowId(key), async () => {
      const latest = instant(Math.max(at, (await records.get(key)) ?? at));
      await records.set(key, latest, later(clock(), maxShareLength));
    });
  async function follow(from: RecordOf<Instant>, to: RecordOf<Instant>): Promise<void> {
    const at = await records.get(from);
    if (at !== undefined) await note(to, at);
  }

  const isFromBeforeLoss = (startedAt: Instant) => isBefore(startedAt, continuity.lostAt());

  return {
    isClosed,
    isFromBeforeLoss,

    async close(share) {
      await records.set(recordKeys.ended(share), true, later(clock(), maxShareLength));
      await records.delete(recordKeys.destination(share));
    },

    async moveDestination(share, from, to) {
      const key = recordKeys.destination(share);
      const destination = await records.get(key);
      if (destination?.circle === from)
        await records.set(key, { ...destination, circle: to }, later(clock(), maxShareLength));
    },

    refuseEarlier: (person, at, circle) => note(recordKeys.stoppedAt(person, circle), at),
    refuseEarlierIn: (room, at) => note(recordKeys.wipedAt(room), at),

    followRefusals: (from, to) => follow(recordKeys.wipedAt(from), recordKeys.wipedAt(to)),
    followStop: (person, from, to) => follow(recordKeys.stoppedAt(person, from), recordKeys.stoppedAt(person, to)),

    async isVoid(person, startedAt) {
      return isBefore(startedAt, await records.get(recordKeys.stoppedAt(person, undefined)));
    },

    async mayBegin(circle, person, { share, startedAt }) {
      if (await isClosed(share)) return false;
      // The clock was ahead before, so the note that it ended may have expired too early.
      if (startedAt < (seal.clockSetBackAt ?? 0) || isFromBeforeLoss(startedAt)) return false;
      const rooms = await circles.rooms(circle);
      const stops = [
        recordKeys.stoppedAt(person, undefined),
        recordKeys.stoppedAt(person, circle),
        ...rooms.map((room) => recordKeys.wipedAt(room)),
      ];
      return (await records.getMany(stops)).every((at) => !isBefore(startedAt, at));
    },
  };
}
