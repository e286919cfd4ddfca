import { type Clock, type Duration, day, type Instant, later } from "../../lib/time.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import type { Seal } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import type { Link } from "../storage/records/link-keys.ts";
import { meetingOf, type StoredMeetingPoint } from "../storage/records/meeting-key.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Circles } from "./circles.ts";

/** Where people meet, in which circle that was set, and until when it is kept. */
export type MeetingPoint = StoredMeetingPoint & { circle: CircleId; expiresAt: Instant };

export interface MeetingPoints {
  /**
   * What is read in the circle: of its own and those of circles that it is linked with, the newest. One that was set before the link was not set for
   * the people of the other, so they do not see it.
   */
  of(circle: CircleId): Promise<MeetingPoint | undefined>;
  /** the circles in which the one is read that was set in this circle, itself among them; none without one */
  readIn(circle: CircleId): Promise<readonly CircleId[]>;
  /** Puts it in the place of the one before, and of those in circles that are linked. Answers that show these are deleted now. */
  set(circle: CircleId, point: StoredMeetingPoint): Promise<MeetingPoint>;
  /** destroys the circle's own, and has answers that show it deleted now. @returns whether there was one */
  end(circle: CircleId): Promise<boolean>;
  /** two circles were linked: has answers deleted now that may show people of one where those of the other meet */
  part(one: CircleId, other: CircleId): Promise<void>;
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
  circles: Pick<Circles, "acquaintances" | "expiry" | "rooms" | "linksOf">;
  answerExpiry: Pick<AnswerExpiry, "endMeeting">;
  /** notes that boards of the circle are to be told anew */
  changed: { note(circle: CircleId): void };
  clock: Clock;
};

const isSeenAcross = ({ setAt }: StoredMeetingPoint, { since }: Link) => setAt > since;

/** The meeting point of each circle: one place, for the circle's expiry and a day at most. */
export function createMeetingPoints({ records, seal, circles, answerExpiry, changed, clock }: Parts): MeetingPoints {
  const endOf = ({ setAt }: StoredMeetingPoint, expiry: Duration) => later(setAt, Math.min(expiry, day));

  async function ownOf(circle: CircleId): Promise<MeetingPoint | undefined> {
    const point = await records.get(recordKeys.meetingPoint(circle));
    if (point === undefined) return undefined;
    const expiresAt = endOf(point, Math.min(await circles.expiry(circle), point.expiry));
    return expiresAt > clock() ? { ...point, circle, expiresAt } : undefined;
  }

  async function of(circle: CircleId): Promise<MeetingPoint | undefined> {
    const links = await circles.linksOf(circle);
    const across = links.map(async (link) => {
      const point = await ownOf(link.circle);
      return point && isSeenAcross(point, link) ? point : undefined;
    });
    const points = (await Promise.all([ownOf(circle), ...across])).filter((point) => point !== undefined);
    return points.reduce<MeetingPoint | undefined>(
      (newest, point) => (newest && newest.setAt >= point.setAt ? newest : point),
      undefined,
    );
  }

  async function readIn(circle: CircleId): Promise<readonly CircleId[]> {
    const point = await records.get(recordKeys.meetingPoint(circle));
    if (point === undefined) return [];
    const seeing = (await circles.linksOf(circle)).filter((link) => isSeenAcross(point, link));
    return [circle, ...seeing.map((link) => link.circle)];
  }

  /** Answers that the people of a circle read, who may see in them also whom linked circles show. */
  async function deleteAnswers(readers: CircleId): Promise<void> {
    const [rooms, links] = await Promise.all([circles.rooms(readers), circles.linksOf(readers)]);
    await answerExpiry.endMeeting(
      { circle: readers, rooms },
      links.map((link) => link.circle),
    );
  }

  /** Its key goes as well: no copy of it opens any more. */
  async function destroy(circle: CircleId): Promise<void> {
    await seal.destroyMember(undefined, meetingOf(circle));
    await records.delete(recordKeys.meetingPoint(circle));
  }

  async function end(circle: CircleId): Promise<boolean> {
    const readers = await readIn(circle);
    if (readers.length === 0) return false;
    // Once before, or a kill would leave them with nothing that finds them again; once after, for what was worked out meanwhile.
    for (const one of readers) await deleteAnswers(one);
    await destroy(circle);
    changed.note(circle);
    for (const one of readers) await deleteAnswers(one);
    return true;
  }

  async function put(circle: CircleId, point: StoredMeetingPoint): Promise<MeetingPoint> {
    await end(circle);
    const expiresAt = endOf(point, point.expiry);
    await records.set(recordKeys.meetingPoint(circle), point, expiresAt);
    changed.note(circle);
    return { ...point, circle, expiresAt };
  }

  return {
    of,
    readIn,
    end,

    async set(circle, point) {
      // Those from before a link as well: once this one is over, nobody is to be sent to an older place.
      for (const link of await circles.linksOf(circle)) await end(link.circle);
      return put(circle, point);
    },

    async part(one, other) {
      const between = [
        [one, other],
        [other, one],
      ] as const;
      for (const [from, readers] of between)
        if ((await records.get(recordKeys.meetingPoint(from))) !== undefined) await deleteAnswers(readers);
    },

    async shorten(circle, expiry) {
      const point = await records.get(recordKeys.meetingPoint(circle));
      if (point === undefined || point.expiry <= expiry) return;
      const shorter = { ...point, expiry };
      if (endOf(shorter, expiry) <= clock()) await end(circle);
      else await put(circle, shorter);
    },

    async move(from, to) {
      const [moved, there] = await Promise.all([ownOf(from), ownOf(to)]);
      if (moved === undefined) return;
      if (there === undefined || there.setAt < moved.setAt) {
        const { expiresAt: _, circle: __, ...point } = moved;
        await put(to, { ...point, expiry: Math.min(point.expiry, await circles.expiry(to)) });
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
