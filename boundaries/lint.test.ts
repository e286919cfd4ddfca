import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectOf } from "./planted.ts";

type Diagnostic = { filename: string; code: string };

/** The rules of the lint that each line breaks, in a file of its own in the folder. */
function rulesBroken(folder: string, lines: readonly string[]): Record<string, string[]> {
  const fileOf = (index: number) => `${folder}planted-${index}.ts`;
  using project = projectOf(new Map(lines.map((line, index) => [fileOf(index), `${line}\n`])));
  const oxlint = join(import.meta.dirname, "../node_modules/.bin/oxlint");
  const { stdout } = spawnSync(oxlint, ["--format", "json", "src"], { cwd: project.root, encoding: "utf8" });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  const rulesOf = (file: string) => diagnostics.filter(({ filename }) => filename === file).map(({ code }) => code);
  return Object.fromEntries(lines.map((line, index) => [line, [...new Set(rulesOf(fileOf(index)))]]));
}

const globals = "eslint(no-restricted-globals)";
const randomness = "eslint(no-restricted-imports)";

const refused: Readonly<Record<string, string>> = {
  "export const now = Date.now();": globals,
  "export const now = new Date();": globals,
  "export const now = performance.now();": globals,
  "export const now = process.hrtime();": globals,
  "const { env } = process; export const x = env;": globals,
  'export const fs = process.getBuiltinModule("node:fs");': globals,
  "export const now = globalThis.Date.now();": globals,
  "const { Date: Clock } = globalThis; export const now = new Clock();": globals,
  "export const now = global.performance.now();": globals,
  "export const id = crypto.randomUUID();": globals,
  "export const x = Math.random();": "eslint(no-restricted-properties)",
  "const { random } = Math; export const x = random();": "eslint(no-restricted-properties)",
  'export const x = await fetch("https://example.org");': globals,
  'export const x = new WebSocket("wss://example.org");': globals,
  "setTimeout(() => {}, 1000);": globals,
  "setInterval(() => {}, 1000);": globals,
  'export const x = eval("1");': "eslint(no-eval)",
  'export const x = new Function("1");': globals,
  'const make = Function; export const x = make("1");': globals,
  "export const load = (name: string) => import(name);": "import(no-dynamic-require)",
  'import { randomBytes } from "node:crypto"; export const x = randomBytes(1);': randomness,
  'import { randomUUID as digest } from "node:crypto"; export const x = digest();': randomness,
  'import { webcrypto } from "node:crypto"; export const x = webcrypto;': randomness,
  'import * as crypto from "node:crypto"; export const x = crypto.randomInt(2);': randomness,
  'import crypto from "node:crypto"; export const x = crypto.randomInt(2);': randomness,
  'export { randomBytes } from "node:crypto";': randomness,
  'export * from "node:crypto";': randomness,
  'import { randomBytes } from "crypto"; export const x = randomBytes(1);': "unicorn(prefer-node-protocol)",
  'console.log("x");': "eslint(no-console)",
};

test.each(["src/core/model/", "src/lib/", "src/bots/matrix/send/"])(
  "what no import shows is refused in %s",
  (folder) => {
    const broken = rulesBroken(folder, Object.keys(refused));
    expect(broken).toEqual(Object.fromEntries(Object.entries(refused).map(([line, rule]) => [line, [rule]])));
  },
);

test("each exception allows what its folder needs, and nothing more", () => {
  const allowed: Record<string, readonly string[]> = {
    "src/bots/telegram/client/": ["fetch(", "setTimeout(", "setInterval("],
    "src/bots/matrix/http/": ["fetch(", "setTimeout(", "setInterval("],
    "src/core/storage/stores/": ["setTimeout(", "setInterval("],
    "src/core/storage/keys/": ['"node:crypto"'],
    "src/core/storage/ring-file/": ['"node:crypto"'],
    "src/core/storage/seal/": ['"node:crypto"'],
    "src/bots/matrix/crypto/indexeddb/": ['"node:crypto"'],
    "src/bots/matrix/crypto/identity/": ['"node:crypto"'],
  };
  for (const [folder, parts] of Object.entries(allowed)) {
    const broken = rulesBroken(folder, Object.keys(refused));
    const unbroken = Object.keys(refused).filter((line) => broken[line]?.length === 0);
    expect({ folder, unbroken }).toEqual({
      folder,
      unbroken: Object.keys(refused).filter((line) => parts.some((part) => line.includes(part))),
    });
  }
});

test("a hash, and import() of a file by its name, are not refused", () => {
  const fine = [
    'import { createHmac } from "node:crypto"; export const x = createHmac("sha256", "key");',
    'export const load = () => import("./planted-0.ts");',
  ];
  expect(Object.values(rulesBroken("src/bots/matrix/send/", fine))).toEqual([[], []]);
});
