import { setImmediate as nextTurn } from "node:timers/promises";
import * as v from "valibot";
import { at, fromJson } from "../../../lib/json-value.ts";
import { instant } from "../../../lib/time.ts";
import { checkOurFormat, format, type Migration, stepsFrom } from "../formats.ts";
import {
  type CircleKeys,
  type FileRing,
  type Generation,
  type Generations,
  keyLength,
  type RingKeys,
} from "../keys/ring-keys.ts";

/** A ring as text. */
export const writeRing = (ring: RingKeys): string => [...partsOfRing(ring)].join("");

/**
 * A ring as the parts of one JSON text. Each circle is written at once, so other work may have its turn between two parts: what changes then is
 * in the next writing, and whoever changed it waits for that one.
 */
export function* partsOfRing({ next, ...ring }: RingKeys): Generator<string> {
  yield headText(ring);
  yield* circlesOf(ring);
  if (next === undefined) return yield tailText;
  yield `],"next":{`;
  yield contentHead(next);
  yield* circlesOf(next);
  yield "]}}";
}

/** All that stands before the circles. */
export const headText = (ring: RingKeys): string => `{"whereat":"key ring","format":${format},${contentHead(ring)}`;

/** What stands behind the circles of a ring whose keys are not being renewed. */
export const tailText = `],"next":null}`;

function* circlesOf({ circles }: RingKeys): Generator<string> {
  let between = "";
  for (const [circle, keys] of circles) {
    yield between + circleText(circle, keys);
    between = ",";
  }
}

/** One circle, as it stands in the list of them. */
export const circleText = (circle: string, { keys, members }: CircleKeys): string =>
  `[${JSON.stringify(circle)},${listText(keys)},${mapText(members, (records) => mapText(records, listText))}]`;

function contentHead(ring: RingKeys): string {
  const head = JSON.stringify({
    idKey: base64(ring.idKey),
    root: base64(ring.root),
    starts: ring.starts,
    saves: ring.saves,
    changes: ring.changes,
    formerly: ring.formerly,
    lostAt: ring.lostAt ?? null,
    isLossOpen: ring.isLossOpen,
    clearedTo: ring.clearedTo,
    seenAt: ring.seenAt,
    clockSetBackAt: ring.clockSetBackAt ?? null,
    buckets: [...ring.buckets].map(([edge, key]) => [edge, base64(key)]),
    files: [...ring.files].map(([name, { count, keys }]) => [name, count, keys.map(base64)]),
  });
  return `${head.slice(1, -1)},"circles":[`;
}

const listText = (list: Generations): string =>
  `[${list.map(({ createdIn, key, until }) => `[${createdIn},"${base64(key)}",${until ?? null}]`).join()}]`;

function mapText<T>(map: ReadonlyMap<string, T>, valueText: (value: T) => string): string {
  const entries: string[] = [];
  for (const [name, value] of map) entries.push(`[${JSON.stringify(name)},${valueText(value)}]`);
  return `[${entries.join()}]`;
}

const base64 = (bytes: Buffer): string => bytes.toString("base64");

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const time = v.pipe(v.number(), v.safeInteger(), v.transform(instant));
const key = v.pipe(
  v.string(),
  v.transform((text) => Buffer.from(text, "base64")),
  v.check((bytes) => bytes.length === keyLength),
);
/** What a Map is written as. */
const entries = <Key, Value>(name: v.GenericSchema<unknown, Key>, value: v.GenericSchema<unknown, Value>) =>
  v.pipe(
    v.array(v.strictTuple([name, value])),
    v.transform((list) => new Map(list)),
  );
const generations = v.array(
  v.pipe(
    v.strictTuple([count, key, v.nullable(time)]),
    v.transform(
      ([createdIn, bytes, until]): Generation =>
        until === null ? { createdIn, key: bytes } : { createdIn, key: bytes, until },
    ),
  ),
);
const circles = v.array(
  v.pipe(
    v.strictTuple([v.string(), generations, entries(v.string(), entries(v.string(), generations))]),
    v.transform(([circle, keys, members]): [string, CircleKeys] => [circle, { keys, members }]),
  ),
);
const files = v.array(
  v.pipe(
    v.strictTuple([v.string(), count, v.array(key)]),
    v.transform(([name, times, keys]): [string, FileRing] => [name, { count: times, keys }]),
  ),
);
const content = {
  idKey: key,
  root: key,
  starts: count,
  saves: count,
  changes: count,
  formerly: v.array(v.string()),
  lostAt: v.nullable(time),
  isLossOpen: v.boolean(),
  clearedTo: time,
  seenAt: time,
  clockSetBackAt: v.nullable(time),
  buckets: entries(time, key),
  circles,
  files,
};
const contentSchema = v.strictObject(content);
const ringSchema = v.strictObject({
  whereat: v.literal("key ring"),
  format: v.number(),
  ...content,
  next: v.nullable(contentSchema),
});

/**
 * @param migrations lead from older formats to this one
 * @returns undefined when it is not the whole text of a ring
 * @throws FormatError when it is in a format that is not read here
 */
export function readRing(text: string, migrations: readonly Migration[]): RingKeys | undefined {
  const written = fromJson(text);
  return at(written, "whereat") === "key ring" ? parseRing(migrated(written, migrations)) : undefined;
}

/**
 * The same of a ring in parts, one after the other: other work has its turn between them.
 * @param texts first what stands before the circles, then circles as they stand in their list; undefined in place of one that is lost
 * @returns undefined when one is lost, or is not what was written
 * @throws FormatError when it is in a format that is not read here
 */
export async function readRingInParts(
  texts: Iterable<string | undefined>,
  migrations: readonly Migration[],
): Promise<RingKeys | undefined> {
  let head: unknown;
  let ring: RingKeys | undefined;
  for (const text of texts) {
    if (text === undefined) return undefined;
    if (ring === undefined) {
      head = fromJson(text + tailText);
      ring = readRing(text + tailText, migrations);
      if (ring === undefined) return undefined;
      continue;
    }
    const written = Object.assign({}, head, { circles: fromJson(`[${text}]`) });
    const parsed = v.safeParse(circles, at(migrated(written, migrations), "circles"), { abortEarly: true });
    if (!parsed.success) return undefined;
    for (const [circle, keys] of parsed.output) ring.circles.set(circle, keys);
    await nextTurn();
  }
  return ring;
}

/** @throws FormatError */
function migrated(written: unknown, migrations: readonly Migration[]): unknown {
  const found = checkOurFormat("the key ring", at(written, "format"), migrations);
  return stepsFrom(found, migrations, ({ ring }) => ring).reduce((before, step) => step(before), written);
}

function parseRing(written: unknown): RingKeys | undefined {
  const parsed = v.safeParse(ringSchema, written, { abortEarly: true });
  if (!parsed.success) return undefined;
  const { whereat: _, format: __, next, ...rest } = parsed.output;
  return { ...keysOf(rest), ...(next !== null && { next: keysOf(next) }) };
}

const keysOf = ({
  clockSetBackAt,
  lostAt,
  circles: list,
  files: byName,
  ...rest
}: v.InferOutput<typeof contentSchema>): RingKeys => ({
  ...rest,
  circles: new Map(list),
  files: new Map(byName),
  ...(clockSetBackAt !== null && { clockSetBackAt }),
  ...(lostAt !== null && { lostAt }),
});
