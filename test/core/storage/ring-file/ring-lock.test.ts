import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lockRing } from "../../../../src/core/storage/ring-file/ring-lock.ts";
import { freshFolder } from "../fresh-folder.ts";

const module = new URL("../../../../src/core/storage/ring-file/ring-lock.ts", import.meta.url).href;

/** Another program that holds the lock of a ring until it dies. */
async function startOther(ring: string) {
  const script = `const { lockRing } = await import(${JSON.stringify(module)});
    await lockRing(${JSON.stringify(ring)}); console.log("held"); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

test("a second program is refused the key ring, with a word about the first", async () => {
  const ring = join(freshFolder(), "ring");
  await startOther(ring);
  await expect(lockRing(ring)).rejects.toThrow("another whereat runs with this key ring: stop that one first");
});

test("after the first program was killed the ring is free", async () => {
  const ring = join(freshFolder(), "ring");
  const other = await startOther(ring);
  other.kill("SIGKILL");
  await once(other, "exit");
  const release = await lockRing(ring);
  release();
});

test("a lock that cannot be used is not taken for another program's", async () => {
  const ring = join(freshFolder(), "ring");
  writeFileSync(`${ring}.lock`, "not a lock ".repeat(100), { mode: 0o600 });
  await expect(lockRing(ring)).rejects.toThrow(/lock beside it could not be used: .*remove/);
});

test("given back, the ring can be used again", async () => {
  const ring = join(freshFolder(), "ring");
  (await lockRing(ring))();
  (await lockRing(ring))();
});
