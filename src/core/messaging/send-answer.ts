import { type Clock, day, instant, later } from "../../lib/time.ts";
import { type Audience, chatOf, isRoom } from "../model/audience.ts";
import { DeliveryError } from "../model/errors.ts";
import type { MessageRef } from "../model/ids.ts";
import { maxRemovalWait } from "../model/limits.ts";
import type { Answer, Message, Shown, Spoken } from "../model/message.ts";
import type { ChatNetwork } from "../model/ports.ts";
import type { AnswerExpiry, Removal } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";

export type Question = Extract<QueuedItem, { kind: "question" }>;

/** Notes durably that the network has taken what was sent, and that it is done. */
export type Note = () => Promise<void>;

/** An answer that was worked out, before it is sent. */
export type WorkedOut = {
  message: Spoken;
  to: Audience;
  /** whether nothing of what it or `besides` shows has changed since it was worked out; if something has, its end is planned anew */
  isUnchanged: (besides?: readonly Shown[]) => boolean;
};

export interface SendAnswer {
  /**
   * One answer a person and chat, and one pin: the one before is edited where the network edits and it is still the newest message, else deleted. Nobody's question
   * touches what somebody else was answered.
   */
  give(item: Question, answer: WorkedOut, network: ChatNetwork): Promise<Note>;
  /** @returns undefined when the network has no answer to it yet, or does not say */
  givenBefore(item: Question, network: ChatNetwork): Promise<Note | undefined>;
}

type Parts = {
  queue: Queue;
  answerExpiry: AnswerExpiry;
  /** plans again when an answer must be deleted, by what its sharers share and have chosen now */
  review: (answer: Removal) => Promise<void>;
  clock: Clock;
};

/**
 * Sends answers and plans when each must be deleted, because an answer is a copy of what it shows. What it shows is also noted before it is
 * sent: the network may take an answer without our hearing of it, and that one must be deleted in time as well.
 */
export function createSendAnswer({ queue, answerExpiry, review, clock }: Parts): SendAnswer {
  /** What the same person was answered there before, in the same form. Admins who speak as the room are not known: theirs stay. */
  const standing = ({ question }: Question, to: Audience, textOnly: boolean): readonly Removal[] =>
    answerExpiry
      .planned()
      .filter(
        (other) =>
          other.asker !== undefined &&
          other.asker === question.from.person &&
          samePlace(other.to, to) &&
          other.textOnly === textOnly &&
          other.due > clock(),
      );

  /** A share may have ended while the answer was worked out or on its way. Only then are the shares read again. */
  async function plan(removal: Removal, isUnchanged: () => boolean) {
    await queue.put(removal);
    if (!isUnchanged()) await review(removal);
  }

  const removalOf = (id: string, to: Audience, { shows, until }: Answer, { refs, ...sent }: Sent): Removal => {
    const due = instant(Math.min(until, sent.deletableUntil ?? Number.POSITIVE_INFINITY));
    return {
      kind: "removal",
      id,
      to,
      refs,
      shows,
      ...sent,
      due,
      droppedAt: later(due, maxRemovalWait),
    };
  };

  /** The planned deletion takes the place of the question, and what is older goes in the same commit. */
  const noteOf =
    (
      { id }: Question,
      to: Audience,
      answer: Answer,
      sent: Sent,
      before: readonly Removal[],
      isUnchanged: () => boolean,
    ): Note =>
    async () => {
      // Cut off, it may have been noted already: it is no older answer than itself.
      const older = before.filter(({ refs }) => !refs.some((ref) => sent.refs.includes(ref)));
      await Promise.all([
        sent.refs.length > 0 ? plan(removalOf(id, to, answer, sent), isUnchanged) : queue.remove(id),
        ...older.map((old) => queue.put({ ...old, due: clock() })),
      ]);
    };

  /** An answer that shows nobody is deleted after a day. */
  const answerOf = (message: Message): Answer => message.answer ?? { shows: [], until: later(clock(), day) };

  async function edited(
    item: Question,
    { message, to, isUnchanged }: WorkedOut,
    last: Removal | undefined,
    network: ChatNetwork,
  ) {
    const [ref] = last?.refs ?? [];
    const isSameAudience = last !== undefined && isRoom(last.to) === isRoom(to) && chatOf(last.to) === chatOf(to);
    if (!last?.textOnly || !ref || !isSameAudience || !network.isNewest?.(ref, item.question.message)) return undefined;
    const { shows, until } = answerOf(message);
    const removal = removalOf(last.id, to, { shows, until }, sentOf(last));
    const due = instant(Math.min(last.due, removal.due));
    await plan({ ...removal, shows: [...last.shows, ...shows], due }, () => isUnchanged(last.shows));
    if (!(await edit(network, ref, message))) return undefined;
    // What was planned before the edit covers both answers, whichever of the two is written first.
    return async () => void (await Promise.all([plan(removal, isUnchanged), queue.remove(item.id)]));
  }

  return {
    async give(item, worked, network) {
      const { message, to, isUnchanged } = worked;
      const textOnly = message.pin === undefined;
      const before = standing(item, to, textOnly);
      const noteOfEdit = await edited(item, worked, before.at(-1), network);
      if (noteOfEdit) return noteOfEdit;
      if (network.sentBefore && message.answer)
        await queue.put({ ...item, told: message.answer, droppedAt: later(clock(), day) });
      const refs = await network.send(to, message, item.id, replyToOf(item));
      const { deletesWithin } = network.capabilities;
      const sent = { refs, textOnly, ...askerOf(item) };
      const deletable = deletesWithin === undefined ? sent : { ...sent, deletableUntil: later(clock(), deletesWithin) };
      return noteOf(item, to, answerOf(message), deletable, before, isUnchanged);
    },

    async givenBefore(item, network) {
      if (!item.told || !network.sentBefore) return undefined;
      const refs = await network.sentBefore(item.to, item.id, replyToOf(item));
      // A pin comes beside a text.
      const textOnly = refs.length === 1;
      const sent = { refs, textOnly, ...askerOf(item) };
      const before = standing(item, item.to, textOnly);
      return refs.length === 0 ? undefined : noteOf(item, item.to, item.told, sent, before, () => false);
    },
  };
}

type Sent = Pick<Removal, "refs" | "asker" | "textOnly" | "deletableUntil">;

const sentOf = ({ refs, asker, textOnly, deletableUntil }: Removal): Sent => ({
  refs,
  textOnly,
  ...(asker !== undefined && { asker }),
  ...(deletableUntil !== undefined && { deletableUntil }),
});

const askerOf = ({ question }: Question) => (question.from.person === undefined ? {} : { asker: question.from.person });

const replyToOf = ({ question }: Question) => question.from.place && question.message;

async function edit(network: ChatNetwork, ref: MessageRef, message: Spoken): Promise<boolean> {
  try {
    if (network.edit === undefined) return false;
    await network.edit(ref, message);
    return true;
  } catch (error) {
    if (error instanceof DeliveryError && error.failure.kind === "refused") return false;
    throw error;
  }
}

const threadOf = (to: Audience) => (isRoom(to) ? to.thread : to.within?.thread);
const samePlace = (one: Audience, other: Audience) =>
  chatOf(one) === chatOf(other) && threadOf(one) === threadOf(other);
