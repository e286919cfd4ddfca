import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { startFakeHomeserver } from "../../support/fake-homeserver/fake-homeserver.ts";
import { withProvider } from "../../support/fake-homeserver/fake-provider.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

const logOut = (folder: string) => startProgram({}, "", folder, ["--log-out"]).ended;

/** A folder with settings for a homeserver. */
async function folderFor(settings: readonly string[]) {
  const homeserver = await startFakeHomeserver(Date.now);
  onTestFinished(() => homeserver.stop());
  const folder = await freshFolder();
  const lines = [`MATRIX_HOMESERVER_URL=${homeserver.url}`, ...settings, ""];
  writeFileSync(join(folder, ".env"), lines.join("\n"), { mode: 0o600 });
  return { homeserver, folder };
}

/** A start until it is connected, and its end. */
async function startAndStop(folder: string, confirm?: () => void) {
  const program = startProgram({}, "", folder);
  if (confirm) {
    await vi.waitFor(() => expect(program.stderr()).toContain("confirm the code"), hangsAfter / 2);
    confirm();
  }
  await vi.waitFor(() => expect(program.stderr()).toContain("Matrix: connected as"), hangsAfter / 2);
  program.child.kill("SIGTERM");
  await program.ended;
}

test("npm run logout ends a login by code, removes its keys, and leaves the identity for the next one", async () => {
  const { homeserver, folder } = await folderFor(["MATRIX_USER=bot"]);
  const provider = withProvider(homeserver, Date.now);
  await startAndStop(folder, () => provider.decide("confirmed"));
  const access = provider.secrets.find((secret) => secret.startsWith("mat_")) ?? "";
  expect([provider.isGood(access), existsSync(join(folder, "data/matrix-keys.db"))]).toEqual([true, true]);
  const { code, stdout } = await logOut(folder);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining("Matrix: the bot is logged out, and its device is gone."),
  ]);
  expect([provider.isGood(access), existsSync(join(folder, "data/matrix-keys.db"))]).toEqual([false, false]);
  expect((await logOut(folder)).stdout).toBe("Matrix: there is no login to end.\n");

  await startAndStop(folder, () => provider.decide("confirmed"));
  expect(homeserver.asked.filter(({ path }) => path === "keys/device_signing/upload")).toHaveLength(1);
});

test("a login that cannot be ended now goes on, and its keys stay", async () => {
  const { homeserver, folder } = await folderFor(["MATRIX_USER=bot"]);
  const provider = withProvider(homeserver, Date.now);
  await startAndStop(folder, () => provider.decide("confirmed"));
  homeserver.on(({ path }) => (path === "/oauth/revoke" ? { status: 503, text: "" } : undefined));
  const { code, stdout } = await logOut(folder);
  expect([code, stdout]).toEqual([1, expect.stringContaining("the login could not be ended, and goes on")]);
  expect(existsSync(join(folder, "data/matrix-keys.db"))).toBe(true);
  await startAndStop(folder);
});

test("npm run logout ends a login by password at the homeserver", async () => {
  const { homeserver, folder } = await folderFor(["MATRIX_USER=bot", "MATRIX_PASSWORD=letmein"]);
  await startAndStop(folder);
  expect((await logOut(folder)).stdout).toContain("The next npm start logs in anew, as a new device");
  expect(homeserver.asked.find(({ path }) => path === "logout")?.authorization).toBe("Bearer token-1");
});

test("npm run logout ends a token of a fixed kind, and says what is left to do", async () => {
  const { homeserver, folder } = await folderFor(["MATRIX_ACCESS_TOKEN=token-0"]);
  expect((await logOut(folder)).stdout).toContain("take MATRIX_ACCESS_TOKEN out of the settings");
  expect(homeserver.asked.find(({ path }) => path === "logout")?.authorization).toBe("Bearer token-0");
});

test("without a network, there is nothing to end, and nothing is written", async () => {
  const folder = await freshFolder();
  const { code, stderr } = await logOut(folder);
  expect([code, stderr]).toEqual([78, "No network is set, so there is no login to end.\n"]);
  expect(existsSync(join(folder, "data"))).toBe(false);
});
