import { createKeyedLock } from "../../lib/keyed-lock.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, day, type Instant, later, second, type Wait } from "../../lib/time.ts";
import { type Audience, chatOf } from "../model/audience.ts";
import { mayPass, StoreError } from "../model/errors.ts";
import { networkOf, type RoomId } from "../model/ids.ts";
import type { Incoming } from "../model/incoming.ts";
import type { Message, Reply } from "../model/message.ts";
import { type QueuedItem, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import { wentWrong } from "../text/room.ts";
import { longestWait, type Whereat } from "./handle.ts";
import type { Outbox } from "./queue.ts";
import type { Delivery } from "./sender.ts";

/**
 * Takes in what a network tells, so that it may be confirmed to the network afterwards: resolves when all it changes is durable, and
 * what is to be said waits in the outbox. While the store fails, or a network cannot be asked, it tries again; it rejects only when the
 * program is stopping.
 */
export type Receive = (...batch: Incoming[]) => Promise<void>;

type Parts = {
  whereat: Whereat;
  outbox: Outbox;
  delivery: Delivery;
  records: SealedRecords;
  clock: Clock;
  wait: Wait;
  log: Log;
  isStopping: () => boolean;
};

export function createReception(parts: Parts): Receive {
  const { whereat, outbox, delivery, records, clock, wait, log, isStopping } = parts;
  const lock = createKeyedLock();

  /** @param heard what it led to, once that is known: done again after a failure of the store, a command would find that nothing is left to do */
  async function takeIn(incoming: Incoming, heard: { item?: QueuedItem | undefined; isDone: boolean }): Promise<void> {
    const id = replyId(incoming);
    const handled = id === undefined ? undefined : recordKeys.handled(id);
    const isRepeated = handled !== undefined && (await records.get(handled)) === true;
    if (isRepeated && incoming.kind !== "position") return;
    const now = clock();
    if (!heard.isDone) heard.item = await itemFor(incoming, id, now);
    heard.isDone = true;
    if (isRepeated || handled === undefined) return;
    const note = () => records.set(handled, true, later(now, day));
    // Noted before it is answered: a network that tells it again finds the answer on its way, or the note.
    if (heard.item) await outbox.put(heard.item, note);
    else if (incoming.kind !== "position") await note();
    delivery.run();
  }

  async function itemFor(incoming: Incoming, id: string | undefined, now: Instant): Promise<QueuedItem | undefined> {
    const to = placeOf(incoming);
    if (incoming.kind === "command" && whereat.isQuestion(incoming) && id !== undefined && to) {
      if (now - incoming.sentAt > longestWait) return undefined;
      const droppedAt = later(now, longestWait);
      return { kind: "question", id, network: networkOf(chatOf(to)), to, question: incoming, due: now, droppedAt };
    }
    const reply = await replyTo(incoming);
    if (!reply || !to) return undefined;
    if (reply.kind === "seen") {
      if (incoming.kind === "command" || incoming.kind === "position") {
        delivery.acknowledge(networkOf(chatOf(to)), incoming.message);
      }
      return undefined;
    }
    if (id === undefined) return undefined;
    const item = { kind: "message", id, network: networkOf(chatOf(to)), to, message: reply, due: now } as const;
    const droppedAt = later(now, day);
    const answers = incoming.kind === "command" && incoming.from.place !== undefined;
    return answers ? { ...item, droppedAt, replyTo: incoming.message } : { ...item, droppedAt };
  }

  async function replyTo(incoming: Incoming): Promise<Reply | undefined> {
    try {
      if (incoming.kind === "bot-left") await records.delete(recordKeys.handled(welcomeId(incoming.room)));
      return await whereat.handle(incoming);
    } catch (error) {
      if (mayPass(error)) throw error;
      log.warn("something that came in could not be handled", error);
      if (incoming.kind !== "command") return undefined;
      const message: Message = {
        kind: "message",
        reader: incoming.from.place ? "everybody" : "one person",
        lines: wentWrong(),
      };
      return message;
    }
  }

  async function insist(incoming: Incoming): Promise<void> {
    const heard = { isDone: false };
    for (let troubled = false; ; ) {
      try {
        await takeIn(incoming, heard);
        if (troubled) log.info("what came in is kept safely now");
        return;
      } catch (error) {
        if (!mayPass(error) || isStopping()) throw error;
        if (!troubled) log.warn(`${whyItWaits(error)}; it is tried again until it can`, error);
        troubled = true;
        await wait(second);
      }
    }
  }

  // The same thing told twice at once is taken in once, and then found to be repeated.
  const take = (incoming: Incoming) => {
    const id = replyId(incoming);
    return id === undefined ? insist(incoming) : lock(id, () => insist(incoming));
  };
  return async (...batch) => {
    for (const incoming of batch) await take(incoming);
  };
}

const whyItWaits = (error: unknown) =>
  error instanceof StoreError ? "what came in cannot be kept safely" : "who said what came in cannot be confirmed";
const welcomeId = (room: RoomId, event?: string) => `welcome/${room}${event === undefined ? "" : `/${event}`}`;

/** Where what is said about it goes. */
function placeOf(incoming: Incoming): Audience | undefined {
  if (incoming.kind === "bot-joined" || incoming.kind === "bot-rights-changed") return { room: incoming.room };
  if (incoming.kind === "room-replaced") return { room: incoming.to };
  if (incoming.kind !== "command" && incoming.kind !== "position") return undefined;
  const { person, place } = incoming.from;
  if (place) return place;
  return person === undefined ? undefined : { person };
}

/** What makes two of them the same, for everything that is not the same when it is told twice. */
function replyId(incoming: Incoming): string | undefined {
  if ("id" in incoming) return incoming.id;
  if (incoming.kind === "position" && !incoming.from.place) return `first/${incoming.share}`;
  if (incoming.kind === "bot-joined") return welcomeId(incoming.room, incoming.event);
  if (incoming.kind === "room-replaced") return `replaced/${incoming.to}`;
  return undefined;
}
