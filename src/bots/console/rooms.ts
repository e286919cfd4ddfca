import type { Network } from "../../core/model/ids.ts";
import type { Membership } from "../../core/model/ports.ts";

export type Presence = "here" | "left" | "removed";

/** Who is in which room of the console, and who are its admins. Nothing of it is kept. */
export interface ConsoleRooms {
  /** on which network the console plays the room; its own, unless set apart */
  networkOf(room: string): Network;
  /** the network of the room in which the person was first: nobody has an account on two */
  homeOf(person: string): Network;
  /** A room that nobody has been in is played on that network. @returns false for any other */
  setApart(room: string, network: Network): boolean;
  names(): readonly string[];
  people(room: string): readonly string[];
  everybody(): readonly string[];
  isAdmin(room: string, person: string): boolean;
  presence(room: string, person: string): Presence | undefined;
  /** the first person in a room is its admin */
  join(room: string, person: string): void;
  leave(room: string, person: string, how: "left" | "removed"): void;
  makeAdmin(room: string, person: string): void;
  membership(room: string, person: string): Membership;
}

export function createConsoleRooms(): ConsoleRooms {
  const rooms = new Map<string, { people: Map<string, Presence>; admins: Set<string> }>();
  const apart = new Map<string, Network>();
  const seen = new Map<string, Network>();
  const networkOf = (room: string) => apart.get(room) ?? "console";
  const of = (name: string) => {
    const room = rooms.get(name) ?? { people: new Map<string, Presence>(), admins: new Set<string>() };
    rooms.set(name, room);
    return room;
  };
  const people = (name: string) =>
    [...(rooms.get(name)?.people ?? [])].filter(([, presence]) => presence === "here").map(([person]) => person);
  const presence = (name: string, person: string) => rooms.get(name)?.people.get(person);
  const isAdmin = (name: string, person: string) =>
    presence(name, person) === "here" && (rooms.get(name)?.admins.has(person) ?? false);

  return {
    networkOf,
    homeOf: (person) => seen.get(person) ?? "console",
    setApart(room, network) {
      if (rooms.has(room)) return false;
      apart.set(room, network);
      return true;
    },
    names: () => [...rooms.keys()],
    people,
    everybody: () => [...seen.keys()],
    isAdmin,
    presence,

    join(name, person) {
      const room = of(name);
      if (room.people.size === 0) room.admins.add(person);
      room.people.set(person, "here");
      if (!seen.has(person)) seen.set(person, networkOf(name));
    },

    leave(name, person, how) {
      of(name).people.set(person, how);
      of(name).admins.delete(person);
    },

    makeAdmin(name, person) {
      of(name).admins.add(person);
    },

    membership: (name, person) =>
      presence(name, person) === "here"
        ? { kind: "member", name: person, isAdmin: isAdmin(name, person) }
        : { kind: "not a member" },
  };
}
