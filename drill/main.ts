import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { RingTier } from "../src/core/storage/ring-file/kept-ring.ts";
import { fewestPeople, runDrill } from "./run-drill.ts";
import { playScenes } from "./scenes.ts";

const { values } = parseArgs({
  options: {
    people: { type: "string", default: String(fewestPeople) },
    store: { type: "string" },
    keys: { type: "string", default: "sealed" },
  },
});

const folder = mkdtempSync(join(tmpdir(), "whereat-drill-"));
const path = join(folder, "keys", "ring");
const tiers: Record<string, RingTier> = {
  sealed: { kind: "sealed", path, passphrase: "a passphrase for the drill only" },
  file: { kind: "file", path },
  memory: { kind: "memory" },
};
const tier = tiers[values.keys];
const people = Number(values.people);
if (!tier || !(people >= fewestPeople)) {
  console.error(
    `npm run drill [-- --people ${fewestPeople} or more] [--keys sealed|file|memory] [--store an EMPTY store]`,
  );
  process.exit(1);
}

console.log(
  `A seizure drill: ${people} people share for two hours; a thief copies the store every minute. Nothing of yours is touched.`,
);
const store = values.store ?? `sqlite:${join(folder, "data", "whereat.db")}`;
const said = (line: string) => console.log(line);
const findings = await runDrill({ folder, store, tier, people, said });
said("Then its data is lost, or put back from a copy. Ana has shared within 1 km, chosen 5 km, and said /stop:");
findings.push(...(await playScenes(join(folder, "scenes"), said)));
for (const { promise, figures, holds } of findings)
  console.log(`${holds ? "holds " : "BROKEN"}  ${promise}\n        ${figures}`);
const broken = findings.filter(({ holds }) => !holds).length;
console.log(
  broken === 0
    ? "What a thief would learn now: that this is whereat, how many rows it has, and how often they changed. No position, no name, no id.\nWith the key ring, opened, as well: the settings, who was in which room, and who shared with it. No position."
    : `${broken} of ${findings.length} promises do not hold.`,
);
rmSync(folder, { recursive: true });
process.exit(broken === 0 ? 0 : 1);
