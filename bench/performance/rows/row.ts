import type { Ends } from "../../support/run.ts";

export type Options = {
  rounds: number;
  /** how many sharers there are, one size after the other */
  sharers: readonly number[];
  /** how many records the sweep has to delete */
  expiring: number;
  passphrase: string | undefined;
  /** what part of the usual number of updates and questions a round has */
  scale: number;
};

/** How many a round has. */
export const scaled = (count: number, { scale }: Pick<Options, "scale">): number =>
  Math.max(1, Math.round(count * scale));

/** What is measured together. */
export type Row = {
  what: string;
  run: (ends: Ends, options: Options) => Promise<void>;
};
