import { expect, test } from "vitest";
import { cruiseSources, sourceFiles } from "./cruise.ts";
import { fileIn, forms, type Plant, plantedFiles, projectOf, typeForms, valueForms } from "./planted.ts";
import { problemsOf } from "./problems.ts";
import { builtins, entryPoints, libraries, places } from "./tables.ts";

/** Those that there are, and one that is not in the table. */
const networks = ["console", "telegram", "matrix", "another"].map((network) => `src/bots/${network}/`);

/** A planted import, and the one rule that refuses it. */
type Forbidden = Plant & { rule: string };

/** Every target is refused in every place, by the place's own rule. */
const refusedIn = (inPlaces: readonly string[], targets: readonly string[]): Forbidden[] =>
  inPlaces.flatMap((place) => targets.map((target) => ({ place, target, rule: `place ${rowOf(place)}` })));

/** The row that holds the place: networks have one for all of them. */
const rowOf = (place: string) => (networks.includes(place) ? "src/bots/*/" : place);

/** Plants each import in each form, and expects that each is refused by its rule, and nothing else is reported. */
async function expectRefused(forbidden: readonly Forbidden[], inForms = forms, alsoDeclared: readonly string[] = []) {
  const { files, planted } = plantedFiles(forbidden, inForms);
  using project = projectOf(files, alsoDeclared);
  const { violations } = await cruiseSources(project.root);
  const ruleOf = new Map(forbidden.map(({ place, target, rule }) => [`${place} ${target}`, rule]));
  const expected = [...planted].map(
    ([file, { place, target, form }]) => `${ruleOf.get(`${place} ${target}`)}: ${form} in ${file}`,
  );
  const reported = violations.map(({ rule, from }) => `${rule}: ${planted.get(from)?.form} in ${from}`);
  expect(reported.sort()).toEqual(expected.sort());
}

const coreRooms = ["geo", "text", "model", "storage", "queue", "rooms", "sharing", "commands", "messaging"].map(
  (room) => `src/core/${room}/`,
);
const startFile = "src/networks.ts";
const config = "src/config/config.ts";

test("the core imports no network, no settings, nothing that starts the program, and nothing outside src", async () => {
  const targets = [...networks, "src/bots/*.ts"].map((place) => fileIn(place, "target"));
  await expectRefused(
    refusedIn([...coreRooms, "src/core/*.ts"], [...targets, config, startFile, "test/support/target.ts"]),
  );
});

test("lib imports nothing of ours, and the settings import nothing but lib", async () => {
  const core = ["src/core/core.ts", "src/core/model/ids.ts"];
  const others = [...core, fileIn("src/bots/telegram/", "target"), "src/bots/render.ts", startFile];
  await expectRefused([...refusedIn(["src/lib/"], [...others, config]), ...refusedIn(["src/config/"], others)]);
});

test("no network imports another", async () => {
  const pairs = networks.flatMap((a) => networks.filter((b) => b !== a).map((b) => [a, b] as const));
  await expectRefused(pairs.flatMap(([a, b]) => refusedIn([a], [fileIn(b, "target")])));
});

test("a network imports nothing of the core but what a network is told and tells", async () => {
  const inside = ["storage/keys", "storage/records", "storage/stores", "sharing", "rooms", "messaging", "commands"];
  const targets = [...inside.map((folder) => `src/core/${folder}/target.ts`), "src/core/core.ts", startFile];
  await expectRefused(refusedIn([...networks, "src/bots/*.ts"], targets));
});

