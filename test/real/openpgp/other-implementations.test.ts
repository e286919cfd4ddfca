import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { format } from "../../../src/core/storage/formats.ts";
import { createPgpSeal } from "../../../src/core/storage/seal/pgp-seal.ts";
import { later } from "../../../src/lib/time.ts";
import { freshFolder } from "../../core/storage/fresh-folder.ts";
import { ana, begin, c1, minute, openedStore, openRing, positionOf } from "../../core/storage/keys/ring-world.ts";
import { sessionKeyOf } from "../../core/storage/seal/session-key.ts";
import { fromUnstable } from "../../support/servers/from-unstable.ts";

let runner = "";
beforeAll(() => {
  runner = fromUnstable("rsop", "sq");
});

/** Sequoia's sq, or rPGP's rsop: what it says on standard output. */
function run(args: string[], input?: Buffer): Buffer {
  const env = { PATH: process.env.PATH, SEQUOIA_HOME: join(freshFolder(), "sequoia") };
  return execFileSync(runner, args, { env, input, stdio: ["pipe", "pipe", "ignore"] });
}

async function sealed(passphrase?: string) {
  const path = join(freshFolder(), "keys");
  const tier =
    passphrase === undefined ? ({ kind: "memory" } as const) : ({ kind: "sealed", path, passphrase } as const);
  const ring = await openRing({ tier, store: await openedStore("memory:") });
  return { path, ring, seal: createPgpSeal(ring) };
}

test("Sequoia opens a row with its session key, and finds the text in it", async () => {
  const { ring, seal } = await sealed();
  const key = positionOf(c1, ana);
  for (const text of ['{"latitude":52.52}', "x".repeat(20_000)]) {
    const row = await seal.seal(key, text, later(begin, 60 * minute));
    const edge = seal.bucketOf(row.text);
    const sessionKey = sessionKeyOf(ring.forOpening(key, edge)[0]!, seal.rowId(key), edge).toString("hex");
    const message = join(freshFolder(), "message");
    writeFileSync(message, Buffer.from(row.text.split(".")[1]!, "base64"));
    const payload = run(["sq", "decrypt", "--session-key", sessionKey, message]);
    expect(payload.length % 512).toBe(0);
    expect(payload.subarray(28, 28 + payload.readUInt32BE()).toString()).toBe(text);
    const other = sessionKey.replace(/^../, sessionKey.startsWith("00") ? "01" : "00");
    expect(() => run(["sq", "decrypt", "--session-key", other, message])).toThrow();
  }
});

test("Sequoia sees what is written of a row: version 2, AES-256, GCM", async () => {
  const { seal } = await sealed();
  const row = await seal.seal({ kind: "setting", about: [] }, "text");
  const message = join(freshFolder(), "message");
  writeFileSync(message, Buffer.from(row.text.split(".")[1]!, "base64"));
  const seen = run(["sq", "packet", "dump", message]).toString();
  expect(seen).toMatch(/Version: 2\s+Symmetric algo: AES-256\s+AEAD algo: GCM/);
});

test("Sequoia and rPGP open a ring with its passphrase, and not with another", async () => {
  const { path } = await sealed("correct horse");
  const [right, wrong] = ["correct horse", "Correct horse"].map((passphrase) => {
    const file = join(freshFolder(), "passphrase");
    writeFileSync(file, passphrase);
    return file;
  });
  const opened = [
    (passphrase = "") => run(["sq", "decrypt", "--password-file", passphrase, path]),
    (passphrase = "") => run(["rsop", "decrypt", "--with-password", passphrase], readFileSync(path)),
  ];
  for (const open of opened) {
    expect(JSON.parse(open(right).toString())).toMatchObject({ whereat: "key ring", format });
    expect(() => open(wrong)).toThrow();
  }
  expect(run(["sq", "packet", "dump", path]).toString()).toMatch(
    /S2K: Argon2\s+Salt: \w+\s+Passes: \d+\s+Parallelism: 4/,
  );
});
