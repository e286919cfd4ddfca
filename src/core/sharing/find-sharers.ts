import type { CircleId, Network, PersonId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import type { MemberAsKnown } from "../rooms/acquaintances.ts";
import { finderOf, groupByName } from "../rooms/find-by-name.ts";
import type { MeetingPoint } from "../rooms/meeting-points.ts";
import type { Member } from "../rooms/membership.ts";
import type { Told } from "../rooms/told-apart.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { reachOf, withReach } from "./seen/reach.ts";
import { confirm, type Sharer, type Sighting, type Source, sharersOf } from "./visible-positions.ts";

export type Located<T extends Sharer = Sharer> = T & { position: StoredPosition };

/**
 * A circle as the asker may see it, before anybody in it is confirmed. `room` is the room's name, undefined when it is asked in the room itself;
 * `people` who is in the list of those who share; `read` reads what these share; `askerTold` what the others know the asker by, absent where
 * the asker alone reads it; `askerShares` what the asker shares, and `own` its position, which distances are told from.
 */
export type View = {
  circle: CircleId;
  room: string | undefined;
  people: readonly PersonId[];
  read: (people: readonly PersonId[]) => Promise<readonly Sharer[]>;
  known: ReadonlyMap<PersonId, Member>;
  asker?: PersonId;
  askerTold: Told | undefined;
  /** the network on which it is read */
  readOn: Network;
  /** where the circle meets */
  meeting: MeetingPoint | undefined;
  askerShares?: Sharer;
  own?: Located;
};

export const isLocated = <T extends Sharer>(sharer: T): sharer is Located<T> => sharer.position !== undefined;

type Base = Pick<View, "circle" | "room" | "known" | "askerTold" | "readOn" | "meeting"> &
  Pick<Source, "rooms"> & { except?: readonly CircleId[] };

/**
 * A circle as this person may see it. Read are the list of those who share, and the asker's own share.
 * @param known what is known of people there, for those of whom it was read before
 * @param base `except`: linked circles whose people are told elsewhere
 */
export async function viewOf(
  parts: Parts,
  { rooms, except = [], ...base }: Base,
  asker: PersonId | undefined,
  known: ReadonlyMap<PersonId, MemberAsKnown>,
): Promise<View> {
  const { circle } = base;
  const [people, expiry, reach] = await Promise.all([
    parts.shares.sharers(circle),
    parts.circles.expiry(circle),
    reachOf(parts, circle, except),
  ]);
  const readOwn = (some: readonly PersonId[]) => sharersOf(some, { circle, rooms, expiry }, circle, known, parts);
  const view = { ...base, ...withReach({ people, read: readOwn }, reach) };
  if (asker === undefined) return view;
  const [askerShares] = view.people.includes(asker) ? await view.read([asker]) : [];
  if (askerShares === undefined) return { ...view, asker };
  return { ...view, asker, askerShares, ...(isLocated(askerShares) && { own: askerShares }) };
}

/** What is shared by these of a circle's people. */
export async function readSharers(
  { asker, askerShares, read }: View,
  people: readonly PersonId[],
): Promise<readonly Sharer[]> {
  const others = await read(people.filter((person) => person !== asker));
  return askerShares && people.includes(askerShares.person) ? [...others, askerShares] : others;
}

export type Seen = { sighting: Sighting; view: View };

/** Who is meant: people by their ids, or whoever one of the names fits. */
export type Wanted = { people: readonly PersonId[]; names: readonly string[] };

/** Those whom a name fits. */
export type Fitting = { name: string; seen: Seen[] };

type Parts = Parameters<typeof confirm>[2];

/**
 * Those of the circle who share and could be meant: everybody who fits, as the network names them now. Nobody else is read or asked about.
 * @returns by the name that they fit; of people who were given by id, by the first
 */
export async function findSharers(parts: Parts, view: View, { people, names }: Wanted): Promise<Fitting[]> {
  const confirmed = async (some: readonly PersonId[]) =>
    (await confirm(await readSharers(view, some), view, parts)).visible;
  const seenOf = (found: readonly Sighting[]): Seen[] => found.map((sighting) => ({ sighting, view }));
  if (people.length > 0) {
    const meant = await confirmed(view.people.filter((person) => people.includes(person)));
    return [{ name: names[0] ?? "", seen: seenOf(meant) }];
  }
  const finders = names.map(finderOf);
  // Where many share, whoever had quite another name minutes ago is asked about only when nobody else fits: a network answers so many
  // questions a second.
  const areMany = view.people.length > maxPeopleInList;
  const isOther = (person: PersonId) => {
    const last = areMany ? parts.members.lastNamed(person) : undefined;
    return last !== undefined && finders.every((find) => find([last]).length === 0);
  };
  const among = async (some: readonly PersonId[], wanted: readonly string[]): Promise<Fitting[]> => {
    const visible = await confirmed(some);
    return wanted.flatMap((one) => groupByName(visible, one).map(({ name, found }) => ({ name, seen: seenOf(found) })));
  };
  const others = new Set(view.people.filter(isOther));
  const first = await among(
    view.people.filter((person) => !others.has(person)),
    names,
  );
  const left =
    names.length === 1 && first.length > 0 ? [] : names.filter((name) => !first.some((one) => one.name === name));
  return left.length > 0 && others.size > 0 ? [...first, ...(await among([...others], left))] : first;
}
