import type { Receive } from "../../core/messaging/inbox.ts";
import { DeliveryError } from "../../core/model/errors.ts";
import { formatTexts } from "../../core/text/catalogue.ts";
import type { Text } from "../../core/text/texts.ts";
import type { Log } from "../../lib/log.ts";
import type { Clock } from "../../lib/time.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";
import { isPassing } from "./http/refusal.ts";
import { createBeacons } from "./receive/beacons.ts";
import { createSpeech } from "./receive/messages.ts";
import { readEvent } from "./receive/read-event.ts";
import type { Hearing } from "./receive/receive-context.ts";
import { createUnreadable } from "./receive/undecryptable.ts";
import { createBackground } from "./rooms/background.ts";
import { createChats } from "./rooms/direct-chats.ts";
import { type AllowedInviters, createDoor, createInvitations, readInvitation } from "./rooms/invitations.ts";
import { createPresence } from "./rooms/membership-events.ts";
import { createNewest } from "./rooms/newest-messages.ts";
import { createRoomPower } from "./rooms/power-levels.ts";
import { createRoomNotes } from "./rooms/room-notes.ts";
import { createUnfitRooms } from "./rooms/unusable-rooms.ts";
import { createUpgrades } from "./rooms/upgrades.ts";
import { createLookups } from "./send/lookups.ts";
import { noticeOf, txnId } from "./send/message-content.ts";
import { createNetwork } from "./send/network.ts";
import type { SyncHandlers } from "./sync/handlers.ts";
import { createHandle } from "./sync/retry-handler.ts";
import type { TextKeep } from "./sync/sync-loop.ts";

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
  async function say(room: string, said: readonly Text[], key: string, relation = {}): Promise<boolean> {
    try {
      await ask().send(room, "m.room.message", noticeOf(formatTexts(said), relation), txnId(key, room));
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
