import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Instant, instant, later } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import type { Shown } from "../model/message.ts";
import type { OpenShare, QueuedItem } from "../storage/records/record-keys.ts";
import type { Queue } from "./queue.ts";

export type Removal = Extract<QueuedItem, { kind: "removal" }>;

export interface AnswerExpiry {
  /** what a member still shares with a circle: answers that show more are deleted now, those that show it no later than it is kept */
  shorten(circle: CircleId, person: PersonId, open: readonly OpenShare[]): Promise<void>;
  /** how exactly a member is shown to a circle: answers that show more are deleted now */
  coarsen(circle: CircleId, person: PersonId, precision: Precision): Promise<void>;
  /** all answers are deleted now */
  endAll(): Promise<void>;
  /** the answers that are planned to be deleted */
  planned(): readonly Removal[];
  bringForward(answer: Removal, ends: readonly Instant[]): Promise<void>;
  /** how often something was shortened or coarsened */
  changes(): number;
  /** whether nothing was in these circles since `changes` gave this number */
  isUnchanged(since: number, circles: readonly CircleId[]): boolean;
}

/** When what an answer shows of one person is over. */
export function endOf(
  { share, at, precision }: Shown,
  open: readonly OpenShare[],
  chosen: Precision,
  now: Instant,
): Instant {
  const going = open.find(({ id }) => id === share);
  return going && !isTooFine(precision, chosen) ? later(at, going.expiry) : now;
}

const isTooFine = (shown: Precision, chosen: Precision) => precisions[shown] < precisions[chosen];

/** Circles whose last change is remembered. */
const maxCircles = 10_000;

/** An answer is a copy of what it shows, and must neither outlive it nor tell more than its sharer does by now. */
export function createAnswerExpiry(queue: Queue, clock: Clock): AnswerExpiry {
  const lastChange = createBoundedMap<number>(maxCircles);
  let count = 0;
  const note = (circle: CircleId) => lastChange.set(circle, (count += 1));

  const planned = () => queue.items().filter((item) => item.kind === "removal");
  const showing = (answer: Removal, circle: CircleId, person: PersonId) =>
    answer.shows.filter((shown) => shown.circle === circle && shown.person === person);

  /** Others may bring it forward at the same time. */
  const bringForward = ({ id, due }: Removal, ends: readonly Instant[]) =>
    queue.bringForward(id, instant(Math.min(due, ...ends)));

  return {
    planned,
    bringForward,
    changes: () => count,
    // Fewer changes than are remembered: a circle that is not among them has not changed.
    isUnchanged: (since, circles) =>
      count - since < maxCircles && circles.every((circle) => (lastChange.get(circle) ?? 0) <= since),

    async shorten(circle, person, open) {
      note(circle);
      for (const answer of planned()) {
        const ends = showing(answer, circle, person).map((shown) => endOf(shown, open, "exact", clock()));
        if (ends.length > 0) await bringForward(answer, ends);
      }
    },

    async coarsen(circle, person, precision) {
      note(circle);
      for (const answer of planned())
        if (showing(answer, circle, person).some((shown) => isTooFine(shown.precision, precision)))
          await bringForward(answer, [clock()]);
    },

    async endAll() {
      for (const answer of planned()) await bringForward(answer, [clock()]);
    },
  };
}
