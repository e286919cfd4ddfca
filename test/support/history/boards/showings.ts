import { boardKept } from "../../../../src/core/looks/shown-by.ts";
import { hour, type Instant } from "../../../../src/lib/time.ts";

/** That something showed somebody, from when until when; an answer shows them in one moment. */
export type Showing = {
  who: string;
  /** the rooms by one of which they were shown */
  rooms: readonly string[];
  isCoarse: boolean;
  from: Instant;
  to?: Instant;
  /** how many changes of expiry there were before it ended */
  before?: number;
  /** whether it is certain that it is told of; otherwise it may be */
  isSure: boolean;
};

/** Something that showed people: an answer, a board by itself, or a board that answered. */
export type Look = {
  kind: "answer" | "board" | "asked";
  /** absent: it was read in private */
  room: string | undefined;
  /** undefined for a board, and for one who has said /forget since */
  asker: string | undefined;
  shown: Showing[];
  endedAt?: Instant;
};

/** How long what was seen in each room is kept: "one expiry after the look"; "shortening applies at once to everything kept". */
export function createExpiries() {
  const changes: { room: string; expiry: number }[] = [];
  const of = (room: string, before: number) =>
    changes.slice(0, before).findLast((change) => change.room === room)?.expiry ?? hour;

  return {
    set: (room: string, expiry: number) => void changes.push({ room, expiry }),
    count: () => changes.length,
    /** Until when it is kept for certain, and when it is gone for certain. What stands is kept. */
    keeps({ rooms, to, before = 0 }: Showing, isBoard: boolean): { surely: number; perhaps: number } {
      if (to === undefined) return { surely: Number.POSITIVE_INFINITY, perhaps: Number.POSITIVE_INFINITY };
      const each = rooms.map((room) => {
        const since = changes.slice(before).flatMap((change) => (change.room === room ? [to + change.expiry] : []));
        const expiry = of(room, before);
        const longest = to + expiry * (isBoard ? boardKept : 1);
        return { surely: Math.min(to + expiry, ...since), perhaps: Math.min(longest, ...since) };
      });
      return {
        surely: Math.min(...each.map(({ surely }) => surely)),
        perhaps: Math.max(...each.map(({ perhaps }) => perhaps)),
      };
    },
  };
}

export type Expiries = ReturnType<typeof createExpiries>;
