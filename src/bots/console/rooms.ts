import type { Membership } from "../../core/model/ports.ts";

export type Presence = "here" | "left" | "removed";

/** Who is in which room of the console, and who are its admins. Nothing of it is kept. */
export interface ConsoleRooms {
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
  const seen = new Set<string>();
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
    names: () => [...rooms.keys()],
    people,
    everybody: () => [...seen],
    isAdmin,
    presence,

    join(name, person) {
      const room = of(name);
      if (room.people.size === 0) room.admins.add(person);
      room.people.set(person, "here");
      seen.add(person);
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
