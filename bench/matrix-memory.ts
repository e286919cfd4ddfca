import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beginsToShare, isAt, liveAllowed, openRoom } from "../test/real/matrix/nio-room.ts";
import { passwordOf, register, startHomeserver } from "../test/support/homeserver/homeserver.ts";
import { nioPerson } from "../test/support/homeserver/nio-person.ts";

// How much memory the program holds while messages of an encrypted room go through it: two points of a live share, then a question, and so on.
//   node bench/matrix-memory.ts [MESSAGES]
const messages = Number(process.argv[2] ?? 900);
const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "whereat-memory-"));
const homeserver = await startHomeserver();
const [ana, ben] = await Promise.all([nioPerson(homeserver.url, "ana"), nioPerson(homeserver.url, "ben")]);
const { userId } = await register(homeserver.url, "bot");
const settings = {
  MATRIX_HOMESERVER_URL: homeserver.url,
  MATRIX_USER: "bot",
  MATRIX_PASSWORD: passwordOf("bot"),
  WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
  WHEREAT_KEYS: `file:${folder}/keyring`,
  WHEREAT_PASSPHRASE: "correct horse battery",
};
// As npm start does it.
const flags = ["--max-semi-space-size=4", "--optimize-for-size"];
const bot = spawn(process.execPath, [...flags, main], { env: { ...settings, MALLOC_ARENA_MAX: "2" }, stdio: "ignore" });
const residentMb = () =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, "utf8"))?.[1]) / 1024);

const room = await openRoom(userId, [ana, ben], liveAllowed);
const info = await beginsToShare(ben, room);
const began = Date.now();
for (let sent = 1; sent <= messages; sent++) {
  if (sent % 3 === 0) {
    const question = await ana.says(room, "!whereis ben", userId);
    await ana.sees(
      ({ room_id, sender, content }) =>
        room_id === room &&
        sender === userId &&
        JSON.stringify(content["m.relates_to"] ?? {}).includes(String(question)),
    );
  } else {
    await isAt(ben, room, info, `geo:52.5${String(sent).padStart(4, "0")},13.3777`, userId);
  }
  if (sent % 100 === 0)
    console.log(`${sent} messages: ${residentMb()} MB resident, ${Math.round((Date.now() - began) / 1000)} s`);
}
bot.kill("SIGTERM");
await ana.leavesTheKeyboard();
await ben.leavesTheKeyboard();
await homeserver.stop();
rmSync(folder, { recursive: true });
