import { type Clock, day, instant, later } from "../../lib/time.ts";
import type { Audience } from "../model/audience.ts";
import { DeliveryError } from "../model/errors.ts";
import { type MessageRef } from "../model/ids.ts";
import type { Answer, Message } from "../model/message.ts";
import type { ChatNetwork } from "../model/ports.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import type { Answers } from "./answer-expiry.ts";
import type { Outbox } from "./queue.ts";

export type Question = Extract<QueuedItem, { kind: "question" }>;
type Removal = Extract<QueuedItem, { kind: "removal" }>;

/** Makes durable that the network has taken an answer. */
export type Note = () => Promise<void>;

export interface Answering {
  /** One answer a chat: the one before is edited while it is still the newest message, else deleted. */
  give(item: Question, message: Message, network: ChatNetwork): Promise<Note>;
  /** @returns undefined when the network has no answer to it yet, as far as it tells */
  givenBefore(item: Question, network: ChatNetwork): Promise<Note | undefined>;
}

type Parts = { outbox: Outbox; answers: Answers; clock: Clock };

/**
 * Answers, with their end planned: each is a copy of what it shows. What an answer shows is noted before it is sent, too, for the network may
 * have taken what we never hear of, and that must be deleted in time as well.
 */
export function createAnswering({ outbox, answers, clock }: Parts): Answering {
  const standing = (item: Question): readonly Removal[] =>
    outbox
      .items()
      .filter((other): other is Removal => other.kind === "removal" && samePlace(other, item) && other.due > clock());

  /** What it shows may have ended while it was on its way. */
  const plan = (removal: Removal) => outbox.put(removal).then(() => answers.review(removal));

  const removalOf = (item: Question, { shows, until }: Answer, sent: Sent): Removal => {
    const { refs, textOnly, deletableUntil } = sent;
    const due = instant(Math.min(until, deletableUntil ?? Number.POSITIVE_INFINITY));
    const base = { kind: "removal", id: `removal/${refs[0]}`, network: item.network, to: item.to } as const;
    const removal = { ...base, refs, shows, textOnly, due, droppedAt: later(due, day) };
    return deletableUntil === undefined ? removal : { ...removal, deletableUntil };
  };

  const noteOf =
    (item: Question, answer: Answer, sent: Sent, before: readonly Removal[]): Note =>
    async () => {
      if (sent.refs.length > 0) await plan(removalOf(item, answer, sent));
      for (const old of before) await outbox.put({ ...old, due: clock() });
    };

  /** A day, for what shows nothing. */
  const answerOf = (message: Message): Answer => message.answer ?? { shows: [], until: later(clock(), day) };

  async function edited(item: Question, message: Message, last: Removal | undefined, network: ChatNetwork) {
    const [ref] = last?.refs ?? [];
    if (!last?.textOnly || !ref || message.pin || !network.isNewest(ref, item.question.message)) return undefined;
    const { shows, until } = answerOf(message);
    const removal = removalOf(item, { shows, until }, last);
    await plan({ ...removal, shows: [...last.shows, ...shows], due: instant(Math.min(last.due, removal.due)) });
    return (await edit(network, ref, message)) ? () => plan(removal) : undefined;
  }

  return {
    async give(item, message, network) {
      const before = standing(item);
      const noteOfEdit = await edited(item, message, before.at(-1), network);
      if (noteOfEdit) return noteOfEdit;
      if (network.sentBefore && message.answer)
        await outbox.put({ ...item, told: message.answer, droppedAt: later(clock(), day) });
      const refs = await network.send(item.to, message, item.id, replyToOf(item));
      const { deletesWithin } = network.capabilities;
      const sent = { refs, textOnly: message.pin === undefined };
      const deletable = deletesWithin === undefined ? sent : { ...sent, deletableUntil: later(clock(), deletesWithin) };
      return noteOf(item, answerOf(message), deletable, before);
    },

    async givenBefore(item, network) {
      if (!item.told || !network.sentBefore) return undefined;
      const refs = await network.sentBefore(item.to, item.id, replyToOf(item));
      // Whether all of it is text is not known any more.
      return refs.length === 0 ? undefined : noteOf(item, item.told, { refs, textOnly: false }, standing(item));
    },
  };
}

type Sent = Pick<Removal, "refs" | "textOnly" | "deletableUntil">;

const replyToOf = ({ question }: Question) => question.from.place && question.message;

async function edit(network: ChatNetwork, ref: MessageRef, message: Message): Promise<boolean> {
  try {
    await network.edit(ref, message);
    return true;
  } catch (error) {
    if (error instanceof DeliveryError && error.failure.kind === "refused") return false;
    throw error;
  }
}

const threadOf = (to: Audience) => ("room" in to ? to.thread : undefined);
const placeOf = (to: Audience) => ("room" in to ? to.room : to.person);
const samePlace = (one: QueuedItem, other: QueuedItem) =>
  placeOf(one.to) === placeOf(other.to) && threadOf(one.to) === threadOf(other.to);
