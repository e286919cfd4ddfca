import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { faults } from "../../bench/faults/all.ts";
import { without } from "../../bench/faults/fault.ts";
import { planted } from "../../bench/faults/planted/all.ts";
import { ending } from "./ending.ts";
import { keeping } from "./keeping.ts";
import { logins } from "./logins/logins-and-keys.ts";
import { matrixLogins } from "./logins/matrix-logins.ts";
import { verification } from "./logins/verification.ts";
import { losing } from "./losing.ts";
import { onMatrix } from "./on-matrix.ts";
import { looks } from "./requests/looks.ts";
import { requests } from "./requests/requests.ts";
import { running } from "./running.ts";
import { secrets } from "./secrets.ts";
import { accounts } from "./showing/accounts.ts";
import { asking } from "./showing/asking.ts";
import { boards } from "./showing/boards.ts";
import { inOnesLanguage } from "./showing/languages.ts";
import { links } from "./showing/links.ts";
import { meeting } from "./showing/meeting.ts";
import { people } from "./showing/people.ts";
import { pictures } from "./showing/pictures.ts";
import { places } from "./showing/places.ts";
import { telling } from "./showing/telling.ts";
import { signs } from "./signs.ts";

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const promises = {
  ...asking,
  ...boards,
  ...ending,
  ...inOnesLanguage,
  ...keeping,
  ...logins,
  ...looks,
  ...links,
  ...accounts,
  ...losing,
  ...matrixLogins,
  ...meeting,
  ...onMatrix,
  ...people,
  ...pictures,
  ...places,
  ...requests,
  ...running,
  ...telling,
  ...verification,
  ...secrets,
  ...signs,
};

for (const [sentence, check] of Object.entries(promises)) test(sentence, { timeout: 60_000 }, check);

test("docs/claims.md has each promise once and no other, with who relies on it, who could show it false, and what it does not claim", () => {
  const rows = read("docs/claims.md")
    .split("\n")
    .filter((line) => /^\| (?!claim )[^-]/.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()));
  expect(rows.map(([sentence = ""]) => sentence).toSorted()).toEqual(Object.keys(promises).toSorted());
  for (const row of rows) expect([row[0], row.length, row.every((cell) => cell !== "")]).toEqual([row[0], 4, true]);
});

test.each([
  ["README.md", "## What it protects"],
  ["docs/protect.md", "## Promises"],
])("%s promises nothing else, and nothing twice", (path, heading) => {
  const [, section = ""] = read(path).split(`${heading}\n`);
  const [list = ""] = section.split(/^## /m);
  const listed = [...list.matchAll(/^- (.+)$/gm)].map(([, sentence]) => sentence);
  expect(listed.filter((sentence) => sentence === undefined || !Object.hasOwn(promises, sentence))).toEqual([]);
  expect(listed.length).toBeGreaterThan(9);
  expect(listed).toHaveLength(new Set(listed).size);
});

test("bench/faults.ts knows how each of them could be broken, in the code as it is", () => {
  expect(new Set(Object.keys(faults))).toEqual(new Set(Object.keys(promises)));
  for (const list of Object.values(faults)) {
    expect(list).not.toEqual([]);
    for (const fault of list) expect(() => without(fault, read)).not.toThrow();
  }
});

test("what bench/faults/planted breaks is in the code as it is", () => {
  const missing = planted.filter((fault) => {
    try {
      return without(fault, read) === undefined;
    } catch {
      return true;
    }
  });
  expect(missing.map(([name]) => name)).toEqual([]);
});
