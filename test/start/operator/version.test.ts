import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

const whereat = `whereat ${packageJson.version}`;

test("npm start -- --version says the version and nothing else, whatever the settings are", {
  timeout: hangsAfter,
}, async () => {
  const env = { ...process.env, WHEREAT_STORE: "mysql:none" };
  const { stdout, stderr } = await promisify(execFile)("npm", ["start", "--silent", "--", "--version"], { env });
  expect({ stdout, stderr }).toEqual({ stdout: `${whereat}\n`, stderr: "" });
});

test("the first line of the log says the version, Node, the networks and the kind of the store, with its time and level", {
  timeout: hangsAfter,
}, async () => {
  const folder = await freshFolder();
  const program = startProgram({
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
    TELEGRAM_BOT_TOKEN: "123456:FAKE-TOKEN",
    TELEGRAM_API_ROOT: "http://127.0.0.1:9",
  });
  await expect.poll(program.stderr, { timeout: hangsAfter }).toContain("\n");
  expect(program.rawStderr().split("\n")[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ info  whereat /);
  const [first] = program.stderr().split("\n");
  expect(first).toBe(`${whereat}; Node ${process.versions.node}; networks: telegram; store: sqlite`);
});
