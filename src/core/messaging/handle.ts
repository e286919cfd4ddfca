import { type Clock, type Duration, minute } from "../../lib/time.ts";
import type { Asked, Command, InPrivate, InRoom, Services } from "../commands/define-command.ts";
import { commands } from "../commands/index.ts";
import { networkOf, type RoomId } from "../model/ids.ts";
import type { CommandIncoming, Incoming } from "../model/incoming.ts";
import type { Message, Reply } from "../model/message.ts";
import { whatHelps } from "../rooms/admin-advice.ts";
import * as wording from "../text/room.ts";
import type { Text } from "../text/texts.ts";
import { askerUnconfirmed } from "../text/unconfirmed.ts";

/** An older command is not obeyed: whoever said it has long gone on, and an admin may no longer be one. */
export const longestWait: Duration = 5 * minute;

export interface Whereat {
  /** The front door. What it changes is durable when it resolves; said twice, it changes nothing more. Rejects with a StoreError. */
  handle(incoming: Incoming): Promise<Reply | undefined>;
  /** whether the command changes nothing, and is better answered when the answer can be sent */
  isQuestion(incoming: Incoming): boolean;
}

type Refusal = { refused: Message | undefined };

export function createWhereat(services: Services, clock: Clock): Whereat {
  const { circles, sharing, members, rooms, networks } = services;

  async function handle(incoming: Incoming): Promise<Reply | undefined> {
    switch (incoming.kind) {
      case "command":
        return obey(incoming);
      case "position":
        return sharing.report(incoming);
      case "share-ended":
        await sharing.end(incoming.person, incoming.share);
        return undefined;
      case "person-left":
        await rooms.personLeft(incoming.room, incoming.person, async (circle) => {
          const others = (await circles.rooms(circle)).filter((room) => room !== incoming.room);
          const answers = await Promise.all(others.map((room) => members.inRoom(room, incoming.person)));
          return answers.some(({ kind }) => kind === "member");
        });
        return undefined;
      case "person-blocked-bot":
        await sharing.endAll(incoming.person);
        return undefined;
      case "bot-joined":
        return welcome(incoming.room);
      case "bot-left":
        await rooms.leave(incoming.room);
        return undefined;
      case "bot-rights-changed":
        await rooms.forgetTold(incoming.room);
        return newRights(incoming.room);
      case "room-moved":
        await rooms.move(incoming.from, incoming.to);
        return undefined;
      case "room-replaced":
        if (!(await rooms.replace(incoming.from, incoming.to))) return welcome(incoming.to);
        return say(wording.replaced(await circles.expiry(await circles.of(incoming.to))), "everybody");
    }
  }

  async function obey(incoming: CommandIncoming): Promise<Message | Reply | undefined> {
    const named = commands.get(incoming.name);
    const whence = incoming.from.person ?? incoming.from.place?.room;
    const network = whence && networkOf(whence);
    const command = (named?.only ?? network) === network ? named : undefined;
    const now = clock();
    if (!command?.atAnyAge && now - incoming.sentAt > longestWait) return undefined;
    if (!command) return incoming.from.place ? undefined : say(notUnderstood(incoming.name), "one person");
    const from = await speaker(incoming, command);
    if ("refused" in from) return from.refused;
    if (command.where !== "both" && command.where !== from.place) {
      return from.place === "private" ? say(wording.roomOnly(incoming.name), "one person") : undefined;
    }
    const asked: Asked = { from, incoming, argument: incoming.argument.trim(), now };
    const reply = await command.run(services, asked);
    return reply?.kind === "message" ? { ...reply, reader: from.place === "room" ? "everybody" : "one person" } : reply;
  }

  /** Who speaks, as the network confirms it now. */
  async function speaker(incoming: CommandIncoming, command: Command): Promise<InRoom | InPrivate | Refusal> {
    const { person, place } = incoming.from;
    if (!place) return person === undefined ? { refused: undefined } : { place: "private", person };
    const circle = await circles.of(place.room);
    // It goes by another id since, and only what is said there is of the circle; reports and ends may still come from here.
    const isLeftBehind = !(await circles.rooms(circle)).includes(place.room);
    if (isLeftBehind && !command.atAnyAge) return { refused: undefined };
    // The room itself speaks: only its admins can do that, and nobody knows which of them.
    if (person === undefined && command.asOneself)
      return { refused: say(wording.nobodyInParticular(incoming.name), "everybody") };
    if (person === undefined) return { place: "room", room: place.room, circle, isAdmin: true, name: "" };
    const membership = await members.inRoom(place.room, person);
    if (membership.kind === "member") {
      await circles.meet(person, circle);
      return { place: "room", room: place.room, circle, person, isAdmin: membership.isAdmin, name: membership.name };
    }
    // To stop sharing one need not be a member.
    if (command.atAnyAge) return { place: "room", room: place.room, circle, person, isAdmin: false, name: "" };
    if (membership.kind === "not a member") return { refused: undefined };
    const helps = await whatHelps(services, place.room, "asker unconfirmed", incoming.id);
    return { refused: helps && say(askerUnconfirmed(helps), "everybody") };
  }

  async function newRights(room: RoomId): Promise<Message | undefined> {
    const standing = await networks.get(networkOf(room))?.standing(room);
    return !standing || standing.hearsEverything ? undefined : say(wording.noLongerHears(), "everybody");
  }

  async function welcome(room: RoomId): Promise<Message> {
    await circles.of(room);
    const standing = await networks.get(networkOf(room))?.standing(room);
    return say(wording.welcome(!standing || standing.isAdmin || standing.hearsEverything), "everybody");
  }

  return {
    handle,
    isQuestion: (incoming) => incoming.kind === "command" && commands.get(incoming.name)?.isQuestion === true,
  };
}

const notUnderstood = (name: string) => (name === "" ? wording.notACommand() : wording.unknownCommand(name));

const say = (lines: readonly Text[], reader: Message["reader"]): Message => ({
  kind: "message",
  reader,
  lines,
});
