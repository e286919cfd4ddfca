import { setTimeout as after } from "node:timers/promises";
import { startFailingProxy } from "../../../test/support/homeserver/failing-proxy.ts";
import { logIn, register } from "../../../test/support/homeserver/homeserver.ts";
import type { NioPerson } from "../../../test/support/homeserver/nio-person.ts";
import { percentile } from "../../support/figures.ts";
import { type OnMatrix, startOnMatrix } from "../../support/matrix.ts";
import { pin, startChild } from "../child.ts";
import type { EchoOffers } from "../children/echo-bot.ts";
import { figure, print } from "../contest.ts";
import { cpuOf, median, writtenBytes } from "../measure.ts";
import { type Row, scaled } from "./row.ts";

/** A bot that answers in the room, what has it answer, and how its requests are counted. */
type Contestant = { name: string; userId: string; pid: number; question: string; requests: () => number };
type Round = { cpu: number; requests: number; written: number; times: number[] };

const answers = 10;
/** A person may say twenty commands in a minute. */
const pause = 40_000;

export const matrix: Row = {
  what: "questions in an encrypted room of Matrix, on a real Synapse, beside an echo bot of matrix-js-sdk",
  async run(ends, options) {
    const on = await startOnMatrix(ends);
    const ana = await on.person("ana");
    const ben = await on.person("ben");
    const echo = await startEcho(ends, on);
    const room = await on.room(ana, ben);
    await ana.does("invite", { room, user: echo.userId });
    await ben.says(room, "!here 52.5200 13.4050", on.bot);
    const whereat: Contestant = {
      name: "whereat: who may be shown, and where they are",
      userId: on.bot,
      pid: on.program.child.pid ?? 0,
      question: "!whereis",
      requests: on.requests,
    };
    pin(whereat.pid, 0);
    const contestants = [echo, whereat];
    const rounds = new Map(contestants.map(({ name }) => [name, [] as Round[]]));
    for (let round = 0; round <= options.rounds; round++) {
      const rested = after(pause);
      for (const one of contestants) {
        const cost = await answersOf(one, ana, room, scaled(answers, options));
        // The first of each shares keys, and is not counted.
        if (round > 0) rounds.get(one.name)?.push(cost);
        process.stderr.write(`  ${round} of ${options.rounds}: ${one.name}\r`);
      }
      await rested;
    }
    console.log("\nQuestions in an encrypted room of Matrix, one after the other");
    print(
      contestants.map(({ name }) => {
        const own = rounds.get(name) ?? [];
        const cpu = own.map((one) => one.cpu);
        return {
          "": name,
          "CPU µs an answer": figure(median(cpu)),
          "least, most": `${figure(Math.min(...cpu))}, ${figure(Math.max(...cpu))}`,
          "requests an answer": figure(median(own.map(({ requests }) => requests))),
          "bytes written": figure(median(own.map(({ written }) => written))),
          "per second": figure(
            1000 /
              percentile(
                own.flatMap(({ times }) => times),
                0.5,
              ),
          ),
        };
      }),
    );
  },
};

async function startEcho(ends: Parameters<Row["run"]>[0], on: OnMatrix): Promise<Contestant> {
  const proxy = await startFailingProxy(on.homeserver);
  ends.defer(() => proxy.stop());
  let requests = 0;
  proxy.watch(({ path }) => void (path.includes("/sync?") || requests++));
  await register(on.homeserver, "echo");
  const account = await logIn(on.homeserver, "echo");
  const child = startChild<EchoOffers>(ends, "echo-bot.ts", [proxy.url, JSON.stringify(account)]);
  await child.ask("open");
  const name = "matrix-js-sdk: the same words each time, nothing kept";
  return { name, userId: account.userId, pid: child.pid, question: "!echo", requests: () => requests };
}

/** @returns what one answer cost */
async function answersOf(one: Contestant, asker: NioPerson, room: string, count: number): Promise<Round> {
  const before = { cpu: cpuOf(one.pid), requests: one.requests(), written: writtenBytes(one.pid) };
  const times: number[] = [];
  for (let asked = 0; asked < count; asked++) {
    const began = performance.now();
    const question = await asker.says(room, one.question, one.userId);
    await asker.sees(
      ({ event_id, room_id, sender, content }) =>
        room_id === room && sender === one.userId && event_id !== question && typeof content["body"] === "string",
    );
    times.push(performance.now() - began);
  }
  return {
    cpu: (cpuOf(one.pid) - before.cpu) / count,
    requests: (one.requests() - before.requests) / count,
    written: (writtenBytes(one.pid) - before.written) / count,
    times,
  };
}
