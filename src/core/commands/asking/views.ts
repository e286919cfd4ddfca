import { wayTo } from "../../geo/geodesy.ts";
import { networkOf } from "../../model/ids.ts";
import type { WhyUnconfirmed } from "../../model/ports.ts";
import type { Told } from "../../rooms/told-apart.ts";
import { type View, viewOf } from "../../sharing/find-sharers.ts";
import type { Sharer } from "../../sharing/visible-positions.ts";
import { isMarkOf } from "../../storage/records/name-mark.ts";
import type { InPrivate, InRoom, Services } from "../define-command.ts";

/** @param alone the asker alone reads it, and is "you" then */
export async function viewInRoom(services: Services, from: InRoom, alone: boolean): Promise<View> {
  const { circle, rooms, person, member, acquaintance } = from;
  const known = new Map(person !== undefined && member ? [[person, member]] : []);
  const askerTold = alone ? undefined : askerOf(services, from);
  const meeting = await services.meetings.of(circle);
  const base = { circle, rooms, room: undefined, known, askerTold, readOn: networkOf(from.room.room), meeting };
  const read = new Map(person !== undefined && acquaintance ? [[person, acquaintance]] : []);
  return viewOf(services, base, person, read);
}

/** How others know who asks; undefined for admins who speak as the room. */
export function askerOf({ members }: Services, from: InRoom): Told | undefined {
  const { person, member, acquaintance } = from;
  if (person === undefined || !member) return undefined;
  const { since, firstName } = acquaintance ?? {};
  const isRenamed = firstName !== undefined && !isMarkOf(firstName, person, member.name);
  return { ...members.named(person, member), person, isRenamed, ...(since !== undefined && { since }) };
}

export async function viewsInPrivate(
  services: Services,
  { person }: InPrivate,
): Promise<{ views: View[]; unconfirmed?: WhyUnconfirmed | undefined }> {
  const { confirmed, unconfirmed } = await services.members.circlesOf(person);
  const theirs = confirmed.map(({ circle }) => circle);
  const linked = await Promise.all(theirs.map((circle) => services.circles.linksOf(circle)));
  const views = await Promise.all(
    confirmed.map(async (own, index) => {
      const { circle, rooms } = own;
      const room = await services.members.roomName(circle, rooms);
      const meeting = await services.meetings.of(circle);
      // Who is told of in one circle is not told again in another that is linked with it.
      const before = linked.slice(0, index).flatMap((links) => links.map((link) => link.circle));
      const except = [...theirs, ...before];
      const told = { room, known: new Map(), askerTold: undefined, readOn: networkOf(person) };
      const base = { circle, rooms, ...told, meeting, except };
      return viewOf(services, base, person, new Map([[person, own]]));
    }),
  );
  return { views, unconfirmed };
}

/** The closest first when the asker shares, else the freshest. Who asked, and whose position is gone, come last. */
export function inOrder(sharers: readonly Sharer[], { isSelf, own }: View): readonly Sharer[] {
  const rank = ({ position }: Sharer): number => {
    if (!position) return Number.MAX_VALUE;
    return own ? wayTo(own.position, position).distance : 0 - position.at;
  };
  const ranked = sharers.map((sharer) => ({ sharer, last: Number(isSelf(sharer)), rank: rank(sharer) }));
  return ranked.toSorted((a, b) => a.last - b.last || a.rank - b.rank).map(({ sharer }) => sharer);
}
