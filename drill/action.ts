import type { Core } from "../src/core/core.ts";
import { type MessageRef, type PersonId, personId, type RoomId, roomId, shareId } from "../src/core/model/ids.ts";
import type { CommandIncoming, Origin } from "../src/core/model/incoming.ts";
import { type Clock, type Duration, type Instant, instant, later, minute, second } from "../src/lib/time.ts";
import { markers } from "./marked-network.ts";

export type Action = {
  readonly people: readonly PersonId[];
  roomOf(person: PersonId): RoomId;
  /** each second of the time goes by, as far as the core is concerned */
  pass(time: Duration): Promise<void>;
  /** everybody but those who are silent moves a little */
  everybodyMoves(): Promise<void>;
  silence(people: readonly PersonId[]): void;
  /** without a person: the room's admins */
  says(room: RoomId, text: string, person?: PersonId): Promise<void>;
  leaves(person: PersonId): Promise<void>;
  removesBot(room: RoomId): Promise<void>;
  idle(): Promise<void>;
};

export type ActionClock = { now: Clock; advance(time: Duration): void };

/** A clock that moves when told, from a moment that lies inside a quarter of an hour. */
export function createActionClock(): ActionClock {
  let now: Instant = instant(Date.UTC(2026, 10, 23, 18, 3, 20));
  return {
    now: () => now,
    advance(time) {
      now = later(now, time);
    },
  };
}

const peopleInARoom = 50;

/** A march: rooms of up to fifty people who share where they are, live, for two hours, and move once a minute. */
export function createAction(core: Core, clock: ActionClock, size: number): Action {
  const began = clock.now();
  const people = Array.from({ length: size }, (_, index) => personId("telegram", `${markers.person}${index + 1000}`));
  const index = new Map(people.map((person, at) => [person, at]));
  const silent = new Set<PersonId>();
  const place = (person: PersonId) => Math.floor((index.get(person) ?? 0) / peopleInARoom);
  const roomOf = (person: PersonId) => roomId("telegram", `${markers.room}${place(person)}`);
  let moves = 0;
  let messages = 0;

  const digits = (person: PersonId) =>
    String((moves * 7919 + (index.get(person) ?? 0) * 31) % 100_000).padStart(5, "0");

  const move = (person: PersonId) =>
    core.receive({
      kind: "position",
      from: { person, place: { room: roomOf(person) } },
      share: shareId("telegram", `${person}/live`),
      live: true,
      position: {
        latitude: Number(`${markers.latitude}${digits(person)}`),
        longitude: Number(`${markers.longitude}${digits(person)}`),
        accuracy: 12,
        at: clock.now(),
      },
      startedAt: began,
      until: later(began, 120 * minute),
      first: moves === 0,
      message: `${person}/live` as MessageRef,
    });

  return {
    people,
    roomOf,
    idle: core.idle,
    silence: (quiet) => quiet.forEach((person) => silent.add(person)),

    async pass(time) {
      for (let left = time; left > 0; left -= 10 * second) {
        clock.advance(Math.min(left, 10 * second));
        await core.tick();
      }
      await core.idle();
    },

    async everybodyMoves() {
      const moving = people.filter((person) => !silent.has(person));
      for (let start = 0; start < moving.length; start += 100)
        await Promise.all(moving.slice(start, start + 100).map(move));
      moves += 1;
      await core.idle();
    },

    async says(room, text, person) {
      messages += 1;
      const [name = "", ...rest] = text.slice(1).split(" ");
      const from: Origin = person === undefined ? { place: { room } } : { person, place: { room } };
      const message = `${room}/${messages}` as MessageRef;
      const command: CommandIncoming = {
        kind: "command",
        id: `telegram:${message}`,
        from,
        name,
        argument: rest.join(" "),
        mentions: [],
        sentAt: clock.now(),
        message,
      };
      await core.receive(command);
      await core.idle();
    },

    leaves: (person) => core.receive({ kind: "person-left", person, room: roomOf(person) }),
    removesBot: (room) => core.receive({ kind: "bot-left", room }),
  };
}
