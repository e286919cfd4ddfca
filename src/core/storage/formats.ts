import { checkFormat } from "../../lib/format.ts";
import { withTextsOfNow } from "./texts-of-format-3.ts";

/**
 * The number of the format of all that the core keeps: the store's binding, its records and the key ring. A change of anything that is
 * written raises it, so that an older program refuses what it would misread.
 */
export const format = 4;

/** How this program reads what was written in the format before `to`. What is given is JSON that is not parsed yet. */
export type Migration = {
  readonly to: number;
  /** turns the content of the key ring into what the parser of format `to` reads */
  readonly ring?: (content: unknown) => unknown;
  /** by kind of record: turns a value into what the parser of format `to` reads; the version of that kind is then `to` */
  readonly records?: Readonly<Record<string, (value: unknown) => unknown>>;
};

/**
 * One for each format that this program still reads beside its own, in their order. A change of format adds one here, and golden folders of
 * the version that has it: see test/golden/README.md. Version 0.2.0 wrote format 3.
 */
export const migrations: readonly Migration[] = [
  // What waits may also say that it goes after a while, and whom an answer showed. What was written without reads as before, but a text that is gone.
  // A setting may also say in which topic it was chosen, and a share in which linked rooms it is seen.
  {
    to: 4,
    records: {
      queued: withTextsOfNow,
      "held answer": withTextsOfNow,
      settings: (chosen) => chosen,
      shares: (open) => open,
    },
  },
];

const beginAnew = "name another store and another key ring, or move both away, to begin anew";

/**
 * @param what how the sentence of a refusal begins
 * @param found the number that stands in what was written
 * @throws FormatError when it is not this format and no migration leads to it from there
 */
export const checkOurFormat = (what: string, found: unknown, list: readonly Migration[]): number =>
  checkFormat(found, { what, oldest: (list[0]?.to ?? format + 1) - 1, newest: format, beginAnew });

/** The steps that lead on from a format, of one part of what was written. */
export const stepsFrom = <Step>(
  from: number,
  list: readonly Migration[],
  part: (migration: Migration) => Step | undefined,
): Step[] =>
  list
    .filter(({ to }) => to > from)
    .map(part)
    .filter((step) => step !== undefined);
