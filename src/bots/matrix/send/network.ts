import type { Audience, OnePerson } from "../../../core/model/audience.ts";
import { DeliveryError } from "../../../core/model/errors.ts";
import { bareId, type MessageRef, networkOf } from "../../../core/model/ids.ts";
import type { Message } from "../../../core/model/message.ts";
import type { ChatNetwork, NetworkWords } from "../../../core/model/ports.ts";
import { formatTexts, type ShownAt } from "../../../core/text/catalogue.ts";
import { text } from "../../../core/text/texts.ts";
import type { Duration } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { deliveryErrorOf, isGone, isLimited, isRefusal } from "../http/refusal.ts";
import { joinLookedAt, pinPatience } from "../limits.ts";
import type { DirectChats } from "../rooms/direct-chats.ts";
import type { createLookups } from "./lookups.ts";
import { editOf, linesOf, noticeOf, pictureOf, pinOf, type Relation, txnId } from "./message-content.ts";
import { messageRef, readMessageRef } from "./message-ref.ts";

/** Tries again what the homeserver limits, for so many milliseconds. */
export type WhileLimited = <T>(work: () => Promise<T>, patience: Duration) => Promise<T>;

type Parts = {
  /** @throws DeliveryError before the bot is connected */
  ask: () => MatrixConnection;
  chats: DirectChats;
  lookups: ReturnType<typeof createLookups>;
  whileLimited: WhileLimited;
  /** a moment of ours, as the clocks of people there show it */
  shownAt?: ShownAt | undefined;
};

const words: NetworkWords = {
  stepsInRoom: "matrix-steps-in-room",
  stepsInPrivate: "matrix-steps-in-private",
  sendOnce: "matrix-send-once",
  sendLive: "matrix-send-live",
  deleting: "matrix-deleting",
  whoElseSees: "matrix-sees",
  noBoard: "matrix-no-board",
};

const refused = () => new DeliveryError({ kind: "refused" });
const notJoined = () => new DeliveryError({ kind: "not joined", after: joinLookedAt });

