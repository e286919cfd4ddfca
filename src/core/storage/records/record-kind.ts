import * as v from "valibot";
import { fromJson } from "../../../lib/json-value.ts";
import { type Duration, type Instant, instant } from "../../../lib/time.ts";
import { type Precision, precisions } from "../../geo/precision.ts";
import type { CircleId, MessageRef, Network, PersonId, RoomId, ShareId } from "../../model/ids.ts";
import type { RecordKey } from "../../model/ports.ts";
import { type Migration, stepsFrom } from "../formats.ts";

/** The key of a record whose value is a T, with how that value is read. */
export type RecordOf<T> = RecordKey & { readonly schema: RecordSchema<T> };

/** How the values of a kind of record look in the store. */
export type RecordSchema<T> = {
  /** the number of the format in which they got the form that they have now */
  readonly version: number;
  readonly value: v.GenericSchema<unknown, T>;
};

/**
 * Declares a kind of record.
 * @param kind `key` says what tells a record from others of its kind, and under whose keys it is sealed; `guarded` whether its loss, or an
 *   older one in its place, would undo what somebody chose or took back; `remembered` whether it is read often and changes seldom
 * @returns a function that makes the key of one record
 */
export function recordKind<Of extends unknown[], T>(
  kind: RecordSchema<T> & {
    name: string;
    guarded: boolean;
    remembered?: true;
    key: (...of: Of) => Omit<RecordKey, "kind" | "guarded">;
  },
): (...of: Of) => RecordOf<T> {
  const { name, version, value, guarded, remembered, key } = kind;
  const same = {
    kind: name,
    schema: { version, value },
    ...(guarded && { guarded }),
    ...(remembered && { remembered }),
  };
  return (...of) => ({ ...same, ...key(...of) });
}

/** A record as it is sealed: its value, with the version of its kind and the time at which it is over. */
const envelope = v.strictObject({
  version: v.pipe(v.number(), v.safeInteger()),
  value: v.unknown(),
  expiresAt: v.exactOptional(v.pipe(v.number(), v.safeInteger())),
});

export const writeEnvelope = <T>({ schema }: RecordOf<T>, value: T, expiresAt?: Instant): string =>
  JSON.stringify({ version: schema.version, value, expiresAt });

export type Opened<T> =
  | { kind: "read"; value: T; expiresAt?: Instant }
  /** it is not what this program writes */
  | { kind: "refused" }
  /** a later whereat wrote it */
  | { kind: "newer" };

/**
 * @param text what a row of this record held when it was opened
 * @param migrations lead from older formats to this one
 */
export function readEnvelope<T>(
  { kind, schema, remembered }: RecordOf<T>,
  text: string,
  migrations: readonly Migration[],
): Opened<T> {
  const opened = v.safeParse(envelope, fromJson(text), { abortEarly: true });
  if (!opened.success) return { kind: "refused" };
  const { version, value, expiresAt } = opened.output;
  if (version > schema.version) return { kind: "newer" };
  const steps = version < schema.version ? stepsFrom(version, migrations, ({ records }) => records?.[kind]) : [];
  if (version < schema.version && steps.length === 0) return { kind: "refused" };
  const migrated = steps.reduce((before, step) => step(before), value);
  const parsed = v.safeParse(schema.value, migrated, { abortEarly: true });
  if (!parsed.success) return { kind: "refused" };
  if (remembered) freeze(parsed.output);
  return { kind: "read", value: parsed.output, ...(expiresAt !== undefined && { expiresAt: instant(expiresAt) }) };
}

/** What is remembered is given to many, and nobody may change it for the others. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const each of Object.values(value)) freeze(each);
}

/** The same schema, for values that carry a brand: what made them checked more than their JSON type. */
const branded = <T>(schema: v.GenericSchema<unknown, string | number>) => schema as v.GenericSchema<T, T>;

// The fields that records are made of.
export const text = v.string();
export const personId = branded<PersonId>(text);
export const roomId = branded<RoomId>(text);
export const circleId = branded<CircleId>(text);
export const shareId = branded<ShareId>(text);
export const messageRef = branded<MessageRef>(text);
export const network = branded<Network>(text);
/** milliseconds since 1970 */
export const time = branded<Instant>(v.pipe(v.number(), v.safeInteger()));
/** milliseconds */
export const duration: v.GenericSchema<Duration, Duration> = v.pipe(v.number(), v.finite(), v.minValue(0));
export const latitude = v.pipe(v.number(), v.minValue(-90), v.maxValue(90));
export const longitude = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
/** accuracy in metres, or a heading in degrees */
export const measure = v.pipe(v.number(), v.finite());
const decimals = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** A fix. */
export const fix = {
  latitude,
  longitude,
  accuracy: v.exactOptional(measure),
  wider: v.exactOptional(v.literal(true)),
  decimals: v.exactOptional(v.pipe(v.tuple([decimals, decimals]), v.readonly())),
  heading: v.exactOptional(measure),
  at: time,
  order: v.exactOptional(measure),
};
export const precision = v.picklist(Object.keys(precisions) as Precision[]);
export const list = <T>(item: v.GenericSchema<T, T>) => v.pipe(v.array(item), v.readonly());
