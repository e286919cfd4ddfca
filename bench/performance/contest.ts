import { type Cost, median } from "./measure.ts";

/** Something that does the same work as the others, and is measured in turn with them. */
export type Contestant = { name: string; round: () => Promise<Cost> };

export type Contest = {
  title: string;
  /** the first is what the others are a share of; it runs twice in each round, so that the machine's noise is seen */
  contestants: readonly [Contestant, ...Contestant[]];
  rounds: number;
};

const perOperation = ({ cpu, operations }: Cost) => cpu / operations;
const perSecond = ({ milliseconds, operations }: Cost) => (operations / milliseconds) * 1000;

const ratios = (of: readonly Cost[], to: readonly Cost[], figure: (cost: Cost) => number): number[] =>
  of.map((cost, round) => figure(cost) / figure(to[round] ?? cost));

const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;

/** Three digits: more would be noise. */
export const figure = (value: number): string =>
  Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 2 });

/** Runs a contest and prints it. */
export async function hold({ title, contestants, rounds }: Contest): Promise<void> {
  console.log(`\n${title}`);
  const [first, ...others] = contestants;
  const again = { ...first, name: `${first.name}, again` };
  const all = [first, ...others, again];
  const costs = new Map<string, Cost[]>(all.map(({ name }) => [name, []]));
  // The first run of each warms it up: it is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, round: run } of all) {
      const cost = await run();
      if (round > 0) costs.get(name)?.push(cost);
    }
    process.stderr.write(round === 0 ? "  warm" : ` · ${round} of ${rounds}`);
  }
  process.stderr.write("\n");
  const reference = costs.get(first.name) ?? [];
  const table = [first, ...others].map(({ name }) => {
    const own = costs.get(name) ?? [];
    return {
      "": name,
      "per second": figure(median(own.map(perSecond))),
      "CPU µs each": figure(median(own.map(perOperation))),
      "share, by CPU": percent(1 / median(ratios(own, reference, perOperation))),
      "by time": percent(median(ratios(own, reference, perSecond))),
      "bytes written": figure(median(own.map(({ written, operations }) => written / operations))),
      "longest pause, ms (CPU)": `${figure(Math.max(...own.map(({ pause }) => pause.wall)))} (${figure(Math.max(...own.map(({ pause }) => pause.cpu)))})`,
    };
  });
  print(table);
  const noise = (of: (cost: Cost) => number) => {
    const against = ratios(costs.get(again.name) ?? [], reference, of);
    return `${percent(Math.min(...against))} to ${percent(Math.max(...against))}`;
  };
  console.log(`  noise: ${first.name} against itself, by CPU ${noise(perOperation)}, by time ${noise(perSecond)}`);
}

/** @param rows all with the same columns */
export function print(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (cells: readonly string[]) =>
    `  ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join("  ")}`;
  console.log(line(columns));
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? "")));
}
