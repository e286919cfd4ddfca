import { type Ends, freshFolder } from "../support/run.ts";
import { type Child, startChild } from "./child.ts";
import type { CoreOffers } from "./children/core-child.ts";
import type { Kept } from "./children/core-world.ts";

/** What `npm start` gives to node, so that what is measured is what runs. */
export const flags = ["--max-semi-space-size=16", "--heap-growing-percent=30"];
/** For finding out where the time goes: a profile of each process, in this folder. */
const profiles = process.env["BENCH_PROFILES"];
const profiling = profiles === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profiles}`];

/** whereat's core in a process of its own. @param kept where its files are; in a new folder when it does not say */
export async function startCore(ends: Ends, kept: Partial<Kept> = {}): Promise<Child<CoreOffers>> {
  const where: Kept = { folder: kept.folder ?? (await freshFolder(ends)), ...kept };
  const core = startChild<CoreOffers>(ends, "core-child.ts", [JSON.stringify(where)], [...flags, ...profiling]);
  await core.ask("open");
  return core;
}
