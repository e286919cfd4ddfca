import { wayTo } from "../../geo/geodesy.ts";
import type { PersonId } from "../../model/ids.ts";
import type { Told } from "../../rooms/told-apart.ts";
import type { Located, View } from "../../sharing/find-sharers.ts";
import { type Sharer, sharersOf } from "../../sharing/visible-positions.ts";
import { isMarkOf } from "../../storage/records/name-mark.ts";
import type { InPrivate, InRoom, Services } from "../define-command.ts";

/** @param alone the asker alone reads it, and is "you" then */
export async function viewInRoom(services: Services, from: InRoom, alone: boolean): Promise<View> {
  const { circle, rooms, person, member, acquaintance } = from;
  const known = new Map(person !== undefined && member ? [[person, member]] : []);
  const askerTold = alone ? undefined : askerOf(services, from);
  const base = { circle, rooms, room: undefined, known, askerTold };
  const read = new Map(person !== undefined && acquaintance ? [[person, acquaintance]] : []);
  return viewOf(await sharersOf(circle, services, read), base, person);
}

/** How others know who asks; undefined for admins who speak as the room. */
export function askerOf({ members }: Services, from: InRoom): Told | undefined {
  const { person, member, acquaintance } = from;
  if (person === undefined || !member) return undefined;
  const { since, firstName } = acquaintance ?? {};
  const isRenamed = firstName !== undefined && !isMarkOf(firstName, person, member.name);
  return { ...members.named(person, member), person, isRenamed, ...(since !== undefined && { since }) };
}

export async function viewsInPrivate(services: Services, { person }: InPrivate) {
  const { confirmed, unconfirmed } = await services.members.circlesOf(person);
  const views = await Promise.all(
    confirmed.map(async (own) => {
      const { circle, rooms } = own;
      const room = await services.members.roomName(circle, rooms);
      const base = { circle, rooms, room, known: new Map(), askerTold: undefined };
      return viewOf(await sharersOf(circle, services, new Map([[person, own]])), base, person);
    }),
  );
  return { views, unconfirmed };
}

function viewOf(sharers: readonly Sharer[], base: Omit<View, "sharers" | "asker" | "own">, asker?: PersonId): View {
  const view = { ...base, sharers };
  if (asker === undefined) return view;
  const own = sharers.find((sharer): sharer is Located => sharer.person === asker && sharer.position !== undefined);
  return own ? { ...view, asker, own } : { ...view, asker };
}

export const isLocated = <T extends Sharer>(sharer: T): sharer is Located<T> => sharer.position !== undefined;

/** The closest first when the asker shares, else the freshest. Who asked, and whose position is gone, come last. */
export function inOrder({ sharers, asker, own }: View): readonly Sharer[] {
  const rank = ({ position }: Sharer): number => {
    if (!position) return Number.MAX_VALUE;
    return own ? wayTo(own.position, position).distance : 0 - position.at;
  };
  const isAsker = ({ person }: Sharer) => Number(person === asker);
  return sharers.toSorted((a, b) => isAsker(a) - isAsker(b) || rank(a) - rank(b));
}
