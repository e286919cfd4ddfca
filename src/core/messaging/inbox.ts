import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { createTrouble, type Retry } from "../../lib/async/retry.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, later } from "../../lib/time.ts";
import { type Audience, chatOf } from "../model/audience.ts";
import { mayPass } from "../model/errors.ts";
import type { RoomId } from "../model/ids.ts";
import { type CommandIncoming, type Incoming, type Origin, placeOf } from "../model/incoming.ts";
import { handledKept, maxCommandAge } from "../model/limits.ts";
import type { Queue } from "../queue/queue.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { CarryOut } from "./carry-out.ts";
import type { Guards } from "./guards.ts";
import { apology, type Handler } from "./handle.ts";
import type { Losses } from "./losses.ts";
import type { Tidy } from "./tidy.ts";

/**
 * Takes in what a network reports, in the order of the batch for each person and each room. Resolves when all of it is durable: then it may be
 * confirmed to the network. Never waits for a network. Tries again while the store fails, and rejects only when the program is stopping.
 */
export type Receive = (...batch: Incoming[]) => Promise<void>;

type Parts = {
  guards: Guards;
  handle: Handler;
  carryOut: CarryOut;
  queue: Queue;
  records: SealedRecords;
  losses: Pick<Losses, "tell">;
  settings: Pick<RoomSettings, "answers">;
  tidy: Pick<Tidy, "plan">;
  clock: Clock;
  retry: Retry;
  log: Log;
  isStopping: () => boolean;
};

export function createInbox(parts: Parts): Receive {
  const { guards, handle, carryOut, queue, records, losses, settings, tidy, clock, retry, log, isStopping } = parts;
  const lock = createKeyedLock();
  const trouble = createTrouble({ what: "what came in cannot be kept safely" }, { log, now: clock });

  /** @param done keeps the effects over a failure of the store: worked out a second time, they would find nothing left to do */
  async function take(
    incoming: Incoming,
    done: { effects?: Awaited<ReturnType<Handler["immediate"]>> },
  ): Promise<void> {
    const id = idOf(incoming);
    const isHandled = id !== undefined && (queue.isTaken(id) || (await records.get(recordKeys.handled(id))) === true);
    if (isHandled && incoming.kind !== "position") return;
    const note = async () => {
      if (id !== undefined) await records.set(recordKeys.handled(id), true, later(clock(), handledKept));
    };
    await losses.tell(incoming);
    if (incoming.kind === "command") return takeCommand(incoming, note, done);
    if (incoming.kind === "bot-left") await records.delete(recordKeys.handled(greetingId(incoming.room)));
    if (!("effects" in done)) done.effects = await orElse(() => handle.immediate(incoming), []);
    if (done.effects === undefined) {
      // Its share was reported before, and its circle is still not known. Only the latest position of the share is of use.
      if (isHandled && incoming.kind === "position")
        await enqueue(`later/${incoming.share}`, incoming, undefined, true);
      else await enqueue(id ?? newsId(incoming), incoming, note);
      return;
    }
    const isNew = !isHandled && id !== undefined;
    const effects = isHandled ? [] : done.effects;
    const isSaid = incoming.kind === "useless" || incoming.kind === "position";
    const replyTo = isSaid && incoming.from.place ? incoming.message : undefined;
    await carryOut(
      effects,
      { id: id ?? newsId(incoming), replyTo },
      isNew && needsNote(incoming, effects) ? note : undefined,
    );
  }

  async function takeCommand(
    incoming: CommandIncoming,
    note: () => Promise<void>,
    done: { effects?: Awaited<ReturnType<Handler["immediate"]>> },
  ) {
    const cause = { id: incoming.id, replyTo: incoming.from.place && incoming.message };
    const admitted = guards.admit(incoming);
    if ("refused" in admitted) {
      if (admitted.refused.length > 0) await carryOut(admitted.refused, cause, note);
      return;
    }
    const { command } = admitted;
    if (command.effect === "takes away") {
      done.effects ??= await orElse(() => handle.command(incoming), apology(incoming));
      return carryOut(done.effects, cause, note);
    }
    const { person } = incoming.from;
    // It waits in the lane of the chat in which it is answered.
    const to = command.answersAlone && person !== undefined ? { person } : await laneOf(incoming.from);
    if (command.effect !== "question") {
      const item = itemOf(incoming.id, { ...incoming, ...(command.shares && { shares: true }) });
      return queue.take(item, note);
    }
    if (!queue.hasSpace(chatOf(to))) return;
    const now = clock();
    const droppedAt = later(now, maxCommandAge);
    await queue.take({ kind: "question", id: incoming.id, to, question: incoming, due: now, droppedAt }, note);
  }

  /** Where the answer will most likely be read. */
  async function laneOf(from: Origin): Promise<Audience> {
    const { person, place } = from;
    const isAlone = place && person !== undefined && (await settings.answers(place.room)) === "private";
    return isAlone ? { person, within: place } : placeOf(from);
  }

  function itemOf(id: string, incoming: Incoming) {
    const now = clock();
    const droppedAt = later(now, incoming.kind === "command" ? maxCommandAge : handledKept);
    return { kind: "incoming", id, incoming, due: now, droppedAt } as const;
  }

  function enqueue(id: string, incoming: Incoming, note?: () => Promise<void>, quiet?: true) {
    const item = itemOf(id, incoming);
    return queue.put(quiet ? { ...item, quiet } : item, note);
  }

  /** Leaves out what fails by a fault of our own: it would fail again each time that the network delivers it. */
  async function orElse<T>(work: () => Promise<T>, instead: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (mayPass(error)) throw error;
      log.warn("something that came in could not be handled", error);
      return instead;
    }
  }

  const insist = (incoming: Incoming) => {
    const done = {};
    const takeAndTidy = () => take(incoming, done).then(() => tidy.plan(incoming));
    return retry(takeAndTidy, { trouble, mayPass, isStopping });
  };
  // When the same thing is delivered twice at once, the second waits, and is then found to be handled.
  const takeOnce = (incoming: Incoming) => lock(idOf(incoming) ?? "", () => insist(incoming));
  const takeOne = (incoming: Incoming) => (idOf(incoming) === undefined ? insist(incoming) : takeOnce(incoming));

  return async (...batch) => {
    for (const side of sideBySide(batch)) await inLines(side, takeOne);
  };
}

