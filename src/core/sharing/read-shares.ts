import type { Clock } from "../../lib/time.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { type Kept, keptOf, type Shown } from "./share-plan.ts";

/** Runs work of a member's one at a time. */
type MemberLock = <T>(circle: CircleId, person: PersonId, work: () => Promise<T>) => Promise<T>;

/** Reads what members share. */
export function createReadShares(
  records: Pick<SealedRecords, "get" | "getMany">,
  memberLock: MemberLock,
  clock: Clock,
) {
  /** By member, what their position is compared by. It comes and goes with the position, and does not say where that is. */
  const latest = new Map<string, Shown>();

  async function loadAll(circle: CircleId, people: readonly PersonId[]) {
    const [shares, positions] = await Promise.all([
      records.getMany(people.map((person) => recordKeys.openShares(circle, person))),
      records.getMany(people.map((person) => recordKeys.position(circle, person))),
    ]);
    return people.map((person, index) => ({ person, kept: keptOf(shares[index], positions[index]) }));
  }

  /** The caller holds the member's lock. */
  const load = async (circle: CircleId, person: PersonId): Promise<Kept> =>
    (await loadAll(circle, [person]))[0]?.kept ?? { shares: [] };

  /**
   * The same of several, in few reads, for callers that hold no member's lock. A share may be read before its first position is stored, and would be
   * told as one whose position is destroyed: then it is read again.
   */
  async function loadWhole(circle: CircleId, people: readonly PersonId[]): Promise<Kept[]> {
    const isHalf = ({ shares, position }: Kept) => shares.length > 0 && position === undefined;
    const wholeOf = async (person: PersonId, kept: Kept) =>
      isHalf(kept) ? memberLock(circle, person, () => load(circle, person)) : kept;
    return Promise.all((await loadAll(circle, people)).map(({ person, kept }) => wholeOf(person, kept)));
  }

  /** As `load`, but that of a position it may give only what that is compared by: an update of a share need not open the one before. */
  async function loadToCompare(circle: CircleId, person: PersonId): Promise<Kept<Shown>> {
    const shown = latest.get(`${circle}/${person}`);
    if (shown === undefined || shown.expiresAt <= clock()) return load(circle, person);
    return keptOf(await records.get(recordKeys.openShares(circle, person)), shown);
  }

  function noteLatest(circle: CircleId, person: PersonId, { position }: Kept<Shown>): void {
    if (position === undefined) return void latest.delete(`${circle}/${person}`);
    const { share, at, order, expiresAt } = position;
    latest.set(`${circle}/${person}`, { share, at, expiresAt, ...(order !== undefined && { order }) });
  }

  return { load, loadToCompare, loadWhole, noteLatest, clear: () => latest.clear() };
}
