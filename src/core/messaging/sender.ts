import type { Log } from "../../lib/log.ts";
import { type Clock, type Instant, later, second } from "../../lib/time.ts";
import type { InTurn } from "../../lib/turns.ts";
import { type Audience, isRoom } from "../model/audience.ts";
import { DeliveryError, mayPass, StoreError } from "../model/errors.ts";
import { type MessageRef, type Network, networkOf, type RoomId } from "../model/ids.ts";
import type { Incoming } from "../model/incoming.ts";
import type { Message } from "../model/message.ts";
import type { ChatNetwork } from "../model/ports.ts";
import type { Networks } from "../rooms/membership.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import { wentWrong } from "../text/room.ts";
import type { Answers } from "./answer-expiry.ts";
import type { Whereat } from "./handle.ts";
import type { Outbox } from "./queue.ts";
import { createAnswering, type Note, type Question } from "./send-answer.ts";

export interface Delivery {
  /** sends and deletes what is due, each chat in order, no chat waiting long for another */
  run(): void;
  /** shows quietly that a message was taken in */
  acknowledge(network: Network, message: MessageRef): void;
  /** resolves when nothing that is due can be sent at the moment */
  idle(): Promise<void>;
  /** begins nothing more; resolves when what is under way is done */
  stop(): Promise<void>;
}

export const chatKey = (to: Audience): string => ("room" in to ? to.room : to.person);
export const networkOfChat = (to: Audience): Network => networkOf("room" in to ? to.room : to.person);

/** Tells the network. @returns what is to be noted once it has taken it */
type Send = () => Promise<Note>;

type Parts = {
  outbox: Outbox;
  answers: Answers;
  whereat: Whereat;
  networks: Networks;
  clock: Clock;
  log: Log;
  /**
   * A network that shows twice what is sent twice is told one thing at a time, so that a kill between its taking something and our
   * note of that repeats one thing at most.
   */
  inTurn: InTurn;
};

/** Carries out what the outbox holds. An item leaves it only when its network has taken it, or never will. */
export function createDelivery({ outbox, answers, whereat, networks, clock, log, inTurn }: Parts): Delivery {
  const busy = new Map<string, Promise<void>>();
  const paused = new Map<string, Instant>();
  /** What is left to be noted of items that their network has taken. */
  const taken = new Map<string, Note>();
  const answering = createAnswering({ outbox, answers, clock });
  let stopping = false;

  const isReady = (item: QueuedItem, now: Instant) =>
    item.due <= now && (paused.get(chatKey(item.to)) ?? 0) <= now && networks.has(item.network);

  function run() {
    if (stopping) return;
    const now = clock();
    for (const item of outbox.items()) {
      const chat = chatKey(item.to);
      if (!busy.has(chat) && isReady(item, now)) begin(chat, () => carryOutAll(chat));
    }
  }

  function begin(name: string, work: () => Promise<void>) {
    const end = () => {
      busy.delete(name);
      run();
    };
    busy.set(
      name,
      work()
        .catch((error: unknown) => {
          log.warn("the outbox could not be worked on; trying again", error);
          paused.set(name, later(clock(), second));
        })
        .finally(end),
    );
  }

  async function carryOutAll(chat: string) {
    for (;;) {
      const now = clock();
      const item = outbox.items().find((other) => chatKey(other.to) === chat && isReady(other, now));
      const network = item && networks.get(item.network);
      if (!network || stopping) return;
      try {
        const send = taken.has(item.id) ? undefined : await prepare(item, network);
        await (network.capabilities.knowsRepeats ? carryOut(item, send) : inTurn(() => carryOut(item, send)));
        paused.delete(chat);
      } catch (error) {
        await failed(item, chat, error);
      }
    }
  }

  /** Once the network has taken it, only our own note of that may be tried again: the store's failing must not repeat it. */
  async function carryOut({ id }: QueuedItem, send: Send | undefined) {
    const note = taken.get(id) ?? (await send?.()) ?? (() => outbox.remove(id));
    taken.set(id, note);
    await note();
    taken.delete(id);
  }

  /** Everything that comes before the network is told: what is asked is answered now, so that an answer that had to wait is not an old one. */
  async function prepare(item: QueuedItem, network: ChatNetwork): Promise<Send | undefined> {
    const remove = () => outbox.remove(item.id);
    if (item.kind === "removal") {
      return async () => {
        for (const ref of item.refs) await network.remove(ref).catch(whenRefused);
        return remove;
      };
    }
    if (item.kind === "message") {
      return async () => {
        await network.send(item.to, item.message, item.id, item.replyTo);
        return remove;
      };
    }
    const given = await answering.givenBefore(item, network);
    if (given) return async () => () => given().then(remove);
    const reply = await replyTo(item);
    if (!reply) return undefined;
    return async () => {
      const note = await answering.give(item, reply, network);
      return () => note().then(remove);
    };
  }

  async function replyTo({ question, to }: Question): Promise<Message | undefined> {
    try {
      const reply = await whereat.handle(question);
      return reply?.kind === "message" ? reply : undefined;
    } catch (error) {
      if (mayPass(error)) throw error;
      log.warn("a question could not be answered", error);
      return { kind: "message", reader: isRoom(to) ? "everybody" : "one person", lines: wentWrong() };
    }
  }

  async function failed(item: QueuedItem, chat: string, error: unknown) {
    const failure = error instanceof DeliveryError ? error.failure : undefined;
    if (error instanceof StoreError) paused.set(chat, later(clock(), second));
    else if (failure?.kind === "later") paused.set(chat, later(clock(), Math.max(failure.after, second)));
    else if (failure?.kind === "moved" && "room" in item.to && item.to.room !== failure.to) {
      await whereat.handle({ kind: "room-moved", from: item.to.room, to: failure.to });
      await outbox.put(inRoom(item, failure.to));
    } else {
      log.warn("something that was to be sent was given up", error);
      if (failure?.kind === "gone") await whereat.handle(goneFrom(item.to));
      await outbox.remove(item.id);
    }
  }

  return {
    run,

    acknowledge(network, message) {
      begin(`acknowledge ${message}`, async () => {
        await networks
          .get(network)
          ?.acknowledge(message)
          .catch((error: unknown) => {
            log.debug(`a reaction was not taken: ${error instanceof DeliveryError ? error.failure.kind : "error"}`);
          });
      });
    },

    async idle() {
      for (run(); busy.size > 0; run()) await Promise.all(busy.values());
    },

    async stop() {
      stopping = true;
      await Promise.all(busy.values());
    },
  };
}

/** What cannot be deleted must not keep the rest of its answer from being deleted. */
function whenRefused(error: unknown): void {
  if (!(error instanceof DeliveryError) || error.failure.kind !== "refused") throw error;
}

/** Moved to another room; asked there, too. */
function inRoom(item: QueuedItem, room: RoomId): QueuedItem {
  const to = { room };
  if (item.kind !== "question") return { ...item, to };
  const { from } = item.question;
  return { ...item, to, question: { ...item.question, from: { ...from, place: to } } };
}

const goneFrom = (to: Audience): Incoming =>
  "room" in to ? { kind: "bot-left", room: to.room } : { kind: "person-blocked-bot", person: to.person };
