import { DeliveryError } from "../../core/errors.ts";
import type { Clock } from "../../core/ports.ts";
import type { Receive } from "../../core/reception.ts";
import type { Line } from "../../core/reply.ts";
import type { Log } from "../../log.ts";
import { createHandle } from "./asking.ts";
import { createBackground } from "./background.ts";
import { createBeacons } from "./beacons.ts";
import { createChats } from "./chats.ts";
import type { Hearing } from "./hearing.ts";
import { type AllowedInviters, createDoor, createInvitations, readInvitation } from "./invitations.ts";
import { createLookups } from "./lookups.ts";
import type { MatrixConnection } from "./matrix-connection.ts";
import { noticeOf, txnId } from "./message-content.ts";
import { createNetwork } from "./network.ts";
import { createNewest } from "./newest.ts";
import { createPresence } from "./presence.ts";
import { readEvent } from "./read-event.ts";
import { isPassing } from "./refusal.ts";
import { createRoomNotes } from "./room-notes.ts";
import { createRoomPower } from "./room-power.ts";
import { removed } from "./sentences.ts";
import { createSpeech } from "./speech.ts";
import type { SyncHandlers } from "./sync/handlers.ts";
import type { TextKeep } from "./sync/sync-loop.ts";
import { createUnfitRooms } from "./unfit-rooms.ts";
import { createUnreadable } from "./unreadable.ts";
import { createUpgrades } from "./upgrades.ts";

export type MatrixBotOptions = {
  /** who may invite the bot; nobody named: everybody on its own server */
  readonly allowedInviters: AllowedInviters;
  /** texts that outlive the program */
  readonly keep: TextKeep;
};
export type World = { readonly now: Clock; readonly log: Log };

/**
 * What whereat is in the rooms of a Matrix account: the network that the core speaks through, and the handlers of what is received.
 * @param receive resolves when the effect is durable
 */
export function createMatrixBot({ allowedInviters, keep }: MatrixBotOptions, receive: Receive, { now, log }: World) {
  let connection: MatrixConnection | undefined;
  const ask = () => {
    if (connection === undefined) throw new DeliveryError({ kind: "later", after: 1000 });
    return connection;
  };
  /** Says something that only Matrix makes necessary. Whoever is not reached by it misses no answer. @param key as in `txnId` */
  async function say(room: string, lines: readonly Line[], key: string, relation = {}): Promise<boolean> {
    try {
      await ask().send(room, "m.room.message", noticeOf(lines, relation), txnId(key, room));
      return true;
    } catch (error) {
      log.debug(`Matrix: a hint could not be sent${error instanceof Error ? ` (${error.constructor.name})` : ""}`);
      return false;
    }
  }

  const notes = createRoomNotes(keep);
  const chats = createChats(ask, notes);
  const power = createRoomPower(ask);
  const newest = createNewest();
  const beacons = createBeacons(ask, now);
  const parts: Hearing = { ask, receive, say, notes, chats, now };
  const upgrades = createUpgrades(parts);
  const unfitRooms = createUnfitRooms({ ...parts, power, log });
  const presence = createPresence({ ...parts, power, upgrades, unfitRooms });
  const speech = createSpeech({ ...parts, beacons, presence });
  const unreadable = createUnreadable(parts);
  const background = createBackground(log);
  const invitations = createInvitations({ ask, notes, background, log });
  const handle = createHandle();
  let mayInvite: ((inviter: string) => boolean) | undefined;

  async function hear(roomId: string, event: unknown, reading: Parameters<SyncHandlers["onEvent"]>[2]): Promise<void> {
    newest.note(roomId, event);
    speech.note(roomId, event);
    unreadable.note(roomId, event, reading);
    if (reading === "unreadable") return;
    const heard = readEvent(event, ask().userId, now());
    if (heard === undefined) return;
    await handle(Object(event), async () => {
      if (heard.kind === "membership") return presence.changed(roomId, heard);
      if (heard.kind === "power levels") return presence.powerChanged(roomId, heard);
      if (heard.kind === "replaced") return upgrades.replaced(roomId, heard);
      return speech.heard(roomId, heard, reading === "decrypted");
    });
  }

  const handlers: SyncHandlers = {
    onEvent: hear,
    onState: (room, event) => hear(room, event, "clear"),
    onInvite: (room, state) =>
      handle(state, async () => {
        // Whoever is invited is not in the room: if the bot was, its leaving was not told.
        await presence.left(room, undefined);
        const invitation = readInvitation(state, ask().userId);
        mayInvite ??= createDoor(allowedInviters, ask().userId, now);
        await invitations.came(room, invitation !== undefined && mayInvite(invitation.inviter));
      }),
    // The bot's own join is an event like any other, with a time by which an old one can be told.
    onJoin: async () => undefined,
    onLeave: (room, event) => handle(Object(event ?? {}), () => presence.left(room, event)),
    onGap: async (room) => speech.lostTrack(room),
    async onSynced() {
      background.run("unreadable", () => unreadable.tell());
      background.run("unfit rooms", () => presence.goOn().catch(unlessItPasses));
      await handle({}, () => invitations.goOn());
    },
  };
  return {
    network: createNetwork({
      ask,
      chats,
      newest,
      lookups: createLookups(ask, power),
      removedWords: removed(),
      now,
    }),
    handlers,
    /** Resolves when nothing is under way that handlers have begun. */
    idle: () => background.idle(),
    async connected(to: MatrixConnection) {
      connection = to;
      await chats.load();
    },
  };
}

/** What is tried again anyhow need not be told of. */
function unlessItPasses(error: unknown): void {
  if (!isPassing(error)) throw error;
}
