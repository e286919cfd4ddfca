import type { Clock } from "../../../lib/time.ts";
import { type CircleId, networkOf, type PersonId, type RoomId } from "../../model/ids.ts";
import type { Membership } from "../../model/ports.ts";
import type { Circles } from "../../rooms/circles.ts";
import { type Members, notNow } from "../../rooms/membership.ts";
import { alwaysKnownBy } from "../../rooms/told-apart.ts";
import { isMarkOf } from "../../storage/records/name-mark.ts";
import type { Request } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";

type Parts = { circles: Pick<Circles, "membersAsKnown" | "linksOf" | "rooms">; members: Members; clock: Clock };

/** A circle by whose rooms somebody can ask. */
type Place = { circle: CircleId; rooms: readonly RoomId[] };

/** Who asks somebody where they are, as the members of the circle know them, or of one that it is linked with; who is not confirmed now is left out. */
export function createWhoAsks({ circles, members, clock }: Parts) {
  /** A network that is away does not hold up what is said on another. */
  const confirmed = ({ circle, rooms }: Place, asker: PersonId, own: CircleId): Promise<Membership> => {
    const answer = members.inRooms(rooms, asker);
    return circle === own ? answer : answer.catch(notNow);
  };

  return async (person: PersonId, request: Request, rooms: readonly RoomId[]): Promise<Text[]> => {
    const readOn = networkOf(person);
    const own = request.circle;
    const links = await circles.linksOf(own);
    const linked = links.map(async ({ circle }) => ({ circle, rooms: await circles.rooms(circle) }));
    const places: Place[] = [{ circle: own, rooms }, ...(await Promise.all(linked))];

    const named = async (asker: PersonId): Promise<Text[]> => {
      for (const place of places) {
        const membership = await confirmed(place, asker, own);
        if (membership.kind !== "member") continue;
        const [known] = await circles.membersAsKnown(place.circle, [asker]);
        const now = members.named(asker, membership);
        const isRenamed = known?.firstName !== undefined && !isMarkOf(known.firstName, asker, now.name);
        const since = known?.since === undefined ? {} : { since: known.since };
        const name = alwaysKnownBy({ ...now, person: asker, isRenamed, ...since }, clock(), readOn);
        if (place.circle === own) return [name];
        return [text("asker-elsewhere", { name, room: await members.roomName(place.circle, place.rooms) })];
      }
      return [];
    };
    return (await Promise.all(request.askers.map((asker) => named(asker.person)))).flat();
  };
}

/** @param room how it is called; absent in the room itself */
export function whoAsks(names: readonly Text[], room?: string): Text[] {
  const [only, other] = names;
  if (!only) return [];
  if (!other) return [text("request", { name: only, room })];
  return [text("requests", { people: names.length, room }), ...names.map((name) => text("one-who-fits", { name }))];
}
