import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { spawnProgram } from "../../../test/support/running/program.ts";
import { type Ends, endWith, freshFolder } from "../../support/run.ts";
import { pin, startChild } from "../child.ts";
import type { EchoOffers } from "../children/echo-bot.ts";
import { figure, print } from "../contest.ts";
import { type EncryptedRoom, openEncryptedRoom } from "../encrypted-room.ts";
import { cpuOf, median, writtenBytes } from "../measure.ts";
import { type Options, type Row, scaled } from "./row.ts";

/** A bot in a room of its own, and what has it answer. */
type Contestant = { name: string; pid: number; room: EncryptedRoom; question: string };
type Round = { cpu: number; requests: number; written: number };
/** Some work of a bot's. @returns how many operations it was */
type Work = (one: Contestant) => Promise<number>;

const speaking = 10;
const infoType = "org.matrix.msc3672.beacon_info";
const pointType = "org.matrix.msc3672.beacon";
/** A room may say sixty commands in a minute. */
const answersRest = 10_000 + 1000;

const rooms = { small: { people: 0, devices: 0 }, large: { people: 199 - (speaking - 1), devices: 3 } };

export const encrypted: Row = {
  what: "answers and points in encrypted rooms on a fake homeserver, one of 200 people with three devices each, beside an echo bot of matrix-js-sdk",
  async run(ends, options) {
    for (const [size, silent] of Object.entries(rooms)) {
      await using own = new AsyncDisposableStack();
      ends.use(own);
      const contestants = [await startEcho(own, silent), await startWhereat(own, silent)];
      const [{ room }] = contestants as [Contestant];
      const title = `In an encrypted room with ${room.devices} devices`;
      await compare(`${title}: a question, one after the other`, contestants, options, answersRest, answers(options));
      if (size !== "small") continue;
      const shares = new Map(contestants.map((one) => [one, beginShares(one.room)]));
      for (const one of contestants) await settled(one);
      for (const senders of [1, speaking]) {
        const work = points(shares, senders, options);
        await compare(`${title}: points, from ${senders} in each sync`, contestants, options, 0, work);
      }
    }
  },
};

async function startEcho(ends: Ends, silent: { people: number; devices: number }): Promise<Contestant> {
  const room = await openEncryptedRoom(ends, speaking, silent);
  const account = { userId: "@bot:fake.test", deviceId: "FAKEDEVICE", accessToken: "token" };
  const child = startChild<EchoOffers>(ends, "echo-bot.ts", [room.url, JSON.stringify(account)]);
  await child.ask("open");
  await room.begin();
  return { name: "matrix-js-sdk: the same words each time, nothing kept", pid: child.pid, room, question: "!echo" };
}

async function startWhereat(ends: Ends, silent: { people: number; devices: number }): Promise<Contestant> {
  const room = await openEncryptedRoom(ends, speaking, silent);
  const folder = await freshFolder(ends);
  const { child } = endWith(ends, spawnProgram(settingsFor(room.url, folder)));
  const pid = child.pid ?? 0;
  await room.begin();
  pin(pid, 0);
  const one = { name: "whereat: who may be shown, and where they are", pid, room, question: "!whereis" };
  await settled(one);
  await say(one, 0, "!here 52.5200 13.4050");
  await settled(one);
  return one;
}

const settingsFor = (url: string, folder: string): Readonly<Record<string, string>> => ({
  MATRIX_HOMESERVER_URL: url,
  MATRIX_USER: "bot",
  MATRIX_PASSWORD: "let me in",
  WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
  WHEREAT_KEYS: `file:${folder}/keyring`,
});

const say = ({ room }: Pick<Contestant, "room">, who: number, body: string) =>
  room.says([{ who, type: "m.room.message", content: { msgtype: "m.text", body } }]);

/** Waits until a bot has heard all, and does nothing more. */
async function settled({ room, pid }: Pick<Contestant, "room" | "pid">): Promise<void> {
  await room.heard();
  for (let [before, quiet] = [cpuOf(pid), 0]; quiet < 4; ) {
    await after(100);
    const now = cpuOf(pid);
    quiet = now - before > 10_000 ? 0 : quiet + 1;
    before = now;
  }
}

