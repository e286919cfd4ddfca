import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { PersonId } from "../../../src/core/model/ids.ts";
import { format, type Migration } from "../../../src/core/storage/formats.ts";
import { bindingId } from "../../../src/core/storage/keys/ring-binding.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { recordKind } from "../../../src/core/storage/records/record-kind.ts";
import { acquaintance } from "../../../src/core/storage/records/schemas/share-schema.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { fillFrom, goldenFolders, goldenOf, isReadWhole, killedAt, ringOf } from "../../contracts/older-store.ts";
import { copyGolden, makeGolden, readGolden } from "../../golden/golden-folder.ts";
import { freshFolder } from "./fresh-folder.ts";
import { hashes } from "./keys/ring-world.ts";

/** @returns the copy that was read */
async function readsAsWritten(from: string, migrations?: readonly Migration[]): Promise<string> {
  const copy = copyGolden(from, join(freshFolder(), "copy"));
  const records = await readGolden(copy, migrations);
  expect(records.length).toBeGreaterThan(0);
  for (const { name, written, read } of records) expect([name, read]).toEqual([name, written]);
  return copy;
}

test("what each released version wrote is read", async () => {
  for (const folder of goldenFolders) await readsAsWritten(folder);
});

/** Under a passphrase each opening takes seconds: all points only where there is time. */
const isThorough = process.env.THOROUGH !== undefined;

test("what a version wrote under a passphrase is read whole after a kill, at whatever point, of the program that opens it first", async () => {
  for (const folder of goldenFolders) {
    const golden = goldenOf(folder);
    if (golden.passphrase === undefined) continue;
    let points = 0;
    for (let name: string | undefined = "none yet"; name !== undefined; points += isThorough ? 1 : 4) {
      const store = await openStore(`sqlite:${join(freshFolder(), "whereat.db")}`);
      await fillFrom(folder, store);
      const tier = ringOf(folder);
      name = await killedAt(points + 1, golden.at, tier, store);
      await isReadWhole(golden, tier, store);
      await store.close();
    }
    expect(points).toBeGreaterThanOrEqual(8);
  }
}, 600_000);

test("what this version writes is read", async () => {
  const folder = join(freshFolder(), "now");
  await makeGolden(folder);
  await readsAsWritten(folder);
});

test("what this version writes under a passphrase is read with that passphrase, and with no other", async () => {
  const folder = join(freshFolder(), "sealed");
  await makeGolden(folder, { passphrase: "green river lamp seven hats" });
  await readsAsWritten(folder);
  const path = join(folder, "golden.json");
  writeFileSync(
    path,
    changed(readFileSync(path, "utf8"), (golden) => ({ ...golden, passphrase: "some other words" })),
  );
  await expect(readsAsWritten(folder)).rejects.toThrow("passphrase");
});

/** An older format that there never was: a person's circles stood in an object, and a part of the ring had another name. */
const older = format - 1;
const migration: Migration = {
  to: format,
  ring(content) {
    const { cleared, ...rest } = content as Record<string, unknown>;
    return { ...rest, clearedTo: cleared };
  },
  records: { acquaintances: (value) => (value as { list: unknown }).list },
};

/** Changes the JSON in a text. */
const changed = (text: string, change: (content: Record<string, unknown>) => unknown) =>
  JSON.stringify(change(JSON.parse(text)));

async function olderFolder(): Promise<string> {
  const folder = join(freshFolder(), "older");
  const acquaintances = recordKind({
    name: "acquaintances",
    version: recordKeys.acquaintances("" as PersonId).schema.version - 1,
    guarded: true,
    value: v.strictObject({ list: v.array(acquaintance) }),
    key: (person: PersonId) => ({ about: [person] }),
  });
  await makeGolden(folder, { keys: { acquaintances: (person) => acquaintances(person as PersonId) } });
  const change = (name: string, by: (content: Record<string, unknown>) => unknown) => {
    const path = join(folder, name);
    writeFileSync(path, changed(readFileSync(path, "utf8"), by));
  };
  change("keyring", ({ clearedTo, ...rest }) => ({ ...rest, cleared: clearedTo, format: older }));
  change("golden.json", ({ at, records }) => ({
    at,
    records: (records as { name: string; value: { list: unknown } }[]).map((record) =>
      record.name === "acquaintances" ? { ...record, value: record.value.list } : record,
    ),
  }));
  const store = await openStore(`sqlite:${join(folder, "whereat.db")}`);
  await store.set(
    bindingId,
    changed((await store.get(bindingId)) ?? "", (binding) => ({ ...binding, format: older })),
  );
  await store.close();
  return folder;
}

test("what an older format wrote is read by the steps that lead on from it, and goes on in this format", async () => {
  const folder = await olderFolder();
  const copy = await readsAsWritten(folder, [migration]);
  expect(JSON.parse(readFileSync(join(copy, "keyring"), "utf8"))).toMatchObject({ format });
  // The rows are as they were, so the step is needed for them still; a second start finds the ring and the store in this format.
  await readsAsWritten(copy, [migration]);
});

test("what an older format wrote is refused untouched where no step leads on from it", async () => {
  const folder = copyGolden(await olderFolder(), join(freshFolder(), "copy"));
  const before = hashes(folder);
  await expect(readGolden(folder, [])).rejects.toThrow(
    `the store was written by an older whereat (format ${older}; this one reads from ${format} on)`,
  );
  rmSync(join(folder, "keyring.lock"));
  expect(hashes(folder)).toEqual(before);
});
