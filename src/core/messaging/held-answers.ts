import { type Clock, instant, later } from "../../lib/time.ts";
import { isInPlace, type OnePersonIn, type Room } from "../model/audience.ts";
import { alone, forEverybody } from "../model/effects.ts";
import { DeliveryError } from "../model/errors.ts";
import { type MessageRef, networkOf, type RandomId } from "../model/ids.ts";
import { heldAnswerKept } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import type { Queue } from "../queue/queue.ts";
import type { Networks } from "../rooms/membership.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { text } from "../text/texts.ts";
import type { Audiences } from "./audiences.ts";
import { type Addressed, elsewhere, type Outgoing } from "./outgoing.ts";
import type { Note } from "./send-answer.ts";

/** Tells the network. @returns what is to be noted once it has taken it */
export type Send = () => Promise<Note>;

type Said = Extract<Outgoing, { kind: "message" | "question" }>;

export type HeldAnswers = {
  /**
   * Sends it. What its network cannot show to one person gives way to what is to be said otherwise, or waits for that person, and then the room
   * reads only that something waits.
   */
  orOtherwise(item: Said, said: Addressed, send: Send): Send;
};

type Parts = {
  records: SealedRecords;
  queue: Queue;
  audiences: Audiences;
  networks: Networks;
  newId: RandomId;
  clock: Clock;
};

const replyToOf = (item: Said) => (item.kind === "question" ? item.question.message : item.replyTo);

/** What becomes of an answer for one person that its network does not show to them now. None of it has a way to the room. */
export function createHeldAnswers({ records, queue, audiences, networks, newId, clock }: Parts): HeldAnswers {
  /** What cannot be shown in place waits for who asked to open the private chat. A question is answered anew then. */
  async function holdBack(item: Said, { person, within }: OnePersonIn, message: Message) {
    const until = later(clock(), heldAnswerKept);
    const asked = { about: "answer", until } as const;
    // There is no way into a chat that the network opens by itself: it could not, so who asked has to begin one, and ask there.
    if (networks.get(networkOf(person))?.capabilities.opensPrivateChats) {
      const unreachable = forEverybody({ lines: [text("answer-unreachable")], asked });
      return queue.put(elsewhere(item, { to: within, message: unreachable }, clock()));
    }
    const what = item.kind === "question" ? { question: item.question } : { message: alone(message) };
    const payload = newId();
    await records.set(recordKeys.heldAnswer(payload), { person, ...what }, until);
    const waits = forEverybody({
      lines: [text("answer-waits", { kept: heldAnswerKept })],
      privateChat: { label: text("answer-button"), payload },
      asked,
    });
    await queue.put(elsewhere(item, { to: within, message: waits }, clock()));
  }

  /** Nothing was sent, whatever was noted before: it waits for who asked as long as the room was told, and no longer. */
  async function keepWaiting(item: Said) {
    if (item.kind !== "question") return;
    const droppedAt = instant(Math.max(item.droppedAt, later(item.question.sentAt, heldAnswerKept)));
    await queue.put({ ...item, droppedAt });
  }

  /** Tells all in the room once that who asked there has to come to the private chat, and nothing of the answer. */
  async function tellInvited(waiting: string, to: Room, replyTo: MessageRef | undefined) {
    const id = `invited/${waiting}`;
    const said = recordKeys.handled(id);
    if ((await records.get(said)) === true || queue.items().some((item) => item.id === id)) return;
    const now = clock();
    const until = later(now, heldAnswerKept);
    const lines = [text("answer-invited", { kept: heldAnswerKept })];
    const message = forEverybody({ lines, asked: { about: "answer", until } });
    const item = { kind: "message", id, to, message, due: now, droppedAt: until } as const;
    await queue.put(replyTo === undefined ? item : { ...item, replyTo }, () => records.set(said, true, until));
  }

  return {
    // That a person cannot be reached in private ends none of their shares. Only news from the network itself does.
    orOtherwise:
      (item, { to, message, otherwise }, send) =>
      async () => {
        try {
          return await send();
        } catch (error) {
          const kind = error instanceof DeliveryError ? error.failure.kind : undefined;
          if (otherwise !== undefined && kind !== undefined && ["refused", "gone", "not joined"].includes(kind)) {
            const instead = await audiences.resolve(otherwise);
            return () => queue.put(elsewhere(item, instead, clock()));
          }
          if (kind === "refused" && isInPlace(to) && !message.onlyIfOpen) return () => holdBack(item, to, message);
          if (kind === "not joined" && isInPlace(to)) {
            await keepWaiting(item);
            await tellInvited(item.id, to.within, replyToOf(item));
          }
          throw error;
        }
      },
  };
}
