import { setTimeout as after } from "node:timers/promises";
import { spawnProgram } from "../../test/support/running/program.ts";
import { createRandom } from "../../test/support/soaks/telegram/random.ts";
import { cpuOf } from "../performance/measure.ts";
import { type Ends, endWith } from "../support/run.ts";
import { type Crowd, type CrowdPlan, createCrowd } from "./crowd.ts";
import { residentMb } from "./figures.ts";
import { startMatrixSide } from "./matrix/start.ts";
import { createModel, type Question } from "./model.ts";
import { type FaultProxy, startFaultProxy } from "./proxy.ts";
import { startTelegramWire } from "./telegram.ts";

type Plan = {
  folder: string;
  scale: number;
  seed: number;
  networks: readonly string[];
  /** what was wrong at some time since then, if anything was */
  faultSince: (time: number) => string | undefined;
};

/** At a scale of 1. On Telegram the pace of the product's own questions about memberships, 25 a second, allows no more: ten for each answer. */
const onTelegram = { network: "Telegram", circles: 500, people: 10, moves: 250, asks: 2, stops: 0.5, forAll: 0.3 };

const onMatrix = { network: "Matrix", circles: 450, people: 10, moves: 200, asks: 25, stops: 0.45, forAll: 0.3 };
const encrypted = { network: "Encrypted", circles: 50, people: 10, moves: 50, asks: 5, stops: 0.05, forAll: 0.3 };

/** Milliseconds in which nothing is answered, after which nothing more is expected. */
const patience = 90_000;

/** Circles of each network in which somebody asks before anything is measured, and milliseconds until what else is said then is over. */
const [warmUp, settles] = [20, 5000];
/** Questions for everybody, a second: on Telegram each takes as many questions about memberships as there are people. */
const paceOf = ({ plan }: Crowd) => (plan.network === "Telegram" ? 1.5 : 10);

