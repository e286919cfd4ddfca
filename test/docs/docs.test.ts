import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { day, hour, minute, second } from "../../src/lib/time.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "CHANGELOG.md",
  ...globSync("docs/*.md", { cwd: root }),
];

/** Paths that a document leads a reader to: the targets of its links, as paths from the root. */
const linksOf = (path: string): string[] =>
  [...read(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .flatMap(([, target]) => (target === undefined || /^\w+:/.test(target) ? [] : [target]))
    .map((target) => join(dirname(path), target));

/** What a heading is called in an address, as hosts of repositories make it. */
const anchorsOf = (path: string): string[] =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );

/** Links of a document to a heading, of itself or of another. */
const headingsLinkedBy = (path: string): { page: string; anchor: string }[] =>
  [...read(path).matchAll(/\]\(([^):#\s]*)#([^)]+)\)/g)].map(([, page = "", anchor = ""]) => ({
    page: page === "" ? path : join(dirname(path), page),
    anchor,
  }));

/** Paths of this repository that it names as code, of a file or of a folder. */
const pathsOf = (path: string): string[] =>
  [...read(path).matchAll(/`((?:src|test|bench|boundaries|drill|docs|deploy)\/[^`\s*{}<>]*)`/g)].flatMap(([, named]) =>
    named === undefined ? [] : [named],
  );

describe("the documents", () => {
  test.each(documents)("%s links to files that are there", (path) => {
    expect(linksOf(path).filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });

  test.each(documents)("%s links to headings that are there", (path) => {
    const wrong = headingsLinkedBy(path).filter(({ page, anchor }) => !anchorsOf(page).includes(anchor));
    expect(wrong).toEqual([]);
  });

  test.each(documents)("%s names paths that are there", (path) => {
    expect(pathsOf(path).filter((named) => !existsSync(join(root, named)))).toEqual([]);
  });

  test("are all linked from the README", () => {
    expect(linksOf("README.md")).toEqual(expect.arrayContaining(documents.slice(1)));
  });

  test("say of each folder under src what it is for", () => {
    const folders = globSync("src/**/", { cwd: root }).map((folder) => `${join(folder, ".")}/`);
    const tree = new Set(pathsOf("docs/architecture.md"));
    expect(folders.length).toBeGreaterThan(20);
    // Each language has one, which is told of with all others.
    const isOfALanguage = (folder: string) => /\/languages\/[a-z]+\/$/.test(folder);
    const untold = folders.filter((folder) => folder !== "src/" && !isOfALanguage(folder) && !tree.has(folder));
    expect(untold).toEqual([]);
  });
});

const units: readonly (readonly [name: string, size: number])[] = [
  ["second", second],
  ["minute", minute],
  ["hour", hour],
  ["day", day],
  ["MiB", 1024 * 1024],
];

/** How a value may be written: as it is, or as so many of a unit. */
const written = (value: number): string[] => [
  `${value}`,
  ...units.flatMap(([name, size]) => {
    const amount = value / size;
    return name === "MiB" || amount === 1 ? [`${amount} ${name}`] : [`${amount} ${name}s`];
  }),
];

const waysToWrite = (limit: unknown): string[] => {
  if (typeof limit === "number") return written(limit);
  const { max, within, replaced, unreplaced } = limit as Record<string, number>;
  if (max !== undefined && within !== undefined) return written(within).map((time) => `${max} in ${time}`);
  return written((replaced ?? 0) * day).flatMap((one) =>
    written((unreplaced ?? 0) * day).map((other) => `${one} for a key that was replaced, ${other}`),
  );
};

/** What the table calls those whose limits these are: a network by its name, as people write it. */
const ownerOf = (path: string): string => {
  if (path.startsWith("src/core/")) return "core";
  if (path.startsWith("src/config/")) return "settings";
  if (path.startsWith("src/map/")) return "Map";
  if (path.startsWith("src/pictures/")) return "pictures";
  const folder = path.split("/")[2] ?? "";
  return folder.charAt(0).toUpperCase() + folder.slice(1);
};

const limitsIn = async (path: string): Promise<[limit: string, value: unknown][]> => {
  const file = (await import(join(root, path))) as Record<string, unknown>;
  return Object.entries(file).map(([name, value]) => [`${ownerOf(path)} ${name}`, value]);
};

describe("docs/limits.md", async () => {
  const rows = read("docs/limits.md")
    .split("\n")
    .filter((line) => /^\| \w+ \| `/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, of = "", name = "", value = "", past = "", where = "", tested = ""]) => ({
      limit: `${of} ${name.replaceAll("`", "")}`,
      value,
      past,
      where,
      tested,
    }));
  const files = globSync("src/**/limits.ts", { cwd: root });
  const limits = new Map((await Promise.all(files.map(limitsIn))).flat());

  test("has a row for every limit, and no other", () => {
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.map(({ limit }) => limit).toSorted()).toEqual([...limits.keys()].toSorted());
  });

  test("says each limit as the code has it", () => {
    const wrong = rows.filter(({ limit, value }) => {
      const ways = waysToWrite(limits.get(limit));
      return !ways.some((way) => value === way || value.startsWith(`${way} `) || value.startsWith(`${way},`));
    });
    expect(wrong).toEqual([]);
  });

  test("says what happens past each one, where it is held, and by which test", () => {
    for (const { past, where, tested } of rows) {
      expect(past).not.toBe("");
      expect(where).toMatch(/^`src\/.*\.ts`$/);
      expect(tested).toMatch(/^`test\/.*\.test\.ts`$/);
    }
  });

  test("names a file that holds it, where no test alone does", () => {
    const held = rows.filter(({ past }) => !past.startsWith("a test fails"));
    const wrong = held.filter(
      ({ limit, where }) => !read(where.replaceAll("`", "")).includes(limit.split(" ")[1] ?? ""),
    );
    expect(wrong).toEqual([]);
  });
});
