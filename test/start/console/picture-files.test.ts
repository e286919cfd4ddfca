import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { mapFileOf } from "../../map/map-folder.ts";
import { maps } from "../../pictures/drawings.ts";
import { decoded } from "../../pictures/pixels.ts";
import { freshFolder, hangsAfter } from "../program.ts";

const root = join(import.meta.dirname, "../../..");
const asked = "ana@march> /here 52.52 13.405\nben@march> /map\n";

/** The console with an input that goes on. */
async function opened(TMPDIR: string, settings: Readonly<Record<string, string>> = {}) {
  const compiled = join(root, "node_modules/.cache/node");
  const env = { PATH: "/usr/bin:/bin", NODE_COMPILE_CACHE: compiled, TMPDIR, ...settings };
  const child = spawn(process.execPath, [join(root, "src/main.ts")], { cwd: join(root, "test"), env, stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close");
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  let logged = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    logged += text;
  });
  const soon = <T>(look: () => T) => vi.waitFor(look, { timeout: hangsAfter, interval: 20 });
  return {
    child,
    ended,
    soon,
    logged: () => logged,
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

test("with WHEREAT_MAP a picture has streets, and the log tells nothing of it", {
  timeout: 2 * hangsAfter,
}, async () => {
  const folder = await freshFolder();
  const { say, picture, logged } = await opened(folder, { WHEREAT_MAP: mapFileOf(maps.chicago()) });
  say("ana@march> /here 41.90001 -87.69001\ncleo@march> /here 41.90301 -87.68801\nben@march> /map\n");
  const { data, width, height } = decoded(readFileSync(await picture()));
  let streets = 0;
  for (let pixel = 0; pixel < width * (height - 100); pixel += 1)
    if ([0, 1, 2].every((channel) => data[pixel * 4 + channel] === 255)) streets += 1;
  expect(streets).toBeGreaterThan(2000);
  expect(logged()).not.toMatch(/map|streets|41\.9/);
});
