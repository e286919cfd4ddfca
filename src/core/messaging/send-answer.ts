import { type Clock, day, instant, later } from "../../lib/time.ts";
import type { FirstLooks } from "../looks/first-looks.ts";
import type { Answered, Looks } from "../looks/looks.ts";
import { type Audience, chatOf, isRoom } from "../model/audience.ts";
import { DeliveryError } from "../model/errors.ts";
import type { MessageRef } from "../model/ids.ts";
import { maxRemovalWait, wordStands } from "../model/limits.ts";
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
  /** whether it may show a meeting point that has ended since */
  isMeetingOver: () => boolean;
};

type Since = Pick<WorkedOut, "isUnchanged" | "isMeetingOver">;

export interface SendAnswer {
  /**
   * One answer a person and chat, and one pin: the one before is edited where the network edits and it is still the newest message, else deleted. Nobody's question
   * touches what somebody else was answered.
   */
  give(item: Question, answer: WorkedOut, network: ChatNetwork): Promise<Note>;
  /** @returns undefined when the network has no answer to it yet, or does not say */
  givenBefore(item: Question, network: ChatNetwork): Promise<Note | undefined>;
  /** nobody can read it any more */
  ended(answer: Removal): Promise<void>;
}

type Parts = {
  queue: Queue;
  answerExpiry: AnswerExpiry;
  looks: Pick<Looks, "note" | "undo" | "end">;
  firstLooks: Pick<FirstLooks, "tell">;
  /** plans again when an answer must be deleted, by what its sharers share and have chosen now */
  review: (answer: Removal) => Promise<void>;
  clock: Clock;
};

/**
 * Sends answers and plans when each must be deleted, because an answer is a copy of what it shows. What it shows is also noted before it is
 * sent: the network may take an answer without our hearing of it, and that one must be deleted in time as well.
 */
