import type { Random } from "../../test/support/soaks/telegram/random.ts";
import { type Circle, type Model, type Question, type Sharer, type Standing, writtenOf } from "./model.ts";

export type Point = { readonly latitude: number; readonly longitude: number; readonly accuracy: number };

/** People of one network in their rooms. What they do reaches the bot later, in the order in which `said` is called. */
export type Wire = {
  /** opens the room of a circle with people in it, of whom the first is its owner */
  open: (circle: Circle, people: readonly string[]) => Promise<void>;
  /** @param said with the time that the network gives it, in milliseconds, as the bot can be told */
  begin: (who: Sharer, point: Point, said: (at: number) => void) => void;
  move: (who: Sharer, point: Point, said: (at: number) => void) => void;
  stop: (who: Sharer, said: () => void) => void;
  /** the owner of a room sets how long positions are kept there */
  setExpiry: (circle: Circle) => void;
  /** @param said with what the question is known by */
  ask: (who: Sharer, words: string, said: (id: string) => void) => void;
  /** what the bot has not fetched yet */
  waiting: () => number;
  /** resolves when the bot hears what is said, and has fetched what was said before */
  settled: () => Promise<void>;
};

/** What the bot did, as its network carried it out. `answer`: what the answer is known by. */
export type Heard = {
  answered: (question: string, answer: string, text: string) => void;
  /** removed, or edited so that it shows nobody */
  removed: (answer: string) => void;
};

export type CrowdPlan = {
  readonly network: string;
  readonly circles: number;
  readonly people: number;
  /** a second */
  readonly moves: number;
  readonly asks: number;
  readonly stops: number;
  /** of all questions, how many are for everybody in the room; the others are for one person */
  readonly forAll: number;
  /** circles that are asked within one minute: so many that no limit of theirs is met */
  readonly askedAtOnce: number;
};

const minute = 60_000;
/** Who has just moved stands still for so long: a network that tells times in seconds tells no two of them apart. */
const standsFor = 2500;
/** In one of so many circles positions are kept for a minute or two only, and half of its people seldom move. */
const everyHasty = 10;

export type Crowd = ReturnType<typeof createCrowd>;

