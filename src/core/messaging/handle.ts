import type { Log } from "../../lib/log.ts";
import { unlinkedFrom } from "../commands/choices/join-circles.ts";
import type { Services } from "../commands/define-command.ts";
import { chatOf } from "../model/audience.ts";
import { type Effect, forEverybody, toRoom } from "../model/effects.ts";
import { mayPass } from "../model/errors.ts";
import { type CircleId, networkOf, type PersonId, type RoomId } from "../model/ids.ts";
import { type CommandIncoming, type Incoming, placeOf, type UselessIncoming } from "../model/incoming.ts";
import { ifTold } from "../rooms/membership.ts";
import { cleanName } from "../rooms/names.ts";
import { checkRoom, forGreeting } from "../rooms/room-check.ts";
import { tellSharers } from "../sharing/ending/room-changes.ts";
import { type Text, text } from "../text/texts.ts";
import { type Guards, tell } from "./guards.ts";

export interface Handler {
  /**
   * Works out what needs no answer of a network. Its effects are durable before what came in is confirmed. Rejects with a StoreError.
   * @returns undefined when a network must be asked: it is queued then, and goes to `queued`
   */
  immediate(incoming: Exclude<Incoming, CommandIncoming>): Promise<readonly Effect[] | undefined>;
  /** Works on what was queued. Rejects with a StoreError, and with a DeliveryError "later" when a network cannot be asked at the moment. */
  queued(incoming: Incoming): Promise<readonly Effect[]>;
  /** Runs a command that was admitted, once the remaining guards let it pass. @throws (rejects) as `queued` */
  command(incoming: CommandIncoming): Promise<readonly Effect[]>;
}

const nothing: readonly Effect[] = [];

