import { createSecretKey, hkdfSync } from "node:crypto";
import type { Instant } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { RecordKey, Seal } from "../../model/ports.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { edgeAfter } from "../keys/ring-keys.ts";
import { readRow, writeRow } from "./row-text.ts";
import { decryptMessage, encryptMessage } from "./sealed-message.ts";

const idLength = 16;
/** Sequence numbers of one start of the program are higher than those of all starts before. There is room for 2^34 seals and 2^19 starts. */
const sealsPerStart = 2 ** 34;

/**
 * Seals records as OpenPGP messages under keys of a ring.
 * Rows of one record must be stored in the order in which they were sealed: an older one is refused as a replay.
 */
export function createPgpSeal(ring: KeyRing): Seal {
  const { isInMemory } = ring.history;
  let sequence = ring.history.starts() * sealsPerStart;
  /** The newest known row of each record. The records of a bucket are forgotten with it: then none of their rows opens. */
  const newest = new Map<string, { sequence: number; edge: Instant | undefined }>();

  const note = (id: string, seen: number, edge: Instant | undefined) => {
    if (seen >= (newest.get(id)?.sequence ?? 0)) newest.set(id, { sequence: seen, edge });
  };

  /** A record that is read or written is named several times: its id is worked out once for each key object, and goes with that. */
  const ids = new WeakMap<RecordKey, { bytes: Buffer; name: string }>();
  const idOf = (key: RecordKey): { bytes: Buffer; name: string } => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const bytes = ring.fingerprint(lengthPrefixed(["row", ...partsOf(key)])).subarray(0, idLength);
    const id = { bytes, name: bytes.toString("base64url") };
    ids.set(key, id);
    return id;
  };

  return {
    clockSetBackAt: ring.clockSetBackAt,
    isClockBehind: ring.isClockBehind,
    rowId: (key) => idOf(key).name,
    async seal(key, text, expiresAt) {
      const edge = expiresAt === undefined ? undefined : edgeAfter(expiresAt);
      const { keys, destroyOlder } = await ring.forSealing(key, edge);
      const id = idOf(key);
      const number = ++sequence;
      const session = sessionKey(keys, key, edge);
      const body = encryptMessage(padPayload({ id: id.bytes, sequence: number, text }), session);
      overwrite(keys, session);
      return {
        text: writeRow({ isInMemory, edge, isGuarded: key.guarded === true, body }),
        async stored() {
          note(id.name, number, edge);
          ring.opened.forget(id.name);
          await destroyOlder();
        },
      };
    },
    async open(key, row) {
      const id = idOf(key);
      const known = key.remembered ? ring.opened.textOf(id.name, row) : undefined;
      if (known !== undefined) return known;
      const parsed = readRow(row);
      if (parsed?.isInMemory !== isInMemory || parsed.isGuarded !== (key.guarded === true))
        throw new SealError(refusal);
      const candidates = ring.forOpening(key, parsed.edge);
      if (candidates.length === 0) return undefined;
      const sessions = candidates.map((keys) => sessionKey(keys, key, parsed.edge));
      const opened = sessions.map((session) => decryptMessage(parsed.body, session));
      overwrite(...candidates, ...sessions);
      for (const bytes of opened) {
        const payload = bytes && readPayload(bytes, idLength);
        if (payload === undefined) continue;
        if (!payload.id.equals(id.bytes) || payload.sequence < (newest.get(id.name)?.sequence ?? 0)) break;
        note(id.name, payload.sequence, parsed.edge);
        const { text } = payload;
        if (key.remembered) ring.opened.remember(id.name, { row, text, edge: parsed.edge, circle: key.circle });
        return text;
      }
      throw new SealError(refusal);
    },
    forget(gone) {
      for (const id of gone) ring.opened.forget(id);
    },
    bucketOf: (row) => readRow(row)?.edge,
    destroyMember: (circle, member) => ring.destroyMember(circle, member),
    destroyCircle: (circle) => ring.destroyCircle(circle),
    rotateCircle: (circle) => ring.rotateCircle(circle),
    async destroyBuckets(now) {
      await ring.destroyBuckets(now);
      for (const [id, { edge }] of newest) if (edge !== undefined && edge <= now) newest.delete(id);
    },
    destroyRecord: (key) => ring.destroyRecord(key),
    dueForReseal: (now) => ring.dueForReseal(now),
    halfRotatedCircles: () => ring.halfRotatedCircles(),
    fileKeys: (name) => ring.fileKeys(name),
  };
}

/** Node may have copied them all the same. Without this, each destroyed key would stay in memory a hundred times. */
const overwrite = (...keys: readonly Uint8Array[]): void => {
  for (const key of keys) key.fill(0);
};

/** One sentence for everything that can be wrong: more would tell an attacker how far they came. */
const refusal = "a row is not what was sealed for its record";

/**
 * The session key of a record's message. The record's context goes into the key: a row put in the place of another does not open.
 * HKDF-SHA256 (RFC 5869) over the keys that apply, in the order bucket, circle, member.
 */
function sessionKey(keys: Buffer, key: RecordKey, edge: Instant | undefined): Uint8Array {
  const info = Buffer.concat([Buffer.from("whereat/1"), lengthPrefixed([...partsOf(key), edge?.toString()])]);
  return new Uint8Array(hkdfSync("sha256", createSecretKey(keys), noSalt, info, 32));
}

const noSalt = Buffer.alloc(32);

const partsOf = ({ kind, about, circle, member }: RecordKey): (string | undefined)[] => [
  kind,
  String(about.length),
  ...about,
  circle,
  member,
];

/** No two lists give the same bytes: an absent part differs from an empty one. */
function lengthPrefixed(parts: readonly (string | undefined)[]): Buffer {
  const bytes = Buffer.alloc(parts.reduce((sum, part = "") => sum + 4 + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) {
    const length = bytes.write(part ?? "", at + 4);
    bytes.writeUInt32BE(part === undefined ? 0xffffffff : length, at);
    at += 4 + length;
  }
  return bytes;
}

/** What is inside a sealed row: which record it is of, which of its rows, and the text. */
type Payload = { id: Buffer; sequence: number; text: string };

/** Bodies come in steps of this many bytes, so that their length does not tell what they hold. */
const sizeStep = 512;
const sequenceLength = 8;
const lengthLength = 4;

/** length of the text ‖ id ‖ sequence ‖ text ‖ zeros up to the next step: 484 bytes of text fit in one */
function padPayload({ id, sequence, text }: Payload): Buffer {
  const bytes = Buffer.from(text);
  const filled = lengthLength + id.length + sequenceLength + bytes.length;
  const payload = Buffer.alloc(Math.ceil(filled / sizeStep) * sizeStep);
  payload.writeUInt32BE(bytes.length);
  id.copy(payload, lengthLength);
  payload.writeBigUInt64BE(BigInt(sequence), lengthLength + id.length);
  bytes.copy(payload, lengthLength + id.length + sequenceLength);
  return payload;
}

/** @returns undefined when it is not what `padPayload` makes */
function readPayload(bytes: Uint8Array, idLength: number): Payload | undefined {
  const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textAt = lengthLength + idLength + sequenceLength;
  if (payload.length < textAt) return undefined;
  const end = textAt + payload.readUInt32BE();
  if (payload.length !== Math.ceil(end / sizeStep) * sizeStep || payload.subarray(end).some((byte) => byte !== 0))
    return undefined;
  return {
    id: payload.subarray(lengthLength, lengthLength + idLength),
    sequence: Number(payload.readBigUInt64BE(lengthLength + idLength)),
    text: payload.toString("utf8", textAt, end),
  };
}
