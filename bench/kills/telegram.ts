import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { startFakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import { createRandom } from "../../test/support/soaks/telegram/random.ts";
import { createSoak } from "../../test/support/soaks/telegram/soak.ts";

const { values } = parseArgs({
  options: {
    updates: { type: "string", default: "3000" },
    kills: { type: "string", default: "30" },
    terms: { type: "string", default: "10" },
    lock: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [updates, kills, terms, lock, seed] = [values.updates, values.kills, values.terms, values.lock, values.seed].map(
  Number,
) as [number, number, number, number, number];

console.log(`The program is killed while it works, with seed ${seed}. The same again: --seed ${seed}`);
const random = createRandom(seed);
const folder = mkdtempSync(join(tmpdir(), "whereat-kill-"));
const api = await startFakeBotApi({ now: Date.now });
const settings = { WHEREAT_STORE: `sqlite:${folder}/whereat.db`, WHEREAT_KEYS: `file:${folder}/keyring` };
// So many that nobody says more in a minute than is answered.
const soak = createSoak({ api, random, settings, sizes: { rooms: 120, people: 240 }, patience: 90_000 });
const table: Record<string, Record<string, string | number>> = {};
const violations: string[] = [];
let repeated = 0;

async function phase(name: string, run: () => Promise<Record<string, string | number>>) {
  const [before, commands, began] = [soak.updates(), soak.commands(), Date.now()];
  const figures = await run();
  const verdict = await soak.verify();
  const repeatedBefore = repeated;
  repeated = verdict.repeated;
  const found = verdict.violations.filter((one) => !violations.includes(one));
  violations.push(...found);
  table[name] = {
    updates: soak.updates() - before,
    commands: soak.commands() - commands,
    ...figures,
    "answers repeated": repeated - repeatedBefore,
    "by one kill at most": verdict.repeatedByOneKill,
    violations: found.length,
    seconds: Math.round((Date.now() - began) / 1000),
  };
}

/** Waits for a moment at which nobody would choose to be killed, and is over then. */
async function untilSomeMoment(kill: () => void): Promise<void> {
  const kind = random.below(4);
  if (kind === 0) return sleep(random.below(500));
  await soak.connected();
  if (kind === 1) return sleep(random.below(700));
  // As Telegram has carried out a call, and before the program can hear of it.
  const sent = 1 + random.below(15);
  const isOver = () => api.updates.pending().length === 0;
  await api.calls.until(() => {
    const isNow = soak.sent() >= sent;
    if (isNow) kill();
    return isNow || isOver();
  });
}

// However this ends, no program and no folder is left behind.
let current = soak.launch();
process.once("exit", () => {
  current.child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
await soak.connected();
await soak.shareInPrivate(10);
await soak.end("SIGTERM");

await phase("kill -9", async () => {
  const share = Math.ceil(updates / kills);
  for (let time = 0; time < kills; time += 1) {
    current = soak.launch();
    soak.burst(Math.min(share, Math.max(0, updates - soak.updates())));
    await untilSomeMoment(() => current.child.kill("SIGKILL"));
    await soak.end("SIGKILL");
  }
  current = soak.launch();
  return { ended: kills };
});
await soak.end("SIGTERM");

await phase("SIGTERM", async () => {
  const took: number[] = [];
  for (let time = 0; time < terms; time += 1) {
    current = soak.launch();
    soak.burst(100);
    await soak.connected();
    await sleep(random.below(600));
    const began = performance.now();
    await soak.end("SIGTERM");
    took.push(Math.round(performance.now() - began));
  }
  current = soak.launch();
  return { ended: terms, "longest end, ms": Math.max(0, ...took) };
});

await phase(`store locked for ${lock} s`, async () => {
  const other = new DatabaseSync(`${folder}/whereat.db`, { timeout: 5000 });
  other.exec("BEGIN EXCLUSIVE");
  for (let second = 0; second < lock; second += 1) {
    soak.burst(5);
    await sleep(1000);
  }
  other.exec("ROLLBACK");
  other.close();
  return {};
});
await soak.end("SIGTERM");

await api.close();
console.table(table);
for (const [line, times] of soak.logged()) console.log(`${times} × ${line}`);
for (const violation of violations.slice(0, 40)) console.log(`VIOLATED: ${violation}`);
process.exitCode = violations.length > 0 ? 1 : 0;
