import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { freshFolder, hangsAfter } from "../program.ts";

const root = join(import.meta.dirname, "../../..");
const asked = "ana@march> /here 52.52 13.405\nben@march> /map\n";

/** The console with an input that goes on. */
async function opened(TMPDIR: string) {
  const env = { PATH: "/usr/bin:/bin", NODE_COMPILE_CACHE: join(root, "node_modules/.cache/node"), TMPDIR };
  const child = spawn(process.execPath, [join(root, "src/main.ts")], { cwd: join(root, "test"), env, stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close");
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const soon = <T>(look: () => T) => vi.waitFor(look, { timeout: hangsAfter, interval: 20 });
  return {
    child,
    ended,
    soon,
    say: (line: string) => void child.stdin.write(line),
    /** the path of the picture, once it is said */
    picture: () =>
      soon(() => {
        const [, path = ""] = /\(with a picture: (.+?)\)/.exec(said.replaceAll(/\n\s*\|? */g, "")) ?? [];
        expect(path).not.toBe("");
        return path;
      }),
  };
}

test("the path of a picture is said, and its file is gone with the answer; the others with the program", {
  timeout: 2 * hangsAfter,
}, async () => {
  const folder = await freshFolder();
  const { say, picture, soon, ended } = await opened(folder);
  say(asked);
  const path = await picture();
  expect(path.startsWith(folder)).toBe(true);
  expect(existsSync(path)).toBe(true);
  say("ana@march> /stop\n");
  await soon(() => expect(existsSync(path)).toBe(false));
  say(asked);
  await soon(() => expect(readdirSync(join(path, "..")).filter((name) => name.endsWith(".png"))).toHaveLength(1));
  say(":quit\n");
  await ended;
  expect(readdirSync(folder)).toEqual([]);
});

test("what a killed program left is removed at the next start, and what another one has that runs is not", {
  timeout: 2 * hangsAfter,
}, async () => {
  const folder = await freshFolder();
  const [killed, running] = [await opened(folder), await opened(folder)];
  for (const { say } of [killed, running]) say(asked);
  const [left, kept] = [await killed.picture(), await running.picture()];
  killed.child.kill("SIGKILL");
  await killed.ended;
  // Of somebody else, or of nobody that is known.
  mkdirSync(join(folder, "whereat-pictures-other"));
  expect(existsSync(left)).toBe(true);
  const next = await opened(folder);
  next.say(":quit\n");
  await next.ended;
  expect([existsSync(join(left, "..")), existsSync(kept)]).toEqual([false, true]);
  expect(readdirSync(folder)).toHaveLength(2);
});
