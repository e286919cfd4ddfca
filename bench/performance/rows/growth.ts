import { type Ends, freshFolder } from "../../support/run.ts";
import type { Kept } from "../children/core-world.ts";
import { figure, print } from "../contest.ts";
import { type Cost, median } from "../measure.ts";
import { startCore } from "../whereat-core.ts";
import type { Row } from "./row.ts";

const groupSize = 10;
const cpuEach = ({ cpu, operations }: Cost) => cpu / operations;
const pauseOf = ({ pause: { wall, cpu } }: Cost) => `${figure(wall)} (${figure(cpu)})`;

const say = (words: string) => void process.stderr.write(`  ${words}\n`);

export const growth: Row = {
  what: "what grows with the number of sharers: updates, the first of a quarter of an hour, the tick, the start, memory",
  async run(ends, { rounds, sharers, passphrase }) {
    console.log(
      `\nGrowth, in groups of ${groupSize}${passphrase === undefined ? "" : ", the key ring under a passphrase"}`,
    );
    const rows: Record<string, string>[] = [];
    for (const count of sharers) {
      const folder = await freshFolder(ends);
      const kept = { folder, ...(passphrase !== undefined && { passphrase }) };
      const core = await startCore(ends, kept);
      // In parts, so that one sees it go on.
      const parts = Math.max(1, Math.ceil(count / 5000));
      const seeding: Cost[] = [];
      for (let part = 0; part < parts; part += 1) {
        seeding.push(await core.ask("seed", count / groupSize / parts, groupSize));
        say(`${count} sharers: ${Math.round(((part + 1) / parts) * 100)} % of them share`);
      }
      const costs = { updates: [] as Cost[], first: [] as Cost[], firstAlone: [] as Cost[], ticks: [] as Cost[] };
      for (let round = 0; round < rounds; round += 1) {
        costs.updates.push(await core.ask("updates", Math.max(1000, count), 100));
        costs.first.push(await core.ask("firstUpdates", 100, 100));
        costs.firstAlone.push(await core.ask("firstUpdates", 10, 1));
        for (let tick = 0; tick < 3; tick += 1) costs.ticks.push(await core.ask("tick"));
        say(`${count} sharers: ${round + 1} of ${rounds}`);
      }
      const [memory, ring] = [await core.ask("memory"), await core.ask("ringSize")];
      const time = await core.ask("time");
      await core.ask("close");
      await core.end();
      const again = await startAgain(ends, { ...kept, time });
      const each = (of: readonly Cost[]) => `${figure(median(of.map(cpuEach)))} µs`;
      const written = (of: readonly Cost[]) =>
        `${figure(median(of.map((cost) => cost.written / cost.operations)) / 1000)} kB`;
      rows.push({
        sharers: count.toLocaleString("en"),
        "CPU an update": each(costs.updates),
        "first in a quarter, 100 in flight": `${each(costs.first)}, ${written(costs.first)}`,
        "1 in flight": `${each(costs.firstAlone)}, ${written(costs.firstAlone)}`,
        tick: `${figure(median(costs.ticks.map(({ cpu }) => cpu)) / 1000)} ms`,
        start: `${figure(again.milliseconds / 1000)} s`,
        "pause in it, ms (CPU)": pauseOf(again),
        "longest pause, ms (CPU)": pauseOf(longest([...costs.updates, ...costs.first, ...costs.firstAlone])),
        memory: `${figure(memory / 1e6)} MB`,
        "key ring": `${figure(ring / 1e6)} MB`,
      });
    }
    print(rows);
  },
};

async function startAgain(ends: Ends, kept: Kept): Promise<Cost> {
  const core = await startCore(ends, kept);
  const cost = await core.ask("opening");
  await core.end();
  if (cost === undefined) throw new Error("nothing was opened");
  return cost;
}

const longest = (costs: readonly Cost[]): Cost =>
  costs.reduce((most, cost) => (cost.pause.wall > most.pause.wall ? cost : most));

export const sweep: Row = {
  what: "records that expire at once: how long the sweep takes, and its longest pause",
  async run(ends, { expiring }) {
    const core = await startCore(ends);
    const cost = await core.ask("sweep", expiring);
    console.log(`\n${expiring.toLocaleString("en")} records expire at once`);
    print([
      {
        "": "whereat's sweep",
        seconds: figure(cost.milliseconds / 1000),
        "CPU µs each": figure(cpuEach(cost)),
        "longest pause, ms (of it CPU)": pauseOf(cost),
        "memory after it": `${figure((await core.ask("memory")) / 1e6)} MB`,
      },
    ]);
  },
};
