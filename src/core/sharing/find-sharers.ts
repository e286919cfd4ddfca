import type { CircleId, Network, PersonId, RoomId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import type { WhyUnconfirmed } from "../model/ports.ts";
import type { MemberAsKnown } from "../rooms/acquaintances.ts";
import { finderOf, groupByName } from "../rooms/find-by-name.ts";
import type { MeetingPoint } from "../rooms/meeting-points.ts";
import type { Member } from "../rooms/membership.ts";
import type { Told } from "../rooms/told-apart.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { confirm } from "./seen/confirm.ts";
import { accountsOf, asOnePerson, type SharedByPeople } from "./seen/one-person.ts";
import { reachOf, withReach } from "./seen/reach.ts";
import { type Sharer, type Sighting, type Source, sharersOf } from "./visible-positions.ts";

export type Located<T extends Sharer = Sharer> = T & { position: StoredPosition };

/**
 * A circle as the asker may see it, before anybody in it is confirmed. `room` is the room's name, undefined when it is asked in the room itself;
 * `people` who is in the list of those who share; `read` reads what these share; `askerTold` what the others know the asker by, absent where
 * the asker alone reads it; `askerShares` what the asker shares, and `own` its position, which distances are told from; `isSelf` whether somebody is
 * the asker, as whoever reads the answer may know.
 */
export type View = SharedByPeople & {
  circle: CircleId;
  rooms: readonly RoomId[];
  room: string | undefined;
  known: ReadonlyMap<PersonId, Member>;
  asker?: PersonId;
  askerTold: Told | undefined;
  /** the network on which it is read */
  readOn: Network;
  /** where the circle meets */
  meeting: MeetingPoint | undefined;
  askerShares?: Sharer;
  own?: Located;
  isSelf: (sharer: Sharer & Partial<Pick<Sighting, "as">>) => boolean;
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
  const shared = await asOnePerson(parts.circles, withReach({ people, read: readOwn }, reach));
  const isSelf: View["isSelf"] = ({ person, as = person }) => as === asker;
  const view = { ...base, rooms, ...shared, isSelf };
  if (asker === undefined) return view;
  const self = view.find(asker);
  const [askerShares] = self === undefined ? [] : await view.read([self]);
  if (askerShares === undefined) return { ...view, asker };
  if (askerShares.joined) return { ...view, asker, askerShares, ...(await ofJoined(parts, view, asker, askerShares)) };
  return { ...view, asker, askerShares, ...(isLocated(askerShares) && { own: askerShares }) };
}

/**
 * To others, whoever has two accounts is the one that asks only where they are shown by that name. Elsewhere no distance is told from who asks: it would
 * say that somebody shares who is not listed.
 */
async function ofJoined(
  parts: Parts,
  view: View,
  asker: PersonId,
  askerShares: Sharer,
): Promise<Pick<View, "isSelf" | "own">> {
  const [seen] = (await confirm([askerShares], view, parts)).visible;
  const isShownAsAsker = view.askerTold === undefined || seen?.as === asker;
  if (!isShownAsAsker) return { isSelf: () => false };
  return { isSelf: (sharer) => accountsOf(sharer).includes(asker), ...(seen && isLocated(seen) && { own: seen }) };
}

/** What is shared by these of a circle's people. */
export async function readSharers(
  { asker, askerShares, read, find }: View,
  people: readonly PersonId[],
): Promise<readonly Sharer[]> {
  const self = asker === undefined ? undefined : find(asker);
  const others = await read(people.filter((person) => person !== self));
  return askerShares && self !== undefined && people.includes(self) ? [...others, askerShares] : others;
}

export type Seen = { sighting: Sighting; view: View };

/** Who is meant: people by their ids, or whoever one of the names fits. */
export type Wanted = { people: readonly PersonId[]; names: readonly string[] };

/** Those whom a name fits. */
export type Fitting = { name: string; seen: Seen[] };

/** `unconfirmed`: why somebody was left out who may fit, of whom the network did not say if they are a member. */
export type FoundByName = { fitting: Fitting[]; unconfirmed?: WhyUnconfirmed };

type Parts = Parameters<typeof confirm>[2];

/**
 * Those of the circle who share and could be meant: everybody who fits, as the network names them now. Nobody else is read or asked about.
 * @returns by the name that they fit; of people who were given by id, by the first
 */
export async function findSharers(parts: Parts, view: View, { people, names }: Wanted): Promise<FoundByName> {
  let unconfirmed: WhyUnconfirmed | undefined;
  const confirmed = async (some: readonly PersonId[]) => {
    const told = await confirm(await readSharers(view, some), view, parts);
    unconfirmed ??= told.unconfirmed;
    return told.visible;
  };
  const withWhy = (fitting: Fitting[]): FoundByName => ({ fitting, ...(unconfirmed && { unconfirmed }) });
  const seenOf = (found: readonly Sighting[]): Seen[] => found.map((sighting) => ({ sighting, view }));
  if (people.length > 0) {
    const meant = new Set(people.flatMap((person) => view.find(person) ?? []));
    const found = await confirmed(view.people.filter((person) => meant.has(person)));
    // Of two accounts of one person, nobody finds the one by the other.
    // Nobody else is asked about, so to say why would say that whoever is meant shares.
    return { fitting: [{ name: names[0] ?? "", seen: seenOf(found.filter(({ as }) => people.includes(as))) }] };
  }
  const finders = names.map(finderOf);
  // Where many share, whoever had quite another name minutes ago is asked about only when nobody else fits: a network answers so many
  // questions a second.
  const areMany = view.people.length > maxPeopleInList;
  const twins = areMany ? await parts.circles.twins() : new Map<PersonId, PersonId>();
  const isOther = (person: PersonId) => {
    const last = areMany && !twins.has(person) ? parts.members.lastNamed(person) : undefined;
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
  return withWhy(left.length > 0 && others.size > 0 ? [...first, ...(await among([...others], left))] : first);
}
