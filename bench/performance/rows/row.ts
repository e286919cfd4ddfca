import type { Ends } from "../../support/run.ts";

export type Options = {
  rounds: number;
  /** how many sharers there are, one size after the other */
  sharers: readonly number[];
  /** how many records the sweep has to delete */
  expiring: number;
  passphrase: string | undefined;
};

/** What is measured together. */
export type Row = {
  what: string;
  run: (ends: Ends, options: Options) => Promise<void>;
};
