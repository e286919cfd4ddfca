import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import { findByName, groupByName } from "../rooms/find-by-name.ts";
import type { Member } from "../rooms/membership.ts";
import type { Told } from "../rooms/told-apart.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { confirm, type Sharer, type Sighting } from "./visible-positions.ts";

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

/** Who is meant: people by their ids, or whoever one of the names fits. */
export type Wanted = { people: readonly PersonId[]; names: readonly string[] };

/** Those whom a name fits. */
export type Fitting = { name: string; seen: Seen[] };

type Parts = Parameters<typeof confirm>[2];

/**
 * Those of the circle who share and could be meant: everybody who fits, as the network names them now.
 * @returns by the name that they fit; of people who were given by id, by the first
 */
export async function findSharers(parts: Parts, view: View, { people, names }: Wanted): Promise<Fitting[]> {
  if (people.length > 0) {
    const meant = view.sharers.filter(({ person }) => people.includes(person));
    const { visible } = await confirm(meant, view, parts);
    return [{ name: names[0] ?? "", seen: visible.map((sighting) => ({ sighting, view })) }];
  }
  // Where many share, whoever had quite another name minutes ago is asked about only when nobody else fits: a network answers so many
  // questions a second.
  const areMany = view.sharers.length > maxPeopleInList;
  const isOther = ({ person }: Sharer) => {
    const last = areMany ? parts.members.lastNamed(person) : undefined;
    return last !== undefined && names.every((name) => findByName([last], name).length === 0);
  };
  const among = async (sharers: readonly Sharer[], wanted: readonly string[]): Promise<Fitting[]> => {
    const { visible } = await confirm(sharers, view, parts);
    return wanted.flatMap((one) =>
      groupByName(visible, one).map(({ name, found }) => ({
        name,
        seen: found.map((sighting) => ({ sighting, view })),
      })),
    );
  };
  const first = await among(
    view.sharers.filter((sharer) => !isOther(sharer)),
    names,
  );
  const left =
    names.length === 1 && first.length > 0 ? [] : names.filter((name) => !first.some((one) => one.name === name));
  const others = view.sharers.filter(isOther);
  return left.length > 0 && others.length > 0 ? [...first, ...(await among(others, left))] : first;
}
