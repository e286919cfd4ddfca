import type { Origin, PositionIncoming } from "../../../core/model/incoming.ts";
import { text } from "../../../core/text/texts.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at, countOf, textOf } from "../../../lib/json-value.ts";
import { DecryptionError } from "../crypto/crypto-errors.ts";
import { isPassing } from "../http/refusal.ts";
import {
  clearMessageHintsWithin,
  maxClearMessageHintsPerRoom,
  maxRemembered,
  unreadableHintWithin,
} from "../limits.ts";
import type { BeforeSharing } from "../rooms/before-sharing.ts";
import type { MembershipEvents } from "../rooms/membership-events.ts";
import { messageRef } from "../send/message-ref.ts";
import type { Beacons } from "./beacons.ts";
import type { PhoneClocks } from "./phone-clocks.ts";
import { beaconInfoTypes, beaconTypes } from "./read-location.ts";
import { personOf, type ReceiveContext, roomOf, shareOf } from "./receive-context.ts";
import type { RoomEvent } from "./room-event.ts";
import { createSaidWords, type SaidWords } from "./said-words.ts";

type Message = Extract<
  RoomEvent,
  { kind: "command" | "number" | "words" | "no words" | "location" | "unreadable location" | "point" }
>;
type Handled = Message | Extract<RoomEvent, { kind: "beacon" | "redaction" }>;

export type Messages = {
  isForTheBot: SaidWords["isForTheBot"];
  /** What a person does in a room. @param encrypted whether it came encrypted */
  onMessage(room: string, event: Handled, encrypted: boolean): Promise<void>;
  /** Every event, before it is handled. */
  note(room: string, event: unknown): void;
  /** Events of the room were lost. */
  onGap(room: string): void;
};

/** What a redacted event may have been. */
const shareTypes = ["m.room.message", "m.room.encrypted", ...beaconInfoTypes];
const pointTypes = ["m.room.encrypted", ...beaconTypes];

