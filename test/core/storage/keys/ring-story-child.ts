import { writeFileSync } from "node:fs";
import { type Account, openStorage, play } from "./ring-story.ts";

// Plays the story in a folder, and kills itself with SIGKILL at the n-th named point. How far it had come is left in a file.
const [folder = "", account = "", killAt = "", inParts, passphrase] = process.argv.slice(2);
const now: Account = { done: 0, closed: [] };
let points = 0;

function step(): void {
  if (++points !== Number(killAt)) return;
  writeFileSync(account, JSON.stringify(now));
  process.kill(process.pid, "SIGKILL");
}

const storage = await openStorage({ folder, passphrase, step, now: 0, isInParts: inParts === "in parts" });
await play(storage, now);
await storage.close();
