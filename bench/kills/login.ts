import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { askInRoom, programByCode, startCodeLogins } from "../../test/support/homeserver/login/code-logins.ts";
import { runKills } from "../../test/support/homeserver/login/login-kills.ts";
import { createRandom } from "../../test/support/soaks/telegram/random.ts";

// A Matrix login by code, with tokens of twenty seconds, killed again and again while they are renewed: does it end, or is a question lost?
const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    kills: { type: "string", default: "20" },
    lasts: { type: "string", default: "20" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [minutes, kills, lasts, seed] = [values.minutes, values.kills, values.lasts, values.seed].map(Number) as [
  number,
  number,
  number,
  number,
];

console.log(`With seed ${seed}. The same moments again: --seed ${seed}`);
const folder = mkdtempSync(join(tmpdir(), "whereat-login-"));
const logins = await startCodeLogins(lasts);
const ana = await logins.person("ana");
try {
  await ana.makesIdentity();
  const whereat = programByCode(logins, folder);
  whereat.launch();
  await whereat.says("confirm the code");
  await whereat.confirm();
  await whereat.says("connected as");
  const room = await askInRoom(ana, "@whereat:test.local");
  const lost = await runKills(whereat, room, logins.provider, { minutes, kills, random: createRandom(seed).next });
  console.log(JSON.stringify({ minutes, kills, lasts, refreshes: logins.provider.refreshes(), lost: lost.length }));
  for (const one of lost) console.log(`LOST: ${one}`);
  if (lost.length > 0) process.exitCode = 1;
  await whereat.kill();
} finally {
  await ana.leaves();
  await logins.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
