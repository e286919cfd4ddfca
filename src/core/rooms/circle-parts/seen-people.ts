import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { type Acquaintance, recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";

type Known = readonly Acquaintance[];

export type SeenPeople = {
  /** the circles that the person was seen in, in the order in which that happened */
  of: (person: PersonId) => Promise<Known>;
  /** @param to gives what is known from now on; the same list when nothing changes */
  change: (person: PersonId, to: (old: Known) => Known | Promise<Known>) => Promise<void>;
  /** who was seen in the circle */
  people: (circle: CircleId) => Promise<readonly PersonId[]>;
};

const circlesOf = (known: Known): readonly CircleId[] => known.map(({ circle }) => circle);

/** Who was seen in which circle, and what they chose there, from both sides: what is known of people goes with their last circle. */
export function createSeenPeople(records: SealedRecords): SeenPeople {
  const lock = createKeyedLock();
  const of = async (person: PersonId) => (await records.get(recordKeys.acquaintances(person))) ?? [];
  const people = async (circle: CircleId) => (await records.get(recordKeys.people(circle))) ?? [];

  const changePeople = (circle: CircleId, to: (old: readonly PersonId[]) => readonly PersonId[]) =>
    lock(circle, async () => {
      const old = await people(circle);
      const changed = to(old);
      if (changed.length === 0) await records.delete(recordKeys.people(circle));
      else if (changed.length !== old.length) await records.set(recordKeys.people(circle), [...changed]);
    });

  const change: SeenPeople["change"] = (person, to) =>
    lock(person, async () => {
      const old = await of(person);
      const changed = await to(old);
      if (changed === old) return;
      const [before, after] = [circlesOf(old), circlesOf(changed)];
      // A circle lists at least those who know it: whom it did not list would be remembered for ever.
      for (const circle of after.filter((each) => !before.includes(each)))
        await changePeople(circle, (list) => (list.includes(person) ? list : [...list, person]));
      if (changed.length === 0) await records.delete(recordKeys.acquaintances(person));
      else await records.set(recordKeys.acquaintances(person), [...changed]);
      for (const circle of before.filter((each) => !after.includes(each)))
        await changePeople(circle, (list) => list.filter((other) => other !== person));
    });

  return { of, change, people };
}
