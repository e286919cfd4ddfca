import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format, type Migration, migrations } from "../../../../src/core/storage/formats.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { recordKeys } from "../../../../src/core/storage/records/record-keys.ts";
import {
  type RecordOf,
  readEnvelope,
  recordKind,
  writeEnvelope,
} from "../../../../src/core/storage/records/record-kind.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { FormatError } from "../../../../src/lib/format.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";
import { everyKind, valueOf } from "../../../support/stores/record-values.ts";

const clock = () => instant(1_800_000_000_000);

async function setUp() {
  const logged: string[] = [];
  const { store, seal } = await openSealedStore("memory:", { kind: "memory" }, clock);
  const records = createSealedRecords(
    store,
    seal,
    clock,
    createLog("debug", (line) => void logged.push(line)),
  );
  /** Stores a text as a row of a record, sealed as it should be. */
  const plant = async (key: RecordOf<unknown>, text: string) => {
    const row = await seal.seal(key, text);
    await store.set(seal.rowId(key), row.text);
    await row.stored();
    return row.text;
  };
  return { store, seal, records, logged, plant };
}

test("each kind of record has a name of its own, and a version that this format knows", () => {
  const names = everyKind.map(({ kind }) => kind);
  expect(new Set(names).size).toBe(names.length);
  expect(everyKind.filter(({ schema }) => schema.version < 1 || schema.version > format)).toEqual([]);
});

test("migrations lead step by step to this format, and raise the version of the kinds that they change", () => {
  const last = migrations.length - 1;
  expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, index) => format - last + index));
  for (const { to, records = {} } of migrations)
    for (const name of Object.keys(records))
      for (const { schema } of everyKind.filter(({ kind }) => kind === name))
        expect(schema.version).toBeGreaterThanOrEqual(to);
});

describe.each(everyKind.map((key) => [key.kind, key] as const))("a record of the kind %s", (_, key) => {
  const values = valueOf(key.schema.value);

  test("is read as it was written", async () => {
    const { records, logged } = await setUp();
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        await records.set(key, value);
        expect(await records.get(key)).toEqual(value);
      }),
      { numRuns: 30 },
    );
    expect(logged).toEqual([]);
  });

  test("is read or refused, whatever JSON it is, and never throws", () => {
    const json = fc.jsonValue();
    const version = fc.constant(key.schema.version);
    const envelopes = fc.oneof(
      fc.record({ version, value: json }),
      fc.record({ version, value: values, expiresAt: json }),
      fc.record({ version: fc.oneof(fc.double(), fc.integer()), value: values }),
      fc.tuple(values, json, fc.nat()).map(([value, part, at]) => ({ version: 1, value: spoilt(value, part, at) })),
      json,
    );
    const texts = fc.oneof(
      envelopes.map((each) => JSON.stringify(each)),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const opened = readEnvelope(key, text, migrations);
        if (opened.kind !== "read") return;
        expect(readEnvelope(key, writeEnvelope(key, opened.value, opened.expiresAt), migrations)).toEqual(opened);
      }),
    );
  });
});

/** A value in which something stands in the place of one of its members. */
function spoilt(value: unknown, part: unknown, at: number): unknown {
  if (typeof value !== "object" || value === null || at % 4 === 0) return part;
  const entries = Object.entries(value);
  const name = at % 4 === 1 ? "another" : entries[at % Math.max(1, entries.length)]?.[0];
  const inner = entries.find(([each]) => each === name)?.[1];
  if (Array.isArray(value)) return [...value, spoilt(inner, part, Math.floor(at / 4))];
  return { ...value, [name ?? "another"]: spoilt(inner, part, Math.floor(at / 4)) };
}

test("a row that opens but is no record of its kind is refused, logged once, and left where it is", async () => {
  const { store, seal, records, logged, plant } = await setUp();
  const key = recordKeys.expiry("circle" as never);
  for (const text of [
    "",
    "null",
    "{}",
    '{"value":1}',
    '{"version":1,"value":"1 h"}',
    '{"version":1,"value":1,"more":1}',
  ]) {
    const row = await plant(key, text);
    expect(await records.get(key)).toBeUndefined();
    expect(await store.get(seal.rowId(key))).toBe(row);
  }
  expect(logged).toEqual(['warn: a stored record was refused: it does not read as "expiry"']);
  await records.set(key, 60_000);
  expect(await records.get(key)).toBe(60_000);
});

test("a row that a newer whereat wrote is not taken for one that is not there", async () => {
  const { store, seal, records, plant } = await setUp();
  const key = recordKeys.expiry("circle" as never);
  const row = await plant(key, JSON.stringify({ version: key.schema.version + 1, value: { minutes: 60 } }));
  await expect(records.get(key)).rejects.toBeInstanceOf(FormatError);
  await expect(records.getMany([key])).rejects.toBeInstanceOf(FormatError);
  expect(await store.get(seal.rowId(key))).toBe(row);
});

test("a value of an older version is led through the steps of its kind, in their order, and refused without them", () => {
  const { value } = recordKeys.expiry("circle" as never).schema;
  const key = recordKind({ name: "expiry", version: 4, guarded: true, value, key: () => ({ about: [] }) })();
  const steps: Migration[] = [
    { to: 2, records: { expiry: (minutes) => ({ minutes }) } },
    { to: 3, records: { room: () => "another kind" } },
    { to: 4, records: { expiry: (old) => (old as { minutes: number }).minutes * 60_000 } },
  ];
  const read = (version: number, old: unknown, by = steps) =>
    readEnvelope(key, JSON.stringify({ version, value: old }), by);
  expect(read(1, 3)).toEqual({ kind: "read", value: 180_000 });
  for (const version of [2, 3]) expect(read(version, { minutes: 3 })).toEqual({ kind: "read", value: 180_000 });
  expect(read(4, 180_000)).toEqual({ kind: "read", value: 180_000 });
  expect(read(3, 180_000, [])).toEqual({ kind: "refused" });
  expect(read(5, 180_000)).toEqual({ kind: "newer" });
});
