import { freshFolder } from "../../support/run.ts";
import { startChild } from "../child.ts";
import type { RingOffers } from "../children/ring-child.ts";
import { figure, print } from "../contest.ts";
import { type Cost, median } from "../measure.ts";
import { flags } from "../whereat-core.ts";
import type { Row } from "./row.ts";

const changes = 20;
const pauseOf = ({ pause: { wall, cpu } }: Cost) => `${figure(wall)} (${figure(cpu)})`;

export const ring: Row = {
  what: "the key ring alone: the begin or end of a share, a quarter of an hour, and the start, by how many share",
  async run(ends, { rounds, sharers, passphrase }) {
    console.log(`\nThe key ring, in groups of 10${passphrase === undefined ? "" : ", under a passphrase"}`);
    const rows: Record<string, string>[] = [];
    for (const count of sharers) {
      const folder = await freshFolder(ends);
      const kept = JSON.stringify({ folder, ...(passphrase !== undefined && { passphrase }) });
      const start = () => startChild<RingOffers>(ends, "ring-child.ts", [kept], [...flags]);
      const child = start();
      await child.ask("open");
      for (let seeded = 0; seeded < count; seeded += 1000) await child.ask("seed", Math.min(1000, count - seeded));
      // What was seeded comes into parts, and what they have in reserve is used once.
      await child.ask("quarter");
      await child.ask("beginAndEnd", changes);
      const costs: Cost[] = [];
      for (let round = 0; round < rounds; round += 1) costs.push(await child.ask("beginAndEnd", changes));
      const quarter = await child.ask("quarter");
      const [size, memory] = [await child.ask("size"), await child.ask("memory")];
      await child.ask("close");
      await child.end();
      const again = start();
      const opening = await again.ask("open");
      await again.end();
      rows.push({
        sharers: count.toLocaleString("en"),
        "begin or end, CPU µs": figure(median(costs.map(({ cpu, operations }) => cpu / operations))),
        "kB written": figure(median(costs.map(({ written, operations }) => written / operations / 1000))),
        "a quarter, CPU s": figure(quarter.cpu / 1e6),
        "pause in it, ms (CPU)": pauseOf(quarter),
        "start, s (CPU)": `${figure(opening.milliseconds / 1000)} (${figure(opening.cpu / 1e6)})`,
        "pause in start": pauseOf(opening),
        "file, MB": figure(size / 1e6),
        "memory, MB": figure(memory / 1e6),
      });
    }
    print(rows);
  },
};
