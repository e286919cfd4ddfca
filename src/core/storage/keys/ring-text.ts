import { instant } from "../../../lib/time.ts";
import { type Generation, type Generations, keyLength, type RingKeys } from "./ring-keys.ts";

/** A ring as text. */
export function writeRing(ring: RingKeys): string {
  const generations = (list: Generations) => list.map(({ born, key, until }) => [born, text(key), until ?? null]);
  return JSON.stringify({
    whereat: "key ring",
    version: 1,
    idKey: text(ring.idKey),
    root: text(ring.root),
    starts: ring.starts,
    clearedTo: ring.clearedTo,
    startedOver: ring.startedOver ?? null,
    buckets: [...ring.buckets].map(([edge, key]) => [edge, text(key)]),
    circles: [...ring.circles].map(([circle, { keys, members }]) => [
      circle,
      generations(keys),
      [...members].map(([person, records]) => [
        person,
        [...records].map(([record, list]) => [record, generations(list)]),
      ]),
    ]),
  });
}

/** @throws TypeError or SyntaxError when it is not the whole text of a ring */
export function readRing(from: string): RingKeys {
  const parsed: unknown = JSON.parse(from);
  const ring = typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  if (ring.whereat !== "key ring" || ring.version !== 1) throw new TypeError("not a key ring of this version");
  return {
    ...(typeof ring.startedOver === "number" && { startedOver: instant(whole(ring.startedOver)) }),
    idKey: key(ring.idKey),
    root: key(ring.root),
    starts: whole(ring.starts),
    clearedTo: instant(whole(ring.clearedTo)),
    buckets: new Map(
      list(ring.buckets)
        .map(list)
        .map(([edge, bytes]) => [instant(whole(edge)), key(bytes)]),
    ),
    circles: new Map(
      list(ring.circles)
        .map(list)
        .map(([circle, keys, members]) => [string(circle), { keys: generations(keys), members: readMembers(members) }]),
    ),
  };
}

const readMembers = (from: unknown): Map<string, Map<string, Generations>> =>
  new Map(
    list(from)
      .map(list)
      .map(([person, records]) => [
        string(person),
        new Map(
          list(records)
            .map(list)
            .map(([record, keys]) => [string(record), generations(keys)]),
        ),
      ]),
  );

const generations = (from: unknown): Generations =>
  list(from)
    .map(list)
    .map(([born, bytes, until]) => {
      const generation: Generation = { born: whole(born), key: key(bytes) };
      return until === null ? generation : { ...generation, until: instant(whole(until)) };
    });

const text = (bytes: Buffer): string => bytes.toString("base64");

function key(from: unknown): Buffer {
  const bytes = Buffer.from(string(from), "base64");
  if (bytes.length !== keyLength) throw new TypeError("not a key");
  return bytes;
}

function whole(from: unknown): number {
  if (!Number.isSafeInteger(from)) throw new TypeError("not a whole number");
  return Number(from);
}

function string(from: unknown): string {
  if (typeof from !== "string") throw new TypeError("not text");
  return from;
}

function list(from: unknown): unknown[] {
  if (!Array.isArray(from)) throw new TypeError("not a list");
  return from;
}