/** Splits a batch at each piece of news about a whole room: it is taken in after all that came before it, and before all that came after it. */
function sideBySide(batch: readonly Incoming[]): Incoming[][] {
  const sides: Incoming[][] = [];
  let current: Incoming[] | undefined;
  for (const incoming of batch) {
    if (linesOf(incoming).length === 0) {
      sides.push([incoming]);
      current = undefined;
      continue;
    }
    if (current === undefined) sides.push((current = []));
    current.push(incoming);
  }
  return sides;
}

/** Each waits for the earlier ones that share a line with it, and for no others. */
async function inLines(side: readonly Incoming[], take: (incoming: Incoming) => Promise<void>): Promise<void> {
  const last = new Map<string, Promise<void>>();
  const all = side.map((incoming) => {
    const lines = linesOf(incoming);
    const taken = Promise.all(lines.map(async (line) => last.get(line))).then(() => take(incoming));
    for (const line of lines) last.set(line, taken);
    return taken;
  });
  await Promise.all(all);
}

/** The line of its person, and for a command in a room that of the room. A command of an anonymous admin is only in the room's line. */
function linesOf(incoming: Incoming): string[] {
  if ("person" in incoming) return [incoming.person];
  if (!("from" in incoming) || typeof incoming.from !== "object") return [];
  const { person, place } = incoming.from;
  const room = incoming.kind === "command" ? place?.room : undefined;
  return [person, room].filter((line) => line !== undefined);
}

const greetingId = (room: RoomId, event?: string) => `greeting/${room}${event === undefined ? "" : `/${event}`}`;

/** An update of a share leaves no note: the latest wins, however often the network delivers it. */
const needsNote = (incoming: Incoming, effects: readonly unknown[]) =>
  incoming.kind !== "position" || effects.length > 0;

/** On networks that give no id, news of the same kind about the same chat counts as the same. */
const newsId = (incoming: Incoming) =>
  ["news", incoming.kind, "room" in incoming ? incoming.room : "", "person" in incoming ? incoming.person : ""].join(
    "/",
  );

/** Two with the same id are the same. Undefined for what may be taken in twice without harm. */
function idOf(incoming: Incoming): string | undefined {
  if ("id" in incoming) return incoming.id;
  if (incoming.kind === "position" && !incoming.from.place) return `first/${incoming.share}`;
  if (incoming.kind === "bot-joined") return greetingId(incoming.room, incoming.event);
  if (incoming.kind === "room-replaced") return `replaced/${incoming.to}`;
  return undefined;
}
