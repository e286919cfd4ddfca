import type { Duration, Instant } from "../../lib/time.ts";
import { asKnown } from "../geo/coordinates.ts";
import { mostCareful, type Precision, snap } from "../geo/precision.ts";
import type { CircleId, PersonId, RoomId, ShareId } from "../model/ids.ts";
import type { Membership, WhyUnconfirmed } from "../model/ports.ts";
import type { MemberAsKnown } from "../rooms/acquaintances.ts";
import type { Circles } from "../rooms/circles.ts";
import { type Member, type Members, notNow, whyUnconfirmed } from "../rooms/membership.ts";
import type { Named } from "../rooms/names.ts";
import { isMarkOf } from "../storage/records/name-mark.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { crossing } from "./seen/shown-since.ts";
import type { Shares } from "./shares.ts";

/** A circle that somebody shares with: its rooms, whose networks say who is a member, and how long it keeps a position. */
export type Source = { circle: CircleId; rooms: readonly RoomId[]; expiry: Duration };

/** What a person shares, no more exactly than they chose. It is not yet known whether they are still a member: this alone shows nobody. */
export type Sharer = {
  person: PersonId;
  source: Source;
  /** the share that is open, or the one that the position came from */
  share: ShareId;
  /** absent when the last one has expired */
  position?: StoredPosition;
  /** how exactly they are shown */
  precision: Precision;
  /** the expiry that the position is kept by */
  expiry: Duration;
  /** when they were first seen in the circle */
  since?: Instant;
  /** a mark of the name that they had there first, once one was heard */
  firstName?: string;
};

/** A sharer as others may see them: now a member, with the name that the network gives now; `place`: what it is called where they are. */
export type Sighting = Sharer & Named & { isRenamed: boolean; place?: PlaceNames };

export type PlaceNames = { street?: string; district?: string };

type Parts = { circles: Circles; shares: Shares; members: Members };

/**
 * Those of these people who share with the circle, as far as those see it to whom it is shown. What is kept of them is read once, and of nobody else.
 * @param to the circle that they are shown to
 * @param read what is known of people there, for those of whom it was read before
 */
export async function sharersOf(
  people: readonly PersonId[],
  source: Source,
  to: CircleId,
  read: ReadonlyMap<PersonId, MemberAsKnown>,
  { circles, shares }: Parts,
): Promise<Sharer[]> {
  const { circle, expiry } = source;
  const unread = people.filter((person) => !read.has(person));
  const [kept, others, links] = await Promise.all([
    shares.ofAll(circle, people, expiry),
    circles.membersAsKnown(circle, unread),
    circle === to ? [] : circles.linksOf(circle),
  ]);
  const across = { from: circle, to, links };
  const known = new Map([...read, ...unread.map((person, index) => [person, others[index]] as const)]);
  return people.flatMap((person, index): Sharer[] => {
    const { shares: open, position } = crossing(kept[index] ?? { shares: [] }, across);
    const newest = open.at(-1);
    if (!newest) return [];
    const share = open.find(({ id }) => id === position?.share) ?? newest;
    const { precision = mostCareful, since, firstName } = known.get(person) ?? {};
    const seen = { ...(since !== undefined && { since }), ...(firstName !== undefined && { firstName }) };
    const sharer = { person, source, share: share.id, expiry: share.expiry, precision, ...seen };
    return [position ? { ...sharer, position: asShown(position, precision) } : sharer];
  });
}

export type Confirmed = {
  visible: readonly Sighting[];
  /** why somebody was left out, of whom the network did not say if they are a member */
  unconfirmed?: WhyUnconfirmed;
  /** only of people whom another room lets be seen here: it is not for this room's network to tell */
  isAcross?: true;
};

/**
 * Asks the network about these sharers, and about nobody else. If it says that somebody has left, their share with the circle ends.
 * @param at where they are to be shown; `known`: what the network has just said of somebody there, so that it is not asked again
 */
export async function confirm(
  sharers: readonly Sharer[],
  at: { circle: CircleId; known?: ReadonlyMap<PersonId, Member> },
  { circles, shares, members }: Parts,
): Promise<Confirmed> {
  const [here, across]: [Membership[], Membership[]] = [[], []];
  const seen = await Promise.all(
    sharers.map(async (sharer): Promise<Sighting | undefined> => {
      const { person, source } = sharer;
      const isHere = source.circle === at.circle;
      const known = isHere ? at.known?.get(person) : undefined;
      const ask = () => members.inRooms(source.rooms, person);
      const membership = known ?? (await (isHere ? ask() : ask().catch(notNow)));
      if (membership.kind === "not a member") await shares.end(source.circle, person);
      (isHere ? here : across).push(membership);
      if (membership.kind !== "member") return undefined;
      const named = members.named(person, membership);
      // Whoever only shares is named here for the first time.
      if (sharer.firstName === undefined) await circles.heard(person, source.circle, named.name);
      const isRenamed = sharer.firstName !== undefined && !isMarkOf(sharer.firstName, person, named.name);
      return { ...sharer, ...named, isRenamed };
    }),
  );
  const visible = seen.filter((sighting) => sighting !== undefined);
  const [own, others] = [whyUnconfirmed(here), whyUnconfirmed(across)];
  if (own.unconfirmed !== undefined || others.unconfirmed === undefined) return { visible, ...own };
  return { visible, unconfirmed: "not now", isAcross: true };
}

/** The one place where a position becomes what its sharer lets others see. Everything that is said of it is worked out from the result. */
function asShown(position: StoredPosition, precision: Precision): StoredPosition {
  const { latitude, longitude, accuracy, wider, decimals, heading, ...rest } = position;
  const told = { latitude, longitude, ...(accuracy !== undefined && { accuracy }), ...(wider && { wider }) };
  const known = asKnown(decimals === undefined ? told : { ...told, decimals });
  if (precision !== "exact") return { ...rest, ...snap(known, precision) };
  return { ...rest, ...known, ...(heading !== undefined && { heading }) };
}
