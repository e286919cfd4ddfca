import { SealError } from "../src/core/model/errors.ts";
import { type CircleId, personId } from "../src/core/model/ids.ts";
import type { RecordKey } from "../src/core/model/ports.ts";
import { openKeyRing } from "../src/core/storage/keys/open-key-ring.ts";
import { createPgpSeal } from "../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../src/core/storage/stores/open-store.ts";
import { instant, later } from "../src/lib/time.ts";
import { mutations } from "../test/core/storage/seal/mutations.ts";

/** Changes sealed rows in every way known, so many times (1,000,000 unless told), and says what came of it. */
const wanted = Number(process.argv[2] ?? 1_000_000);
const atOnce = 64;

const now = instant(1_900_000_000_000);
const store = await openStore("memory:");
const ring = await openKeyRing({ tier: { kind: "memory" }, store, clock: () => now });
const seal = createPgpSeal(ring);

const rows: { key: RecordKey; row: string }[] = [];
for (const circle of ["one", "two"] as CircleId[])
  for (const member of [personId("telegram", 1), personId("matrix", "@ben:example.org")])
    for (const hours of [1, 2, 3]) {
      const key: RecordKey = { kind: "position", about: [circle, member, `${hours}`], circle, member };
      const sealed = await seal.seal(key, '{"latitude":52.5200123,"longitude":13.405}', later(now, hours * 3_600_000));
      await sealed.stored();
      rows.push({ key, row: sealed.text });
    }

// Numbers that are the same in every run: xorshift32.
let state = 0x9e3779b9;
const next = (below: number): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
};

type Tally = { refused: number; closed: number; opened: number; crashed: number };
const tallies = new Map<string, Tally>(
  Object.keys(mutations).map((name) => [name, { refused: 0, closed: 0, opened: 0, crashed: 0 }]),
);
const kinds = Object.entries(mutations);

async function tryOne(): Promise<void> {
  const [name, mutate] = kinds[next(kinds.length)] ?? ["", () => ""];
  const at = next(rows.length);
  const [chosen, other] = [rows[at], rows[(at + 1 + next(rows.length - 1)) % rows.length]];
  const tally = tallies.get(name);
  if (chosen === undefined || other === undefined || tally === undefined) return;
  const changed = mutate(chosen.row, other.row, next(2 ** 31));
  if (changed === chosen.row) return tryOne();
  try {
    tally[(await seal.open(chosen.key, changed)) === undefined ? "closed" : "opened"]++;
  } catch (error) {
    tally[error instanceof SealError ? "refused" : "crashed"]++;
  }
}

const started = performance.now();
for (let done = 0; done < wanted; done += atOnce) await Promise.all(Array.from({ length: atOnce }, tryOne));
const total = [...tallies.values()].reduce(
  (sum, each) => sum + each.refused + each.closed + each.opened + each.crashed,
  0,
);
console.table(Object.fromEntries(tallies));
console.log(`${total} changed rows in ${Math.round((performance.now() - started) / 1000)} s`);
let intact = 0;
for (const { key, row } of rows) if ((await seal.open(key, row)) !== undefined) intact++;
console.log(`${intact} of ${rows.length} rows as they were still open`);
await ring.close();
await store.close();
const bad = [...tallies.values()].some(({ opened, crashed }) => opened + crashed > 0);
process.exitCode = bad || intact !== rows.length ? 1 : 0;