const answers =
  (options: Options): Work =>
  async (one) => {
    const count = scaled(speaking, options);
    for (let who = 0; who < count; who++) {
      const answered = one.room.answered();
      await say(one, who, one.question);
      await answered;
    }
    return count;
  };

/** @returns the events that began them */
const beginShares = (room: EncryptedRoom): string[] =>
  Array.from({ length: speaking }, (_, who) =>
    room.sets(who, infoType, { live: true, timeout: 3_600_000, "org.matrix.msc3488.ts": Date.now() }),
  );

const pointOf = (info: string, number: number): object => ({
  "m.relates_to": { rel_type: "m.reference", event_id: info },
  "org.matrix.msc3488.location": { uri: `geo:${52.4 + (number % 20_000) / 1e5},13.405` },
  "org.matrix.msc3488.ts": Date.now(),
});

function points(shares: ReadonlyMap<Contestant, readonly string[]>, senders: number, options: Options): Work {
  let number = 0;
  return async (one) => {
    const count = scaled(200, options);
    const infos = shares.get(one) ?? [];
    for (let told = 0; told < count; told += senders) {
      const all = infos.slice(0, senders);
      await one.room.says(all.map((info, who) => ({ who, type: pointType, content: pointOf(info, number++) })));
    }
    return count;
  };
}

/** Has each do the same in turn, and prints what it cost. @param rest milliseconds that a round takes at least */
async function compare(
  title: string,
  contestants: readonly Contestant[],
  options: Options,
  rest: number,
  work: Work,
): Promise<void> {
  const rounds = new Map(contestants.map((one) => [one, [] as Round[]]));
  for (let round = 0; round <= options.rounds; round++) {
    const rested = after(rest);
    for (const one of contestants) {
      const { pid, room } = one;
      const before = { cpu: cpuOf(pid), requests: room.requests(), written: writtenBytes(pid) };
      const count = await work(one);
      await settled(one);
      const cost = {
        cpu: (cpuOf(pid) - before.cpu) / count,
        requests: (room.requests() - before.requests) / count,
        written: (writtenBytes(pid) - before.written) / count,
      };
      if (round > 0) rounds.get(one)?.push(cost);
    }
    process.stderr.write(round === 0 ? "  warm" : ` · ${round} of ${options.rounds}`);
    await rested;
  }
  process.stderr.write("\n");
  const syncs = new Map<Contestant, string>();
  for (const one of contestants) {
    syncs.set(one, await syncsOf(one, work));
    await after(rest);
  }
  const [first = []] = rounds.values();
  console.log(`\n${title}`);
  print(
    [...rounds].map(([one, own]) => {
      const cpu = own.map((round) => round.cpu);
      return {
        "": one.name,
        "CPU µs each": figure(median(cpu)),
        "least, most": `${figure(Math.min(...cpu))}, ${figure(Math.max(...cpu))}`,
        "× the first": figure(median(own.map((round, index) => round.cpu / (first[index]?.cpu ?? round.cpu)))),
        requests: figure(median(own.map(({ requests }) => requests))),
        "bytes written": figure(median(own.map(({ written }) => written))),
        "waits for the disk": syncs.get(one) ?? "",
      };
    }),
  );
}

/** How often it waits for the disk, which only strace tells, and which costs too much to be measured beside the rest. */
async function syncsOf(one: Contestant, work: Work): Promise<string> {
  if (spawnSync("strace", ["-V"], { stdio: "ignore" }).status !== 0) return "no strace";
  await using ends = new AsyncDisposableStack();
  const path = join(await freshFolder(ends), "trace");
  const parameters = ["-f", "-qq", "-e", "trace=fsync,fdatasync", "-p", String(one.pid), "-o", path];
  const tracer = spawn("strace", parameters, { stdio: "ignore" });
  await after(500);
  const count = await work(one);
  await settled(one);
  tracer.kill("SIGINT");
  await once(tracer, "exit");
  const calls = (await readFile(path, "utf8")).match(/f(?:data)?sync\(/g) ?? [];
  return figure(calls.length / count);
}
