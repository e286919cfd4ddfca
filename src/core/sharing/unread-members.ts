import type { CircleId, PersonId } from "../model/ids.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

export type Member = { circle: CircleId; person: PersonId };

/** How many circles have their lists of sharers read at once. */
const circlesAtOnce = 100;
/** So many are read in each sweep: everybody in the first one, but where very many share. */
const readEachSweep = 1000;

/** Who shares, and of whom nothing was read since a start: a start need not wait until everything that they share is read. */
export function createUnreadMembers(records: Pick<SealedRecords, "getMany">) {
  const unread = new Map<string, Member>();
  const nameOf = ({ circle, person }: Member) => `${circle}/${person}`;

  return {
    has: (member: Member) => unread.has(nameOf(member)),
    delete: (member: Member) => void unread.delete(nameOf(member)),
    /** those who are to be read next */
    next: (): readonly Member[] => [...unread.values().take(readEachSweep)],

    /** Begins anew with those whom the lists of these circles name. @param found is told of each */
    async find(circles: readonly CircleId[], found: (member: Member) => void): Promise<void> {
      unread.clear();
      for (let from = 0; from < circles.length; from += circlesAtOnce) {
        const some = circles.slice(from, from + circlesAtOnce);
        const lists = await records.getMany(some.map((circle) => recordKeys.sharers(circle)));
        for (const [index, circle] of some.entries())
          for (const person of lists[index] ?? []) {
            unread.set(nameOf({ circle, person }), { circle, person });
            found({ circle, person });
          }
      }
    },
  };
}
