import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, type Instant, minute } from "../../lib/time.ts";
import { DeliveryError } from "../model/errors.ts";
import { bareId, type CircleId, type Network, networkOf, type PersonId, type RoomId } from "../model/ids.ts";
import type { AboutMembership, ChatNetwork, Membership, WhyUnconfirmed } from "../model/ports.ts";
import type { Acquaintance } from "../storage/records/record-keys.ts";
import type { Circles } from "./circles.ts";
import { cleanName, type Named } from "./names.ts";

export type Networks = ReadonlyMap<Network, ChatNetwork>;
export type Member = Extract<Membership, { kind: "member" }>;

/** The network of somebody. */
export function networkFor(networks: Networks, person: PersonId): ChatNetwork {
  const network = networks.get(networkOf(person));
  if (!network) throw new Error("this network is not connected");
  return network;
}

/** A circle that somebody is a member of, as it was read when that was asked. */
export type OwnCircle = Acquaintance & { rooms: readonly RoomId[] };

export interface Members {
  /** what the person's network says of them in this room, now */
  inRoom(room: RoomId, person: PersonId, about?: AboutMembership): Promise<Membership>;
  /** the same, by itself, for the rooms of a circle: a member of any of them is a member of it */
  inRooms(rooms: readonly RoomId[], person: PersonId): Promise<Membership>;
  inCircle(circle: CircleId, person: PersonId): Promise<Membership>;
  /** the circles, of those the person was seen in, that they are a member of now; and whether the network did not say it of some */
  circlesOf(person: PersonId): Promise<{ confirmed: readonly OwnCircle[]; unconfirmed?: WhyUnconfirmed }>;
  /** a member as people call and find them */
  named(person: PersonId, member: Member): Named;
  /** how the person was named in the last minutes, for finding whom to ask about: it shows nobody, and says nothing of membership */
  lastNamed(person: PersonId): Named | undefined;
  /** empty when no network says how its rooms are called; @param rooms those of the circle, where they were read before */
  roomName(circle: CircleId, rooms?: readonly RoomId[]): Promise<string>;
}

/** Names are remembered in memory, for so long, of so many people. */
const namesKept: Duration = 10 * minute;
const maxNames = 20_000;

/** Who is a member is asked of the network each time, never remembered: somebody who has left sees nothing from that moment on. */
export function createMembers(circles: Circles, networks: Networks, clock: Clock): Members {
  const names = createBoundedMap<{ named: Named; at: Instant }>(maxNames);

  function named(person: PersonId, { name, handle }: Member): Named {
    // Where ids are what people type, they find somebody by it; elsewhere it is a number that nobody knows.
    const id = networks.get(networkOf(person))?.capabilities.typedIds ? bareId(person) : "";
    return handle === undefined ? { name, id } : { name, handle, id };
  }

  async function inRoom(room: RoomId, person: PersonId, about?: AboutMembership): Promise<Membership> {
    const network = networks.get(networkOf(room));
    if (!network || networkOf(room) !== networkOf(person)) return { kind: "not a member" };
    const answer = await network.membership(room, person, about);
    if (answer.kind !== "member") return answer;
    const member = { ...answer, name: cleanName(answer.name) };
    names.set(person, { named: named(person, member), at: clock() });
    return member;
  }

  async function inRooms(rooms: readonly RoomId[], person: PersonId): Promise<Membership> {
    const own = rooms.filter((room) => networkOf(room) === networkOf(person));
    const answers = await Promise.all(own.map((room) => inRoom(room, person, "by itself")));
    return (
      answers.find(({ kind }) => kind === "member") ??
      answers.find(({ kind }) => kind === "unconfirmed") ?? { kind: "not a member" }
    );
  }

  const inCircle = async (circle: CircleId, person: PersonId) => inRooms(await circles.rooms(circle), person);

  return {
    inRoom,
    inRooms,
    inCircle,
    named,

    lastNamed(person) {
      const known = names.get(person);
      return known && clock() - known.at < namesKept ? known.named : undefined;
    },

    async circlesOf(person) {
      const met = await circles.acquaintances(person);
      const known = await Promise.all(met.map(async (one) => ({ ...one, rooms: await circles.rooms(one.circle) })));
      const answers = await Promise.all(known.map(({ rooms }) => inRooms(rooms, person)));
      return {
        confirmed: known.filter((_, index) => answers[index]?.kind === "member"),
        ...whyUnconfirmed(answers),
      };
    },

    async roomName(circle, rooms) {
      for (const room of rooms ?? (await circles.rooms(circle))) {
        const name = await networks.get(networkOf(room))?.roomName(room);
        if (name !== undefined) return cleanName(name);
      }
      return "";
    },
  };
}

/** Asking again helps as soon as one of them may be known then. */
export function whyUnconfirmed(answers: readonly Membership[]): { unconfirmed?: WhyUnconfirmed } {
  const why = answers.flatMap((answer) => (answer.kind === "unconfirmed" ? [answer.why] : []));
  const [first] = why;
  return first === undefined ? {} : { unconfirmed: why.includes("not now") ? "not now" : first };
}

/** How a room is called, if its network says so now: what has to be said elsewhere does not wait for that. */
export async function ifTold(name: Promise<string>): Promise<string> {
  try {
    return await name;
  } catch (error) {
    if (error instanceof DeliveryError) return "";
    throw error;
  }
}

/** A network that is away does not hold up what is answered on another. */
export function notNow(error: unknown): Membership {
  if (error instanceof DeliveryError) return { kind: "unconfirmed", why: "not now" };
  throw error;
}