test("within the core, nothing imports what comes after it on a message's way", async () => {
  const after: Record<string, readonly string[]> = {
    "src/core/geo/": ["text", "model", "storage", "queue", "rooms", "sharing", "commands", "messaging"],
    "src/core/text/": ["model", "storage", "queue", "rooms", "sharing", "commands", "messaging"],
    "src/core/model/": ["storage", "queue", "rooms", "sharing", "commands", "messaging"],
    "src/core/storage/": ["queue", "rooms", "sharing", "commands", "messaging"],
    "src/core/queue/": ["rooms", "sharing", "commands", "messaging", "storage/keys", "storage/seal", "storage/stores"],
    "src/core/rooms/": ["sharing", "commands", "messaging", "storage/keys", "storage/seal", "storage/stores"],
    "src/core/sharing/": ["commands", "messaging", "storage/keys", "storage/seal", "storage/stores"],
    "src/core/commands/": ["messaging", "storage/keys", "storage/seal", "storage/stores"],
    "src/core/messaging/": ["storage/keys", "storage/seal", "storage/stores"],
  };
  const targetOf = (room: string) => `src/core/${room}/target.ts`;
  const rows = Object.entries(after).flatMap(([place, rooms]) => refusedIn([place], rooms.map(targetOf)));
  await expectRefused([...rows, ...refusedIn(coreRooms, ["src/core/core.ts"])]);
});

test("what may be imported as a type is refused as a value, and what a table lists is not refused", async () => {
  const rows = Object.entries(places);
  const typesOnly = rows.flatMap(([place, { types = [] }]) =>
    types.map((entry) => ({ place, target: fileIn(entry, "target"), rule: `types ${place}` })),
  );
  await expectRefused(typesOnly, valueForms);

  const listed = rows.flatMap(([place, { imports }]) =>
    imports.map((entry) => ({ place, target: fileIn(entry, "target") })),
  );
  const ofLibraries = Object.entries(libraries).map(([target, place]) => ({ place, target }));
  const ofBuiltins = Object.entries(builtins).flatMap(([name, owners]) =>
    owners.map((place) => ({ place, target: `node:${name}` })),
  );
  for (const [plants, inForms] of [
    [[...typesOnly, ...ofBuiltins], typeForms],
    [[...listed, ...ofLibraries], forms],
  ] as const) {
    using project = projectOf(plantedFiles(plants, inForms).files);
    expect((await cruiseSources(project.root)).violations).toEqual([]);
  }
});

test("a library is refused outside its one place", async () => {
  const elsewhere = ["src/core/model/", "src/bots/console/", "src/core/rooms/", "src/bots/matrix/send/", "src/lib/"];
  await expectRefused([
    ...Object.keys(libraries).flatMap((target) =>
      elsewhere.map((place) => ({ place, target, rule: `library ${target}` })),
    ),
    { place: "src/bots/telegram/send/", target: "grammy/types", rule: "library grammy" },
    { place: "src/bots/matrix/crypto/", target: "fake-indexeddb/auto", rule: "library fake-indexeddb" },
  ]);
});

test("a library that is on no list, not declared, declared for the tests only, or not there, is refused", async () => {
  const refused = {
    "pg-types": "unlisted",
    "pg-protocol": "undeclared",
    "fast-check": "undeclared",
    node: "undeclared",
  };
  await expectRefused(
    [
      ...Object.entries(refused).map(([target, why]) => ({
        place: "src/core/storage/stores/",
        target,
        rule: `${why} library`,
      })),
      { place: "src/bots/matrix/http/", target: "no-such-library", rule: "unresolvable" },
      { place: "src/bots/matrix/http/", target: "./no-such-file.ts", rule: "unresolvable" },
    ],
    forms,
    ["pg-types"],
  );
});

test("a module of Node's is refused outside its places, and each that is on no list is refused everywhere", async () => {
  const rows = Object.keys(builtins).flatMap((name) => [
    { place: "src/core/model/", target: `node:${name}`, rule: `builtin ${name}` },
    { place: "src/bots/telegram/", target: `node:${name}`, rule: `builtin ${name}` },
  ]);
  const unlisted = ["module", "process", "vm", "perf_hooks", "tls", "dgram", "dns", "https", "http2"];
  await expectRefused([
    ...rows,
    { place: "src/core/model/", target: "fs", rule: "builtin fs" },
    ...["src/*.ts", "src/core/storage/keys/", "src/bots/matrix/http/", "src/bots/telegram/client/"].flatMap((place) =>
      [...unlisted, ...unlisted.map((name) => `node:${name}`)].map((target) => ({
        place,
        target,
        rule: "unlisted builtin",
      })),
    ),
  ]);
});

