import { hash } from "node:crypto";
import * as v from "valibot";
import { fromJson } from "../../../lib/json-value.ts";

/*
 * How a large ring stands in its file: in parts, so that a change of one circle is not a writing of all. Two places at its beginning name the table
 * in turn, the table names lists, and the lists name the parts. Each names what it leads to by a hash as well, so parts of different times are never
 * taken together. What changes is written where nothing is, then the other of the two places names the new table; what was there before is
 * overwritten then.
 */

/** Where something stands in the file. */
export type Extent = readonly [at: number, length: number, digest: string];
export type Head = { sequence: number; table: Extent; wrapped: Uint8Array | undefined };

/** Each of the two places is a block of the disk of its own. */
const block = 4096;
/** Where the first part may stand. */
export const partsBegin = 2 * block;
export const placeOf = (sequence: number): number => (sequence % 2) * block;
/** Parts are moved in steps of this many bytes. */
const step = 512;
export const roomOf = (length: number): number => Math.ceil(length / step) * step;

const mark = "whereat key ring in parts";
const digestOf = (bytes: Uint8Array): string => hash("sha256", bytes, "base64url");

export const extentOf = (at: number, bytes: Uint8Array): Extent => [at, bytes.length, digestOf(bytes)];

/** @returns undefined when something else stands there */
export function bytesAt(content: Uint8Array, [at, length, digest]: Extent): Uint8Array | undefined {
  const bytes = content.subarray(at, at + length);
  return bytes.length === length && digestOf(bytes) === digest ? bytes : undefined;
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const extent = v.strictTuple([count, count, v.string()]);
const headSchema = v.strictTuple([count, extent, v.nullable(v.string())]);
const tableSchema = v.array(extent);

/** What is to stand at the place of a head. */
export function writeHead({ sequence, table, wrapped }: Head): Buffer {
  const text = JSON.stringify([sequence, table, wrapped ? Buffer.from(wrapped).toString("base64") : null]);
  const lines = Buffer.from(`${mark}\n${text}\n${digestOf(Buffer.from(text))}\n`);
  return Buffer.concat([lines], block);
}

/** The head of a ring in parts: the newer one that is whole, and whose table is. @returns undefined when there is none: it may be a ring of another layout */
export function readHead(content: Uint8Array): Head | undefined {
  const heads = [0, 1].flatMap((place) => {
    const text = Buffer.from(content.subarray(placeOf(place), placeOf(place) + block)).toString("latin1");
    const [first, second = "", third] = text.split("\n");
    if (first !== mark || digestOf(Buffer.from(second)) !== third) return [];
    const parsed = v.safeParse(headSchema, fromJson(second));
    if (!parsed.success) return [];
    const [sequence, table, wrapped] = parsed.output;
    return bytesAt(content, table)
      ? [{ sequence, table, wrapped: wrapped === null ? undefined : Buffer.from(wrapped, "base64") }]
      : [];
  });
  return heads.toSorted((a, b) => b.sequence - a.sequence)[0];
}

export const writeTable = (extents: readonly Extent[]): string => JSON.stringify(extents);

/** @returns undefined when it is no table */
export function readTable(text: string): Extent[] | undefined {
  const parsed = v.safeParse(tableSchema, fromJson(text), { abortEarly: true });
  return parsed.success ? parsed.output : undefined;
}
