import type { MayBegin } from "../../lib/async/begin-apart.ts";
import { createTrouble } from "../../lib/async/retry.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, type Instant, later, second, type Wait } from "../../lib/time.ts";
import type { Boards } from "../board/boards.ts";
import { chatOf, isInPlace } from "../model/audience.ts";
import { alone } from "../model/effects.ts";
import { DeliveryError, StoreError } from "../model/errors.ts";
import { networkOf } from "../model/ids.ts";
import type { Pictures } from "../model/pictures.ts";
import type { ChatNetwork } from "../model/ports.ts";
import { putPicture } from "../pictures/put-picture.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { Languages } from "../rooms/languages.ts";
import type { Networks } from "../rooms/membership.ts";
import { tellsOfMeeting } from "../text/where-is.ts";
import type { Audiences } from "./audiences.ts";
import type { CarryOut } from "./carry-out.ts";
import { createWorkOut, type Handler } from "./handle.ts";
import type { HeldAnswers, Send } from "./held-answers.ts";
import type { Losses } from "./losses.ts";
import {
  type Addressed,
  acknowledge,
  elsewhere,
  firstOf,
  goneFrom,
  inRoom,
  isSaid,
  laneOf,
  type Outgoing,
  planEnd,
  roomOf,
  whenRefused,
} from "./outgoing.ts";
import type { Note, Question, SendAnswer, WorkedOut } from "./send-answer.ts";
import type { Tidy } from "./tidy.ts";

export interface Sender {
  /** sends and deletes what is due, each chat in order, no chat waiting for another */
  run(): void;
  /** resolves when nothing that is due can be sent at the moment */
  idle(): Promise<void>;
  /** begins nothing more; resolves when what is under way is done */
  stop(): Promise<void>;
}

type Parts = {
  queue: Queue;
  sendAnswer: SendAnswer;
  boards: Pick<Boards, "ask" | "step" | "giveUp">;
  answerExpiry: AnswerExpiry;
  /** works out an answer when it can be sent, so that no answer is old when it arrives */
  handle: Handler;
  carryOut: CarryOut;
  mayBegin: MayBegin;
  audiences: Audiences;
  held: HeldAnswers;
  networks: Networks;
  languages: Pick<Languages, "of">;
  pictures: Pictures | undefined;
  losses: Pick<Losses, "check">;
  ofRemoval: Tidy["ofRemoval"];
  clock: Clock;
  wait: Wait;
  log: Log;
};

/**
 * Sends and deletes what the queue holds. Each chat has three lanes: for messages, for deletions and for reactions. So a message that is refused
 * or slow delays nothing else. An item leaves the queue only when its network has taken it, or never will.
 */