/** People who share, move, ask and stop, as the seed has it, and what the bot makes of it. */
export function createCrowd(plan: CrowdPlan, wire: Wire, model: Model, random: Random, names: () => string) {
  const questions = new Map<string, Question>();
  const asked: Question[] = [];
  const standing = new Map<string, Standing>();
  const answerTo = new Map<Question, string>();
  const circles = Array.from({ length: plan.circles }, (_, index) => {
    const isHasty = index % everyHasty === 0;
    const circle: Circle = {
      name: `${plan.network} ${index}`,
      expiry: isHasty ? (1 + (index % 2)) * minute : 60 * minute,
    };
    const people = Array.from({ length: plan.people }, () => model.sharer(names(), circle));
    return { circle, isHasty, people };
  });
  const everybody = circles.flatMap(({ people }) => people);
  const still = new Set(
    circles.filter(({ isHasty }) => isHasty).flatMap(({ people }) => people.slice(people.length / 2)),
  );
  const lastMoved = new Map<Sharer, number>();
  const stopped = new Set<Sharer>();
  let hot: typeof circles = [];
  let hotUntil = 0;
  const owed = { moves: 0, asks: 0, stops: 0 };

  const somewhere = (): Point => ({
    latitude: 52.4 + random.below(20_000) / 1e5,
    longitude: 13.2 + random.below(40_000) / 1e5,
    accuracy: 5 + random.below(30),
  });

  function go(who: Sharer, how: "begin" | "move"): void {
    const point = somewhere();
    lastMoved.set(who, Date.now());
    wire[how](who, point, (at) => model.moved(who, writtenOf(point.latitude, point.longitude), at));
  }

  function move(): void {
    for (let tries = 0; tries < 20; tries += 1) {
      const who = random.pick(everybody);
      const isQuiet = still.has(who) && random.below(20) > 0;
      if (isQuiet || stopped.has(who) || Date.now() - (lastMoved.get(who) ?? 0) < standsFor) continue;
      return go(who, "move");
    }
  }

  /** Somebody stops, and somebody who had stopped begins anew. */
  function stopAndBegin(): void {
    const again = [...stopped].find((who) => Date.now() - (lastMoved.get(who) ?? 0) > standsFor);
    if (again && stopped.size > everybody.length / 50) {
      stopped.delete(again);
      go(again, "begin");
    }
    const who = random.pick(everybody);
    if (stopped.has(who) || who.points.length === 0) return;
    stopped.add(who);
    lastMoved.set(who, Date.now());
    wire.stop(who, () => model.stopped(who));
  }

  function say(circle: Circle, asker: Sharer, about?: Sharer): void {
    wire.ask(asker, about === undefined ? "whereis" : `whereis ${about.name}`, (id) => {
      const question = model.asked(plan.network, circle, about);
      questions.set(id, question);
      asked.push(question);
    });
  }

  function ask(): void {
    if (Date.now() > hotUntil) {
      hotUntil = Date.now() + minute;
      const from = random.below(circles.length);
      hot = [...circles, ...circles].slice(from, from + Math.min(plan.askedAtOnce, circles.length));
    }
    const { circle, people } = random.pick(hot);
    const asker = random.pick(people);
    const sure = people.filter((who) => who !== asker && !stopped.has(who) && model.isSure(who, 2 * minute));
    const about = random.next() < plan.forAll || sure.length === 0 ? undefined : random.pick(sure);
    say(circle, asker, about);
  }

  const heard: Heard = {
    answered(id, answer, text) {
      const question = questions.get(id);
      if (question === undefined) return;
      const stands = model.answered(question, text);
      const before = answerTo.get(question);
      // Where the network's word that it had taken an answer was lost, nobody can remove that one.
      if (before !== undefined) standing.delete(before);
      answerTo.set(question, answer);
      standing.delete(answer);
      if (stands) standing.set(answer, stands);
    },
    removed: (answer) => void standing.delete(answer),
  };

  return {
    plan,
    heard,
    asked: asked as readonly Question[],
    waiting: wire.waiting,
    sharing: () => everybody.length - stopped.size,
    unanswered: () => asked.filter(({ answeredAt }) => answeredAt === undefined),
    repeats: () => asked.reduce((sum, { answers }) => sum + Math.max(0, answers - 1), 0),

    async open(): Promise<void> {
      for (const { circle, people } of circles)
        await wire.open(
          circle,
          people.map(({ name }) => name),
        );
    },

    /** Once the bot hears what is said, everybody begins to share, so many at a time. */
    async begin(atOnce: number): Promise<void> {
      await wire.settled();
      for (const { circle, isHasty } of circles) if (isHasty) wire.setExpiry(circle);
      await wire.settled();
      for (let from = 0; from < everybody.length; from += atOnce) {
        for (const who of everybody.slice(from, from + atOnce)) go(who, "begin");
        await wire.settled();
      }
    },

    /** What happens in so many milliseconds. */
    live(ms: number): void {
      for (const [what, act] of [
        ["moves", move],
        ["asks", ask],
        ["stops", stopAndBegin],
      ] as const) {
        for (owed[what] += (plan[what] * ms) / 1000; owed[what] >= 1; owed[what] -= 1) act();
      }
    },

    /** In each circle somebody asks for everybody, so many a second. @param most circles, when not in each */
    async askEverywhere(perSecond: number, most = circles.length): Promise<void> {
      for (const { circle, people } of circles.slice(0, most)) {
        say(circle, random.pick(people));
        await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
      }
    },

    /** Looks for answers that stand after the end of what they show. @param since the last time before which nothing counts as late */
    lookForLate(since: number, grace: number): void {
      for (const one of standing.values()) {
        const late = Date.now() - Math.max(since, model.endOfAnswer(one));
        if (late > grace) model.standsTooLong(one, late);
      }
    },
  };
}
