import type { Clock } from "../../../lib/time.ts";
import { isRoom } from "../../model/audience.ts";
import type { CircleId } from "../../model/ids.ts";
import { type AnswerExpiry, endOf, type Removal } from "../../queue/answer-expiry.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { Shares } from "../shares.ts";
import { sharesSeen } from "./reach.ts";

type Parts = {
  circles: Circles;
  shares: Shares;
  answerExpiry: Pick<AnswerExpiry, "bringForward">;
  clock: Clock;
};

/** An answer must be gone when what it shows is over, by what its sharers share and chose by now, and by what is seen where it stands. */
export function createReviewAnswer({ circles, shares, answerExpiry, clock }: Parts) {
  /** The circles to which it may show what they see: the room's, or those of whoever reads it in private. */
  async function seeingIn(to: Removal["to"]): Promise<readonly CircleId[]> {
    const room = isRoom(to) ? to.room : to.within?.room;
    if (room === undefined)
      return "person" in to ? (await circles.acquaintances(to.person)).map((one) => one.circle) : [];
    const circle = await circles.find(room);
    return circle === undefined ? [] : [circle];
  }

  return async (answer: Removal): Promise<void> => {
    if (answer.shows.length === 0) return;
    const seeing = await seeingIn(answer.to);
    const ends = answer.shows.map(async (shown) => {
      // What was shown by the circle itself ends with its share, wherever it stands: a room may have changed its id.
      const isAcross = seeing.length > 0 && !seeing.includes(shown.circle);
      const open = await sharesSeen({ circles, shares }, shown, isAcross ? seeing : [shown.circle]);
      return endOf(shown, open, await circles.precision(shown.circle, shown.person), clock());
    });
    await answerExpiry.bringForward(answer, await Promise.all(ends));
  };
}