export function createSender(parts: Parts): Sender {
  const { queue, sendAnswer, answerExpiry, handle, carryOut, audiences, held, networks, languages } = parts;
  const { boards, losses, mayBegin, clock, wait, log } = parts;
  const busy = new Map<string, Promise<void>>();
  const paused = new Map<string, Instant>();
  /** For each item that its network has taken: the note that is still to be made. */
  const taken = new Map<string, Note>();
  const workOut = createWorkOut(handle, log);
  const trouble = createTrouble({ what: "what waits to be sent cannot be worked on" }, { log, now: clock });
  let stopping = false;

  // What is to be deleted is tried once more, however late: the clock may have passed all of its time.
  const isOver = (item: Outgoing, now: Instant) => item.kind !== "removal" && item.droppedAt <= now;
  const isDue = (item: Outgoing, now: Instant) =>
    item.due <= now && !isOver(item, now) && networks.has(networkOf(chatOf(item.to)));
  const isPaused = (lane: string, now: Instant) => (paused.get(lane) ?? 0) > now;

  function run() {
    if (stopping) return;
    const now = clock();
    for (const item of queue.items()) {
      // Nearly all of what is there are deletions that are not due yet.
      if (item.kind === "incoming" || !isDue(item, now)) continue;
      const lane = laneOf(item);
      if (!busy.has(lane) && !isPaused(lane, now)) begin(lane);
    }
  }

  function begin(lane: string) {
    const work = carryOutAll(lane)
      .catch((error: unknown) => {
        trouble.met(error);
        pause(lane, second);
      })
      .finally(() => {
        busy.delete(lane);
        run();
      });
    busy.set(lane, work);
  }

  function pause(lane: string, milliseconds: number) {
    paused.set(lane, later(clock(), milliseconds));
    if (!stopping) void wait(milliseconds).then(run);
  }

  async function carryOutAll(lane: string) {
    for (;;) {
      const now = clock();
      const item = firstOf(queue.items(), (other) => isDue(other, now) && laneOf(other) === lane);
      const network = item && networks.get(networkOf(chatOf(item.to)));
      if (!network || stopping || isPaused(lane, now)) return;
      if (item.kind === "question" && !taken.has(item.id)) {
        await mayBegin();
        // The program may be ending, and what waited may be gone or changed.
        if (stopping || !queue.items().includes(item)) continue;
      }
      const delay = isSaid(item) && !taken.has(item.id) ? (network.takeSlot?.(item.to) ?? 0) : 0;
      if (delay > 0) return pause(lane, delay);
      try {
        await carryOutOne(item, taken.has(item.id) ? undefined : await prepare(item, network));
        paused.delete(lane);
        trouble.passed();
      } catch (error) {
        await failed(item, lane, error);
      }
    }
  }

  /** Once the network has taken it, only our note of that is tried again. A failure of the store must not send it twice. */
  async function carryOutOne({ id }: Outgoing, send: Send | undefined) {
    const note = taken.get(id) ?? (await send?.()) ?? (() => queue.remove(id));
    taken.set(id, note);
    await note();
    taken.delete(id);
  }

  async function prepare(item: Outgoing, network: ChatNetwork): Promise<Send | undefined> {
    const remove = () => queue.remove(item.id);
    switch (item.kind) {
      case "reaction":
        return () => acknowledge(item, network, parts).then(() => remove);
      case "removal":
        return async () => {
          const spoken = await languages.of(item.to);
          const { refs, others } = parts.ofRemoval(item);
          for (const ref of refs) await network.remove(ref, others, spoken).catch(whenRefused);
          return () => sendAnswer.ended(item).then(remove);
        };
      case "message":
        return held.orOtherwise(item, item, async () => {
          const refs = await network.send(item.to, await asTheySeeIt(item, network), item.id, item.replyTo);
          return async () => {
            await planEnd(item, refs, parts);
            await remove();
          };
        });
      case "question":
        return prepareAnswer(item, network);
      case "board":
        return () => boards.step(item, network, () => losses.check());
    }
  }

  const asTheySeeIt = async ({ to, message }: Addressed, network: ChatNetwork) =>
    putPicture(parts.pictures, network, to, { ...message, language: await languages.of(to) });

  async function prepareAnswer(item: Question, network: ChatNetwork): Promise<Send | undefined> {
    const given = await sendAnswer.givenBefore(item, network);
    if (given) return async () => given;
    const since = answerExpiry.changes();
    const worked = await workOut(item.question);
    // What it was worked out from may have been lost meanwhile, or put back.
    const effects = (await losses.check()) ? await workOut(item.question) : worked;
    const first = effects.find((effect) => effect.kind === "say");
    const others = effects.filter((effect) => effect !== first);
    await carryOut(others, { id: item.id, isAnswered: true });
    if (!first) return undefined;
    const said = item.alone ? { to: item.to, message: alone(first.message) } : await audiences.resolve(first);
    if (chatOf(said.to) !== chatOf(item.to)) return async () => () => queue.put(elsewhere(item, said, clock()));
    const { to } = said;
    // It waits for nobody but who asked.
    if (isInPlace(to) && !isInPlace(item.to) && !said.otherwise) return async () => () => queue.put({ ...item, to });
    const shows = said.message.answer?.shows ?? [];
    const circlesIn = (shown: typeof shows) => shown.map(({ circle }) => circle);
    const isUnchanged: WorkedOut["isUnchanged"] = (besides = []) =>
      answerExpiry.isUnchanged(since, circlesIn([...shows, ...besides]));
    const isMeetingOver = () => answerExpiry.hasMeetingEnded(since) && tellsOfMeeting(said.message.lines);
    return held.orOtherwise(item, said, async () => {
      const message = await asTheySeeIt(said, network);
      // A picture takes its time, in which a share may have ended: it is worked out anew, and nothing of it was sent.
      if (message.drawn && (!isUnchanged() || isMeetingOver())) return () => queue.put(item);
      return sendAnswer.give(item, { message, to, isUnchanged, isMeetingOver }, network);
    });
  }

  async function failed(item: Outgoing, lane: string, error: unknown) {
    const failure = error instanceof DeliveryError ? error.failure : undefined;
    const room = roomOf(item.to);
    if (error instanceof StoreError) {
      trouble.met(error);
      pause(lane, second);
    } else if (failure?.kind === "later" || failure?.kind === "not joined")
      pause(lane, Math.max(failure.after, second));
    else if (failure?.kind === "moved" && room !== undefined && room !== failure.to) {
      await handle.immediate({ kind: "room-moved", from: room, to: failure.to });
      await (item.kind === "board" ? boards.ask({ room: failure.to }) : queue.put(inRoom(item, failure.to)));
      if (item.kind === "board") await boards.giveUp(item);
    } else {
      const isGone = failure?.kind === "gone";
      // That somebody has not opened the private chat is how it often is.
      if (!isGone && item.kind === "message" && (room === undefined || item.message.onlyIfOpen))
        log.debug("something for one person found no way to them");
      else log.warn("something that was to be sent was given up", error);
      if (isGone) await carryOut((await handle.immediate(goneFrom(item.to))) ?? [], { id: `gone/${item.id}` });
      // The bot may come back to the room, and can delete then what it said before.
      if (isGone && item.kind === "removal") await queue.put({ ...item, due: item.droppedAt });
      else if (item.kind === "board") await boards.giveUp(item);
      else await queue.remove(item.id);
    }
  }

  return {
    run,
    async idle() {
      for (run(); busy.size > 0; run()) await Promise.all(busy.values());
    },
    async stop() {
      stopping = true;
      await Promise.all(busy.values());
    },
  };
}
