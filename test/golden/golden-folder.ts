import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Migration } from "../../src/core/storage/formats.ts";
import { openSealedStore } from "../../src/core/storage/open-sealed-store.ts";
import { recordKeys } from "../../src/core/storage/records/record-keys.ts";
import type { RecordOf } from "../../src/core/storage/records/record-kind.ts";
import { createSealedRecords } from "../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../src/lib/log.ts";
import { hour, type Instant, instant, later } from "../../src/lib/time.ts";
import { valueOf } from "../support/stores/record-values.ts";

type KeysByName = Record<string, (...of: readonly string[]) => RecordOf<unknown>>;
const keysByName = recordKeys as unknown as KeysByName;

/**
 * What is in `golden.json`: when the folder was written, under which passphrase, which is no secret here, and each record by its name in
 * recordKeys and what its key is made of.
 */
export type Golden = { at: Instant; passphrase?: string; records: { name: string; of: string[]; value: unknown }[] };

/** @returns undefined when this version knows no such record any more */
export const keyOfGolden = ({ name, of }: Pick<Golden["records"][number], "name" | "of">) => keysByName[name]?.(...of);

const data = ["whereat.db", "keyring"];

type Opening = Pick<Golden, "at" | "passphrase">;

async function open(folder: string, { at, passphrase }: Opening, migrations?: readonly Migration[]) {
  const [store, path = ""] = data.map((name) => join(folder, name));
  const clock = () => at;
  const tier =
    passphrase === undefined ? ({ kind: "file", path } as const) : ({ kind: "sealed", path, passphrase } as const);
  const opened = await openSealedStore(`sqlite:${store}`, tier, clock, undefined, migrations);
  const log = createLog("warn", (line) => {
    throw new Error(line);
  });
  return { ...opened, records: createSealedRecords(opened.store, opened.seal, clock, log, migrations) };
}

/**
 * Writes a folder with records of each kind, as this version writes them.
 * @param how `keys` makes the keys of some kinds in another way; with a passphrase, the key ring is sealed under it
 */
export async function makeGolden(
  folder: string,
  { keys = {}, passphrase }: { keys?: KeysByName; passphrase?: string } = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const at = instant(1_900_000_000_000);
  const opening: Opening = { at, ...(passphrase !== undefined && { passphrase }) };
  const { records, close } = await open(folder, opening);
  const golden: Golden = { ...opening, records: [] };
  const writing: Promise<void>[] = [];
  for (const [name, keyOf] of Object.entries({ ...keysByName, ...keys })) {
    const values = valueOf(keyOf("", "").schema.value);
    for (const [index, value] of fc.sample(values, { seed: 1, numRuns: 5 }).entries()) {
      const of = [`telegram:${index}`, "telegram:42"];
      const key = keyOf(...of);
      // Of some kinds there is one record only.
      if (index > 0 && key.about.length === 0) continue;
      writing.push(records.set(key, value, index % 2 === 0 ? later(at, hour) : undefined));
      golden.records.push({ name, of, value });
    }
  }
  await Promise.all(writing);
  await close();
  rmSync(join(folder, "keyring.lock"));
  writeFileSync(join(folder, "golden.json"), `${JSON.stringify(golden, undefined, 2)}\n`);
}

/** A copy that can be opened: the files in a repository are not private. */
export function copyGolden(from: string, to: string): string {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const name of [...data, "golden.json"]) {
    copyFileSync(join(from, name), join(to, name));
    chmodSync(join(to, name), 0o600);
  }
  return to;
}

/**
 * Opens a copy of a golden folder, as the program does.
 * @returns the records that its `golden.json` names, with the values that it says and those that are read
 */
export async function readGolden(folder: string, migrations?: readonly Migration[]) {
  const { records: written, ...opening }: Golden = JSON.parse(readFileSync(join(folder, "golden.json"), "utf8"));
  const { records, close } = await open(folder, opening, migrations);
  try {
    const read = async (record: Golden["records"][number]) => {
      const key = keyOfGolden(record);
      return { name: record.name, written: record.value, read: key && (await records.get(key)) };
    };
    return await Promise.all(written.map(read));
  } finally {
    await close();
  }
}
