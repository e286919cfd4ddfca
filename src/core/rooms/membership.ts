import { type CircleId, type Network, networkOf, type PersonId, type RoomId } from "../model/ids.ts";
import type { ChatNetwork, Membership } from "../model/ports.ts";
import type { Acquaintance } from "../storage/records/record-keys.ts";
import type { Circles } from "./circles.ts";
import { cleanName } from "./names.ts";

export type Networks = ReadonlyMap<Network, ChatNetwork>;
export type Member = Extract<Membership, { kind: "member" }>;

/** The network of somebody, or of a room. */
export function networkFor(networks: Networks, id: PersonId | RoomId): ChatNetwork {
  const network = networks.get(networkOf(id));
  if (!network) throw new Error("this network is not connected");
  return network;
}

export interface Members {
  /** what the person's network says of them in this room, now */
  inRoom(room: RoomId, person: PersonId): Promise<Membership>;
  /** the same for the circle: a member of any of its rooms is a member of it */
  inCircle(circle: CircleId, person: PersonId): Promise<Membership>;
  /** the circles, of those the person was seen in, that they are a member of now; and whether the network did not say it of some */
  circlesOf(person: PersonId): Promise<{ confirmed: readonly Acquaintance[]; someUnconfirmed: boolean }>;
  /** empty when no network says how its rooms are called */
  roomName(circle: CircleId): Promise<string>;
}

/** Who is a member is asked of the network each time, never remembered: somebody who has left sees nothing from that moment on. */
export function createMembers(circles: Circles, networks: Networks): Members {
  async function inRoom(room: RoomId, person: PersonId): Promise<Membership> {
    const network = networks.get(networkOf(room));
    if (!network || networkOf(room) !== networkOf(person)) return { kind: "not a member" };
    const answer = await network.membership(room, person);
    return answer.kind === "member" ? { ...answer, name: cleanName(answer.name) } : answer;
  }

  async function inCircle(circle: CircleId, person: PersonId): Promise<Membership> {
    const rooms = (await circles.rooms(circle)).filter((room) => networkOf(room) === networkOf(person));
    const answers = await Promise.all(rooms.map((room) => inRoom(room, person)));
    return (
      answers.find(({ kind }) => kind === "member") ??
      answers.find(({ kind }) => kind === "unconfirmed") ?? { kind: "not a member" }
    );
  }

  return {
    inRoom,
    inCircle,

    async circlesOf(person) {
      const known = await circles.acquaintances(person);
      const answers = await Promise.all(known.map(({ circle }) => inCircle(circle, person)));
      return {
        confirmed: known.filter((_, index) => answers[index]?.kind === "member"),
        someUnconfirmed: answers.some(({ kind }) => kind === "unconfirmed"),
      };
    },

    async roomName(circle) {
      for (const room of await circles.rooms(circle)) {
        const name = await networks.get(networkOf(room))?.roomName(room);
        if (name !== undefined) return cleanName(name);
      }
      return "";
    },
  };
}
