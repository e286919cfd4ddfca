import type { IFlattenedRuleSet } from "dependency-cruiser";
import { builtins, entryPoints, libraries, places } from "./tables.ts";

type Rule = NonNullable<IFlattenedRuleSet["forbidden"]>[number];
type Restriction = Extract<Rule, { to: unknown }>["to"];

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The regular expression of a place. */
export function pathOf(place: string): string {
  const path = escaped(place).replace("\\*", "([^/]+)");
  return place.endsWith("/") ? `^${path}` : `^${path}$`;
}

/** The same place, as seen from a file in it: of the folders in a folder, the one that the file is in. */
const samePlace = (place: string) => (place.endsWith("/") ? pathOf(place).replace("([^/]+)", "$1") : pathOf(place));

const anyLibrary = "(^|/)node_modules/";
export const libraryPath = (library: string): string => `${anyLibrary}${escaped(library)}/`;
/** The cruiser leaves `node:` out where a module has a name without it. */
export const builtinPath = (builtin: string): string => `^(node:)?${escaped(builtin)}$`;

const forbid = (name: string, from: Rule["from"], to: Restriction) => ({ name, severity: "error", from, to }) as Rule;

/** The tables as rules of dependency-cruiser, each of them made so that one forbidden import breaks one rule. */
export function ruleSet(): IFlattenedRuleSet {
  const inPlaces = Object.entries(places).flatMap(([place, { imports, types = [] }]) => {
    const from = { path: pathOf(place) };
    const listed = [samePlace(place), ...[...imports, ...types].map(pathOf)];
    return [
      forbid(`place ${place}`, from, { pathNot: [...listed, anyLibrary], dependencyTypesNot: ["core", "unknown"] }),
      ...types.map((path) => forbid(`types ${place}`, from, { path: pathOf(path), dependencyTypesNot: ["type-only"] })),
    ];
  });
  const ofLibraries = Object.entries(libraries).map(([library, place]) =>
    forbid(`library ${library}`, { pathNot: pathOf(place) }, { path: libraryPath(library) }),
  );
  const ofBuiltins = Object.entries(builtins).map(([builtin, owners]) =>
    forbid(
      `builtin ${builtin}`,
      { pathNot: owners.map(pathOf) },
      { path: builtinPath(builtin), dependencyTypes: ["core"] },
    ),
  );
  const listedLibraries = Object.keys(libraries).map(libraryPath);
  const listedBuiltins = Object.keys(builtins).map(builtinPath);
  const started = entryPoints.map(pathOf);
  return {
    forbidden: [
      ...inPlaces,
      ...ofLibraries,
      ...ofBuiltins,
      forbid("unlisted library", {}, { path: anyLibrary, pathNot: listedLibraries, dependencyTypes: ["npm"] }),
      // Installed, but for another package, or for the tests.
      forbid("undeclared library", {}, { path: anyLibrary, dependencyTypesNot: ["npm"] }),
      forbid("unlisted builtin", {}, { pathNot: listedBuiltins, dependencyTypes: ["core"] }),
      // Lint tells what is imported of node:crypto by its name, so as to find randomness. It cannot in import().
      forbid(
        "dynamic crypto",
        { path: builtins.crypto?.map(pathOf) ?? [] },
        { path: builtinPath("crypto"), dynamic: true },
      ),
      forbid("unresolvable", {}, { couldNotResolve: true }),
      forbid("cycle", {}, { circular: true }),
      // Declarations of types for a library are read by the compiler alone.
      forbid("unreached", { path: started }, { path: "^src/.*(?<!\\.d)\\.ts$", pathNot: started, reachable: false }),
    ],
  };
}
