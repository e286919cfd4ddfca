import { text } from "../../../core/text/texts.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { instant } from "../../../lib/time.ts";
import { isPassing } from "../http/refusal.ts";
import { freshFor, maxRedactedAtEnd } from "../limits.ts";
import { personOf, type ReceiveContext, roomOf, shareOf } from "../receive/receive-context.ts";
import type { RoomEvent } from "../receive/room-event.ts";
import { txnId } from "../send/message-content.ts";
import type { Background } from "./background.ts";
import type { BeforeSharing } from "./before-sharing.ts";
import type { PowerLevels } from "./power-levels.ts";
import { liveTypes, readPower } from "./read-power-levels.ts";
import type { UnusableRooms } from "./unusable-rooms.ts";
import type { Upgrades } from "./upgrades.ts";

type Membership = Extract<RoomEvent, { kind: "membership" }>;

export type MembershipEvents = {
  onMembership(room: string, event: Membership): Promise<void>;
  onPowerLevels(room: string, event: Extract<RoomEvent, { kind: "power levels" }>): Promise<void>;
  /** What decides who can read the room was set by this event. */
  onReaders(room: string, cause: string): Promise<void>;
  /** The bot is no longer in the room. @param event how that came, when it is known */
  onLeft(room: string, event: unknown): Promise<void>;
  /** Says that this is no private chat any more, and leaves it. @param cause the event by which that was found */
  leaveCrowded(room: string, cause: string): Promise<void>;
  /** Begins to check the rooms in which the bot could not be of use; to be called now and then. */
  checkUnusable(): Promise<void>;
};

/** What cannot be redacted must not keep the bot from leaving. */
function unlessItIsOver(error: unknown): void {
  if (isPassing(error)) throw error;
}

/** What is tried again anyhow need not be told of. */
function unlessItPasses(error: unknown): void {
  if (!isPassing(error)) throw error;
}

/** Who comes and goes, the bot among them. What is said goes by the event that caused it: said again later, it is another message. */
export function createMembershipEvents(
  parts: ReceiveContext & {
    power: PowerLevels;
    upgrades: Upgrades;
    unusable: UnusableRooms;
    before: BeforeSharing;
    background: Background;
  },
): MembershipEvents {
  const { ask, receive, say, notes, chats, now, power, upgrades, unusable, before, background } = parts;

  async function leaveCrowded(room: string, cause: string) {
    // Who comes in may see what was said before, and nobody can redact it for the bot once it has left.
    for (const event of await ask().ownMessages(room, maxRedactedAtEnd))
      await ask()
        .redact(room, event, txnId("redact", room, event))
        .catch(unlessItIsOver);
    await say(room, [text("matrix-crowded")], `crowded ${cause}`);
    await ask().leave(room);
    await chats.forget(room);
  }

  /** A room is greeted when it has become one: with the bot's coming, or with the second person's. */
  async function greet(room: string, cause: string) {
    if (await notes.has(room, "room")) return;
    // Those who were there before may be told of first, and each time that the bot comes.
    const own = await ask().getStateEvent(room, "m.room.member", ask().userId);
    const coming = textOf(at(own, "event_id")) ?? cause;
    await before.greet(room, coming);
    const cameAt = at(own, "origin_server_ts");
    if (!(await upgrades.follow(room)))
      await receive({
        kind: "bot-joined",
        room: roomOf(room),
        event: coming,
        ...(Number.isSafeInteger(cameAt) && { at: instant(Number(cameAt)) }),
      });
    await notes.add(room, "room");
    await hintAtLive(room, coming);
  }

  async function hintAtLive(room: string, cause: string) {
    const { allowed, canChange } = await power.live(room);
    if (allowed) return notes.remove(room, "told no live");
    if (await notes.has(room, "told no live")) return;
    const hint = text("matrix-no-live", { bot: canChange ? undefined : ask().userId, types: liveTypes });
    if (await say(room, [hint], `no live ${cause}`)) await notes.add(room, "told no live");
  }

  async function onOwnJoin(room: string, cause: string, isDirect: boolean) {
    if (!(await unusable.isUsable(room))) return;
    const isOwn = chats.partner(room) !== undefined;
    const chat = await chats.of(room);
    if (chat.kind === "room") return greet(room, cause);
    if (chat.kind === "crowded") return leaveCrowded(room, cause);
    if (chat.kind === "empty" || isOwn || (await chats.isInMaking(chat.person))) return;
    if (isDirect) await chats.use(room, chat.person);
    await say(room, [text("matrix-hello-in-private")], `hello ${cause}`);
  }

  async function checkAgain(room: string) {
    const coming = await unusable.checkAgain(room);
    if (coming !== undefined) await onOwnJoin(room, coming, false);
  }

  async function onOtherJoin(room: string, cause: string, { user, now: is }: Membership, isFresh: boolean) {
    // Whoever could not be asked before where they are can be now.
    if (is === "join" && chats.partner(room) === user) await receive({ kind: "request-next", person: personOf(user) });
    if (await notes.has(room, "waiting")) return checkAgain(room);
    const chat = await chats.of(room);
    if (chat.kind === "crowded") await leaveCrowded(room, cause);
    if (chat.kind === "room" && isFresh) await greet(room, cause);
  }

  async function onOtherLeave(room: string, { event, sender, user }: Membership, wasIn: boolean) {
    const person = personOf(user);
    const removed = sender !== user && { removed: true as const };
    if (chats.partner(room) !== user)
      return wasIn
        ? receive({ kind: "person-left", person, room: roomOf(room), ...removed, id: shareOf(room, event) })
        : undefined;
    // Whoever leaves the private chat cannot be told any more what becomes of what they share: it ends, as when they block a bot elsewhere.
    if (wasIn) await receive({ kind: "person-blocked-bot", person });
    else chats.turnedDown(user);
    await ask().leave(room);
    await chats.forget(room);
  }

  return {
    leaveCrowded,
    async checkUnusable() {
      for (const room of await unusable.due())
        background.run(`unusable ${room}`, () => checkAgain(room).catch(unlessItPasses));
    },
    async onMembership(room, membership) {
      const { event, user, before, now: is, isDirect, sentAt } = membership;
      if (user === ask().userId) {
        if (is === "join" && before !== "join" && now() - sentAt <= freshFor) await onOwnJoin(room, event, isDirect);
        return;
      }
      if (is === before) return;
      if (is === "join" || is === "invite") return onOtherJoin(room, event, membership, now() - sentAt <= freshFor);
      if (is === "leave" || is === "ban")
        await onOtherLeave(room, membership, before === undefined || before === "join");
    },
    async onPowerLevels(room, { event, levels, before }) {
      if (await notes.has(room, "waiting")) return checkAgain(room);
      const own = (content: unknown) => readPower(content, new Set()).of(ask().userId);
      if (own(levels) !== own(before)) await receive({ kind: "bot-rights-changed", room: roomOf(room) });
      if (await notes.has(room, "room")) await hintAtLive(room, event);
    },
    async onReaders(room, cause) {
      if (await notes.has(room, "room")) await before.greet(room, cause);
    },
    async onLeft(room, event) {
      const partner = chats.partner(room);
      const isOwnDoing = at(event, "sender") === ask().userId;
      if (partner !== undefined && !isOwnDoing)
        await receive({ kind: "person-blocked-bot", person: personOf(partner) });
      const left = textOf(at(event, "event_id"));
      await receive({ kind: "bot-left", room: roomOf(room), ...(left !== undefined && { id: shareOf(room, left) }) });
      await notes.forget(room);
      await chats.forget(room);
    },
  };
}
