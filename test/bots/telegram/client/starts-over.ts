import { createUpdateIds } from "../../../../src/bots/telegram/client/update-ids.ts";
import { createRetry } from "../../../../src/lib/async/retry.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { type Duration, instant } from "../../../../src/lib/time.ts";
import { keepIn } from "../connect.ts";

const began = Date.UTC(2026, 10, 21, 12);

/** A bot that starts again and again over the same notes, unless these are put back to what they were. */
export function startsOver() {
  let kept = new Map<string, string>();
  let isKnown = false;
  let now = began;
  let losses = 0;
  const start = (absence: Duration) =>
    createUpdateIds({
      keep: { get: async (name) => kept.get(name), set: async (name, text) => keepIn(kept).set(name, text) },
      past: {
        isKnown: async () => isKnown,
        know: async () => void (isKnown = true),
        absence,
        count: () => 0,
        lose: async () => void (losses += 1),
      },
      retry: createRetry(
        async () => {},
        () => 0.5,
      ),
      mayPass: () => false,
      isStopping: () => false,
      now: () => instant(now),
      log: createLog("warn", () => {}),
    });
  return {
    /** starts after so long, and is given updates with these numbers, a batch each */
    runs: async (absence: Duration, ...batches: number[][]) => {
      now += absence;
      const ids = start(absence);
      for (const batch of batches) {
        const updates = batch.map((id) => ({ update_id: id }));
        await ids.look(updates);
        await ids.note(updates);
      }
    },
    copy: () => {
      const copy = new Map(kept);
      return () => (kept = new Map(copy));
    },
    forget: () => kept.clear(),
    losses: () => losses,
  };
}