export function createSendAnswer({ queue, answerExpiry, looks, firstLooks, review, clock }: Parts): SendAnswer {
  /** What the same person was answered there before, in the same form. Admins who speak as the room are not known: theirs stay. */
  const standing = ({ question }: Question, to: Audience, textOnly: boolean): readonly Removal[] =>
    answerExpiry
      .planned()
      .filter(
        (other) =>
          other.asker !== undefined &&
          other.asker === question.from.person &&
          other.passing === undefined &&
          samePlace(other.to, to) &&
          other.textOnly === textOnly &&
          other.due > clock(),
      );

  const ended = async ({ looks: stood = [] }: Removal) => {
    for (const look of stood) await looks.end(look);
  };

  /** A share may have ended while the answer was worked out or on its way. Only then are the shares read again. */
  async function plan(removal: Removal, { isUnchanged, isMeetingOver }: Since) {
    await queue.put(removal);
    if (isMeetingOver()) await answerExpiry.bringForward(removal, [clock()]);
    else if (!isUnchanged()) await review(removal);
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
    (answered: Answered, answer: Answer, sent: Sent, before: readonly Removal[], meanwhile: Since): Note =>
    async () => {
      const { id, to } = answered;
      // Before the question leaves the queue, or a kill would leave it out. A word that was put already is not put again.
      await firstLooks.tell(answered);
      // Cut off, it may have been noted already: it is no older answer than itself.
      const older = before.filter(({ refs }) => !refs.some((ref) => sent.refs.includes(ref)));
      await Promise.all([
        sent.refs.length > 0 ? plan(removalOf(id, to, answer, sent), meanwhile) : queue.remove(id),
        ...older.map((old) => queue.put({ ...old, ...but(id, old), due: clock() })),
      ]);
    };

  /** An answer that shows nobody is a word for who asked. */
  const answerOf = (message: Message): Answer => message.answer ?? { shows: [], until: later(clock(), wordStands) };

  /** The store may have been away since it was worked out. What is over by now is worked out anew. */
  const isOver = ({ message: { answer }, isUnchanged }: WorkedOut) =>
    answer !== undefined && (answer.until <= clock() || !isUnchanged());

  async function edited(item: Question, worked: WorkedOut, last: Removal | undefined, network: ChatNetwork) {
    const { message, to, isUnchanged } = worked;
    const [ref] = last?.refs ?? [];
    const isSameAudience = last !== undefined && isRoom(last.to) === isRoom(to) && chatOf(last.to) === chatOf(to);
    // What stands with a picture, or comes with one, is never edited: the picture would show who is no longer told of.
    const isWords = message.drawn === undefined && !last?.isPictured;
    if (!last?.textOnly || !isWords || !ref || !isSameAudience || !network.isNewest?.(ref, item.question.message))
      return undefined;
    const answer = answerOf(message);
    const removal = removalOf(last.id, to, answer, { ...sentOf(last), ...looksOf(item, answer) });
    const due = instant(Math.min(last.due, removal.due));
    // Until it is known that the edit was taken, either of the two may stand.
    const either = { shows: [...last.shows, ...answer.shows], looks: [...new Set([...(last.looks ?? []), item.id])] };
    await plan({ ...removal, ...either, due }, { ...worked, isUnchanged: () => isUnchanged(last.shows) });
    if (isOver(worked)) return "over";
    if (!(await edit(network, ref, message))) return undefined;
    return async () => {
      await firstLooks.tell(answeredBy(item, to, answer));
      await ended({ ...last, ...but(item.id, last) });
      // What was planned before the edit covers both answers, whichever of the two is written first.
      await Promise.all([plan(removal, worked), queue.remove(item.id)]);
    };
  }

  async function give(item: Question, worked: WorkedOut, network: ChatNetwork): Promise<Note | "over"> {
    if (isOver(worked)) return "over";
    const { message, to } = worked;
    const answer = answerOf(message);
    const textOnly = message.pin === undefined;
    const before = standing(item, to, textOnly);
    const noteOfEdit = await edited(item, worked, before.at(-1), network);
    if (noteOfEdit) return noteOfEdit;
    const refs = await network.send(to, message, item.id, replyToOf(item));
    const { deletesWithin } = network.capabilities;
    const sent = { refs, textOnly, ...picturedAs(message.drawn), ...askerOf(item), ...looksOf(item, answer) };
    const deletable = deletesWithin === undefined ? sent : { ...sent, deletableUntil: later(clock(), deletesWithin) };
    return noteOf(answeredBy(item, to, answer), answer, deletable, before, worked);
  }

  return {
    ended,

    /** Who is shown is noted first: whatever fails between, no answer stands that they are not told of. */
    async give(item, worked, network) {
      const { message, to } = worked;
      // First of all: by this, what is noted of an answer that never went is found after a kill.
      if (network.sentBefore && message.answer)
        await queue.put({
          ...item,
          told: message.answer,
          ...picturedAs(message.drawn),
          droppedAt: later(clock(), day),
        });
      const answered = answeredBy(item, to, answerOf(message));
      const { isFirst } = await looks.note(answered);
      try {
        const note = await give(item, worked, network);
        if (note !== "over") return note;
        if (isFirst) await looks.undo(answered);
        return () => queue.put(item);
      } catch (error) {
        if (isFirst && !mayBeTaken(error, network)) await looks.undo(answered);
        throw error;
      }
    },

    async givenBefore(item, network) {
      if (!item.told || !network.sentBefore) return undefined;
      const refs = await network.sentBefore(item.to, item.id, replyToOf(item));
      const answered = answeredBy(item, item.to, item.told);
      if (refs.length === 0) {
        await looks.undo(answered);
        return undefined;
      }
      // A pin comes beside a text, and so does a picture.
      const textOnly = refs.length === 1 || item.isPictured === true;
      const sent = { refs, textOnly, ...picturedAs(item.isPictured), ...askerOf(item), ...looksOf(item, item.told) };
      return noteOf(answered, item.told, sent, standing(item, item.to, textOnly), {
        isUnchanged: () => false,
        // Nobody knows whether it shows one.
        isMeetingOver: () => answerExpiry.hasMeetingEnded(0),
      });
    },
  };
}

type Sent = Pick<Removal, "refs" | "asker" | "looks" | "textOnly" | "isPictured" | "deletableUntil">;

const picturedAs = (picture: unknown) => (picture === undefined ? {} : ({ isPictured: true } as const));

const sentOf = ({ refs, asker, textOnly, deletableUntil }: Removal): Sent => ({
  refs,
  textOnly,
  ...(asker !== undefined && { asker }),
  ...(deletableUntil !== undefined && { deletableUntil }),
});

const askerOf = ({ question }: Question) => (question.from.person === undefined ? {} : { asker: question.from.person });

/** An answer that could not be edited into an older one stands by itself, and does not end with that. */
const but = (id: string, { looks }: Removal) => looks && { looks: looks.filter((look) => look !== id) };
const looksOf = ({ id }: Question, { shows }: Answer) => (shows.length > 0 ? { looks: [id] } : {});
const answeredBy = ({ id, question }: Question, to: Audience, { shows }: Answer): Answered => ({
  id,
  asker: question.from.person,
  to,
  shows,
});

/** Whether the network may have taken it though it failed: what was noted of it stays then, until that is known. */
function mayBeTaken(error: unknown, network: ChatNetwork): boolean {
  if (!(error instanceof DeliveryError)) return true;
  const { failure } = error;
  return failure.kind === "later" && (failure.isUnsure === true || network.sentBefore !== undefined);
}

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
