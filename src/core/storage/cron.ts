import { schedule } from "node-cron";
import type { Log } from "../../log.ts";

/**
 * Runs a job every second; one that takes longer is not begun a second time.
 * @returns a function that ends it; a job under way goes on to its end
 */
export function everySecond(job: () => Promise<void>, log: Log): () => Promise<void> {
  const run = async () => {
    try {
      await job();
    } catch (error) {
      log.warn("the sweep failed; it is tried again in a second", error);
    }
  };
  const quiet = { info() {}, warn() {}, error() {}, debug() {} };
  const task = schedule("* * * * * *", run, { noOverlap: true, logger: quiet });
  return async () => {
    await task.destroy();
  };
}
