import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, type Instant, later } from "../../lib/time.ts";
import type { FirstLooks } from "../looks/first-looks.ts";
import type { Answered, Looks } from "../looks/looks.ts";
import { boardKept } from "../looks/shown-by.ts";
import type { BoardQuestion } from "../model/effects.ts";
import type { Shown } from "../model/message.ts";
import type { BoardNote } from "../queue/answer-expiry.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Named } from "../rooms/names.ts";
import { lookOf } from "./board-note.ts";

/** With what the asker was called then, for a board may be held up for longer than names are remembered. */
export type AskedOfBoard = BoardQuestion & { name?: Named };

/** That a board shows somebody is told to them by /who, as of any answer: noted before it does, and not at every edit. */
export interface BoardLooks {
  /**
   * The board is about to show these. @param question what it answers
   * @returns takes back what is new of it; to be called when the board certainly does not show them
   */
  note(board: BoardNote, shows: readonly Shown[], question?: AskedOfBoard): Promise<() => Promise<void>>;
  /** the board, as it stands, answers somebody */
  answers(board: BoardNote, question: AskedOfBoard): Promise<void>;
  /** The board shows these now, and nobody else. @param board as it was before */
  shown(board: BoardNote, shows: readonly Shown[], question?: AskedOfBoard): Promise<void>;
  /** the board is about to be deleted: it is known for one expiry from now, whom it showed */
  ends(board: BoardNote): Promise<void>;
}

type Parts = {
  looks: Pick<Looks, "note" | "undo" | "ends">;
  firstLooks: Pick<FirstLooks, "tell">;
  circles: Pick<Circles, "expiry">;
  clock: Clock;
};

/** Boards of which it is remembered when each of those who stand there was noted. */
const maxBoards = 10_000;

/** When it was noted that somebody is shown, and for how long that is known. */
type Noted = { at: Instant; kept: Duration };

const keyOf = ({ circle, person, precision }: Shown) => `${circle}/${person}/${precision}`;

export function createBoardLooks({ looks, firstLooks, circles, clock }: Parts): BoardLooks {
  /** By board, when each was noted. Lost with the program: then all are noted anew. */
  const noted = createBoundedMap<ReadonlyMap<string, Noted>>(maxBoards);

  /** For how long it is known that they were shown. */
  const keptFor = async ({ circle, known }: Shown): Promise<Duration> => known ?? circles.expiry(circle);

  async function noteStanding(board: BoardNote, shows: readonly Shown[]): Promise<Answered> {
    const id = lookOf(board);
    const before = noted.get(id) ?? new Map();
    const each = await Promise.all(shows.map(async (shown) => ({ shown, kept: await keptFor(shown) })));
    const due = each.filter(({ shown, kept }) => {
      const last = before.get(keyOf(shown));
      return !last || last.kept !== kept || later(last.at, kept * (boardKept - 1)) <= clock();
    });
    const answered: Answered = { id, to: board.to, shows: due.map(({ shown }) => shown), board: "by itself" };
    await looks.note(answered);
    const added = due.map(({ shown, kept }) => [keyOf(shown), { at: clock(), kept }] as const);
    noted.set(id, new Map([...before, ...added]));
    return { ...answered, shows: answered.shows.filter((shown) => !before.has(keyOf(shown))) };
  }

  return {
    async note(board, shows, question) {
      const isNew = (shown: Shown) => !board.shows.some((one) => keyOf(one) === keyOf(shown));
      const standing = await noteStanding(board, shows);
      const asked = question && answeredBy(board, question, shows);
      const answered = asked && (await looks.note(asked));
      return async () => {
        noted.delete(lookOf(board));
        await looks.undo({ ...standing, shows: standing.shows.filter(isNew) });
        // Another board may have shown them in answer to it already, before the program died.
        if (asked && answered) await looks.undo({ ...asked, shows: answered.added });
      };
    },

    async answers(board, question) {
      // It is seen now: the expiry may be another one than when it was put there.
      const shows = board.shows.map((shown) => {
        const { known: _, ...seen } = shown;
        return seen;
      });
      const answered = answeredBy(board, question, shows);
      await looks.note(answered);
      await firstLooks.tell(answered);
    },

    async shown(board, shows, question) {
      const id = lookOf(board);
      const stays = new Set(shows.map(keyOf));
      const people = new Set(shows.map(({ person }) => person));
      const left = board.shows.filter(({ person }) => !people.has(person));
      noted.set(id, new Map([...(noted.get(id) ?? [])].filter(([key]) => stays.has(key))));
      await looks.ends(id, "goes on", left);
      if (question) await firstLooks.tell(answeredBy(board, question, shows));
    },

    async ends(board) {
      noted.delete(lookOf(board));
      await looks.ends(lookOf(board), "is deleted", board.shows);
    },
  };
}

const answeredBy = ({ to }: BoardNote, { id, asker, name }: AskedOfBoard, shows: readonly Shown[]): Answered => ({
  id,
  asker,
  ...(name && { name }),
  to,
  shows,
  board: "asked",
});
