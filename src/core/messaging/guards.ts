import { createRateLimit, type Verdict } from "../../lib/bounded/rate-limit.ts";
import { nearestWord } from "../../lib/nearest.ts";
import { type Clock, minute } from "../../lib/time.ts";
import {
  type Asked,
  type Command,
  hint,
  type InPrivate,
  type InRoom,
  type Services,
} from "../commands/define-command.ts";
import { type Audience, chatOf, isRoom, type Room } from "../model/audience.ts";
import { alone, type Effect, forEverybody, hintTo, theRoomItself, toPerson } from "../model/effects.ts";
import { networkOf, type PersonId } from "../model/ids.ts";
import { type CommandIncoming, type Origin, placeOf } from "../model/incoming.ts";
import {
  commandsWithin,
  maxCommandAge,
  maxCommandsInAll,
  maxCommandsPerPerson,
  maxCommandsPerRoom,
  maxHintsAboutWords,
  maxLateWordAge,
} from "../model/limits.ts";
import { whatHelps } from "../rooms/admin-advice.ts";
import { type PlainTextId, type Text, text } from "../text/texts.ts";

/** The command does not run. `refused` is what is said instead; it is empty where the bot stays silent. */
export type Refused = { refused: readonly Effect[] };

export interface Guards {
  /** Checks that the command is known, not too old, in its place and within the limits. Costs nothing and asks nobody. */
  admit(incoming: CommandIncoming): { command: Command } | Refused;
  /** Checks membership and rights, as the network states them now. Rejects when the network cannot be asked at the moment. */
  grant(incoming: CommandIncoming, command: Command): Promise<{ asked: Asked } | Refused>;
}

const silence: Refused = { refused: [] };

/** How often commands with the same key may be said. A command without a key is not counted. */
type Limit = {
  rate: (key: string) => Verdict;
  keyOf: (from: Origin) => string | undefined;
  word: PlainTextId;
  /** whether `word` is said now; without it, `word` is said when the limit has just been passed */
  mayTell?: (where: Audience) => boolean;
};

/** Keys that are counted at the same time. In a flood of new keys, the oldest are forgotten. */
const maxCounted = 10_000;

/** In so many letters a word may differ from a command, to be taken for a misspelt one. */
const lettersOff = 2;