export function createNetwork({ ask, chats, lookups, shownAt, whileLimited }: Parts): ChatNetwork {
  /** Runs what asks the homeserver about a room, with its failures as DeliveryErrors. */
  async function delivering<T>(room: string | undefined, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      const isInRoom = async () => room === undefined || (await ask().joinedRooms()).includes(room);
      throw await deliveryErrorOf(cause, isInRoom);
    }
  }

  /** Looked up at each send: a private chat in which somebody else is now is none. */
  async function roomFor(to: Audience, message: Message): Promise<string> {
    if (networkOf("room" in to ? to.room : to.person) !== "matrix") throw refused();
    if (message.pin && message.reader !== "one person") throw refused();
    if ("person" in to) return privateRoom(to, message);
    if (message.reader === "one person") throw refused();
    return bareId(to.room);
  }

  /** Servers keep files: none goes to a room in which they could read it. */
  async function uploaded(room: string, png: Uint8Array): Promise<object | undefined> {
    if (!(await ask().isEncrypted(room))) return undefined;
    return ask()
      .uploadEncrypted(png)
      .catch((cause: unknown) => {
        if (isRefusal(cause)) return undefined;
        throw cause;
      });
  }

  const redact = (room: string, event: string) => ask().redact(room, event, txnId("redact", room, event));

  /**
   * Nothing reaches one member of a room in place: who asks there is answered in an encrypted private chat. Until they have joined it, nobody is
   * sent what they asked in a room, nor a position.
   */
  async function privateRoom({ person, within }: OnePerson, { answer, pin, onlyIfOpen }: Message): Promise<string> {
    const user = bareId(person);
    if (onlyIfOpen) {
      const open = within ? undefined : await chats.openWith(user);
      if (open === undefined) throw refused();
      return open;
    }
    const chat = within ? await chats.forAnswers(user, true) : await chats.withPerson(user, true);
    // Whoever turned it down may begin one, or is invited again after a while.
    if (chat === undefined) throw within ? notJoined() : refused();
    const isForThemAlone = within !== undefined || pin !== undefined || (answer?.shows ?? []).length > 0;
    if (isForThemAlone && !chat.isJoined) throw notJoined();
    return chat.room;
  }

  return {
    network: "matrix",
    capabilities: {
      knowsRepeats: true,
      keepsPoints: true,
      typedIds: true,
      whispers: "in private",
      opensPrivateChats: true,
    },
    words,
    ...lookups,

    async noPicture(to, message) {
      const room = await delivering(undefined, () => roomFor(to, message));
      return delivering(room, async () => ((await ask().isEncrypted(room)) ? undefined : "plain-room"));
    },

    async send(to, message, key, replyTo) {
      const room = await delivering(undefined, () => roomFor(to, message));
      const question = questionOf(room, replyTo);
      const relation: Relation = { thread: "room" in to ? to.thread : undefined, replyTo: question };
      const post = (content: object, part: string) => ask().send(room, "m.room.message", content, txnId(key, part));
      return delivering(room, async () => {
        // Before the text, which says so if there is no picture in the end.
        const file = message.drawn && (await uploaded(room, message.drawn));
        const isWithout = message.drawn !== undefined && file === undefined;
        const lines = isWithout ? [...message.lines, text("no-picture", { why: "not-taken" })] : message.lines;
        const event = await post(noticeOf(linesOf({ ...message, lines }, shownAt), relation), "text");
        const asked = message.answer && question;
        if (message.drawn && file) {
          const beside = { ...relation, replyTo: event };
          const content = pictureOf(message.drawn, file, linesOf(message, shownAt), beside);
          const picture = await whileLimited(() => post(content, "picture"), pinPatience).catch(
            async (cause: unknown) => {
              const error = await deliveryErrorOf(cause, async () => true);
              if (error.failure.kind === "later") throw error;
              const why = [...message.lines, text("no-picture", { why: "not-taken" })];
              await post(editOf(linesOf({ ...message, lines: why }, shownAt), event), "no picture").catch(
                unlessItPasses,
              );
              return undefined;
            },
          );
          return refsOf(room, event, picture, asked);
        }
        if (!message.pin) return refsOf(room, event, undefined, asked);
        const content = pinOf(message.pin);
        const pin = await whileLimited(() => post(content, "pin"), pinPatience).catch(async (cause: unknown) => {
          // It may be there, though nobody said so: it is asked for again by the key that it was sent under.
          const error = await deliveryErrorOf(cause, async () => true);
          if (error.failure.kind === "later" && !isLimited(cause)) throw error;
          await redact(room, event);
          throw refused();
        });
        return refsOf(room, event, pin, asked);
      });
    },

    async sentBefore(to, key, replyTo) {
      const room = await delivering(undefined, async () => {
        if ("room" in to) return bareId(to.room);
        const user = bareId(to.person);
        return (await (to.within ? chats.forAnswers(user, false) : chats.withPerson(user, false)))?.room;
      });
      if (room === undefined) return [];
      return delivering(room, async () => {
        const parts = ["text", "pin", "picture"].map((part) => txnId(key, part));
        const [text, pin, picture] = await ask().sentUnder(room, parts);
        return text === undefined ? [] : refsOf(room, text, pin ?? picture, questionOf(room, replyTo));
      });
    },

    async remove(ref, others, language) {
      const at = readMessageRef(ref);
      if (at === undefined) throw refused();
      const { room, event, asked } = at;
      await delivering(room, async () => {
        // Before that of which it is a point: a homeserver need not tell what refers to something that is redacted.
        const point = others === "live share" ? await ask().lastPoint(room, event) : undefined;
        if (point !== undefined) await redact(room, point).catch(unlessItPasses);
        try {
          await redact(room, event);
        } catch (cause) {
          if (!isGone(cause)) throw cause;
          if (others) return;
          const over = formatTexts([text("answer-over")], language);
          await ask().send(room, "m.room.message", editOf(over, event), txnId("remove", room, event));
        }
        if (asked !== undefined)
          await ask()
            .redact(room, asked, txnId("redact", room, asked))
            .catch(unlessItPasses);
      });
    },

    async acknowledge(ref) {
      const at = readMessageRef(ref);
      if (at === undefined) return;
      await delivering(at.room, () => ask().react(at.room, at.event, "👍", txnId("seen", at.room, at.event)));
    },
  };
}

/** @param asked what the text answers, to be removed with it; @param pin what stands beside the text */
function refsOf(room: string, text: string, pin: string | undefined, asked: string | undefined): MessageRef[] {
  const refs = [messageRef(asked === undefined ? { room, event: text } : { room, event: text, asked })];
  return pin === undefined ? refs : [...refs, messageRef({ room, event: pin })];
}

function questionOf(room: string, replyTo: MessageRef | undefined): string | undefined {
  const asked = replyTo && readMessageRef(replyTo);
  return asked?.room === room ? asked.event : undefined;
}

/** The question of somebody else is removed where the bot may; that it may not changes nothing. */
function unlessItPasses(cause: unknown): void {
  if (!isGone(cause)) throw cause;
}
