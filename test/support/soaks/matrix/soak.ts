import { readFileSync } from "node:fs";
import { setTimeout as after } from "node:timers/promises";
import { startFailingProxy } from "../../homeserver/failing-proxy.ts";
import { passwordOf, register } from "../../homeserver/homeserver.ts";
import { type Program, spawnProgram } from "../../running/program.ts";
import type { Random } from "../telegram/random.ts";
import { answersTo } from "./judge.ts";
import { type Record, recordOf } from "./record.ts";
import { openWalks, type Walks } from "./walks.ts";

/** How a run of the program was to end, for telling whether it ended otherwise. */
type Run = { program: Program; signal?: "SIGKILL" | "SIGTERM" };

export type Soak = {
  walks: Walks;
  record: Record;
  /** so many encrypted messages, by people who all go on at once */
  burst: (messages: number) => Promise<unknown>;
  launch: () => void;
  /** kills the program at a moment that nobody would choose */
  killSometime: () => Promise<void>;
  /** resolves when all that was asked is answered, or when nothing more comes */
  drain: () => Promise<void>;
  /** what the program holds of the machine's memory, in MB */
  residentMb: () => number;
  /** what went wrong with the programs themselves, and what they logged, with how often */
  ended: () => Promise<{ violations: string[]; logged: ReadonlyMap<string, number> }>;
  close: () => Promise<void>;
};

/** Milliseconds without anything said after which nothing more is expected. */
const patience = 60_000;
const isUsual = (line: string) =>
  line === "" ||
  /^(whereat \d|Matrix: connected as |Keys: |Other programs of this user can read these secrets)/.test(line);
const isSaidAtEveryStart = (line: string) => /core dump|swap/i.test(line);

/** The real program in rooms of a real homeserver, whose people the random numbers direct. @param folder what the program keeps */
export async function startSoak(homeserver: string, folder: string, random: Random): Promise<Soak> {
  const { userId: bot } = await register(homeserver, "whereat");
  const proxy = await startFailingProxy(homeserver);
  const runs: Run[] = [];
  let onPassed = (_isSent: boolean) => undefined as void;
  const record = recordOf(proxy, ({ path }) => onPassed(/\/send\//.test(path)));
  const last = () => {
    const run = runs.at(-1);
    if (run === undefined) throw new Error("No program was launched.");
    return run;
  };
  const isOver = ({ child }: Program) => child.exitCode !== null || child.signalCode !== null;
  const isConnected = () => last().program.stderr().includes("connected as") || isOver(last().program);

  function launch() {
    const program = spawnProgram({
      MATRIX_HOMESERVER_URL: proxy.url,
      MATRIX_USER: "whereat",
      MATRIX_PASSWORD: passwordOf("whereat"),
      WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
      WHEREAT_KEYS: `file:${folder}/keyring`,
      WHEREAT_PASSPHRASE: "correct horse battery",
      WHEREAT_LOG: "debug",
    });
    runs.push({ program });
  }
  async function end(signal: "SIGKILL" | "SIGTERM") {
    const run = last();
    if (isOver(run.program)) return;
    run.signal = signal;
    run.program.child.kill(signal);
    await run.program.ended;
  }
  async function until(isDone: () => boolean, mostMs = Number.POSITIVE_INFINITY): Promise<void> {
    const began = performance.now();
    while (!isDone() && performance.now() - began < mostMs) await after(10);
  }

  /** As the homeserver has carried out a request, and before the program hears of it. */
  async function killAfter(requests: number, isCounted: (isSent: boolean) => boolean) {
    let left = requests;
    const { program } = last();
    onPassed = (isSent) => {
      if (isCounted(isSent)) left -= 1;
      if (left !== 0) return;
      last().signal = "SIGKILL";
      program.child.kill("SIGKILL");
    };
    await until(() => isOver(program), 5000);
    onPassed = () => undefined;
  }

  launch();
  const walks = await openWalks(homeserver, bot, random);
  const unanswered = () => walks.asked.filter((one) => !one.mayBeQuiet && answersTo(one, record).length === 0);

  return {
    walks,
    record,
    launch,
    burst: (messages) => Promise.all(Array.from({ length: messages }, walks.happen)),
    async killSometime() {
      const kind = random.below(4);
      if (kind === 0) await after(random.below(3000));
      else await until(isConnected);
      if (kind === 1) await after(random.below(1500));
      if (kind === 2) await killAfter(1 + random.below(6), (isSent) => isSent);
      if (kind === 3) await killAfter(1 + random.below(40), () => true);
      await end("SIGKILL");
      await after(random.below(1000));
    },
    async drain() {
      for (let seen = -1; seen < record.said.length && unanswered().length > 0; ) {
        seen = record.said.length;
        await until(() => unanswered().length === 0 || record.said.length > seen, patience);
      }
    },
    residentMb() {
      const status = readFileSync(`/proc/${last().program.child.pid}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    async ended() {
      await end("SIGTERM");
      const violations: string[] = [];
      const lines: string[] = [];
      for (const { program, signal } of runs) {
        const { code, signal: by, stderr, stdout } = await program.ended;
        lines.push(...stderr.split("\n").filter((line) => !isUsual(line) && !isSaidAtEveryStart(line)));
        const asTold = signal === "SIGTERM" ? code === 0 : by === signal && signal !== undefined;
        if (!asTold) violations.push(`a program ended by itself, with ${code ?? by}: ${stderr.split("\n").at(-2)}`);
        if (stdout !== "") violations.push("a program printed something");
      }
      const alike = Map.groupBy(lines, (line) => line);
      return { violations, logged: new Map([...alike].map(([line, all]) => [line, all.length])) };
    },
    async close() {
      await end("SIGKILL");
      await walks.end();
      await proxy.stop();
    },
  };
}
