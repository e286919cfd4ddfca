import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { type Clock, type Duration, type Instant, second } from "../../../lib/time.ts";
import type { PersonId } from "../../model/ids.ts";
import { maxJoins } from "../../model/limits.ts";
import type { Continuity } from "../../model/ports.ts";
import type { Join } from "../../storage/records/link-keys.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";

/** By account, the other one of the same person. */
export type Twins = ReadonlyMap<PersonId, PersonId>;

export interface JoinedAccounts {
  /** all accounts that are joined now, each with its other one */
  twins(): Promise<Twins>;
  /** the other account of the same person */
  twinOf(person: PersonId): Promise<PersonId | undefined>;
  /** @returns whether they are joined; "full" when no more can be, "taken" when one of them is joined with a third */
  join(one: PersonId, other: PersonId): Promise<"joined" | "full" | "taken">;
  /** from either of the two. @returns the other one */
  unjoin(person: PersonId): Promise<PersonId | undefined>;
}

type Parts = { records: SealedRecords; clock: Clock; continuity: Pick<Continuity, "lostAt" | "open"> };

/** What was read a moment ago is not read again: an answer asks for it several times. */
const readKept: Duration = second;
const none: Twins = new Map();

/** Which two accounts are one person's. All stand in one record, so that a join begins and ends by one writing. */
export function createJoinedAccounts({ records, clock, continuity }: Parts): JoinedAccounts {
  const lock = createKeyedLock();
  const kept = async (): Promise<readonly Join[]> => (await records.get(recordKeys.joins())) ?? [];
  let read: { joins: Promise<readonly Join[]>; at: Instant } | undefined;

  async function lately(): Promise<readonly Join[]> {
    if (read && Math.abs(clock() - read.at) < readKept) return read.joins;
    const mine = { joins: kept(), at: clock() };
    read = mine;
    mine.joins.catch(() => {
      if (read === mine) read = undefined;
    });
    return mine.joins;
  }

  async function keep(joins: readonly Join[]): Promise<void> {
    try {
      if (joins.length === 0) await records.delete(recordKeys.joins());
      else await records.set(recordKeys.joins(), [...joins]);
    } finally {
      // What was read meanwhile may be what stood there before.
      read = undefined;
    }
  }

  /** What may have been ended since is not certain: it is off until they are joined again. */
  async function holding() {
    if (continuity.open() !== undefined) return [];
    const lostAt = continuity.lostAt() ?? 0;
    return (await lately()).filter(({ since }) => since > lostAt);
  }

  async function twins(): Promise<Twins> {
    const joins = await holding();
    if (joins.length === 0) return none;
    return new Map(joins.flatMap(({ one, other }) => [[one, other] as const, [other, one] as const]));
  }

  const twinOf = async (person: PersonId) => (await twins()).get(person);

  return {
    twins,
    twinOf,

    join: (one, other) =>
      lock("joins", async () => {
        const joins = await holding();
        const theirs = joins.filter((join) => [join.one, join.other].some((each) => each === one || each === other));
        if (theirs.some((join) => new Set([join.one, join.other, one, other]).size > 2)) return "taken";
        if (theirs.length > 0) return "joined";
        if (joins.length >= maxJoins) return "full";
        await keep([...joins, { one, other, since: clock() }]);
        return "joined";
      }),

    unjoin: (person) =>
      lock("joins", async () => {
        const joins = await kept();
        const own = joins.find(({ one, other }) => one === person || other === person);
        if (own === undefined) return undefined;
        await keep(joins.filter((join) => join !== own));
        return own.one === person ? own.other : own.one;
      }),
  };
}
