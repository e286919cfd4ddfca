import { type Clock, type Duration, day, later, second } from "../../lib/time.ts";
import { isRoom } from "../model/audience.ts";
import { DeliveryError, type DeliveryFailure } from "../model/errors.ts";
import type { CircleId, MessageRef } from "../model/ids.ts";
import { boardEvery, boardRefused, boardStands, maxRemovalWait } from "../model/limits.ts";
import type { ChatNetwork } from "../model/ports.ts";
import type { BoardNote } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { Languages } from "../rooms/languages.ts";
import type { BoardLooks } from "./board-looks.ts";
import { bareBoard, type WorkOutBoard } from "./board-message.ts";
import { removalOf, together } from "./board-note.ts";
import { editsWithin, planBoard } from "./board-plan.ts";
import type { BoardMemory, ReadBoard } from "./board-state.ts";

/** Notes durably what became of a step that its network has taken. */
export type NoteOfStep = () => Promise<void>;

/** @param isLost whether what a board was worked out from was lost meanwhile */
export type BoardStepper = (
  note: BoardNote,
  network: ChatNetwork,
  isLost: () => Promise<boolean>,
) => Promise<NoteOfStep>;

type Parts = {
  queue: Queue;
  read: ReadBoard;
  memory: BoardMemory;
  workOut: WorkOutBoard;
  /** begins the board of a room anew, if it is to have one */
  begin: (note: BoardNote) => Promise<void>;
  languages: Pick<Languages, "of">;
  boardLooks: BoardLooks;
  clock: Clock;
};

/** Takes the next step of a board that is due. What may stand is noted before each edit, and what was not taken is tried again, or deleted. */
export function createBoardStep({
  queue,
  read,
  memory,
  workOut,
  begin,
  languages,
  boardLooks,
  clock,
}: Parts): BoardStepper {
  const { renewed, questions, held } = memory;

  return async (note, network, isLost) => {
    const now = clock();
    const { room } = note.to;
    const since = queue.brought(note.id);
    const wasBrought = () => queue.brought(note.id) !== since;
    const { state, circle, rooms, to, question, latest } = await read.now(note, network, now);
    const { id, kind, edits: before, droppedAt } = note;
    const bare: BoardNote = { kind, id, to, refs: [], shows: [], edits: before, due: now, droppedAt };

    /** What brought it forward meanwhile was not seen. */
    const keep =
      (next: BoardNote): NoteOfStep =>
      async () => {
        const { sentAt } = next;
        const until = sentAt === undefined ? later(clock(), day) : later(sentAt, boardStands + maxRemovalWait);
        await queue.put({ ...next, droppedAt: until });
        if (wasBrought()) await queue.bringForward(id, clock());
      };
    const takeDown =
      (from: BoardNote): NoteOfStep =>
      async () => {
        await boardLooks.ends(from);
        await queue.put(removalOf(from, now));
        await keep({ ...bare, edits: from.edits })();
      };
    function wait(from: BoardNote, by: Duration): NoteOfStep {
      held.set(room, later(clock(), by));
      return keep({ ...from, due: later(now, by) });
    }
    /** Whoever asked something else there comes first. */
    const isAnswering = () =>
      queue.items().some((item) => {
        const isSaid =
          item.kind === "message" || (item.kind === "question" && item.question.message !== question?.message);
        return isSaid && isRoom(item.to) && item.to.room === room && item.due <= now;
      });
    const delay = () => (isAnswering() ? second : (network.takeSlot?.(to, "behind others") ?? 0));

    async function send(): Promise<NoteOfStep> {
      const turn = delay();
      if (turn > 0) return wait(bare, turn);
      try {
        const refs = await network.send(to, { ...bareBoard(now), language: await languages.of(to) }, `${id}/${now}`);
        return refs.length === 0 ? wait(bare, boardRefused) : keep({ ...bare, refs, sentAt: now });
      } catch (error) {
        const failure = failureOf(error);
        if (failure.kind === "gone" || failure.kind === "moved") throw error;
        return wait(bare, afterwards(failure));
      }
    }

    async function renew(of: CircleId, ref: MessageRef, isUrgent: boolean): Promise<NoteOfStep> {
      const turn = isUrgent ? (network.takeSlot?.(to, "at once") ?? 0) : delay();
      if (turn > 0) return wait(note, turn);
      const asked = { to, circle: of, rooms, before: note.shows, isUrgent };
      const worked = await workOut(asked, network).catch((error: unknown) => {
        if (failureOf(error).kind !== "later") throw error;
      });
      if (worked === undefined) return isUrgent ? takeDown(note) : wait(note, boardEvery);
      const editedAt = clock();
      const edits = [...editsWithin(before, editedAt), editedAt];
      const meets = note.meets ?? worked.meets;
      const noted = {
        ...note,
        shows: together(note.shows, worked.shows),
        edits,
        ...(meets !== undefined && { meets }),
      };
      await queue.put(noted);
      // Who is shown is noted first: whatever fails between, no board shows anybody who is not told of it.
      const takeBack = await boardLooks.note(note, worked.shows, question);
      if (await isLost()) {
        await takeBack();
        return keep(noted);
      }
      // The store may have been away meanwhile.
      if (worked.lasts.some(({ goneAt }) => goneAt <= clock())) {
        await takeBack();
        return keep({ ...noted, due: clock() });
      }
      try {
        await network.edit?.(ref, { ...worked.message, language: await languages.of(to) });
      } catch (error) {
        const failure = failureOf(error);
        const pause = afterwards(failure);
        const mayBeTaken = failure.kind === "later";
        if (mayBeTaken && !isUrgent) return wait(noted, pause);
        if (!mayBeTaken) await takeBack();
        held.set(room, later(clock(), pause));
        return takeDown(mayBeTaken ? noted : { ...noted, shows: note.shows });
      }
      await boardLooks.shown(note, worked.shows, question);
      renewed.set(room, latest);
      if (question !== undefined && questions.get(room) === question) questions.delete(room);
      const standing = { until: later(note.sentAt ?? now, boardStands), isBare: false, shows: worked.lasts };
      const next = planBoard({ isWanted: true, standing, edits, hasNews: false }, editedAt);
      const { meets: _, ...rest } = noted;
      const stands = worked.meets === undefined ? rest : { ...rest, meets: worked.meets };
      return keep({ ...stands, shows: worked.shows, due: next.step === "rest" ? next.until : editedAt });
    }

    const next = planBoard(state, now);
    const [ref] = note.refs;
    switch (next.step) {
      case "rest":
        return keep({ ...note, due: next.until });
      case "take down":
        return takeDown(note);
      case "send":
        return send();
      case "renew":
        return circle === undefined || ref === undefined ? takeDown(note) : renew(circle, ref, next.isUrgent);
      case "end":
        return async () => {
          const isAsked = wasBrought();
          questions.delete(room);
          await queue.remove(id);
          if (isAsked) await begin(note);
        };
    }
  };
}

/** @throws what is given, where its network did not say it */
function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryError) return error.failure;
  throw error;
}

/** How long its network is left alone with it. */
const afterwards = (failure: DeliveryFailure): Duration =>
  failure.kind === "later" || failure.kind === "not joined" ? Math.max(second, failure.after) : boardRefused;
