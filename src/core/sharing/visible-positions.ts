import { type Duration, type Instant, instant } from "../../lib/time.ts";
import { asKnown } from "../geo/coordinates.ts";
import { mostCareful, type Precision, snap } from "../geo/precision.ts";
import type { CircleId, PersonId, RoomId, ShareId } from "../model/ids.ts";
import type { MemberAsKnown } from "../rooms/acquaintances.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Members } from "../rooms/membership.ts";
import type { Named } from "../rooms/names.ts";
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
  startedAt: Instant;
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
  /** the other account of the same person, and what that shares, where it may be seen as well */
  joined?: { twin: PersonId; also?: Sharer };
};

/**
 * A sharer as others may see them: now a member, with the name that the network gives now; `as`: the account that the name is of, which of two of one
 * person need not be the one that shares; `place`: what it is called where they are.
 */
export type Sighting = Sharer & Named & { as: PersonId; isRenamed: boolean; place?: PlaceNames };

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
    const startedAt = instant(Math.max(...open.map((one) => one.startedAt)));
    const { precision = mostCareful, since, firstName } = known.get(person) ?? {};
    const seen = { ...(since !== undefined && { since }), ...(firstName !== undefined && { firstName }) };
    const sharer = { person, source, share: share.id, startedAt, expiry: share.expiry, precision, ...seen };
    return [position ? { ...sharer, position: asShown(position, precision) } : sharer];
  });
}

/** The one place where a position becomes what its sharer lets others see. Everything that is said of it is worked out from the result. */
function asShown(position: StoredPosition, precision: Precision): StoredPosition {
  const { latitude, longitude, accuracy, wider, decimals, heading, ...rest } = position;
  const told = { latitude, longitude, ...(accuracy !== undefined && { accuracy }), ...(wider && { wider }) };
  const known = asKnown(decimals === undefined ? told : { ...told, decimals });
  if (precision !== "exact") return { ...rest, ...snap(known, precision) };
  return { ...rest, ...known, ...(heading !== undefined && { heading }) };
}
