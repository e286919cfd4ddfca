import { createRateLimit, type Verdict } from "../../lib/bounded/rate-limit.ts";
import { type Clock, minute } from "../../lib/time.ts";
import {
  type Asked,
  answer,
  type Command,
  type InPrivate,
  type InRoom,
  type Services,
} from "../commands/define-command.ts";
import { type Audience, chatOf, isRoom, type Room } from "../model/audience.ts";
import { type Effect, forEverybody, forOnePerson, toPerson, toRoom } from "../model/effects.ts";
import { networkOf, type PersonId } from "../model/ids.ts";
import { type CommandIncoming, type Origin, placeOf } from "../model/incoming.ts";
import {
  commandsWithin,
  maxCommandAge,
  maxCommandsInAll,
  maxCommandsPerPerson,
  maxCommandsPerRoom,
} from "../model/limits.ts";
import { whatHelps } from "../rooms/admin-advice.ts";
import { type PlainTextId, type Text, text } from "../text/texts.ts";

/** What comes of a command before anything is done for it. `effects`: what is said instead; nothing, where silence is the answer. */
export type Refused = { refused: readonly Effect[] };

export interface Guards {
  /** Known command, age, place, limits: costs nothing, asks nobody. */
  admit(incoming: CommandIncoming): { command: Command } | Refused;
  /** Membership and rights, as the network says now. Rejects when it cannot be asked at the moment. */
  grant(incoming: CommandIncoming, command: Command): Promise<{ asked: Asked } | Refused>;
}

const silence: Refused = { refused: [] };

/** How often commands may be said by whatever has the same key; without a key, nothing is counted. */
type Limit = {
  rate: (key: string) => Verdict;
  keyOf: (from: Origin) => string | undefined;
  word: PlainTextId;
  /** whether the word is said now; absent: when the limit is just over */
  mayTell?: (where: Audience) => boolean;
};

/** Keys whose limits are counted at the same time: a flood of new ones takes the place of the oldest. */
const maxCounted = 10_000;

/** The one chain that every command passes: only behind it is it run. */
export function createGuards(services: Services, clock: Clock): Guards {
  const { circles, members, networks, commands } = services;
  const rateOf = (max: number) => createRateLimit({ max, within: commandsWithin, maxKeys: maxCounted }, clock);
  const toldOfAll = createRateLimit({ max: 1, within: minute, maxKeys: maxCounted }, clock);
  /** In this order: what one of them stops is not counted by those after it. */
  const limits: readonly Limit[] = [
    { rate: rateOf(maxCommandsPerPerson), keyOf: ({ person }) => person, word: "too-many-commands" },
    { rate: rateOf(maxCommandsPerRoom), keyOf: ({ place }) => place?.room, word: "too-many-commands" },
    {
      rate: rateOf(maxCommandsInAll),
      keyOf: () => "all",
      word: "too-many-in-all",
      mayTell: (where) => toldOfAll(chatOf(where)) === "free",
    },
  ];

  function isKnown(incoming: CommandIncoming): Command | undefined {
    const command = commands.get(incoming.name);
    const network = networks.get(networkOf(incoming.from.person ?? incoming.from.place.room));
    return command?.needs !== undefined && network?.[command.needs] === undefined ? undefined : command;
  }

  /** One word when a limit is reached, then nothing until it is over. */
  function limit({ from }: CommandIncoming): Refused | undefined {
    const where = placeOf(from);
    for (const { rate, keyOf, word, mayTell } of limits) {
      const key = keyOf(from);
      const count = key === undefined ? "free" : rate(key);
      if (count === "free") continue;
      const tells = mayTell ? mayTell(where) : count === "just over";
      return tells ? { refused: [sayTo(where, [text(word)])] } : silence;
    }
    return undefined;
  }

  async function grantInRoom(incoming: CommandIncoming, place: Room, command: Command): Promise<InRoom | Refused> {
    const { person } = incoming.from;
    const circle = await circles.of(place.room);
    const rooms = await circles.rooms(circle);
    const network = networks.get(networkOf(place.room));
    if (!network) return silence;
    const base = { place: "room", room: place, circle, rooms, network, isAdmin: false } as const;
    // It goes by another id since, and only what is said there is of the circle; reports and ends may still come from here.
    if (!rooms.includes(place.room) && command.effect !== "takes away") return silence;
    // The room itself speaks: only its admins can do that, and nobody knows which of them.
    if (person === undefined) {
      if (command.asOneself)
        return { refused: [answer(base, [text("nobody-in-particular", { command: incoming.name })])] };
      return { ...base, isAdmin: true };
    }
    // To stop sharing one need not be a member.
    if (command.effect === "takes away") return { ...base, person };
    const membership = await members.inRoom(place.room, person);
    if (membership.kind === "member") {
      const { precision } = await circles.meet(person, circle);
      return { ...base, person, member: membership, isAdmin: membership.isAdmin, precision };
    }
    if (membership.kind === "not a member") return silence;
    const helps = await whatHelps(services, place.room, "asker unconfirmed", incoming.id);
    return helps ? { refused: [answer(base, [text("asker-unconfirmed", { advice: helps })])] } : silence;
  }

  function grantInPrivate(person: PersonId): InPrivate | Refused {
    const network = networks.get(networkOf(person));
    return network ? { place: "private", person, alone: { person }, network } : silence;
  }

  return {
    admit(incoming) {
      const { from, name, sentAt } = incoming;
      const command = isKnown(incoming);
      const takesAway = command?.effect === "takes away";
      if (!takesAway && clock() - sentAt > maxCommandAge) return silence;
      if (!command) {
        if (from.place) return silence;
        return (
          limit(incoming) ?? {
            refused: [
              sayTo(placeOf(from), [name === "" ? text("not-a-command") : text("unknown-command", { command: name })]),
            ],
          }
        );
      }
      if (command.where !== "both" && command.where !== (from.place ? "room" : "private")) {
        if (from.place) return silence;
        return limit(incoming) ?? { refused: [sayTo(placeOf(from), [text("room-only", { command: name })])] };
      }
      return (takesAway ? undefined : limit(incoming)) ?? { command };
    },

    async grant(incoming, command) {
      const where = placeOf(incoming.from);
      const from = isRoom(where) ? await grantInRoom(incoming, where, command) : grantInPrivate(where.person);
      if ("refused" in from) return from;
      const asked: Asked = { from, incoming, argument: incoming.argument.trim(), now: clock() };
      if (from.place === "private" || from.isAdmin || !command.rights?.adminSays(asked.argument)) return { asked };
      return { refused: [answer(from, await command.rights.refusal(services, { ...asked, from }))] };
    },
  };
}

const sayTo = (to: Audience, lines: readonly Text[]): Effect =>
  "room" in to ? toRoom(to, forEverybody({ lines })) : toPerson(to, forOnePerson({ lines }));
