import { second } from "../../lib/time.ts";
import { lasted } from "../health/judge.ts";
import type { startNetworks } from "../start-networks.ts";

type Running = Awaited<ReturnType<typeof startNetworks>>;

const patience = 90 * second;
const glance = 200;

/**
 * Waits until all is well, and stops.
 * @param elapsed milliseconds since some moment
 * @returns why it is not, in lines; undefined when it is
 */
export async function tryConnection(
  running: Running,
  { elapsed, wait }: { elapsed: () => number; wait: (milliseconds: number) => Promise<void> },
): Promise<readonly string[] | undefined> {
  let began = elapsed();
  let failed = false;
  void running.over.then(() => {
    failed = true;
  });
  while (!running.health().isGood && !failed && elapsed() - began < patience) {
    await wait(glance);
    // Whoever is asked for something in the log takes the time that it takes.
    if (running.health().asks) began = elapsed();
  }
  const { isGood, lines } = running.health();
  await running.stop();
  if (isGood) return undefined;
  const wrong = lines.flatMap((line) => line.wrong.map((what) => `${line.about}: ${what}`));
  return [...wrong, `That is so after ${lasted(elapsed() - began)}.`];
}