/** The program, the networks that it is on, and their people. */
export async function startSoak(ends: Ends, { folder, scale, seed, networks, faultSince }: Plan) {
  const model = createModel(Date.now, faultSince);
  const crowds: Crowd[] = [];
  const proxies: FaultProxy[] = [];
  const memory: { at: number; mb: number }[] = [];
  const store = `${folder}/whereat.db`;
  let people = 0;
  const names = () => `p${String((people += 1)).padStart(5, "0")}`;
  const scaled = (plan: Omit<CrowdPlan, "askedAtOnce">): CrowdPlan => {
    // A small soak, too, has enough questions to say something of their times.
    const asks = Math.max(plan.asks * scale, Math.min(plan.asks, 1));
    const [moves, stops] = [plan.moves * scale, plan.stops * scale];
    // Eight a minute in one room: its network's limits leave room for three times as many.
    return {
      ...plan,
      circles: Math.ceil(plan.circles * scale),
      moves,
      asks,
      stops,
      askedAtOnce: Math.ceil(asks * 7.5),
    };
  };
  const settings: Record<string, string> = { WHEREAT_STORE: `sqlite:${store}`, WHEREAT_KEYS: `file:${folder}/keyring` };

  if (networks.includes("telegram")) {
    const wire = await startTelegramWire();
    ends.defer(() => wire.api.close());
    const proxy = await startFaultProxy(new URL(wire.api.url));
    ends.defer(proxy.close);
    proxies.push(proxy);
    Object.assign(settings, { TELEGRAM_BOT_TOKEN: wire.api.token, TELEGRAM_API_ROOT: proxy.url });
    const crowd = createCrowd(scaled(onTelegram), wire, model, createRandom(seed + 1), names);
    wire.listen(crowd.heard);
    crowds.push(crowd);
  }
  if (networks.includes("matrix") || networks.includes("encrypted")) {
    const side = await startMatrixSide(model.unreadable);
    ends.defer(side.stop);
    const proxy = await startFaultProxy(new URL(side.url));
    ends.defer(proxy.close);
    proxies.push(proxy);
    Object.assign(settings, { MATRIX_HOMESERVER_URL: proxy.url, MATRIX_USER: "bot", MATRIX_PASSWORD: "let me in" });
    for (const [name, wire, plan, own] of [
      ["matrix", side.plain, onMatrix, 2],
      ["encrypted", side.encrypted, encrypted, 3],
    ] as const) {
      if (!networks.includes(name)) continue;
      const crowd = createCrowd(scaled(plan), wire, model, createRandom(seed + own), names);
      wire.listen(crowd.heard);
      crowds.push(crowd);
    }
  }
  for (const crowd of crowds) await crowd.open();
  const program = endWith(ends, spawnProgram(settings));
  const pid = program.child.pid ?? 0;
  const began = performance.now();
  const asked = () => crowds.flatMap((crowd) => crowd.asked);
  const unanswered = () => crowds.flatMap((crowd) => crowd.unanswered());
  const isConnected = () => (program.stderr().match(/^\w+: connected/gm)?.length ?? 0) >= proxies.length;
  let [measuredFrom, told, itsLast] = [0, 0, 0];
  /** of one core, in the ten seconds between two lines */
  const share = (seconds: number) => Math.round(seconds * 10);
  let lastCpu = cpuSeconds();

  function cpuSeconds() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  }

  /** Resolves when all is answered, or nothing more comes. */
  async function drain(): Promise<void> {
    for (let [left, since] = [-1, Date.now()]; ; await after(50)) {
      const now = unanswered().length + crowds.reduce((sum, crowd) => sum + crowd.waiting(), 0);
      if (now === 0) return;
      if (now !== left) [left, since] = [now, Date.now()];
      if (Date.now() - since > patience) return;
    }
  }

  return {
    pid,
    store,
    proxies,
    model,
    crowds,
    memory: memory as readonly { at: number; mb: number }[],
    drain,
    log: () => program.stderr(),

    /** Everybody begins to share. */
    async begin(): Promise<void> {
      while (!isConnected()) await after(50);
      await Promise.all(crowds.map((crowd) => crowd.begin(100)));
      const seconds = Math.round((performance.now() - began) / 1000);
      const sharing = crowds.reduce((sum, crowd) => sum + crowd.sharing(), 0);
      const circles = crowds.reduce((sum, { plan }) => sum + plan.circles, 0);
      console.log(`${sharing} people share in ${circles} circles, after ${seconds} s.`);
      // What follows from that is said, and the first answers have filled what is remembered of rooms and names.
      await Promise.all(crowds.map((crowd) => crowd.askEverywhere(paceOf(crowd), warmUp)));
      await drain();
      await after(settles);
      measuredFrom = Date.now();
      [lastCpu, itsLast] = [cpuSeconds(), cpuOf(pid) / 1e6];
    },

    live: (ms: number) => crowds.forEach((crowd) => crowd.live(ms)),
    lookForLate: (since: number, grace: number) => crowds.forEach((crowd) => crowd.lookForLate(since, grace)),

    /** @param seconds since everybody shares */
    progress(seconds: number, what: string): void {
      const mb = residentMb(pid);
      memory.push({ at: seconds, mb });
      const [cpu, its] = [cpuSeconds(), cpuOf(pid) / 1e6];
      const waiting = crowds.map(({ plan, waiting: wait }) => `${plan.network} ${wait()}`).join(", ");
      console.log(
        `${Math.round(seconds)} s, ${what}: ${asked().length} asked, ${unanswered().length} open; not fetched: ${waiting}; ` +
          `${Math.round(mb)} MB; ${model.wrongs.length} wrong; CPU ${share(its - itsLast)} %, and ours ${share(cpu - lastCpu)} %`,
      );
      [lastCpu, itsLast] = [cpu, its];
      for (const { kind, words } of model.wrongs.slice(told, told + 3))
        console.log(`    ${kind}: ${words.replaceAll("\n", " ")}`);
      told = model.wrongs.length;
    },

    /** Questions so far: those behind it only look whether all is as it must be. */
    measured(): { questions: readonly Question[] } {
      return { questions: asked().filter(({ askedAt }) => askedAt >= measuredFrom) };
    },

    /** Asks for everybody in each circle. */
    async askEverywhere(): Promise<void> {
      await Promise.all(crowds.map((crowd) => crowd.askEverywhere(paceOf(crowd))));
      await drain();
      for (const question of unanswered()) model.unanswered(question);
    },
  };
}

export type Soak = Awaited<ReturnType<typeof startSoak>>;