test("node:crypto is refused in import(), even where it may be imported", async () => {
  const plants = (builtins.crypto ?? []).map((place) => ({ place, target: "node:crypto", rule: "dynamic crypto" }));
  await expectRefused(plants, { "import()": (to) => `export const y = () => import("${to}");` });
});

test("a module of Node's is seen when process.getBuiltinModule takes it", async () => {
  const file = "src/core/model/planted.ts";
  using project = projectOf(
    new Map([
      ["src/main.ts", `import "./core/model/planted.ts";\n`],
      [file, `export const fs = process.getBuiltinModule("node:fs");\n`],
    ]),
  );
  expect((await cruiseSources(project.root)).violations).toEqual([{ rule: "builtin fs", from: file, to: "fs" }]);
});

test("a circle is refused, whatever form closes it", async () => {
  const files = new Map<string, string>();
  const names = Object.entries(forms).map(([form, write], index) => {
    const name = `planted-${index}`;
    files.set(`src/core/model/${name}-a.ts`, write(`./${name}-b.ts`));
    files.set(`src/core/model/${name}-b.ts`, `export type { X } from "./${name}-a.ts";\n`);
    return { form, name };
  });
  files.set("src/main.ts", names.map(({ name }) => `import "./core/model/${name}-a.ts";\n`).join(""));
  using project = projectOf(files);
  const { violations } = await cruiseSources(project.root);
  expect(new Set(violations.map(({ rule }) => rule))).toEqual(new Set(["cycle"]));
  const inCircles = new Set(violations.map(({ from }) => from));
  expect(
    names.filter(
      ({ name }) => !inCircles.has(`src/core/model/${name}-a.ts`) && !inCircles.has(`src/core/model/${name}-b.ts`),
    ),
  ).toEqual([]);
});

test("a file that nothing imports is refused, and so is what only such a file imports; an entry point is not", async () => {
  using project = projectOf(
    new Map([
      ...entryPoints.map((file) => [file, "export {};\n"] as const),
      ["src/core/geo/orphan.ts", `import "./child.ts";\n`],
      ["src/core/geo/child.ts", "export {};\n"],
    ]),
  );
  const { violations } = await cruiseSources(project.root);
  expect(violations.map(({ rule, to }) => `${rule}: ${to}`).sort()).toEqual([
    "unreached: src/core/geo/child.ts",
    "unreached: src/core/geo/orphan.ts",
  ]);
});

test("a file that the cruiser did not read, one in no place, and an entry that nothing uses are problems", async () => {
  const nothing = { modules: [], violations: [] };
  expect(problemsOf(nothing, ["src/main.ts"])).toContain("not read: src/main.ts");
  expect(problemsOf(nothing, [])).toContain("no file under src");
  expect(problemsOf(nothing, ["src/other/file.ts"])).toContain(
    "in no place of boundaries/tables.ts: src/other/file.ts",
  );
  expect(problemsOf(nothing, [])).toEqual(
    expect.arrayContaining([
      "unused entry: src/bots/*.ts imports nothing of src/core/model/",
      "unused entry: src/core/geo/ does not import geographiclib-geodesic",
      "unused entry: src/core/storage/seal/ does not import node:worker_threads",
    ]),
  );
});

test("every kind of program file is found on the disk", () => {
  const kinds = ["ts", "mts", "cts", "d.ts", "js", "mjs", "cjs", "tsx"].map((kind) => `src/lib/file.${kind}`);
  using project = projectOf(new Map([...kinds, "src/lib/readme.md"].map((path) => [path, ""])));
  expect(sourceFiles(project.root)).toEqual(kinds.sort());
});
