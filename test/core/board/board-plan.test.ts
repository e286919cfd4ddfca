import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BoardState, planBoard, type StandingBoard } from "../../../src/core/board/board-plan.ts";
import { boardEvery, boardStands, maxBoardEdits } from "../../../src/core/model/limits.ts";
import { hour, type Instant, instant, minute, second } from "../../../src/lib/time.ts";

const began = 1_800_000_000_000;
const at = (offset: number): Instant => instant(began + offset);
const now = at(0);
const standing = (changes: Partial<StandingBoard> = {}): StandingBoard => ({
  until: at(boardStands),
  isBare: false,
  shows: [],
  ...changes,
});
const state = (changes: Partial<BoardState> = {}): BoardState => ({
  isWanted: true,
  edits: [],
  hasNews: false,
  ...changes,
});
const over = { goneAt: now };

describe("a board", () => {
  test("is sent bare, and nothing is put on it before that is known", () => {
    expect(planBoard(state({ hasNews: true }), now)).toEqual({ step: "send" });
    expect(planBoard(state({ standing: standing({ isBare: true }) }), now)).toEqual({ step: "renew", isUrgent: false });
  });

  test("that nobody wants is deleted, and its edits are remembered for as long as they count", () => {
    expect(planBoard(state({ isWanted: false, standing: standing(), edits: [now] }), now).step).toBe("take down");
    const rests = { step: "rest", until: at(minute) };
    expect(planBoard(state({ isWanted: false, edits: [now] }), now)).toEqual(rests);
    expect(planBoard(state({ isWanted: false, edits: [now] }), at(minute))).toEqual({ step: "end" });
  });

  test("is brought up to date when something changed, and not again too soon", () => {
    const edits = [at(-5 * second)];
    const due = state({ standing: standing(), edits, hasNews: true });
    expect(planBoard(due, now)).toEqual({ step: "rest", until: at(boardEvery - 5 * second) });
    expect(planBoard(due, at(boardEvery - 5 * second))).toEqual({ step: "renew", isUrgent: false });
    expect(planBoard(state({ standing: standing(), edits }), now)).toEqual({ step: "rest", until: at(boardStands) });
  });

  test("is brought up to date at once for somebody who asks and sees it, and sent anew for somebody who does not", () => {
    const edits = [at(-second)];
    expect(planBoard(state({ standing: standing(), edits, asked: "near" }), now).step).toBe("renew");
    expect(planBoard(state({ standing: standing(), edits, asked: "far" }), now).step).toBe("take down");
  });

  test("loses what is over by an edit while one is left in this minute, then as a whole", () => {
    const shows = [over, { goneAt: at(hour) }];
    const edits = [at(-30 * second), at(-20 * second), at(-10 * second)];
    expect(planBoard(state({ standing: standing({ shows }), edits }), now)).toEqual({ step: "renew", isUrgent: true });
    const used = [...edits, at(-second)];
    expect(planBoard(state({ standing: standing({ shows }), edits: used }), now)).toEqual({ step: "take down" });
  });

  test("whose network takes nothing loses what is over all the same", () => {
    const held = state({ standing: standing({ shows: [over] }), heldUntil: at(hour) });
    expect(planBoard(held, now)).toEqual({ step: "renew", isUrgent: true });
    expect(planBoard(state({ heldUntil: at(hour) }), now)).toEqual({ step: "rest", until: at(hour) });
  });

  test("tells anew who is last seen there from now on", () => {
    const shows = [{ renewAt: now, goneAt: at(hour) }];
    const state1 = state({ standing: standing({ shows }) });
    expect(planBoard(state1, now)).toEqual({ step: "rest", until: at(1) });
    expect(planBoard(state1, at(1))).toEqual({ step: "renew", isUrgent: false });
  });
});

