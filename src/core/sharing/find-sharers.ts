import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import { findByName } from "../rooms/find-by-name.ts";
import type { Member } from "../rooms/membership.ts";
import type { Told } from "../rooms/told-apart.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { type Confirmed, confirm, type Sharer, type Sighting } from "./visible-positions.ts";

export type Located<T extends Sharer = Sharer> = T & { position: StoredPosition };

/**
 * A circle as the asker may see it, before anybody in it is confirmed. `room` is the room's name, undefined when it is asked in the room itself;
 * `askerTold` what the others know the asker by, absent where the asker alone reads it; `own` the asker's own position, which distances are
 * told from.
 */
export type View = {
  circle: CircleId;
  rooms: readonly RoomId[];
  room: string | undefined;
  sharers: readonly Sharer[];
  known: ReadonlyMap<PersonId, Member>;
  asker?: PersonId;
  askerTold: Told | undefined;
  own?: Located;
};

export type Seen = { sighting: Sighting; view: View };

/** Who is meant: people by their ids, or whoever a name fits. */
export type Wanted = { people: readonly PersonId[]; name: string };

type Parts = Parameters<typeof confirm>[2];

/** Those of the circle who share and could be meant: everybody who fits, as the network names them now. */
export async function findSharers(parts: Parts, view: View, { people, name }: Wanted): Promise<Seen[]> {
  const seenOf = ({ visible }: Confirmed) => visible.map((sighting) => ({ sighting, view }));
  if (people.length > 0) {
    const meant = view.sharers.filter(({ person }) => people.includes(person));
    return seenOf(await confirm(meant, view, parts));
  }
  const among = async (sharers: readonly Sharer[]) =>
    findByName((await confirm(sharers, view, parts)).visible, name).map((sighting) => ({ sighting, view }));
  // Where many share, whoever had quite another name minutes ago is asked about only when nobody else fits: a network answers so many
  // questions a second.
  const areMany = view.sharers.length > maxPeopleInList;
  const isOther = ({ person }: Sharer) => {
    const last = areMany ? parts.members.lastNamed(person) : undefined;
    return last !== undefined && findByName([last], name).length === 0;
  };
  const found = await among(view.sharers.filter((sharer) => !isOther(sharer)));
  return found.length > 0 ? found : among(view.sharers.filter(isOther));
}
