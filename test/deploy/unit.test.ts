import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const unit = read("deploy/whereat.service");
const hasSystemd = spawnSync("systemd-analyze", ["--version"]).status === 0;

/** The unit as it would be installed, with this folder in the place of /opt/whereat. */
function installed(text = unit): string {
  const folder = mkdtempSync(join(tmpdir(), "whereat-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "whereat.service");
  writeFileSync(path, text.replaceAll("/opt/whereat", root));
  mkdirSync(`${path}.d`);
  writeFileSync(join(`${path}.d`, "settings.conf"), read("deploy/settings.conf"));
  return path;
}

const [, command = ""] = /^ExecStart=(.*)$/m.exec(unit) ?? [];

describe("the unit of systemd", () => {
  test("starts the program as npm start does, and needs a network", () => {
    const [, arenas, flags] =
      /MALLOC_ARENA_MAX=(\d+) exec node (.*) src\/main\.ts$/.exec(packageJson.scripts.start) ?? [];
    expect(command).toBe(`/opt/whereat/node_modules/.bin/node ${flags} /opt/whereat/src/main.ts --require-network`);
    expect(unit).toContain(`\nEnvironment=MALLOC_ARENA_MAX=${arenas}\n`);
    expect(unit).toContain("\nLimitCORE=0\n");
  });

  test("names a command that runs", () => {
    const line = command.replaceAll("/opt/whereat", root).replace("--require-network", "--version").split(" ");
    expect(execFileSync(line[0] ?? "", line.slice(1), { encoding: "utf8" })).toBe(`whereat ${packageJson.version}\n`);
  });
});

// systemd is not on every machine on which whereat is changed.
describe.skipIf(!hasSystemd)("systemd-analyze, which is skipped where there is none,", () => {
  test("has nothing to say about the unit and its settings, and has of a word that it does not know", () => {
    const verify = (text?: string) => spawnSync("systemd-analyze", ["verify", installed(text)], { encoding: "utf8" });
    expect(verify()).toMatchObject({ status: 0, stdout: "", stderr: "" });
    // It succeeds all the same: only what it prints counts.
    expect(verify(unit.replace("DynamicUser=yes", "DynamicUser=yes\nDynamicGroup=yes")).stderr).toContain(
      "DynamicGroup",
    );
  });

  test("finds the unit exposed by 1.5 at most", () => {
    const said = execFileSync("systemd-analyze", ["security", "--offline=true", installed()], { encoding: "utf8" });
    const [, exposure] = /Overall exposure level for whereat\.service: ([\d.]+)/.exec(said) ?? [];
    expect(Number(exposure)).toBeLessThanOrEqual(1.5);
  });
});
