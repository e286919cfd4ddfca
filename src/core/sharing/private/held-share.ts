import { type Clock, type Instant, instant, later } from "../../../lib/time.ts";
import type { PersonId } from "../../model/ids.ts";
import { maxChoiceWait } from "../../model/limits.ts";
import type { Seal } from "../../model/ports.ts";
import type { AnswerExpiry } from "../../queue/answer-expiry.ts";
import { type HeldShare, recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";
import type { Shares } from "../shares.ts";

/** The share of a person that waits for its sharer to say who may see it. */
export interface HeldShares {
  of(person: PersonId): Promise<HeldShare | undefined>;
  /**
   * Nobody can see it until its sharer has chosen who may. Only one share waits, and a newer one replaces it: with two, a choice would not
   * say which of them it is for.
   * @returns until when it waits; undefined when it is a late report, and a newer one is known
   */
  hold(person: PersonId, held: HeldShare): Promise<Instant | undefined>;
  /** destroys it, and has the question about it deleted: what that says is not true any more */
  forget(person: PersonId): Promise<void>;
  /** destroys where it was, as long as nothing newer is known; its share still waits, and so does the question */
  forgetPosition(person: PersonId): Promise<void>;
}

type Parts = {
  records: SealedRecords;
  seal: Seal;
  shares: Pick<Shares, "close">;
  answerExpiry: Pick<AnswerExpiry, "endQuestions">;
  clock: Clock;
};

export function createHeldShares({ records, seal, shares, answerExpiry, clock }: Parts): HeldShares {
  const of = (person: PersonId) => records.get(recordKeys.held(person));

  /** The share that waits is the only record under a key of the person's own. The key is destroyed first, which closes copies of the row. */
  async function forgetPosition(person: PersonId) {
    await seal.destroyMember(undefined, person);
    await records.delete(recordKeys.held(person));
  }

  async function forget(person: PersonId) {
    await forgetPosition(person);
    await answerExpiry.endQuestions(person, "rooms");
  }

  return {
    of,
    forget,
    forgetPosition,

    async hold(person, held) {
      const before = await of(person);
      if (before?.share === held.share && before.position.at > held.position.at) return undefined;
      if (before && before.share !== held.share) {
        await shares.close(before.share);
        await forget(person);
      }
      const until = instant(Math.min(later(clock(), maxChoiceWait), held.until ?? Number.POSITIVE_INFINITY));
      await records.set(recordKeys.held(person), held, until);
      return until;
    },
  };
}
