import { readFileSync } from "node:fs";
import { percentile } from "../support/figures.ts";
import type { Question, Standing } from "./model.ts";

/** A time in which something was wrong; milliseconds. */
export type FaultTime = {
  readonly name: string;
  readonly began: number;
  ended: number | undefined;
};

/** How long after a fault what it held up may still be under way. */
export const recoversWithin = 30_000;
/** A question that takes longer than this behind a fault is still a consequence of it. */
const noticeable = 1000;

/** How long after a fault's end the last question that it held up was answered; Infinity: one was not. */
export function recoveryOf(fault: FaultTime, questions: readonly Question[], now: number): number {
  const { began, ended = now } = fault;
  const heldUp = questions.filter(({ askedAt, answeredAt = Number.POSITIVE_INFINITY }) => {
    const isBehind = askedAt > ended && askedAt < ended + recoversWithin && answeredAt - askedAt > noticeable;
    return answeredAt > ended && (isBehind || (askedAt >= began - noticeable && askedAt <= ended));
  });
  return Math.max(0, ...heldUp.map(({ answeredAt = Number.POSITIVE_INFINITY }) => answeredAt - ended));
}

/** The times of questions that no fault touched, and nothing that a fault had held up. */
export function quietTimes(
  questions: readonly Question[],
  faults: readonly (FaultTime & { recovery: number })[],
): number[] {
  const touches = ({ askedAt, answeredAt = askedAt }: Question) =>
    faults.some(({ began, ended = Number.POSITIVE_INFINITY, recovery }) => {
      return answeredAt >= began && askedAt <= ended + Math.min(recovery, recoversWithin);
    });
  return questions
    .filter((one) => !touches(one))
    .map(({ askedAt, answeredAt = Number.POSITIVE_INFINITY }) => answeredAt - askedAt);
}

export const spread = (times: readonly number[]) => {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), worst: Math.max(0, ...times) };
};

/** What a process holds of the machine's memory, in MB; Linux alone tells. */
export const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

/** Answers by what they are known by, until they are removed. */
export type Answers = Map<string, Standing>;
