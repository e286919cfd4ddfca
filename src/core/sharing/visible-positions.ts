import type { Duration } from "../../lib/time.ts";
import { type Precision, snap } from "../geo/precision.ts";
import { bareId, type CircleId, networkOf, type PersonId, type ShareId } from "../model/ids.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Member, Members } from "../rooms/membership.ts";
import type { Named } from "../rooms/names.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import type { Shares } from "./shares.ts";

/** One sharer as others may see them: named as the network names them now, and no nearer than they chose. */
export type Sighting = Named & {
  person: PersonId;
  /** the share that is open, or the one that the position came from */
  share: ShareId;
  /** absent when the last one has expired */
  position?: StoredPosition;
  /** how exactly they are shown */
  precision: Precision;
  /** the expiry that the position is kept by */
  expiry: Duration;
};

export type Sightings = {
  visible: readonly Sighting[];
  /** whether somebody was left out because the network did not say if they are a member */
  someUnconfirmed: boolean;
};

/** Everybody who shares with the circle and is a member of it now. Whoever the network says has left is no longer shared by it. */
export async function sightings(
  circle: CircleId,
  { circles, shares, members }: { circles: Circles; shares: Shares; members: Members },
): Promise<Sightings> {
  const people = await shares.sharers(circle);
  let someUnconfirmed = false;
  const seen = await Promise.all(
    people.map(async (person): Promise<Sighting | undefined> => {
      const kept = await shares.of(circle, person);
      const newest = kept.shares.at(-1);
      if (!newest) return undefined;
      const membership = await members.inCircle(circle, person);
      if (membership.kind === "not a member") await shares.end(circle, person);
      if (membership.kind === "unconfirmed") someUnconfirmed = true;
      if (membership.kind !== "member") return undefined;
      const share = kept.shares.find(({ id }) => id === kept.position?.share) ?? newest;
      const precision = await circles.precision(circle, person);
      const sighting = { ...named(person, membership), person, share: share.id, expiry: share.expiry, precision };
      if (!kept.position) return sighting;
      return { ...sighting, position: asShown(kept.position, precision) };
    }),
  );
  return { visible: seen.filter((sighting) => sighting !== undefined), someUnconfirmed };
}

function named(person: PersonId, { name, handle }: Member): Named {
  // On Matrix the id is what people type; elsewhere it is a number that nobody knows.
  const id = networkOf(person) === "matrix" ? bareId(person) : "";
  return handle === undefined ? { name, id } : { name, handle, id };
}

/** The one place where a position becomes what its sharer lets others see; all that is said of it comes after. */
function asShown(position: StoredPosition, precision: Precision): StoredPosition {
  if (precision === "exact") return position;
  const { heading: _, ...rest } = position;
  return { ...rest, ...snap(position, precision) };
}
