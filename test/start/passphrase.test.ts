import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { changePassphrase } from "../../src/core/storage/keys/open-key-ring.ts";
import { openSealedStore } from "../../src/core/storage/open-sealed-store.ts";
import { instant } from "../../src/lib/time.ts";
import { freshFolder } from "./program.ts";

const script = fileURLToPath(new URL("../../src/change-passphrase.ts", import.meta.url));
const clock = () => instant(Date.UTC(2026, 10, 23));

async function change(settings: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [script, ...words], {
    cwd: import.meta.dirname,
    env: { PATH: "/usr/bin:/bin", NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"], ...settings },
    stdio: "pipe",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  await once(child, "close");
  return { said, code: child.exitCode };
}

async function prepare() {
  const folder = await freshFolder();
  const path = join(folder, "keyring");
  const store = `sqlite:${join(folder, "whereat.db")}`;
  const file = (name: string, words: string) => {
    writeFileSync(join(folder, name), `${words}\n`, { mode: 0o600 });
    return join(folder, name);
  };
  const open = (passphrase?: string) =>
    openSealedStore(store, passphrase ? { kind: "sealed", path, passphrase } : { kind: "file", path }, clock);
  /** sealed as cheaply as can be */
  const seal = () => changePassphrase(path, undefined, "the old words", async () => Number.POSITIVE_INFINITY);
  const settings = { WHEREAT_KEYS: `file:${path}`, WHEREAT_PASSPHRASE_FILE: file("old", "the old words") };
  return { folder, file, open, seal, settings };
}

test("one command changes the passphrase: the ring opens with the new one, and no more with the old", async () => {
  const { file, open, seal, settings } = await prepare();
  await (await open()).close();
  await seal();
  const { said, code } = await change(settings, file("new", "the new words"));
  expect(said).toContain("Done.");
  expect(code).toBe(0);
  await expect(open("the old words")).rejects.toThrow();
  await (await open("the new words")).close();
});

test("while whereat runs, the passphrase is not changed", async () => {
  const { file, open, settings } = await prepare();
  const running = await open();
  const { said, code } = await change(settings, file("new", "the new words"));
  expect(said).toContain("another whereat runs with this key ring");
  expect(code).toBe(1);
  await running.close();
  await (await open()).close();
});

test("what is missing is said, and nothing is changed", async () => {
  const { open, settings } = await prepare();
  await (await open()).close();
  expect((await change(settings)).said).toContain("npm run passphrase -- FILE");
  expect((await change(settings, "/nowhere")).said).toContain("The file with the new one is not there.");
  await (await open()).close();
});

test("when the ring cannot be written, that is said, and not that a file cannot be read", async () => {
  const { folder, file, open, seal, settings } = await prepare();
  await (await open()).close();
  await seal();
  mkdirSync(join(folder, "keyring.new"));
  const { said, code } = await change(settings, file("new", "the new words"));
  expect(said).toContain("a folder beside it ends in .new or .old: move that away");
  expect(code).toBe(1);
});

test("a new passphrase that is easy to guess, or that the next start could not read, is refused, and nothing is changed", async () => {
  const { file, open, settings } = await prepare();
  await (await open()).close();
  expect((await change(settings, file("new", "x"))).said).toMatch(
    /not changed\. The new passphrase is too easy to guess/,
  );
  expect((await change(settings, file("two", "the new words\nand more"))).said).toContain("more than one line");
  await (await open()).close();
});
