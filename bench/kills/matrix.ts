import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startHomeserver } from "../../test/support/homeserver/homeserver.ts";
import { runSoak } from "../../test/support/soaks/matrix/run.ts";
import { createRandom } from "../../test/support/soaks/telegram/random.ts";

// The program in encrypted rooms, killed again and again: is each command answered once, and nothing lost?
// Without kills it shows what memory it takes: node bench/kills/matrix.ts --messages 900 --kills 0
const { values } = parseArgs({
  options: {
    messages: { type: "string", default: "300" },
    kills: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [messages, kills, seed] = [values.messages, values.kills, values.seed].map(Number) as [number, number, number];

console.log(`With seed ${seed}. The same people doing the same again: --seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), "whereat-kill-"));
const homeserver = await startHomeserver();
try {
  const { violations, logged, ...figures } = await runSoak(homeserver.url, folder, {
    messages,
    kills,
    random: createRandom(seed),
  });
  console.log(JSON.stringify(figures));
  for (const [line, times] of logged) console.log(`${times} × ${line}`);
  for (const violation of violations.slice(0, 40)) console.log(`VIOLATED: ${violation}`);
  if (violations.length > 0) process.exitCode = 1;
} finally {
  await homeserver.stop();
  rmSync(folder, { recursive: true, force: true });
}
