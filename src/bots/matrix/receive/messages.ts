import type { Origin, PositionIncoming } from "../../../core/model/incoming.ts";
import { text } from "../../../core/text/texts.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { createQuota } from "../../../lib/rate-limit.ts";
import { createRecent } from "../../../lib/recent.ts";
import { minute } from "../../../lib/time.ts";
import { DecryptionError } from "../crypto/decryption-error.ts";
import type { Presence } from "../rooms/membership-events.ts";
import { messageRef } from "../send/message-ref.ts";
import type { Beacons } from "./beacons.ts";
import { beaconInfoTypes } from "./read-location.ts";
import { type Hearing, personOf, roomOf, shareOf } from "./receive-context.ts";
import type { Heard } from "./room-event.ts";

type Said = Extract<Heard, { kind: "command" | "number" | "location" | "point" }>;
type Spoken = Said | Extract<Heard, { kind: "beacon" | "redaction" }>;

export type Speech = {
  /** What a person says in a room. @param encrypted whether it came encrypted */
  heard(room: string, heard: Spoken, encrypted: boolean): Promise<void>;
  /** Every event, before it is heard. */
  note(room: string, event: unknown): void;
  /** Events of the room were lost. */
  lostTrack(room: string): void;
};

const most = 5000;
/** Homeservers let an account speak every few seconds only, and everything waits while it does. */
const mostTold = 5;
const redactable = ["m.room.message", "m.room.encrypted", ...beaconInfoTypes];

/** Turns what people say into what the core takes in, once it is clear who hears it: their private chat, or a room. */
export function createSpeech(parts: Hearing & { beacons: Beacons; presence: Presence }): Speech {
  const { ask, receive, say, notes, chats, beacons, presence, now } = parts;
  const plain = createRecent<true>(most);
  const begun = createRecent<true>(most);
  const mayTell = createQuota(mostTold, 10 * minute, now);

  /** @returns undefined when nothing said there is to be answered */
  async function originOf(
    room: string,
    { event, sender, thread }: Said,
  ): Promise<PositionIncoming["from"] | undefined> {
    const person = personOf(sender);
    const chat = await chats.of(room);
    if (chat.kind === "crowded") await presence.depart(room, event);
    if (chat.kind === "private" && chat.person === sender) {
      await chats.use(room, sender);
      return { person };
    }
    if (chat.kind !== "room") return undefined;
    await notes.add(room, "room");
    return { person, place: { room: roomOf(room), ...(thread !== undefined && { thread }) } };
  }

  /** What came in clear into an encrypted room was sent past its people's wish; and a server could have made it up. */
  async function isFit(room: string, said: Said, encrypted: boolean): Promise<boolean> {
    if (encrypted || plain.get(room)) return true;
    if (await ask().isEncrypted(room)) {
      const about = said.kind === "point" ? said.info : said.event;
      if (mayTell(room))
        await say(room, [text("matrix-came-in-clear")], `in clear ${about}`, { thread: said.thread, replyTo: about });
      return false;
    }
    plain.set(room, true);
    if (
      !(await notes.has(room, "told plain")) &&
      (await say(room, [text("matrix-room-is-plain")], `plain ${said.event}`))
    )
      await notes.add(room, "told plain");
    return true;
  }

  async function takePoint(room: string, said: Extract<Heard, { kind: "point" }>, encrypted: boolean) {
    const beacon = await beacons.find(room, said.info, said.sender);
    // A point counts only if it lies within its share, by the clock of the phone that told both (as in matrix-js-sdk's Beacon).
    if (!beacon || said.ts < beacon.ts || said.ts > beacon.ts + beacon.timeout) return;
    if (!(await isFit(room, said, encrypted))) return;
    const from = await originOf(room, said);
    if (!from) return;
    const share = shareOf(room, said.info);
    const { startedAt, until } = beacon;
    const message = messageRef({ room, event: said.info });
    const first = begun.get(share) === undefined;
    await receive({
      kind: "position",
      from,
      share,
      live: true,
      position: said.position,
      startedAt,
      until,
      first,
      message,
    });
    begun.set(share, true);
  }

  async function take(room: string, said: Exclude<Said, { kind: "point" }>, encrypted: boolean) {
    if (said.kind === "number" && (await chats.of(room)).kind !== "private") return;
    if (!(await isFit(room, said, encrypted))) return;
    const from: (Origin & PositionIncoming["from"]) | undefined = await originOf(room, said);
    if (!from) return;
    const { event, sentAt } = said;
    const message = messageRef({ room, event });
    if (said.kind === "location") {
      const share = shareOf(room, event);
      const { position } = said;
      return receive({ kind: "position", from, share, live: false, position, startedAt: sentAt, first: true, message });
    }
    const words = said.kind === "command" ? said : { name: "choose", argument: said.number, mentions: [] };
    const { name, argument, mentions } = words;
    await receive({ kind: "command", id: shareOf(room, event), from, name, argument, mentions, sentAt, message });
  }

  /** Whether something was really redacted is what the homeserver says of it, not who asked for it. */
  async function redacted(room: string, event: string) {
    const left = await ask()
      .getEvent(room, event)
      .catch((error: unknown) => {
        if (error instanceof DecryptionError) return undefined;
        throw error;
      });
    const sender = textOf(at(left, "sender"));
    if (sender === undefined || sender === ask().userId || at(left, "unsigned", "redacted_because") === undefined)
      return;
    if (!redactable.includes(textOf(at(left, "type")) ?? "")) return;
    beacons.end(room, event);
    await receive({ kind: "share-ended", person: personOf(sender), share: shareOf(room, event) });
  }

  return {
    async heard(room, heard, encrypted) {
      if (heard.kind === "point") return takePoint(room, heard, encrypted);
      if (heard.kind === "redaction") return redacted(room, heard.redacts);
      if (heard.kind !== "beacon") return take(room, heard, encrypted);
      for (const info of beacons.note(room, heard)) {
        await receive({ kind: "share-ended", person: personOf(heard.sender), share: shareOf(room, info) });
      }
    },
    note(room, event) {
      if (at(event, "type") === "m.room.encryption") plain.delete(room);
    },
    lostTrack: (room) => plain.delete(room),
  };
}
