import type { PersonId } from "../../model/ids.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { Sharer } from "../visible-positions.ts";

/** People who share with a circle, and what they share, as another one or the same sees it. */
export type Shared = {
  people: readonly PersonId[];
  read: (people: readonly PersonId[]) => Promise<readonly Sharer[]>;
};

/** Of two accounts that are one person's, as far as the circle sees what either shares: it is read together. */
export type SharedByPeople = Shared & {
  /** the one of `people` who is this person */
  find: (person: PersonId) => PersonId | undefined;
};

/**
 * Whoever shares with two accounts that are joined is one person. Nobody is seen by this who was not seen before: both are read by the rules that hold for
 * each by itself, and what is left is confirmed for each by itself.
 */
export async function asOnePerson(circles: Pick<Circles, "twins">, shared: Shared): Promise<SharedByPeople> {
  const twins = await circles.twins();
  const among = new Set(shared.people);
  if (twins.size === 0) return { ...shared, find: (person) => (among.has(person) ? person : undefined) };
  const first = new Map<PersonId, PersonId>();
  for (const person of shared.people) {
    const twin = twins.get(person);
    first.set(person, (twin !== undefined && first.get(twin)) || person);
  }
  return {
    people: shared.people.filter((person) => first.get(person) === person),
    find: (person) => first.get(person) ?? first.get(twins.get(person) ?? person),
    async read(some) {
      const wanted = some.flatMap((person) => [person, twins.get(person) ?? person]).filter((each) => among.has(each));
      const read = await shared.read([...new Set(wanted)]);
      const people = Map.groupBy(read, ({ person }) => first.get(person) ?? person);
      return [...people.values()].flatMap((theirs): Sharer[] => {
        const [newest, also] = theirs.toSorted((one, other) => atOf(other) - atOf(one));
        if (newest === undefined) return [];
        const twin = twins.get(newest.person);
        return [twin === undefined ? newest : { ...newest, joined: { twin, ...(also && { also }) } }];
      });
    },
  };
}

export const atOf = ({ position }: Sharer) => position?.at ?? 0;

/** The accounts of who shares. */
export const accountsOf = ({ person, joined }: Sharer): readonly PersonId[] =>
  joined ? [person, joined.twin] : [person];

/** Who began to share last: it changes seldom, and by an act of theirs. */
export const lastBegun = <T extends Sharer>(some: readonly T[]): T | undefined =>
  some.toSorted((one, other) => other.startedAt - one.startedAt)[0];
