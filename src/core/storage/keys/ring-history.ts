import type { Instant } from "../../../lib/time.ts";
import type { OpenedRows } from "../seal/opened-rows.ts";
import { closeAllShares, type RingKeys } from "./ring-keys.ts";
import type { Saver, Step } from "./saver.ts";

/** What a ring knows of its own past: by it, ring and store know whether the other is the one that they last worked with. */
export type RingHistory = {
  /** how many times the ring was opened, this time included */
  starts(): number;
  /** it ends with the program */
  readonly isInMemory: boolean;
  /** how many times it was written, as far as the writing is finished */
  saves(): number;
  /** how often guarded rows of the store were changed, as the ring has it written down */
  changes(): number;
  /** writes down that guarded rows were changed so often */
  countChanges(changes: number): Promise<void>;
  /** @see Continuity.lostAt */
  lostAt(): Instant | undefined;
  /** what follows from the loss is not all done yet */
  isLossOpen(): boolean;
  /** the store is not the one that the ring last worked with: closes all that belongs to circles and their members */
  lose(now: Instant, seen?: Seen): Promise<void>;
  /** what follows from the loss is done */
  closeLoss(): Promise<void>;
};

/** How often the ring was opened and written, as its store says. */
type Seen = { starts: number; saves: number };

/** @param saved how many of the ring's writings are finished */
export function createRingHistory(
  ring: RingKeys,
  isInMemory: boolean,
  saved: () => number,
  saver: Saver,
  step: Step,
  opened: OpenedRows,
): RingHistory {
  const saveOwn = () => {
    saver.changed([]);
    return saver.settled();
  };

  return {
    isInMemory,
    starts: () => ring.starts,
    saves: saved,
    changes: () => ring.changes,
    countChanges(changes) {
      ring.changes = Math.max(ring.changes, changes);
      return saveOwn();
    },
    lostAt: () => ring.lostAt,
    isLossOpen: () => ring.isLossOpen,
    async lose(now, seen = { starts: 0, saves: 0 }) {
      // An older ring goes on where the newer one had come to: what it seals and writes must count as newer.
      ring.starts = Math.max(ring.starts, seen.starts);
      ring.saves = Math.max(ring.saves, seen.saves);
      closeAllShares(ring, now);
      opened.forgetCircle();
      step("loss: gone from memory");
      saver.changed();
      await saver.settled();
      step("loss: keys destroyed");
    },
    closeLoss() {
      ring.isLossOpen = false;
      return saveOwn();
    },
  };
}
