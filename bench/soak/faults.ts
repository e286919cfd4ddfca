import { DatabaseSync } from "node:sqlite";
import type { Random } from "../../test/support/soaks/telegram/random.ts";
import type { FaultTime } from "./figures.ts";
import { badGateway, type Fate, type FaultProxy, tooMany } from "./proxy.ts";

/** When a fault begins and how long it lasts, in milliseconds of the soak. */
export type Planned = { readonly name: FaultName; readonly at: number; readonly lasts: number };

/** Seconds that each lasts in a soak of half an hour; a shorter one has shorter ones. */
const seconds = {
  delays: 10,
  resets: 10,
  "cut bodies": 10,
  "429": 10,
  "502": 10,
  "networks away": 60,
  "store away": 30,
};
export type FaultName = keyof typeof seconds;

const names = Object.keys(seconds) as FaultName[];
/** Seconds between two. */
const quiet = 60;
const roundSeconds = names.reduce((sum, name) => sum + seconds[name] + quiet, 0);

/** Each fault comes once a round, in an order of the seed; each round lasts some ten minutes, and a short soak has one, in less time. */
export function planFaults(totalMs: number, random: Random): Planned[] {
  const lead = totalMs / 15;
  const rounds = Math.max(1, Math.floor((totalMs - lead) / (roundSeconds * 1000)));
  const ms = Math.min(1000, (totalMs - lead) / rounds / roundSeconds);
  const planned: Planned[] = [];
  let at = lead;
  for (let round = 0; round < rounds; round += 1) {
    const left = [...names];
    while (left.length > 0) {
      const [name = "502"] = left.splice(random.below(left.length), 1);
      planned.push({ name, at, lasts: seconds[name] * ms });
      at += (seconds[name] + quiet) * ms;
    }
  }
  return planned;
}

/** What a proxy makes of each request while a fault lasts. */
function fateOf(name: FaultName, random: Random): Fate {
  const pass: Fate = { kind: "pass" };
  const chance = random.next();
  switch (name) {
    case "delays":
      return { kind: "delay", ms: 100 + 400 * chance };
    case "resets":
      return chance < 0.3 ? { kind: "reset", carriedOut: random.next() < 0.5 } : pass;
    case "cut bodies":
      return chance < 0.3 ? { kind: "cut" } : pass;
    case "429":
      return chance < 0.3 ? tooMany(1 + random.below(3)) : pass;
    case "502":
      return chance < 0.5 ? badGateway : pass;
    case "networks away":
    case "store away":
      return pass;
  }
}

/** A fault that no program can make good: some of what the bot says is taken by nobody, and the bot is told that it was. The soak must see it. */
export function swallows(random: Random): (line: string) => Fate {
  const taken = { ok: true, result: { message_id: 1_000_000_000, date: 0 }, event_id: "$swallowed" };
  const swallowed: Fate = { kind: "answer", status: 200, type: "application/json", body: JSON.stringify(taken) };
  return (line) => (/sendMessage|\/send\/m\.room\./.test(line) && random.next() < 0.2 ? swallowed : { kind: "pass" });
}

/** Milliseconds behind a fault in which the network may still not say what it is asked. */
const aftermath = 10_000;

/**
 * @param target what goes wrong: the proxies before the networks, and the path of the program's SQLite file; it is asked for as a fault begins
 * @param usual what becomes of each request outside faults
 */
export function createFaults(
  target: () => { proxies: readonly FaultProxy[]; store: string },
  random: Random,
  usual: (line: string) => Fate,
) {
  const times: FaultTime[] = [];
  let end: (() => Promise<void>) | undefined;

  async function begin(name: FaultName): Promise<() => Promise<void>> {
    const { proxies, store } = target();
    if (name === "store away") {
      const other = new DatabaseSync(store, { timeout: 5000 });
      other.exec("BEGIN EXCLUSIVE");
      return async () => {
        other.exec("ROLLBACK");
        other.close();
      };
    }
    if (name === "networks away") {
      await Promise.all(proxies.map((proxy) => proxy.goAway()));
      return async () => void (await Promise.all(proxies.map((proxy) => proxy.comeBack())));
    }
    for (const proxy of proxies) proxy.decide(() => fateOf(name, random));
    return async () => {
      for (const proxy of proxies) proxy.decide(usual);
    };
  }

  return {
    times: times as readonly FaultTime[],
    async begin(name: FaultName): Promise<void> {
      times.push({ name, began: Date.now(), ended: undefined });
      end = await begin(name);
    },
    async end(): Promise<void> {
      await end?.();
      end = undefined;
      const last = times.at(-1);
      if (last) last.ended ??= Date.now();
    },
    /** what was wrong at some time since then, or shortly before it */
    since: (time: number): string | undefined =>
      times.findLast(({ ended = Number.POSITIVE_INFINITY }) => ended + aftermath > time)?.name,
    /** when the last one ended; now while one lasts */
    lastEnd: (): number => (times.length === 0 ? 0 : (times.at(-1)?.ended ?? Date.now())),
  };
}
