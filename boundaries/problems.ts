import type { Cruise } from "./cruise.ts";
import { builtinPath, libraryPath, pathOf } from "./rules.ts";
import { builtins, libraries, places } from "./tables.ts";

const matches = (path: string, text: string) => new RegExp(path).test(text);

/**
 * What is wrong, a line each: broken rules, files that the cruiser did not read, files in no place or in several, and entries of the
 * tables that nothing uses.
 *
 * @param files the program files on the disk
 */
export function problemsOf({ modules, violations }: Cruise, files: readonly string[]): string[] {
  const read = new Set(modules.map(({ source }) => source));
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => [source, resolved] as const),
  );
  const isUsed = (place: string, path: string) =>
    imports.some(([from, to]) => matches(pathOf(place), from) && matches(path, to));
  const placesOf = (file: string) => Object.keys(places).filter((place) => matches(pathOf(place), file));
  return [
    ...(files.length === 0 ? ["no file under src"] : []),
    ...files.filter((file) => !read.has(file)).map((file) => `not read: ${file}`),
    ...files
      .filter((file) => placesOf(file).length !== 1)
      .map((file) => `in ${placesOf(file).join(" and ") || "no place"} of boundaries/tables.ts: ${file}`),
    ...violations.map(({ rule, from, to }) => `${rule}: ${from} -> ${to}`),
    ...Object.entries(places).flatMap(([place, { imports: listed, types = [] }]) =>
      [...listed, ...types]
        .filter((entry) => !isUsed(place, pathOf(entry)))
        .map((entry) => `unused entry: ${place} imports nothing of ${entry}`),
    ),
    ...Object.entries(libraries)
      .filter(([library, place]) => !isUsed(place, libraryPath(library)))
      .map(([library, place]) => `unused entry: ${place} does not import ${library}`),
    ...Object.entries(builtins).flatMap(([builtin, owners]) =>
      owners
        .filter((place) => !isUsed(place, builtinPath(builtin)))
        .map((place) => `unused entry: ${place} does not import node:${builtin}`),
    ),
  ];
}
