import { schedule } from "node-cron";
import type { Trouble } from "./retry.ts";

/**
 * Runs a job every second. While it is still running, it is not started again.
 * @param trouble is told when the job fails, and when it works
 * @returns a function that ends it, and resolves when the job that is under way is done
 */
export function everySecond(job: () => Promise<void>, trouble: Trouble): () => Promise<void> {
  let underWay = Promise.resolve();

  const run = async () => {
    try {
      await job();
      trouble.passed();
    } catch (error) {
      trouble.met(error);
    }
  };
  const quiet = { info() {}, warn() {}, error() {}, debug() {} };
  const task = schedule("* * * * * *", () => (underWay = run()), { noOverlap: true, logger: quiet });
  return async () => {
    await task.destroy();
    await underWay;
  };
}
