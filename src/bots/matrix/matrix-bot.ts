import type { Receive } from "../../core/messaging/inbox.ts";
import type { Audience } from "../../core/model/audience.ts";
import { DeliveryError } from "../../core/model/errors.ts";
import { formatTexts } from "../../core/text/catalogue.ts";
import type { Language } from "../../core/text/languages.ts";
import type { Text } from "../../core/text/texts.ts";
import { createRetry } from "../../lib/async/retry.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, second, type Wait } from "../../lib/time.ts";
import type { NetworkClock } from "../network-clock.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";
import { unreported } from "./http/pace.ts";
import { isLimited, pauseAskedFor } from "./http/refusal.ts";
import { hintPatience } from "./limits.ts";
import { createBeacons } from "./receive/beacons.ts";
import { createMessages } from "./receive/messages.ts";
import { createOwnNames } from "./receive/own-name.ts";
import { createPhoneClocks } from "./receive/phone-clocks.ts";
import { readEvent } from "./receive/read-event.ts";
import { personOf, type ReceiveContext, roomOf } from "./receive/receive-context.ts";
import { createUndecryptable } from "./receive/undecryptable.ts";
import { createBackground } from "./rooms/background.ts";
import { createBeforeSharing } from "./rooms/before-sharing.ts";
import { createDirectChats } from "./rooms/direct-chats.ts";
import { type AllowedInviters, createInvitations, createInviterCheck, readInvitation } from "./rooms/invitations.ts";
import { createMembershipEvents } from "./rooms/membership-events.ts";
import { createPowerLevels } from "./rooms/power-levels.ts";
import { createRoomNotes } from "./rooms/room-notes.ts";
import { createUnusableRooms } from "./rooms/unusable-rooms.ts";
import { createUpgrades } from "./rooms/upgrades.ts";
import { createLookups } from "./send/lookups.ts";
import { noticeOf, txnId } from "./send/message-content.ts";
import { createNetwork, type WhileLimited } from "./send/network.ts";
import type { SyncHandlers } from "./sync/handlers.ts";
import type { TextKeep } from "./sync/sync-token.ts";

export type MatrixBotOptions = {
  /** who may invite the bot; nobody named: everybody on its own server */
  readonly allowedInviters: AllowedInviters;
  /** texts that outlive the program */
  readonly keep: TextKeep;
};
export type World = {
  readonly now: Clock;
  readonly theirs?: NetworkClock;
  readonly wait: Wait;
  /** in which language something is said there; absent: in English */
  readonly languageOf?: ((to: Audience) => Promise<Language>) | undefined;
  readonly random: () => number;
  readonly log: Log;
};

/**
 * What whereat is in the rooms of a Matrix account: the network that the core speaks through, and the handlers of what is received.
 * @param receive resolves when the effect is durable
 */
