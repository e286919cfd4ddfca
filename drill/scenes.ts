import { rmSync } from "node:fs";
import { join } from "node:path";
import { minute } from "../src/lib/time.ts";
import { allFiles, ana, ben, type Machine, ringFile, startMachine, storeFiles } from "./machine.ts";
import { markers } from "./marked-network.ts";
import type { Finding } from "./run-drill.ts";

/** What is done to the data, and when: `before` is called while Ana shares, and gives what is done after she has stopped. */
type Scene = { name: string; before: (machine: Machine, folder: string) => (machine: Machine) => Promise<void> };

const [first, second] = [`${markers.latitude}11`, `${markers.latitude}99`];

const whileStopped =
  (prepare: (machine: Machine, folder: string) => () => void): Scene["before"] =>
  (machine, folder) => {
    const change = prepare(machine, folder);
    return (now) => now.restartAfter(change);
  };

export const scenes: readonly Scene[] = [
  {
    name: "snapshot restored: store and key ring put back together",
    before: whileStopped((machine, folder) => machine.copyOf(allFiles, join(folder, "snapshot"))),
  },
  {
    name: "store lost: its files are removed",
    before: whileStopped((_, folder) => () => {
      for (const name of storeFiles) rmSync(join(folder, "data", name), { force: true });
    }),
  },
  {
    name: "store put back from a copy, under the newer key ring",
    before: whileStopped((machine, folder) => machine.copyOf(storeFiles, join(folder, "snapshot"))),
  },
  {
    name: "store server restarted empty, while whereat runs",
    before: () => (machine) =>
      machine.inStore(async (store) => {
        const ids: string[] = [];
        for await (const [id] of store.entries()) ids.push(id);
        await store.delete(ids);
      }),
  },
  {
    name: "key ring rolled back to an earlier moment of the same run",
    before: whileStopped((machine, folder) => machine.copyOf(ringFile, join(folder, "snapshot"))),
  },
  {
    name: "clock wrong: 13 minutes behind at the start",
    before: () => (machine) => machine.restartAfter(() => machine.pass(-13 * minute)),
  },
];

/** Ana shares, stops, and chooses to be shown less exactly; then something happens to the data. What is shown to Ben is printed. */
async function play({ name, before }: Scene, folder: string, said: (line: string) => void): Promise<Finding> {
  const machine = await startMachine(join(folder, "data"));
  const tell = (who: string, words: string) => said(`    ${who}: ${words.replaceAll("\n", "\n         ")}`);
  said(`  ${name}`);
  await machine.says(ana, "/precision 1km");
  const phone = await machine.shares(first);
  tell("Ben asks, before", await machine.says(ben, "/whereis"));
  // The copy is of a program that was stopped, and has the newest of everything in its files.
  await machine.restartAfter(() => undefined);
  const change = before(machine, folder);
  await machine.says(ana, "/precision 5km");
  await machine.says(ana, "/stop");
  machine.pass(20_000);
  await change(machine);
  await phone.moves(second);
  const after = await machine.says(ben, "/whereis");
  tell("Ben asks, after", after);
  for (const line of machine.logged.filter((each) => each.startsWith("warn"))) said(`    log: ${line.slice(6, 130)}`);
  await machine.shares(second);
  const again = await machine.says(ben, "/whereis");
  tell("Ana shares anew, and Ben asks", again);
  await machine.stop();
  const isHidden = after.includes("Nobody shares");
  const isShownAgain = again.includes(markers.name) && !again.includes(second) && /\b5\.\d kilometres\b/.test(again);
  return {
    promise: `Scene "${name}": nothing that was stopped is shown, nothing finer than was chosen, and a new share works at once.`,
    figures: `stopped and hidden: ${isHidden}; shared anew, within 5 km: ${isShownAgain}`,
    holds: isHidden && isShownAgain,
  };
}

/** Plays what can happen to the data of a whereat. @param folder an empty one */
export async function playScenes(
  folder: string,
  said: (line: string) => void,
  played: readonly Scene[] = scenes,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, scene] of played.entries()) findings.push(await play(scene, join(folder, `${index}`), said));
  return findings;
}
