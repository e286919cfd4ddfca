import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, day, type Instant, instant, later } from "../../lib/time.ts";
import type { FirstLooks } from "../looks/first-looks.ts";
import type { Looks } from "../looks/looks.ts";
import type { Room } from "../model/audience.ts";
import type { BoardQuestion } from "../model/effects.ts";
import type { PersonId, RoomId } from "../model/ids.ts";
import { boardEvery, maxBoardWait } from "../model/limits.ts";
import type { Places } from "../model/places.ts";
import type { BoardNote } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Languages } from "../rooms/languages.ts";
import type { MeetingPoints } from "../rooms/meeting-points.ts";
import type { Members, Networks } from "../rooms/membership.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";
import type { ChangedCircles } from "../sharing/changed-circles.ts";
import type { Shares } from "../sharing/shares.ts";
import { createBoardLooks } from "./board-looks.ts";
import { createBoardMessage } from "./board-message.ts";
import { boardId, removalId, removalOf } from "./board-note.ts";
import { createBoardMemory, createReadBoard } from "./board-state.ts";
import { type BoardStepper, createBoardStep } from "./board-step.ts";

export interface Boards {
  /** Has the room's board looked at now. @param asked what it answers: whoever said that is to see it */
  ask(to: Room, asked?: BoardQuestion): Promise<void>;
  /** forgets what this person asked that no board has answered yet */
  unask(person: PersonId): void;
  /** begins boards, and has them brought up to date, where something changed; to be called every second */
  tick(now: Instant): Promise<void>;
  /** takes the next step of a board that is due */
  step: BoardStepper;
  /** nothing more will be done with it but to delete what stands */
  giveUp(note: BoardNote): Promise<void>;
  /** has every board looked at: nobody knows what ended while the program did not run */
  resume(): Promise<void>;
}

type Parts = {
  queue: Queue;
  circles: Circles;
  shares: Shares;
  members: Members;
  settings: Pick<RoomSettings, "board">;
  languages: Pick<Languages, "of">;
  networks: Networks;
  changed: ChangedCircles;
  looks: Pick<Looks, "note" | "undo" | "ends">;
  firstLooks: Pick<FirstLooks, "tell">;
  meetings: Pick<MeetingPoints, "of">;
  places: Places | undefined;
  clock: Clock;
};

/** How often at most it is looked whether a circle in which something changes has boards, and how many circles that is remembered of. */
const lookEvery: Duration = boardEvery / 4;
const maxLooked = 10_000;

/**
 * The boards of rooms. What is known of each is an item of the queue while anybody shares there. It is noted before every act: a message is sent
 * that shows nobody, then noted, then edited. So no position stands in a message that is not known.
 */
export function createBoards(parts: Parts): Boards {
  const { queue, circles, languages, members, changed, clock } = parts;
  const memory = createBoardMemory();
  const boardLooks = createBoardLooks(parts);
  const read = createReadBoard(parts, memory);
  const looked = createBoundedMap<Instant>(maxLooked);
  /** Since when the steps that are due wait. */
  let waiting: ReadonlyMap<string, Instant> = new Map();

  /** One that was taken is another from then on. */
  const stepOf = ({ id, due }: Pick<BoardNote, "id" | "due">) => `${id} ${due}`;

  const find = (room: RoomId) =>
    queue.items().find((item): item is BoardNote => item.kind === "board" && item.id === boardId(room));

  async function begin(room: RoomId): Promise<void> {
    const to = await read.placeIn(room);
    if (to === undefined || !(await read.isShared(room))) return;
    const [now, id] = [clock(), boardId(room)];
    await queue.put({ kind: "board", id, to, refs: [], shows: [], edits: [], due: now, droppedAt: later(now, day) });
  }

  async function lookAt(room: RoomId, now: Instant): Promise<void> {
    const note = find(room);
    if (note === undefined) return begin(room);
    const last = note.edits.at(-1);
    await queue.bringForward(note.id, last === undefined ? now : instant(Math.max(now, later(last, boardEvery))));
  }

  async function remove(note: BoardNote, now: Instant): Promise<void> {
    await boardLooks.ends(note);
    await queue.put(removalOf(note, now));
  }

  /** Something has to go, and the step that takes it away does not come to an end: all of it goes, past that step. */
  async function dropOverdue(now: Instant): Promise<void> {
    const due = queue.items().filter((item) => item.kind === "board" && item.due <= now && item.refs.length > 0);
    waiting = new Map(due.map((note) => [stepOf(note), waiting.get(stepOf(note)) ?? now]));
    for (const note of due) {
      if (note.kind !== "board" || now - (waiting.get(stepOf(note)) ?? now) < maxBoardWait) continue;
      if (queue.items().some(({ id }) => id === removalId(note))) continue;
      if (!(await read.lasts(note, now)).some(({ goneAt }) => goneAt <= now)) continue;
      await remove(note, now);
    }
  }

  return {
    step: createBoardStep({
      queue,
      read,
      memory,
      workOut: createBoardMessage(parts),
      begin: ({ to }) => begin(to.room),
      languages,
      boardLooks,
      clock,
    }),

    async ask(to, asked) {
      const name = asked?.asker && members.lastNamed(asked.asker);
      const note = find(to.room);
      const question = asked && { ...asked, ...(name && { name }) };
      if (question === undefined) memory.renewed.delete(to.room);
      else memory.questions.set(to.room, question);
      if (question && note && note.refs.length > 0 && note.shows.length > 0) await boardLooks.answers(note, question);
      await (note ? queue.bringForward(note.id, clock()) : begin(to.room));
    },

    unask(person) {
      for (const item of queue.items()) {
        if (item.kind !== "board" || memory.questions.get(item.to.room)?.asker !== person) continue;
        memory.questions.delete(item.to.room);
      }
    },

    async tick(now) {
      for (const circle of changed.pending()) {
        if ((looked.get(circle) ?? 0) > now - lookEvery) continue;
        looked.set(circle, now);
        changed.take(circle);
        const linked = (await circles.linksOf(circle)).map((link) => link.circle);
        for (const seeing of [circle, ...linked])
          for (const room of await circles.rooms(seeing)) await lookAt(room, now);
      }
      await dropOverdue(now);
    },

    async giveUp(note) {
      if (note.refs.length > 0) await remove(note, clock());
      await queue.remove(note.id);
    },

    async resume() {
      for (const note of queue.items()) if (note.kind === "board") await queue.bringForward(note.id, clock());
    },
  };
}