/** Turns what came in into effects. */
export function createHandler(services: Services, guards: Guards): Handler {
  const { circles, shares, sharing, members, rooms, settings, languages, networks, commands } = services;

  async function command(incoming: CommandIncoming): Promise<readonly Effect[]> {
    const known = commands.get(incoming.name);
    if (!known) return nothing;
    const granted = await guards.grant(incoming, known);
    return "refused" in granted ? granted.refused : known.run(services, granted.asked);
  }

  async function personLeft(incoming: Extract<Incoming, { kind: "person-left" }>) {
    const { room, person, removed, name } = incoming;
    const circle = await circles.find(room);
    if (circle === undefined) return nothing;
    const others = (await circles.rooms(circle)).filter((other) => other !== room);
    const answers = await Promise.all(others.map((other) => members.inRoom(other, person)));
    if (answers.some(({ kind }) => kind === "member")) return nothing;
    const cause = `${room} ${person} ${incoming.id ?? ""}`;
    const ending = removed && (await services.endings.begin(cause, circle, { shareOf: person }));
    const sharers = [...new Set([...(ending ? ending.sharers : []), ...(await rooms.personLeft(circle, person))])];
    if (!removed) return nothing;
    const told = tellSharers(sharers, "removed", name && cleanName(name));
    return ending ? [...told, { kind: "told", cause } as const] : told;
  }

  /**
   * A room goes: whoever shared with it is told, and so are the rooms that it was linked with.
   * @param circle whose last room it is
   * @param name how it is called, where it cannot be asked any more
   * @param goes lets it go. @returns whose shares ended by that
   */
  async function gone(
    { room, circle, name }: { room: RoomId; circle: CircleId | undefined; name?: string | undefined },
    how: { cause: string; told: "left" | "closed" },
    goes: () => Promise<readonly PersonId[]>,
  ): Promise<readonly Effect[]> {
    const cause = `${room} ${how.cause}`;
    const ending = await services.endings.begin(cause, circle, "all");
    const isLinked = ending !== undefined && ending.others.length > 0;
    const asked = isLinked && name === undefined ? await ifTold(members.roomName(ending.circle, [room])) : "";
    const called = name === undefined ? asked : cleanName(name);
    const there = ending ? await unlinkedFrom(services, ending, { room, name: called, cause }) : nothing;
    const sharers = [...new Set([...(ending?.sharers ?? []), ...(await goes())])];
    return [...tellSharers(sharers, how.told, name && cleanName(name)), ...there];
  }

  async function rightsChanged(room: RoomId): Promise<readonly Effect[]> {
    await rooms.forgetTold(room);
    const standing = await networks.get(networkOf(room))?.standing(room);
    // Who is a member may be hidden from it now, or no longer.
    const said = standing && !standing.hearsEverything ? [text("live-no-longer-heard"), text("live-not-heard")] : [];
    return said.length > 0 ? [sayIn(room, said), boardOf(room)] : [boardOf(room)];
  }

  /** Where old news may be told again, it says when that was: something may have been chosen there since, and lost. */
  const isNew = ({ event, at }: Extract<Incoming, { kind: "bot-joined" }>) =>
    event === undefined || (at !== undefined && !shares.isFromBeforeLoss(at)) || undefined;

  async function greet(room: RoomId): Promise<readonly Effect[]> {
    // What was said before the bot was removed could not be deleted without it.
    await rooms.clear(room);
    const network = networks.get(networkOf(room));
    const found = network ? forGreeting(await checkRoom(network, room, await settings.answers(room))) : [];
    const lines = found.map(({ says, step }) => (step ? text("setup-to-mend", { says, step }) : says));
    return [sayIn(room, [text("welcome"), ...lines])];
  }

  function useless({ from, what, command }: UselessIncoming): readonly Effect[] {
    if (command !== undefined && !commands.has(command)) return nothing;
    const to = placeOf(from);
    return services.mayTell(chatOf(to), what) ? [tell(from, [text("useless", { what })])] : nothing;
  }

  const immediate: Handler["immediate"] = async (incoming) => {
    switch (incoming.kind) {
      case "position":
        return sharing.reportAtOnce(incoming);
      case "useless":
        return useless(incoming);
      case "share-ended":
        await sharing.end(incoming.person, incoming.share);
        return nothing;
      case "position-removed":
        await sharing.removePosition(incoming.person, incoming.order);
        return nothing;
      case "person-blocked-bot":
        await sharing.endAll(incoming.person);
        return nothing;
      case "bot-left": {
        const { room, name, id = "" } = incoming;
        const circle = await circles.find(room);
        const isLast = circle !== undefined && (await circles.rooms(circle)).every((one) => one === room);
        const how = { cause: `left ${id}`, told: "left" } as const;
        return gone({ room, circle: isLast ? circle : undefined, name }, how, () => rooms.leave(room));
      }
      case "room-closed": {
        const { room } = incoming;
        const how = { cause: "closed", told: "closed" } as const;
        return gone({ room, circle: await circles.find(room) }, how, () => rooms.close(room));
      }
      case "room-moved":
        await rooms.move(incoming.from, incoming.to);
        return [boardOf(incoming.from), boardOf(incoming.to)];
      case "room-replaced": {
        const { from, to } = incoming;
        const how = { cause: "replaced", told: "closed" } as const;
        let isKnown = false;
        const told = await gone({ room: from, circle: await circles.find(from) }, how, async () => {
          const replaced = await rooms.replace(from, to);
          isKnown = replaced.isKnown;
          return replaced.sharers;
        });
        if (isKnown) {
          const expiry = await circles.expiry(await circles.of(to));
          return [sayIn(to, [text("room-replaced", { expiry })]), ...told];
        }
        return [...told, { kind: "follow", id: `greeting/${to}`, incoming: { kind: "bot-joined", room: to } }];
      }
      case "person-left": {
        const circle = await circles.find(incoming.room);
        if (circle !== undefined && (await circles.rooms(circle)).length > 1) return undefined;
        return personLeft(incoming);
      }
      case "bot-joined":
        await circles.of(incoming.room, isNew(incoming));
        return undefined;
      case "language-heard":
        await languages.heard(incoming.person, incoming.language);
        return nothing;
      case "bot-brought": {
        const theirs = await languages.ofPerson(incoming.by);
        if (theirs !== undefined) await settings.presume(incoming.room, theirs);
        return nothing;
      }
      case "bot-rights-changed":
      case "request":
      case "request-next":
      case "request-over":
      case "circles-unlinked":
        return undefined;
    }
  };

  return {
    command,
    immediate,

    async queued(incoming) {
      switch (incoming.kind) {
        case "command":
          return command(incoming);
        case "position":
          return sharing.report(incoming);
        case "person-left":
          return personLeft(incoming);
        case "bot-joined":
          await circles.of(incoming.room, isNew(incoming));
          return greet(incoming.room);
        case "bot-rights-changed":
          return rightsChanged(incoming.room);
        case "request":
          return services.makeRequests(incoming);
        case "request-next":
          return services.sayRequests.current(incoming.person);
        case "request-over":
          return services.sayRequests.over(incoming.person, incoming.request);
        case "circles-unlinked":
          return services.sayRequests.unlinked(incoming.circles);
        case "useless":
        case "share-ended":
        case "position-removed":
        case "person-blocked-bot":
        case "bot-left":
        case "room-closed":
        case "room-moved":
        case "room-replaced":
        case "language-heard":
        case "bot-brought":
          return (await immediate(incoming)) ?? nothing;
      }
    },
  };
}

const boardOf = (room: RoomId): Effect => ({ kind: "board", to: { room } });
const sayIn = (room: RoomId, lines: readonly Text[]): Effect => toRoom({ room }, forEverybody({ lines }));

/** What a person is told when a fault of our own prevents the answer. */
export function apology({ from }: CommandIncoming): readonly Effect[] {
  return [tell(from, [text("went-wrong")])];
}

/** How a question is answered now, or why not. @throws (rejects) what may pass */
export function createWorkOut(handle: Pick<Handler, "command">, log: Log) {
  return async (question: CommandIncoming): Promise<readonly Effect[]> => {
    try {
      return await handle.command(question);
    } catch (error) {
      if (mayPass(error)) throw error;
      log.warn("a question could not be answered", error);
      return apology(question);
    }
  };
}