/** Turns what people say into what the core takes in, once it is clear who hears it: their private chat, or a room. */
export function createMessages(
  parts: ReceiveContext & {
    beacons: Beacons;
    clocks: PhoneClocks;
    memberships: MembershipEvents;
    before: BeforeSharing;
  },
): Messages {
  const { ask, receive, say, notes, chats, beacons, clocks, memberships, before, now } = parts;
  const words = createSaidWords(parts);
  const plain = createBoundedMap<true>(maxRemembered);
  const checked = createBoundedMap<true>(maxRemembered);
  const begun = createBoundedMap<true>(maxRemembered);
  const mayHintUnreadable = createQuota(1, unreadableHintWithin, now);
  const mayHint = createQuota(maxClearMessageHintsPerRoom, clearMessageHintsWithin, now);

  /** @returns undefined when nothing said there is to be answered */
  async function originOf(
    room: string,
    { event, sender, thread }: Message,
  ): Promise<PositionIncoming["from"] | undefined> {
    const person = personOf(sender);
    const chat = await chats.of(room);
    if (chat.kind === "crowded") await memberships.leaveCrowded(room, event);
    if (chat.kind === "private" && chat.person === sender) {
      await chats.use(room, sender);
      return { person };
    }
    if (chat.kind !== "room") return undefined;
    await notes.add(room, "room");
    return { person, place: { room: roomOf(room), ...(thread !== undefined && { thread }) } };
  }

  /** What came in clear into an encrypted room was sent past its people's wish; and a server could have made it up. */
  async function isAcceptable(room: string, said: Message, encrypted: boolean): Promise<boolean> {
    if (!checked.get(room)) await before.check(room, said.event);
    checked.set(room, true);
    if (encrypted || plain.get(room)) return true;
    if (await ask().isEncrypted(room)) {
      const about = said.kind === "point" ? said.info : said.event;
      if (mayHint(room))
        await say(room, [text("matrix-came-in-clear")], `in clear ${about}`, { thread: said.thread, replyTo: about });
      return false;
    }
    plain.set(room, true);
    return true;
  }

  async function takePoint(room: string, said: Extract<RoomEvent, { kind: "point" }>, encrypted: boolean) {
    const beacon = await beacons.find(room, said.info, said.sender);
    const share = shareOf(room, said.info);
    const reportedAt = beacon && clocks.timeOf(share, beacon, said);
    if (!beacon || reportedAt === undefined || !(await isAcceptable(room, said, encrypted))) return;
    const from = await originOf(room, said);
    if (!from) return;
    const { startedAt, until } = beacon;
    const position = { ...said.position, at: reportedAt };
    const message = messageRef({ room, event: said.info });
    const first = begun.get(share) === undefined;
    const point = messageRef({ room, event: said.event });
    await receive({ kind: "position", from, share, live: true, position, startedAt, until, first, message, point });
    if (first) clocks.tellOfShare(said.sender, beacon);
    begun.set(share, true);
  }

  async function sayNotRead(room: string, said: Extract<RoomEvent, { kind: "unreadable location" }>) {
    const about = said.info ?? said.event;
    if (!mayHintUnreadable(said.sender)) return;
    await say(room, [text("matrix-location-not-read")], `location ${about}`, { thread: said.thread, replyTo: about });
  }

  async function take(room: string, said: Exclude<Message, { kind: "point" }>, encrypted: boolean) {
    if (!(await words.isForTheBot(room, said))) return;
    if (!(await isAcceptable(room, said, encrypted))) return;
    const from: (Origin & PositionIncoming["from"]) | undefined = await originOf(room, said);
    if (!from) return;
    const { event, sentAt } = said;
    if (said.kind === "unreadable location") return sayNotRead(room, said);
    const message = messageRef({ room, event });
    if (said.kind === "location") {
      const share = shareOf(room, event);
      const { position } = said;
      await receive({ kind: "position", from, share, live: false, position, startedAt: sentAt, first: true, message });
      return clocks.tellOfLocation(said);
    }
    return words.take(room, from, said);
  }

  /** Whether something was really redacted is what the homeserver says of it, not who asked for it. */
  async function onRedaction(room: string, { redacts, sender }: Extract<RoomEvent, { kind: "redaction" }>) {
    const left = await ask()
      .getEvent(room, redacts)
      .catch(async (error: unknown) => {
        if (error instanceof DecryptionError) return undefined;
        // Until it says so, it is believed of who redacts what they sent themselves: that is never refused.
        if (isPassing(error)) await endShare(room, redacts, sender);
        throw error;
      });
    const author = textOf(at(left, "sender"));
    if (author === undefined || author === ask().userId || at(left, "unsigned", "redacted_because") === undefined)
      return;
    const type = textOf(at(left, "type")) ?? "";
    const order = countOf(at(left, "origin_server_ts"));
    if (order !== undefined && pointTypes.includes(type))
      await receive({ kind: "position-removed", person: personOf(author), order });
    if (!shareTypes.includes(type)) return;
    beacons.end(room, redacts);
    await endShare(room, redacts, author);
  }

  const endShare = (room: string, event: string, user: string) =>
    receive({ kind: "share-ended", person: personOf(user), share: shareOf(room, event) });

  return {
    isForTheBot: words.isForTheBot,
    async onMessage(room, event, encrypted) {
      if (event.kind === "point") return takePoint(room, event, encrypted);
      if (event.kind === "redaction") return onRedaction(room, event);
      if (event.kind !== "beacon") return take(room, event, encrypted);
      for (const info of beacons.note(room, event)) await endShare(room, info, event.sender);
    },
    note(room, event) {
      if (at(event, "type") === "m.room.encryption") plain.delete(room);
    },
    onGap(room) {
      plain.delete(room);
      checked.delete(room);
    },
  };
}
