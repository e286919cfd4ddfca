import { type Clock, type Duration, day, type Instant, later } from "../../lib/time.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import type { Seal } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import { meetingOf, type StoredMeetingPoint } from "../storage/records/meeting-key.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Circles } from "./circles.ts";

/** Where the people of a circle meet, and until when that is kept. */
export type MeetingPoint = StoredMeetingPoint & { expiresAt: Instant };

export interface MeetingPoints {
  of(circle: CircleId): Promise<MeetingPoint | undefined>;
  /** puts it in the place of the one before. Answers that show that one are deleted now */
  set(circle: CircleId, point: StoredMeetingPoint): Promise<MeetingPoint>;
  /** destroys it, and has answers that show it deleted now. @returns whether there was one */
  end(circle: CircleId): Promise<boolean>;
  /** it is kept no longer than the expiry, from when it was set */
  shorten(circle: CircleId, expiry: Duration): Promise<void>;
  /** the later of the two is the one of both, and each keeps its end */
  move(from: CircleId, to: CircleId): Promise<void>;
  /** destroys those that were the person's own position */
  forget(person: PersonId): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  seal: Pick<Seal, "destroyMember">;
  circles: Pick<Circles, "acquaintances" | "expiry" | "rooms">;
  answerExpiry: Pick<AnswerExpiry, "endMeeting">;
  /** notes that boards of the circle are to be told anew */
  changed: { note(circle: CircleId): void };
  clock: Clock;
};

/** The meeting point of each circle: one place, for the circle's expiry and a day at most. */
export function createMeetingPoints({ records, seal, circles, answerExpiry, changed, clock }: Parts): MeetingPoints {
  const endOf = ({ setAt }: StoredMeetingPoint, expiry: Duration) => later(setAt, Math.min(expiry, day));

  async function of(circle: CircleId): Promise<MeetingPoint | undefined> {
    const point = await records.get(recordKeys.meetingPoint(circle));
    if (point === undefined) return undefined;
    const expiresAt = endOf(point, Math.min(await circles.expiry(circle), point.expiry));
    return expiresAt > clock() ? { ...point, expiresAt } : undefined;
  }

  /** Its key goes as well: no copy of it opens any more. */
  async function destroy(circle: CircleId): Promise<void> {
    await seal.destroyMember(undefined, meetingOf(circle));
    await records.delete(recordKeys.meetingPoint(circle));
  }

  async function end(circle: CircleId): Promise<boolean> {
    const point = await records.get(recordKeys.meetingPoint(circle));
    if (point === undefined) return false;
    await destroy(circle);
    changed.note(circle);
    await answerExpiry.endMeeting(circle, await circles.rooms(circle));
    return true;
  }

  async function set(circle: CircleId, point: StoredMeetingPoint): Promise<MeetingPoint> {
    await end(circle);
    const expiresAt = endOf(point, point.expiry);
    await records.set(recordKeys.meetingPoint(circle), point, expiresAt);
    changed.note(circle);
    return { ...point, expiresAt };
  }

  return {
    of,
    set,
    end,

    async shorten(circle, expiry) {
      const point = await records.get(recordKeys.meetingPoint(circle));
      if (point === undefined || point.expiry <= expiry) return;
      const shorter = { ...point, expiry };
      if (endOf(shorter, expiry) <= clock()) await end(circle);
      else await set(circle, shorter);
    },

    async move(from, to) {
      const [moved, there] = await Promise.all([of(from), of(to)]);
      if (moved === undefined) return;
      if (there === undefined || there.setAt < moved.setAt) {
        const { expiresAt: _, ...point } = moved;
        await set(to, { ...point, expiry: Math.min(point.expiry, await circles.expiry(to)) });
      }
      await destroy(from);
    },

    async forget(person) {
      for (const { circle } of await circles.acquaintances(person)) {
        const point = await records.get(recordKeys.meetingPoint(circle));
        if (point?.of === person) await end(circle);
      }
    },
  };
}
