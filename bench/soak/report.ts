import { median } from "../performance/measure.ts";
import type { Report } from "../support/figures.ts";
import { type FaultTime, quietTimes, recoversWithin, recoveryOf, spread } from "./figures.ts";
import type { Question } from "./model.ts";
import type { Soak } from "./soak.ts";

/** `memoryFrom`: seconds after which memory is to be flat. */
type Measured = { questions: readonly Question[]; faults: readonly FaultTime[]; memoryFrom: number };

/** Milliseconds. */
const mostP99 = 250;
const mostGrowth = 1.1;
const wordsShown = 20;

/** Prints what came of it. @returns whether all criteria are met */
export function tell(report: Report, soak: Soak, { questions, faults, memoryFrom }: Measured): boolean {
  const recovered = faults.map((fault) => {
    const next = faults.find(({ began }) => began > fault.began)?.began ?? Number.POSITIVE_INFINITY;
    const until = questions.filter(({ askedAt }) => askedAt < next);
    return { ...fault, recovery: recoveryOf(fault, until, Date.now()) };
  });
  report.title("Faults");
  console.table(
    recovered.map(({ name, began, ended = Date.now(), recovery }) => {
      return {
        fault: name,
        "lasted, s": Math.round((ended - began) / 100) / 10,
        "recovered after, s": Math.round(recovery / 100) / 10,
      };
    }),
  );
  report.title("Questions outside faults, ms");
  const rows = soak.crowds.map(({ plan, asked, repeats }) => {
    const times = quietTimes(
      questions.filter(({ network }) => network === plan.network),
      recovered,
    );
    return {
      network: plan.network,
      asked: asked.length,
      measured: times.length,
      ...spread(times),
      "answered again": repeats(),
    };
  });
  console.table(
    rows.map((row) => ({ ...row, p50: Math.round(row.p50), p99: Math.round(row.p99), worst: Math.round(row.worst) })),
  );

  const { wrongs } = soak.model;
  const seldom = [...Map.groupBy(wrongs, ({ words }) => words.replaceAll(/\d+/g, "")).values()];
  for (const all of seldom.slice(0, wordsShown))
    report.note(
      `${all.length} × ${all[0]?.kind}: ${all
        .slice(0, 3)
        .map(({ words }) => words)
        .join("\n")}`,
    );
  report.note(`${soak.model.leftOut()} answers said, while something was wrong, that somebody may be left out`);
  const count = (kind: string) => wrongs.filter((one) => one.kind === kind).length;
  const late = rows.filter(({ measured }) => measured > 0);
  const of = (from: number, to: number) =>
    median(soak.memory.flatMap(({ at, mb }) => (at >= from && at <= to ? [mb] : [])));
  const end = soak.memory.at(-1)?.at ?? 0;
  // Over a minute each, or a tenth of a short soak: collecting garbage moves it by more than what is looked for.
  const span = Math.max(10, Math.min(60, end / 10));
  const [first, last] = [of(memoryFrom, memoryFrom + span), of(end - span, end)];
  report.note(`memory: ${Math.round(first)} MB after ${Math.round(memoryFrom)} s, ${Math.round(last)} MB at the end`);
  for (const [line, times] of alike(soak.log())) report.note(`the program said ${times} times: ${line}`);
  report.title("Criteria");
  report.atMost("lost", count("lost"), 0);
  report.atMost("shown past expiry, or after /stop", count("shown too long"), 0);
  for (const { network, p99 } of late)
    report.atMost(`p99 of questions outside faults, ${network}`, p99, mostP99, " ms");
  report.atMost("memory at the end, against that at the beginning", last / first, mostGrowth, " times");
  for (const name of new Set(faults.map((fault) => fault.name))) {
    const worst = Math.max(...recovered.filter((one) => one.name === name).map(({ recovery }) => recovery));
    report.atMost(`recovery after ${name}`, worst / 1000, recoversWithin / 1000, " s");
  }
  return report.end();
}

function alike(log: string): [string, number][] {
  const lines = log.split("\n").filter((line) => line !== "");
  const groups = Map.groupBy(lines, (line) => line.replaceAll(/\d+ (?=s|min)/g, "N "));
  return [...groups].map(([line, all]) => [line, all.length]);
}
