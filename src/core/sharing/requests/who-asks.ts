import type { Clock } from "../../../lib/time.ts";
import { networkOf, type PersonId, type RoomId } from "../../model/ids.ts";
import type { Circles } from "../../rooms/circles.ts";
import type { Members } from "../../rooms/membership.ts";
import { alwaysKnownBy } from "../../rooms/told-apart.ts";
import { isMarkOf } from "../../storage/records/name-mark.ts";
import type { Request } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";

type Parts = { circles: Pick<Circles, "membersAsKnown">; members: Members; clock: Clock };

/** Who asks somebody where they are, as the members of the circle know them; who is not confirmed now is left out. */
export function createWhoAsks({ circles, members, clock }: Parts) {
  return async (person: PersonId, { circle, askers }: Request, rooms: readonly RoomId[]): Promise<Text[]> => {
    const readOn = networkOf(person);
    const found = await Promise.all(
      askers.map(async ({ person: asker }) => {
        const membership = await members.inRooms(rooms, asker);
        if (membership.kind !== "member") return [];
        const [known] = await circles.membersAsKnown(circle, [asker]);
        const named = members.named(asker, membership);
        const isRenamed = known?.firstName !== undefined && !isMarkOf(known.firstName, asker, named.name);
        const since = known?.since === undefined ? {} : { since: known.since };
        return [alwaysKnownBy({ ...named, person: asker, isRenamed, ...since }, clock(), readOn)];
      }),
    );
    return found.flat();
  };
}

/** @param room how it is called; absent in the room itself */
export function whoAsks(names: readonly Text[], room?: string): Text[] {
  const [only, other] = names;
  if (!only) return [];
  if (!other) return [text("request", { name: only, room })];
  return [text("requests", { people: names.length, room }), ...names.map((name) => text("one-who-fits", { name }))];
}
