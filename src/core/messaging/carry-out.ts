import { type Clock, day, later } from "../../lib/time.ts";
import type { Boards } from "../board/boards.ts";
import { chatOf, isInPlace } from "../model/audience.ts";
import type { Effect, Withdrawn } from "../model/effects.ts";
import type { MessageRef } from "../model/ids.ts";
import { handledKept, heldAnswerKept, maxCommandAge } from "../model/limits.ts";
import type { Queue } from "../queue/queue.ts";
import { waitingShares } from "../queue/waiting-shares.ts";
import type { Endings } from "../sharing/ending/endings.ts";
import type { PrivateShare } from "../sharing/private/private-share.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Audiences } from "./audiences.ts";
import type { Addressed } from "./outgoing.ts";

/**
 * Where effects come from: the id of what came in, so that the same effect is queued once, and the message that it answers.
 * `isAnswered`: the answer itself was sent already, and these effects come in addition.
 */
export type Cause = { id: string; replyTo?: MessageRef | undefined; isAnswered?: true };

/** @param note runs once the effects are durable, and before the first message is worked on */
export type CarryOut = (effects: readonly Effect[], cause: Cause, note?: () => Promise<void>) => Promise<void>;

type Parts = {
  queue: Queue;
  records: SealedRecords;
  sharing: Pick<PrivateShare, "end">;
  audiences: Audiences;
  boards: Pick<Boards, "ask" | "unask">;
  endings: Pick<Endings, "told">;
  clock: Clock;
};

/** Puts the effects of a step into the queue. Resolves when they are durable. */
export function createCarryOut({ queue, records, sharing, audiences, boards, endings, clock }: Parts): CarryOut {
  return async (effects, { id, replyTo, isAnswered }, note = async () => undefined) => {
    const said = await Promise.all(
      effects.flatMap((effect) => (effect.kind === "say" ? audiences.resolve(effect) : [])),
    );
    const [first, ...others]: readonly (Addressed | undefined)[] = isAnswered ? [undefined, ...said] : said;
    for (const effect of effects) await carryOutQuiet(effect, id, said.length === 0 ? note : undefined);
    // The first message replaces what came in, so it is queued last. If the program dies before that, everything is worked out again.
    for (const [index, say] of others.entries()) if (say) await sayOnce(say, `${id}/${index + 2}`, replyTo);
    if (first && queue.hasSpace(chatOf(first.to))) {
      const item = messageOf(first, id);
      await queue.put(replyTo === undefined ? item : { ...item, replyTo }, note);
    } else if (said.length > 0 || !effects.some(({ kind }) => kind === "follow")) await note();
    for (const effect of effects) if (effect.kind === "told") await endings.told(effect.cause);
  };

  async function carryOutQuiet(effect: Effect, id: string, note?: () => Promise<void>) {
    const now = clock();
    if (effect.kind === "acknowledge") {
      const { to, message, orNothing } = effect;
      const id = `reaction/${message}`;
      const item = { kind: "reaction", id, to, message, due: now, droppedAt: later(now, day) } as const;
      await queue.put(orNothing ? { ...item, orNothing } : item);
    }
    if (effect.kind === "board") await boards.ask(effect.to, effect.asked);
    if (effect.kind === "unask") boards.unask(effect.person);
    if (effect.kind === "follow") {
      const { id: followId, incoming, due = now } = effect;
      const item = { kind: "incoming", id: followId, incoming, after: id, due, droppedAt: later(due, day) } as const;
      await queue.put(item, note);
    }
    if (effect.kind === "question" && queue.hasSpace(chatOf(effect.to))) {
      const { id, to, question, alone } = effect;
      const item = { kind: "question", id, to, question, due: now, droppedAt: later(now, maxCommandAge) } as const;
      await queue.put(alone ? { ...item, alone } : item);
    }
    if (effect.kind === "delete") {
      const { to, message } = effect;
      const removal = {
        kind: "removal",
        id: `removal/${message}`,
        to,
        refs: [message],
        shows: [],
        others: true,
      } as const;
      await queue.put({ ...removal, textOnly: true, due: now, droppedAt: later(now, maxCommandAge) });
    }
    if (effect.kind === "void") await dropVoid(effect);
  }

  function messageOf({ to, message, otherwise }: Addressed, id: string) {
    const now = clock();
    // Who asked in a room and cannot be reached waits no longer than the answer would.
    const droppedAt = later(now, isInPlace(to) && !otherwise ? heldAnswerKept : day);
    const item = { kind: "message", id, to, message, due: now, droppedAt } as const;
    return otherwise ? { ...item, otherwise } : item;
  }

  /** After a kill the message is worked out again, and may have been sent already. */
  async function sayOnce(say: Addressed, id: string, replyTo: MessageRef | undefined) {
    const said = recordKeys.handled(id);
    if (!queue.hasSpace(chatOf(say.to)) || (await records.get(said)) === true) return;
    // Some networks show something to one person only in answer to what that person said.
    const item = isInPlace(say.to) && replyTo !== undefined ? { ...messageOf(say, id), replyTo } : messageOf(say, id);
    await queue.put(item, () => records.set(said, true, later(clock(), handledKept)));
  }

  async function dropVoid(taken: Withdrawn) {
    for (const { id, share } of waitingShares(queue, taken)) {
      // A worker may be busy with it at this moment. It then finds that its share has ended.
      await sharing.end(taken.person, share);
      await queue.remove(id);
    }
  }
}
