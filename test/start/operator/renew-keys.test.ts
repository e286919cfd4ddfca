import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { renewRing } from "../../../src/core/storage/renewal/renew-ring.ts";
import type { KeptTier } from "../../../src/core/storage/ring-file/kept-ring.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { freshFolder } from "../program.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const clock = () => instant(Date.now());

/** Runs a script of package.json, with words behind it. */
async function run(script: "passphrase" | "renew-keys", settings: Record<string, string>, ...words: string[]) {
  const [, file = "", ...before] = scripts[script]?.split(" ") ?? [];
  const child = spawn(process.execPath, [join(root, file), ...before, ...words], {
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

/** A store and a plain ring, of which whereat knows what a room keeps. */
async function prepare() {
  const folder = await freshFolder();
  const path = join(folder, "keyring");
  const url = `sqlite:${join(folder, "whereat.db")}`;
  const file = (name: string, words: string) => {
    writeFileSync(join(folder, name), `${words}\n`, { mode: 0o600 });
    return join(folder, name);
  };
  const tierWith = (passphrase?: string): KeptTier =>
    passphrase ? { kind: "sealed", path, passphrase } : { kind: "file", path };
  const open = async (passphrase?: string) => {
    const sealed = await openSealedStore(url, tierWith(passphrase), clock);
    return { ...sealed, records: createSealedRecords(sealed.store, sealed.seal, clock, createLog("warn")) };
  };
  const expiry = recordKeys.expiry("circle" as never);
  const first = await open();
  await first.records.set(expiry, 60_000);
  await first.close();
  /** sealed as cheaply as can be */
  const seal = async () => {
    const store = await openStore(url);
    const measureCost = async () => Number.POSITIVE_INFINITY;
    await renewRing({ tier: tierWith(), becomes: tierWith("the old words"), store, clock, measureCost });
    await store.close();
  };
  const settings = { WHEREAT_KEYS: `file:${path}`, WHEREAT_STORE: url };
  return {
    folder,
    path,
    file,
    open,
    seal,
    settings,
    sealed: { ...settings, WHEREAT_PASSPHRASE_FILE: file("old", "the old words") },
    /** opens with this passphrase, and has what was kept */
    holds: async (passphrase?: string) => {
      const { records, close } = await open(passphrase);
      expect(await records.get(expiry)).toBe(60_000);
      await close();
    },
  };
}

test("one command changes the passphrase, and all keys with it: the ring opens with the new one, and no more with the old", async () => {
  const { file, path, open, holds, seal, sealed } = await prepare();
  await seal();
  const { said, code } = await run("passphrase", sealed, file("new", "the new words"));
  expect(said).toMatch(
    /^The keys are being renewed\..*\nDone in \d+ s\. All keys are new\. Rows sealed anew under them: 1\./,
  );
  expect(said).toContain("The key ring opens with the new passphrase only.");
  // What is sealed under a key that was carried over is said.
  expect(said).toContain("Start whereat soon");
  expect(code).toBe(0);
  expect(readFileSync(path, "latin1")).not.toContain("key ring");
  await expect(open("the old words")).rejects.toThrow();
  await holds("the new words");
});

test("one command gives the ring new keys, under the passphrase that it has, or under none", async () => {
  const { path, holds, settings, seal, sealed } = await prepare();
  const before = readFileSync(path, "utf8");
  expect(await run("renew-keys", settings)).toMatchObject({ code: 0, said: expect.not.stringContaining("passphrase") });
  const { root: key } = JSON.parse(before) as { root: string };
  expect(readFileSync(path, "utf8")).not.toContain(key);
  await holds();
  await seal();
  const wrapped = readFileSync(path).subarray(0, 60);
  expect(await run("renew-keys", sealed)).toMatchObject({ code: 0 });
  // The key that the passphrase wraps is a new one, too.
  expect(readFileSync(path).subarray(0, 60)).not.toEqual(wrapped);
  await holds("the old words");
});

test("while whereat runs, nothing is renewed; nor does whereat start while it is", async () => {
  const { file, open, holds, settings } = await prepare();
  const running = await open();
  const { said, code } = await run("passphrase", settings, file("new", "the new words"));
  expect(said).toContain("another whereat runs with this key ring");
  expect(code).toBe(1);
  await running.close();
  await holds();
});

test("what is missing is said, and nothing is changed", async () => {
  const { folder, path, file, holds, settings } = await prepare();
  const before = readFileSync(path);
  expect((await run("passphrase", settings)).said).toContain("npm run passphrase -- FILE");
  expect((await run("renew-keys", settings, "now")).said).toContain("npm run renew-keys gives");
  expect((await run("passphrase", settings, "/nowhere")).said).toContain("The file with the new one is not there.");
  const inMemory = { WHEREAT_KEYS: "memory", WHEREAT_STORE: "memory:" };
  expect((await run("renew-keys", inMemory)).said).toContain("there is no file to seal");
  expect((await run("renew-keys", { ...settings, WHEREAT_STORE: "memory:" })).said).toContain("nothing to seal anew");
  const elsewhere = join(folder, "elsewhere");
  const noRing = { ...settings, WHEREAT_KEYS: `file:${elsewhere}`, WHEREAT_STORE: `sqlite:${elsewhere}.db` };
  expect((await run("passphrase", noRing, file("new", "the new words"))).said).toContain("there is no key ring");
  expect(existsSync(`${elsewhere}.db`)).toBe(false);
  expect(readFileSync(path)).toEqual(before);
  await holds();
});

test("with settings that name another store, or one that is away, nothing is renewed, and that is said", async () => {
  const { folder, path, holds, settings } = await prepare();
  const before = readFileSync(path);
  const other = await run("renew-keys", { ...settings, WHEREAT_STORE: `sqlite:${join(folder, "other.db")}` });
  expect(other.said).toContain("Look whether the settings name the right store");
  const away = await run("renew-keys", { ...settings, WHEREAT_STORE: "redis://127.0.0.1:9" });
  expect(away.said).toContain("the store's server is not there");
  for (const { code } of [other, away]) expect(code).toBe(1);
  expect(readFileSync(path)).toEqual(before);
  await holds();
});

test("when the ring cannot be written, that is said, and not that a file cannot be read", async () => {
  const { folder, file, settings } = await prepare();
  mkdirSync(join(folder, "keyring.new"));
  const { said, code } = await run("passphrase", settings, file("new", "the new words"));
  expect(said).toContain("a folder beside it ends in .new or .old: move that away");
  expect(code).toBe(1);
});

test("a new passphrase that is easy to guess, or that the next start could not read, is refused, and nothing is changed", async () => {
  const { file, holds, settings } = await prepare();
  expect((await run("passphrase", settings, file("new", "x"))).said).toMatch(
    /not changed\. The new passphrase is too easy to guess/,
  );
  expect((await run("passphrase", settings, file("two", "the new words\nand more"))).said).toContain(
    "more than one line",
  );
  await holds();
});