/** The one chain of checks. A command runs only after it has passed all of them. */
export function createGuards(services: Services, clock: Clock): Guards {
  const { circles, members, networks, settings, commands } = services;
  const rateOf = (max: number) => createRateLimit({ max, within: commandsWithin, maxKeys: maxCounted }, clock);
  const toldOfAll = createRateLimit({ max: 1, within: minute, maxKeys: maxCounted }, clock);
  const toldOfWords = rateOf(maxHintsAboutWords);
  const toldLate = createRateLimit({ max: 1, within: minute, maxKeys: maxCounted }, clock);
  /** Checked in this order. A command that one of them stops is not counted by the next. */
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

  /** What came while the program was away is not done any more. That is said once a minute and command in each chat. */
  function late({ from, name, sentAt }: CommandIncoming, command: Command | undefined): Refused {
    const age = clock() - sentAt;
    const where = placeOf(from);
    const isFor = command?.listed && (command.where === "both" || command.where === (from.place ? "room" : "private"));
    if (!isFor || age > maxLateWordAge || toldLate(`${chatOf(where)} ${name}`) !== "free") return silence;
    const does = command.shares ? "shares" : command.effect === "question" ? "asks" : "other";
    return { refused: [tell(from, [text("command-late", { command: name, age, does })])] };
  }

  function editedCommand({ from }: CommandIncoming, command: Command | undefined): Refused {
    const where = placeOf(from);
    if (!command?.listed || !services.mayTell(chatOf(where), "edited")) return silence;
    return { refused: [tell(from, [text("edited-command")])] };
  }

  /** Who talks to the bot without a command gets a word, but not one for each sentence. */
  function onlyWords(incoming: CommandIncoming): Refused {
    const where = placeOf(incoming.from);
    const mayTell = isRoom(where) ? services.mayTell(where.room, "words") : toldOfWords(where.person) === "free";
    return mayTell ? (limit(incoming) ?? { refused: [tell(incoming.from, [text("not-a-command")])] }) : silence;
  }

  function isKnown(incoming: CommandIncoming): Command | undefined {
    const command = commands.get(incoming.name);
    const network = networks.get(networkOf(incoming.from.person ?? incoming.from.place.room));
    return command?.needs !== undefined && network?.[command.needs] === undefined ? undefined : command;
  }

  /** Says one sentence when a limit is passed, then nothing until the limit is over. */
  function limit({ from }: CommandIncoming): Refused | undefined {
    const where = placeOf(from);
    for (const { rate, keyOf, word, mayTell } of limits) {
      const key = keyOf(from);
      const count = key === undefined ? "free" : rate(key);
      if (count === "free") continue;
      const tells = mayTell ? mayTell(where) : count === "just over";
      return tells ? { refused: [tell(from, [text(word)])] } : silence;
    }
    return undefined;
  }

  async function grantInRoom(incoming: CommandIncoming, place: Room, command: Command): Promise<InRoom | Refused> {
    const { person } = incoming.from;
    const circle = await circles.of(place.room);
    const rooms = await circles.rooms(circle);
    const network = networks.get(networkOf(place.room));
    if (!network) return silence;
    const answers = await settings.answers(place.room);
    const base = { place: "room", room: place, circle, rooms, network, answers, isAdmin: false } as const;
    // The room has another id by now. Nothing that is said under the old one belongs to the circle any more, but it may still end a share.
    if (!rooms.includes(place.room) && command.effect !== "takes away") return silence;
    // An admin speaks as the room. Nobody knows which of the admins it is.
    if (person === undefined) {
      if (command.asOneself)
        return { refused: [hint(base, [text("nobody-in-particular", { command: incoming.name })])] };
      return { ...base, isAdmin: true };
    }
    // Who stops sharing need not be a member.
    if (command.effect === "takes away") return { ...base, person };
    const asksRights = command.tellsAdmins || command.rights?.adminSays(incoming.argument.trim());
    const membership = await members.inRoom(place.room, person, asksRights ? "with rights" : "by itself");
    if (membership.kind === "member") {
      const acquaintance = await circles.meet(person, circle, { name: membership.name });
      return { ...base, person, member: membership, isAdmin: membership.isAdmin, acquaintance };
    }
    if (membership.kind === "not a member") return silence;
    const about = { what: "asker unconfirmed", room: place.room, person, command: incoming.id, now: clock() } as const;
    const helps = await whatHelps(services.records, membership.why, about);
    return helps ? { refused: [hint({ ...base, person }, [text("asker-unconfirmed", { advice: helps })])] } : silence;
  }

  function grantInPrivate(person: PersonId): InPrivate | Refused {
    const network = networks.get(networkOf(person));
    return network ? { place: "private", person, alone: { person }, network } : silence;
  }

  /** With the command that was probably meant; not with one that not every network has. */
  function unknown(name: string): Text {
    const known = [...commands].flatMap(([other, { listed, needs }]) => (listed && !needs ? [other] : []));
    const nearest = name.length > lettersOff ? nearestWord(name, known, lettersOff) : undefined;
    if (nearest === undefined) return text("unknown-command", { command: name });
    return text("unknown-command-nearest", { command: name, nearest });
  }

  return {
    admit(incoming) {
      const { from, name, sentAt } = incoming;
      const command = isKnown(incoming);
      const takesAway = command?.effect === "takes away";
      if (!takesAway && clock() - sentAt > maxCommandAge) return late(incoming, command);
      // What was edited was there before: only what takes something away is done, whatever it is edited from.
      if (incoming.edited && !takesAway) return editedCommand(incoming, command);
      if (!command) {
        // In a room, what does not name this bot may be for another one.
        if (from.place && !incoming.addressed) return silence;
        if (name === "" || incoming.unmarked) return onlyWords(incoming);
        return limit(incoming) ?? { refused: [tell(from, [unknown(name)])] };
      }
      if (command.where !== "both" && command.where !== (from.place ? "room" : "private")) {
        const { place } = from;
        if (!place) return limit(incoming) ?? { refused: [tell(from, [text("room-only", { command: name })])] };
        if (!command.inRoom || !services.mayTell(place.room, name)) return silence;
        return { refused: [tell(from, [text(command.inRoom)])] };
      }
      return (takesAway ? undefined : limit(incoming)) ?? { command };
    },

    async grant(incoming, command) {
      const where = placeOf(incoming.from);
      const from = isRoom(where) ? await grantInRoom(incoming, where, command) : grantInPrivate(where.person);
      if ("refused" in from) return from;
      const asked: Asked = { from, incoming, argument: incoming.argument.trim(), now: clock() };
      if (from.place === "private" || from.isAdmin || !command.rights?.adminSays(asked.argument)) return { asked };
      const { room } = from;
      const { message } = incoming;
      const secret: Effect[] = command.rights.isSecret?.(asked.argument) ? [{ kind: "delete", to: room, message }] : [];
      return { refused: [hint(from, await command.rights.refusal(services, { ...asked, from })), ...secret] };
    },
  };
}

/** Says it to who spoke, and to nobody else as far as the room wants that or its network can do it. */
export function tell(from: Origin, lines: readonly Text[]): Effect {
  const message = forEverybody({ lines });
  if (from.person === undefined) return hintTo(from.place, theRoomItself, message);
  return from.place ? hintTo(from.place, from.person, message) : toPerson({ person: from.person }, alone(message));
}
