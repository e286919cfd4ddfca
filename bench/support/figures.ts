/** Times of one kind, in milliseconds; Infinity for what did not come while it was waited for. */
export type Times = readonly number[];

/** @param share from 0 to 1: 0.5 gives the median */
export function percentile(times: Times, share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

const shown = (value: number) => (Number.isFinite(value) ? String(Math.round(value)) : "not in time");

/** "12 × p50 210 ms, max 260 ms" */
export const describeTimes = (times: Times): string =>
  `${times.length} × p50 ${shown(percentile(times, 0.5))} ms, max ${shown(Math.max(...times))} ms`;

/** Prints figures and criteria as they come, and knows in the end whether all were met. */
export type Report = {
  title(words: string): void;
  note(words: string): void;
  /** @param value met when it is no more than `most` */
  atMost(what: string, value: number, max: number, unit?: string): void;
  isMet(what: string, met: boolean): void;
  /** Times under load beside quiet ones of the same run: median and worst at most `most` times the quiet median and worst. */
  compare(what: string, quiet: Times, loaded: Times, most?: number): void;
  /** Prints the sum of it. @returns whether all criteria were met */
  end(): boolean;
};

export function createReport(): Report {
  const failed: string[] = [];
  let judged = 0;

  function judge(met: boolean, words: string) {
    judged += 1;
    if (!met) failed.push(words);
    console.log(`  ${met ? "ok    " : "FAILED"} ${words}`);
  }
  const atMost: Report["atMost"] = (what, value, most, unit = "") => {
    const figure = Number.isFinite(value) ? String(Number(value.toPrecision(3))) : "not in time";
    judge(value <= most, `${what}: ${figure}${unit}, at most ${most}${unit}`);
  };

  return {
    title: (words) => console.log(`\n${words}`),
    note: (words) => console.log(`         ${words}`),
    atMost,
    isMet: (what, met) => judge(met, what),
    compare(what, quiet, loaded, most = 2) {
      console.log(`         ${what}: quiet ${describeTimes(quiet)}; meanwhile ${describeTimes(loaded)}`);
      // An answer that did not come is no measure for another: nothing is twice as late.
      const ratio = (of: (times: Times) => number) =>
        quiet.every(Number.isFinite) ? of(loaded) / of(quiet) : Number.POSITIVE_INFINITY;
      atMost(
        `${what}, median against quiet median`,
        ratio((times) => percentile(times, 0.5)),
        most,
        " times",
      );
      atMost(
        `${what}, worst against quiet worst`,
        ratio((times) => Math.max(...times)),
        most,
        " times",
      );
    },
    end() {
      console.log(`\n${judged - failed.length} of ${judged} criteria are met.`);
      for (const words of failed) console.log(`  FAILED ${words}`);
      return judged > 0 && failed.length === 0;
    },
  };
}
