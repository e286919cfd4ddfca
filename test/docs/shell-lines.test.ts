import { spawnSync } from "node:child_process";
import { copyFileSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { freshFolder, hangsAfter } from "../start/program.ts";
import { shellLines } from "./shell-lines.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [...globSync("*.md", { cwd: root }), ...globSync("docs/*.md", { cwd: root })];

/** Programs that the documents have somebody type. */
const programs =
  /^(?:npm|npx|install|cd|rm|tar|systemctl|journalctl|systemd-analyze|timedatectl|buildah|podman|createuser|createdb|dropdb|dropuser|register_new_matrix_user|mas-cli|curl|\.ci\/run)(?: |$)/;
/** What the indented blocks hold beside shell lines: what is said in a room, and drawings. */
const noShell = /^(?:\w+@\w+> |in \w+ \| | *\| |.*(?:──|└|├|│)|key ring$)/;

/** The indented blocks of a page, a line each, without what is said behind two blanks. A line that ends with a backslash goes on. */
function blockLines(page: string): string[] {
  const blocks = page.matchAll(/(?:^|\n)\n((?: {4,}\S[^\n]*\n|\n(?= {4}))+)/g);
  return [...blocks].flatMap(([, block = ""]) =>
    block
      .replaceAll(/ \\\n */g, " ")
      .split("\n")
      .map((line) => line.trim().replace(/ {2,}.*$/, ""))
      .filter((line) => line !== ""),
  );
}

const spans = (page: string): string[] =>
  [...page.matchAll(/`([^`]+)`/g)]
    .map(([, span = ""]) => span.replaceAll(/\s+/g, " "))
    .filter((span) => programs.test(span));

const inBlocks = documents.flatMap((path) => blockLines(read(path)).filter((line) => !noShell.test(line)));
const named = new Set([...inBlocks, ...documents.flatMap((path) => spans(read(path)))]);

describe("the shell lines of the documents", () => {
  test("are all in the list of how each is tried, and no other is", () => {
    expect(inBlocks.filter((line) => !programs.test(line))).toEqual([]);
    expect(named.size).toBeGreaterThan(40);
    expect([...named].toSorted()).toEqual(Object.keys(shellLines).toSorted());
  });

  test("are run by whoever the list says runs them", () => {
    for (const [line, tried] of Object.entries(shellLines))
      if ("by" in tried) expect([line, read(tried.by).includes(tried.as)]).toEqual([line, true]);
  });

  const typed = Object.entries(shellLines).flatMap(([line, tried]) =>
    "typed" in tried ? [{ line, ...tried.typed }] : [],
  );
  test.each(typed)("$line does what they say", { timeout: hangsAfter }, async ({ line, prints, leaves }) => {
    const folder = await freshFolder();
    copyFileSync(join(root, ".env.example"), join(folder, ".env.example"));
    // npm finds package.json by its own option, so that nothing is written here.
    const there = line.replace(/^npm /, `npm --silent --prefix ${root} `).replace(/^npx /, `npx --prefix ${root} `);
    const { stdout, stderr } = spawnSync("bash", ["-c", there], {
      cwd: folder,
      input: "",
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, WHEREAT_STORE: "memory:" },
    });
    expect(`${stdout}${stderr}`.trim()).toMatch(prints);
    if (leaves !== undefined) expect(statSync(join(folder, leaves)).mode & 0o077).toBe(0);
  });
});
