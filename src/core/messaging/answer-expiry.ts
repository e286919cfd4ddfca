import { type Clock, type Instant, instant, later } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import { type CircleId, type PersonId } from "../model/ids.ts";
import type { Shown } from "../model/message.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Kept } from "../sharing/share-plan.ts";
import type { OpenShare, QueuedItem } from "../storage/records/record-keys.ts";
import type { Outbox } from "./queue.ts";

type Removal = Extract<QueuedItem, { kind: "removal" }>;

export interface Answers {
  /** what a member still shares with a circle: answers that show more are deleted now, those that show it no later than it is kept */
  shorten(circle: CircleId, person: PersonId, open: readonly OpenShare[]): Promise<void>;
  /** how exactly a member is shown to a circle: answers that show more are deleted now */
  coarsen(circle: CircleId, person: PersonId, precision: Precision): Promise<void>;
  /** both, for one answer and everybody in it */
  review(answer: Removal): Promise<void>;
  /** both, for all, after the program was away */
  reviewAll(): Promise<void>;
  /** all answers are deleted now */
  endAll(): Promise<void>;
}

type KeptOf = (circle: CircleId, person: PersonId) => Promise<Kept>;

/** An answer is a copy of what it shows, and must neither outlive it nor tell more than its sharer does by now. */
export function createAnswers(
  outbox: Outbox,
  circles: Pick<Circles, "precision">,
  keptOf: KeptOf,
  clock: Clock,
): Answers {
  const planned = () => outbox.items().filter((item) => item.kind === "removal");
  const showing = (answer: Removal, circle: CircleId, person: PersonId) =>
    answer.shows.filter((shown) => shown.circle === circle && shown.person === person);

  const endOf = ({ share, at }: Shown, open: readonly OpenShare[]): Instant => {
    const going = open.find(({ id }) => id === share);
    return going ? later(at, going.expiry) : clock();
  };
  const isTooFine = (shown: Shown, precision: Precision) => precisions[shown.precision] < precisions[precision];

  /** Others may bring it forward at the same time. */
  const bringForward = ({ id, due }: Removal, ends: readonly Instant[]) =>
    outbox.bringForward(id, instant(Math.min(due, ...ends)));

  async function review(answer: Removal) {
    const ends: Instant[] = [];
    for (const shown of answer.shows) {
      const { shares } = await keptOf(shown.circle, shown.person);
      ends.push(endOf(shown, shares));
      if (isTooFine(shown, await circles.precision(shown.circle, shown.person))) ends.push(clock());
    }
    await bringForward(answer, ends);
  }

  return {
    review,

    async shorten(circle, person, open) {
      for (const answer of planned()) {
        await bringForward(
          answer,
          showing(answer, circle, person).map((shown) => endOf(shown, open)),
        );
      }
    },

    async coarsen(circle, person, precision) {
      for (const answer of planned())
        if (showing(answer, circle, person).some((shown) => isTooFine(shown, precision)))
          await bringForward(answer, [clock()]);
    },

    async endAll() {
      for (const answer of planned()) await bringForward(answer, [clock()]);
    },

    async reviewAll() {
      for (const answer of planned()) await review(answer);
    },
  };
}
