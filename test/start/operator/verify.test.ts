import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const program = fileURLToPath(new URL("../../../src/verify.ts", import.meta.url));

/** npm run verify, in a folder. */
function verify(folder: string) {
  const child = spawn(process.execPath, [program], { cwd: folder, env: { PATH: "/usr/bin:/bin" }, stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].setEncoding("utf8").on("data", (part: string) => (output[name] += part));
  return { child, output, ended: once(child, "close").then(() => child.exitCode) };
}

test("npm run verify talks with the whereat that runs, which waits for another session of the account; one at a time", async () => {
  const homeserver = await startFakeHomeserver(Date.now);
  onTestFinished(() => homeserver.stop());
  const folder = await freshFolder();
  const settings = [`MATRIX_HOMESERVER_URL=${homeserver.url}`, "MATRIX_USER=bot", "MATRIX_PASSWORD=letmein", ""];
  writeFileSync(join(folder, ".env"), settings.join("\n"), { mode: 0o600 });
  const whereat = startProgram({}, "", folder);
  await vi.waitFor(() => expect(whereat.stderr()).toContain("Matrix: connected as"), hangsAfter / 2);
  const first = verify(folder);
  await vi.waitFor(() => expect(first.output.stdout).toContain("Now begin in another session"), hangsAfter / 2);
  const second = verify(folder);
  expect(await second.ended).toBe(1);
  expect(second.output.stdout).toBe("Somebody is verifying it in another terminal already.\n");
  first.child.kill("SIGINT");
  await first.ended;
  const third = verify(folder);
  await vi.waitFor(() => expect(third.output.stdout).toContain("Now begin in another session"), hangsAfter / 2);
  whereat.child.kill("SIGTERM");
  expect((await whereat.ended).code).toBe(0);
  expect(await third.ended).toBe(1);
});

test("where no whereat runs, npm run verify says so", async () => {
  const { output, ended } = verify(await freshFolder());
  expect([await ended, output]).toEqual([
    1,
    { stdout: "", stderr: expect.stringContaining("whereat does not answer") },
  ]);
});
