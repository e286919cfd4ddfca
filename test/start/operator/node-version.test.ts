import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const check = fileURLToPath(new URL("../../../scripts/check-node.cjs", import.meta.url));

/** What `npm start` does first, on a Node that says it is of this version. */
function checkOn(version: string) {
  const pretend = `Object.defineProperty(process, "versions", { value: { node: "${version}" } }); require(${JSON.stringify(check)});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--eval", pretend], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test.each(["18.20.4", "20.11.1", "22.19.0", "24.11.1"])(
  "Node %s is refused in one line that says what to do",
  (version) => {
    expect(checkOn(version)).toEqual({
      status: 1,
      stdout: "",
      stderr: `whereat needs Node 24.12 or later, and this is ${version}. "npm ci" installs one beside it; if it could not, install Node 24.\n`,
    });
  },
);

test.each(["24.12.0", "24.21.0", "26.0.0"])("Node %s is taken without a word", (version) => {
  expect(checkOn(version)).toEqual({ status: 0, stdout: "", stderr: "" });
});
