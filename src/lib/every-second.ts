import { schedule } from "node-cron";
import type { Log } from "./log.ts";

/**
 * Runs a job every second; one that takes longer is not begun a second time.
 * @returns a function that ends it, and resolves when the job that is under way is done
 */
export function everySecond(job: () => Promise<void>, log: Log): () => Promise<void> {
  let isFailing = false;
  let underWay = Promise.resolve();

  const run = async () => {
    try {
      await job();
      if (isFailing) log.info("the sweep works again");
      isFailing = false;
    } catch (error) {
      if (!isFailing) log.warn("the sweep failed; it is tried again every second", error);
      isFailing = true;
    }
  };
  const quiet = { info() {}, warn() {}, error() {}, debug() {} };
  const task = schedule("* * * * * *", () => (underWay = run()), { noOverlap: true, logger: quiet });
  return async () => {
    await task.destroy();
    await underWay;
  };
}