/** What may happen beside time that goes by: positions come and go, somebody asks, the network takes nothing for a while. */
const happening = fc.oneof(
  fc.record({ what: fc.constant("news" as const), lasts: fc.integer({ min: 1, max: hour }) }),
  fc.record({ what: fc.constant("over" as const) }),
  fc.record({ what: fc.constantFrom("near" as const, "far" as const) }),
  fc.record({ what: fc.constant("held" as const), lasts: fc.integer({ min: 1, max: 5 * minute }) }),
  fc.record({ what: fc.constantFrom("wanted" as const, "unwanted" as const) }),
);
const history = fc.array(
  fc.tuple(fc.oneof(fc.integer({ min: 0, max: 30 * second }), fc.integer({ min: 0, max: 20 * hour })), happening),
  {
    minLength: 1,
    maxLength: 60,
  },
);

/** Carries out what is planned, at each moment at which something is planned or happens, and notes what was done. */
function play(events: readonly (readonly [number, { what: string; lasts?: number }])[]) {
  const done: { step: string; at: Instant; isUrgent: boolean }[] = [];
  let time = began;
  let current: BoardState = state();
  /** What would be on a board that is worked out now. */
  let people: readonly Instant[] = [];

  function act(): number {
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const moment = instant(time);
      people = people.filter((goneAt) => goneAt > moment);
      const isWanted = current.isWanted && people.length > 0;
      const next = planBoard({ ...current, isWanted }, moment);
      if (next.step === "rest") {
        expect(next.until).toBeGreaterThan(moment);
        return next.until;
      }
      done.push({ step: next.step, at: moment, isUrgent: next.step === "renew" && next.isUrgent });
      if (next.step === "end") return Number.POSITIVE_INFINITY;
      if (next.step === "take down") {
        const { standing: _, ...rest } = current;
        current = rest;
      }
      if (next.step === "send")
        current = { ...current, standing: standing({ isBare: true, until: instant(time + boardStands) }) };
      if (next.step === "renew" && current.standing) {
        const { asked: _, ...rest } = current;
        const shows = people.map((goneAt) => ({ goneAt }));
        const edits = [...current.edits, moment].slice(-maxBoardEdits.max);
        current = { ...rest, hasNews: false, edits, standing: { ...current.standing, isBare: false, shows } };
      }
    }
    throw new Error("it comes to no rest");
  }

  function happen({ what, lasts = 0 }: { what: string; lasts?: number }) {
    if (what === "news") {
      people = [...people, instant(time + lasts)].slice(-25);
      current = { ...current, hasNews: true };
    }
    if (what === "over") {
      const [first, ...others] = people;
      people = others;
      if (current.standing && first !== undefined) {
        const shows = current.standing.shows.map((one) => (one.goneAt === first ? { goneAt: instant(time) } : one));
        current = { ...current, standing: { ...current.standing, shows } };
      }
    }
    if (what === "near" || what === "far") current = { ...current, asked: what };
    if (what === "held") current = { ...current, heldUntil: instant(time + lasts) };
    if (what === "wanted" || what === "unwanted") current = { ...current, isWanted: what === "wanted" };
  }

  const stands = () => ({ at: instant(time), standing: current.standing });
  const seen = [];
  let rest = act();
  seen.push(stands());
  for (const [pause, what] of events) {
    const until = time + pause;
    while (rest < until) {
      time = rest;
      rest = act();
      seen.push(stands());
    }
    time = until;
    happen(what);
    rest = act();
    seen.push(stands());
  }
  return { done, seen };
}

describe("whatever happens, a board", () => {
  test("shows nothing that is over, and no message of it stands for 47 hours", () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const { at: moment, standing: there } of play(events).seen) {
          expect((there?.shows ?? []).filter(({ goneAt }) => goneAt <= moment)).toEqual([]);
          expect(there === undefined || there.until > moment).toBe(true);
        }
      }),
    );
  });

  test("is edited at most four times in any minute, of which one is left for what has to go", () => {
    fc.assert(
      fc.property(history, (events) => {
        const edits = play(events).done.filter(({ step }) => step === "renew");
        for (const { at: first } of edits) {
          const within = edits.filter(({ at: other }) => other >= first && other < first + minute);
          expect(within.length).toBeLessThanOrEqual(maxBoardEdits.max);
          expect(within.filter(({ isUrgent }) => !isUrgent).length).toBeLessThan(maxBoardEdits.max);
        }
      }),
    );
  });
});