export function createMatrixBot({ allowedInviters, keep }: MatrixBotOptions, receive: Receive, world: World) {
  const { now, wait, random, log } = world;
  const theirs = world.theirs?.now ?? now;
  const retry = createRetry(wait, random);
  const inHand = new Set<Promise<unknown>>();
  let connection: MatrixConnection | undefined;
  const ask = () => {
    if (connection === undefined) throw new DeliveryError({ kind: "later", after: second });
    return connection;
  };
  const whileLimited: WhileLimited = (work, patience) => {
    const began = now();
    const mayPass = (error: unknown) =>
      isLimited(error) && now() - began + (pauseAskedFor(error) ?? second) <= patience;
    return retry(work, { trouble: unreported, mayPass, asksFor: pauseAskedFor, isStopping: () => false });
  };
  /** Says something that only Matrix makes necessary. Whoever is not reached by it misses no answer. @param key as in `txnId` */
  async function say(room: string, said: readonly Text[], key: string, relation = {}): Promise<boolean> {
    const partner = chats.partner(room);
    const to = partner === undefined ? { room: roomOf(room) } : { person: personOf(partner) };
    try {
      const content = noticeOf(formatTexts(said, await world.languageOf?.(to)), relation);
      const send = () => ask().send(room, "m.room.message", content, txnId(key, room));
      await whileLimited(send, hintPatience);
      return true;
    } catch (error) {
      log.debug(`Matrix: a hint could not be sent${error instanceof Error ? ` (${error.constructor.name})` : ""}`);
      return false;
    }
  }
  const receiveInHand: Receive = (...batch) => {
    const taken = receive(...batch);
    const over = taken.then(ignore, ignore).finally(() => inHand.delete(over));
    inHand.add(over);
    return taken;
  };

  const ownNames = createOwnNames();
  const notes = createRoomNotes(keep);
  const chats = createDirectChats(ask, notes, now);
  const power = createPowerLevels(ask);
  const beacons = createBeacons(ask, theirs);
  const background = createBackground(log);
  const context: ReceiveContext = { ask, receive: receiveInHand, say, notes, chats, now: theirs };
  const upgrades = createUpgrades(context);
  const unusable = createUnusableRooms({ ...context, power, log, languageOf: world.languageOf });
  const before = createBeforeSharing(context);
  const memberships = createMembershipEvents({ ...context, power, upgrades, unusable, before, background });
  const clocks = createPhoneClocks({ ...context, background });
  const messages = createMessages({ ...context, beacons, clocks, memberships, before });
  const undecryptable = createUndecryptable({ ...context, background });
  const invitations = createInvitations({ ask, notes, background, log, now, random, languageOf: world.languageOf });
  const brought = (room: string, by: string) =>
    receiveInHand({ kind: "bot-brought", room: roomOf(room), by: personOf(by) });
  let whyNot: ReturnType<typeof createInviterCheck> | undefined;

  const onEvent: SyncHandlers["onEvent"] = async (roomId, event, decryption) => {
    messages.note(roomId, event);
    ownNames.note(event, ask().userId);
    const self = { userId: ask().userId, names: ownNames.all() };
    const read = decryption === "undecryptable" ? undefined : readEvent(event, self, theirs());
    // What others say to each other from such devices is none of the bot's business.
    const isNoted = decryption !== "unverified" || (read !== undefined && (await messages.isForTheBot(roomId, read)));
    if (isNoted) undecryptable.note(roomId, event, decryption);
    if (read === undefined || decryption === "unverified") return;
    if (read.kind === "membership") return memberships.onMembership(roomId, read);
    if (read.kind === "readers") return memberships.onReaders(roomId, read.event);
    if (read.kind === "power levels") return memberships.onPowerLevels(roomId, read);
    if (read.kind === "replaced") return upgrades.onTombstone(roomId, read);
    return messages.onMessage(roomId, read, decryption === "decrypted");
  };

  const handlers: SyncHandlers = {
    onEvent,
    onState: (room, event) => onEvent(room, event, "clear"),
    onSenders: (room, senders) => beacons.awaits(room, senders),
    async onInvite(room, state) {
      // Whoever is invited is not in the room: if the bot was, its leaving was not told.
      await memberships.onLeft(room, undefined);
      const invitation = readInvitation(state, ask().userId);
      whyNot ??= createInviterCheck(allowedInviters, ask().userId, now);
      const why = invitation && whyNot(invitation);
      if (invitation && why === undefined) {
        if (!invitation.isDirect) await brought(room, invitation.inviter);
        await invitations.accept(room, invitation.inviter);
      } else await invitations.decline(room, why, invitation?.inviter);
    },
    // The bot's own join is an event like any other, with a time by which an old one can be told.
    onJoin: async () => undefined,
    onLeave: (room, event) => memberships.onLeft(room, event),
    onGap: async (room) => messages.onGap(room),
    onSynced() {
      undecryptable.sendHints();
      background.run("unusable rooms", () => memberships.checkUnusable());
      background.run("invitations", () => invitations.resume());
    },
    durable: async () => void (await Promise.all(inHand)),
  };
  return {
    network: createNetwork({
      ask,
      chats,
      lookups: createLookups(ask, power),
      whileLimited,
      shownAt: world.theirs?.toTheirs,
    }),
    handlers,
    /** Resolves when nothing is under way that handlers have begun. */
    idle: () => background.idle(),
    async connected(to: MatrixConnection) {
      connection = to;
      await chats.load();
      ownNames.add(await to.displayName());
    },
  };
}

const ignore = () => undefined;
