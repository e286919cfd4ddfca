import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";

const project = resolve(import.meta.dirname, "..");

type Forms = Readonly<Record<string, (specifier: string) => string>>;

/** The ways of importing what exists when the program runs. */
export const valueForms: Forms = {
  import: (to) => `import { x } from "${to}"; export const y = x;`,
  "import for its effect": (to) => `import "${to}";`,
  "import all": (to) => `import * as x from "${to}"; export const y = x;`,
  "export from": (to) => `export { x } from "${to}";`,
  "export all from": (to) => `export * from "${to}";`,
  "import()": (to) => `export const y = () => import("${to}");`,
  "import() of a template": (to) => `export const y = () => import(\`${to}\`);`,
  require: (to) => `export const y = require("${to}");`,
  "import = require": (to) => `import x = require("${to}"); export const y = x;`,
  "type of import()": (to) => `export type Y = import("${to}").X;`,
  "import type and import": (to) => `import type { X } from "${to}"; import { x } from "${to}"; export const y: X = x;`,
};

/** The ways of importing what is gone when the program runs. */
export const typeForms: Forms = {
  "import type": (to) => `import type { X } from "${to}"; export type Y = X;`,
  "import { type }": (to) => `import { type X } from "${to}"; export type Y = X;`,
  "export type from": (to) => `export type { X } from "${to}";`,
  "export type all from": (to) => `export type * from "${to}";`,
  "within declare module": (to) => `declare module "ambient" { export type { X } from "${to}"; }`,
};

export const forms: Forms = { ...valueForms, ...typeForms };

/** An import to plant: in this place, of this file of the tree, library or module of Node's. */
export type Plant = { place: string; target: string };

/** The path of a file that is in the place. */
export function fileIn(place: string, name: string): string {
  if (place.endsWith("/")) return `${place.replace("*", "matrix")}${name}.ts`;
  return place.replace("*", name);
}

/** What a file of the tree writes to import the target. */
function specifierOf(file: string, target: string): string {
  if (!/^(src|test)\//.test(target)) return target;
  const path = relative(dirname(file), target);
  return path.startsWith(".") ? path : `./${path}`;
}

/**
 * Files that hold each planted import in each form, the files that they import, and a main.ts that imports them all.
 *
 * @returns the content of each file by its path, and of each file that holds a planted import, which one
 */
export function plantedFiles(plants: readonly Plant[], inForms: Forms) {
  const files = new Map<string, string>();
  const planted = new Map<string, Plant & { form: string }>();
  for (const plant of plants) {
    for (const [form, write] of Object.entries(inForms)) {
      // Only one file can be in a place that is a file: there each form is a line.
      const file = fileIn(plant.place, `planted-${planted.size}`);
      const before = files.get(file) ?? "";
      files.set(file, `${before}${write(specifierOf(file, plant.target))}\n`);
      planted.set(file, { ...plant, form });
    }
  }
  for (const { target } of plants) {
    if (/^(src|test)\/.*\.ts$/.test(target) && !files.has(target))
      files.set(target, "export const x = 1; export type X = number;\n");
  }
  const others = [...planted.keys()].filter((file) => file !== "src/main.ts");
  const main = others.map((file) => `import "${specifierOf("src/main.ts", file)}";\n`).join("");
  files.set("src/main.ts", `${main}${files.get("src/main.ts") ?? ""}`);
  return { files, planted };
}

/**
 * A project in a folder of its own, with the packages of this one. It is removed at the end of the block.
 *
 * @param files the content of each file, by its path
 * @param libraries packages that its package.json declares besides
 */
export function projectOf(
  files: ReadonlyMap<string, string>,
  libraries: readonly string[] = [],
): Disposable & { root: string } {
  const root = mkdtempSync(join(tmpdir(), "boundaries-"));
  const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  for (const library of libraries) manifest.dependencies[library] = "*";
  writeFileSync(join(root, "package.json"), JSON.stringify(manifest));
  cpSync(join(project, ".oxlintrc.json"), join(root, ".oxlintrc.json"));
  symlinkSync(join(project, "node_modules"), join(root, "node_modules"));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return { root, [Symbol.dispose]: () => rmSync(root, { recursive: true }) };
}
