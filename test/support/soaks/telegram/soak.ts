import { setImmediate as nextTurn } from "node:timers/promises";
import type { FakeBotApi } from "../../fake-bot-api/start.ts";
import { type Program, spawnProgram } from "../../running/program.ts";
import { type Crowd, gather, somewhere, type Walker, written } from "./crowd.ts";
import { createLedger } from "./ledger.ts";
import { judge, type Run, type Verdict } from "./oracle.ts";
import type { Random } from "./random.ts";
import { type Asked, createWorkload } from "./workload.ts";

export type Soak = {
  crowd: Crowd;
  /** so many updates at once */
  burst: (count: number) => void;
  /** updates so far */
  updates: () => number;
  commands: () => number;
  /** starts the program */
  launch: () => Program;
  /** resolves when the program that was launched last asks for updates, or has ended */
  connected: () => Promise<void>;
  /** how many messages the program that was launched last has sent */
  sent: () => number;
  /** resolves when the program that was launched last is gone */
  end: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
  /** some of the people share in private from now on, with the room that they are in */
  shareInPrivate: (people: number) => Promise<void>;
  /** resolves when everything is taken in and answered, or when nothing more comes */
  drain: () => Promise<void>;
  /** asks for everybody, and holds all that was said against what should have been */
  verify: () => Promise<Verdict>;
  /** lines of the log that are not about starting, with how often each was said */
  logged: () => ReadonlyMap<string, number>;
};

type Parts = {
  api: FakeBotApi;
  random: Random;
  settings: Readonly<Record<string, string>>;
  sizes: { rooms: number; people: number };
  /** milliseconds without any call after which nothing more is expected */
  patience: number;
};

const isUsual = (line: string) =>
  line === "" ||
  /^(whereat (\d|ended, asked to)|Telegram: connected|Keys: |Other programs of this user can read these secrets)/.test(
    line,
  );

/** The real program under a crowd that the seed directs. */
export function createSoak({ api, random, settings, sizes, patience }: Parts): Soak {
  const crowd = gather(api, sizes);
  const workload = createWorkload(api, crowd, random);
  const ledger = createLedger(api);
  const runs: Run[] = [];
  const programs: Program[] = [];
  const firstUpdate = api.updates.lastId();
  const last = () => {
    const program = programs.at(-1);
    if (program === undefined) throw new Error("No program was launched.");
    return program;
  };
  const callsOfThisRun = () => api.calls.all.slice(runs.at(-1)?.from ?? 0);

  /** Waits as long as something still goes on. */
  async function until(isDone: () => boolean): Promise<void> {
    const actions = () => api.calls.all.filter((call) => !isPoll(call)).length;
    for (let seen = -1; seen < actions() && !isDone(); ) {
      seen = actions();
      const enough = AbortSignal.timeout(patience);
      enough.addEventListener("abort", api.calls.look);
      await api.calls.until(() => enough.aborted || isDone());
    }
  }

  const drain = () => until(() => api.updates.pending().length === 0 && ledger.unanswered(workload.asked).length === 0);

  /** In each room somebody who shares nothing asks for each of its people. */
  async function misplaced(): Promise<string[]> {
    const questions = crowd.walkers.map((walker): Asked & { walker: Walker } => {
      const observer = crowd.rooms.find(({ chat }) => chat === walker.room)?.observer ?? walker.owner;
      const message = api.people.say(observer, walker.room, `/whereis ${walker.user.first_name}`);
      return { walker, message, chat: walker.room, mark: "", isAnswerable: () => true };
    });
    await until(() => ledger.unanswered(questions).length === 0);
    return questions.flatMap((question) => {
      const { shown, user } = question.walker;
      const text = ledger.answersTo(question).at(-1)?.text ?? "";
      const isRight = shown ? text.includes(written(shown)) : text.startsWith("There is nobody called");
      return isRight ? [] : [`${user.first_name} should be ${shown ? `at ${written(shown)}` : "nowhere"}: “${text}”`];
    });
  }

  return {
    crowd,
    drain,
    updates: () => api.updates.lastId() - firstUpdate,
    commands: () => workload.asked.length,
    sent: () => callsOfThisRun().filter(({ method, ok }) => ok && method === "sendMessage").length,

    burst(count) {
      const before = api.updates.lastId();
      while (api.updates.lastId() - before < count) workload.happen();
    },

    launch() {
      runs.push({ from: api.calls.all.length, endedBy: undefined });
      const program = spawnProgram({ ...settings, TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url });
      programs.push(program);
      program.child.once("exit", api.calls.look);
      return program;
    },

    async connected() {
      const { child } = last();
      const isOver = () => child.exitCode !== null || child.signalCode !== null;
      await api.calls.until(() => isOver() || api.updates.isPolled() || callsOfThisRun().some(isPoll));
    },

    async end(signal) {
      const run = runs.at(-1);
      if (run) run.endedBy = signal;
      last().child.kill(signal);
      await last().ended;
      // What it had sent by then may still lie in this process's sockets, and belongs to this run.
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    },

    async shareInPrivate(people) {
      for (const walker of crowd.walkers.slice(0, people)) {
        const chat = api.places.privateChat(walker.user);
        api.people.say(walker.user, walker.room, "/precision");
        const point = somewhere(random);
        walker.live = api.live.share(walker.user, chat, point, 3600);
        walker.shown = { ...point, from: "live" };
        const question = () => api.screen.fromBot(chat).find(({ buttons }) => buttons.length > 0);
        await until(() => question() !== undefined);
        const asked = question();
        const [button] = asked?.buttons.flat() ?? [];
        if (!asked || !button) throw new Error("A live location in private led to no question.");
        api.callbacks.press(walker.user, asked.message, button.text);
      }
      await until(() => api.updates.pending().length === 0);
    },

    async verify() {
      await drain();
      const wrongly = await misplaced();
      const verdict = judge(ledger, workload, runs);
      return { ...verdict, violations: [...verdict.violations, ...wrongly] };
    },

    logged() {
      const lines = programs.flatMap((program) => program.stderr().split("\n")).filter((line) => !isUsual(line));
      const alike = Map.groupBy(lines, (line) => line);
      return new Map([...alike].map(([line, all]) => [line, all.length]));
    },
  };
}

const isPoll = ({ method }: { method: string }) => method === "getUpdates";
