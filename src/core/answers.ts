import { type CircleId, type Instant, instant, later, type PersonId } from "./model.ts";
import type { Outbox } from "./outbox.ts";
import type { Clock } from "./ports.ts";
import type { Shown } from "./reply.ts";
import type { OpenShare, QueuedItem } from "./storage/record-keys.ts";

type Removal = Extract<QueuedItem, { kind: "removal" }>;

export interface Answers {
  /** what a member still shares with a circle: answers that show more are deleted now, those that show it no later than it is kept */
  shorten(circle: CircleId, person: PersonId, open: readonly OpenShare[]): Promise<void>;
  /** the same for one answer and everybody in it */
  review(answer: Removal): Promise<void>;
  /** the same for all, after the program was away */
  reviewAll(): Promise<void>;
  /** all answers are deleted now */
  endAll(): Promise<void>;
}

type OpenSharesOf = (circle: CircleId, person: PersonId) => Promise<readonly OpenShare[]>;

/** An answer is a copy of what it shows, and must not outlive it. */
export function createAnswers(outbox: Outbox, openSharesOf: OpenSharesOf, clock: Clock): Answers {
  const planned = () => outbox.items().filter((item) => item.kind === "removal");

  const endOf = ({ share, at }: Shown, open: readonly OpenShare[]): Instant => {
    const going = open.find(({ id }) => id === share);
    return going ? later(at, going.expiry) : clock();
  };

  /** Others may bring it forward at the same time. */
  const bringForward = ({ id, due }: Removal, ends: readonly Instant[]) =>
    outbox.bringForward(id, instant(Math.min(due, ...ends)));

  async function review(answer: Removal) {
    const ends: Instant[] = [];
    for (const shown of answer.shows) ends.push(endOf(shown, await openSharesOf(shown.circle, shown.person)));
    await bringForward(answer, ends);
  }

  return {
    review,

    async shorten(circle, person, open) {
      for (const answer of planned()) {
        const ofThem = answer.shows.filter((shown) => shown.circle === circle && shown.person === person);
        await bringForward(
          answer,
          ofThem.map((shown) => endOf(shown, open)),
        );
      }
    },

    async endAll() {
      for (const answer of planned()) await bringForward(answer, [clock()]);
    },

    async reviewAll() {
      for (const answer of planned()) await review(answer);
    },
  };
}
