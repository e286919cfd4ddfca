import { createSecretKey, hkdfSync } from "node:crypto";
import { fromJson, textsOf } from "../../../lib/json-value.ts";
import { type Instant, instant } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { RecordKey, Seal } from "../../model/ports.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { edgeAfter, edgeBefore } from "../keys/ring-keys.ts";
import type { OpenedRow } from "./opened-rows.ts";
import { type Payload, padPayload, readPayload } from "./payload.ts";
import { createRecordIds } from "./record-ids.ts";
import { edgeOfRow, type RowText, readRow, writeRow } from "./row-text.ts";
import { decryptMessage, encryptMessage } from "./sealed-message.ts";

/** Sequence numbers of one start of the program are higher than those of all starts before. There is room for 2^34 seals and 2^19 starts. */
const sealsPerStart = 2 ** 34;

export type PgpSeal = Seal & {
  /**
   * Which record a row is of. Only a row that is under no key of a circle or member says it.
   * @returns undefined when it does not open, or does not say it
   */
  recordOf(id: string, row: string): RecordKey | undefined;
};

/**
 * Seals records as OpenPGP messages under keys of a ring.
 * Rows of one record must be stored in the order in which they were sealed: an older one is refused as a replay.
 */
export function createPgpSeal(ring: KeyRing): PgpSeal {
  const { isInMemory } = ring.history;
  let sequence = ring.history.starts() * sealsPerStart;
  /** The newest known row of each record. The records of a bucket are forgotten with it: then none of their rows opens. */
  const newest = new Map<string, { sequence: number; edge: Instant | undefined }>();

  let forgottenTo = edgeBefore(instant(0));

  const note = (id: string, seen: number, edge: Instant | undefined) => {
    if (seen >= (newest.get(id)?.sequence ?? 0)) newest.set(id, { sequence: seen, edge });
  };

  const { idOf, ...ids } = createRecordIds(ring);

  /** What a row holds, under each set of keys that may open it. */
  const payloads = (id: string, row: RowText, candidates: readonly Buffer[]): (Payload | undefined)[] => {
    const sessions = candidates.map((keys) => sessionKey(keys, id, row.edge));
    const opened = sessions.map((session) => decryptMessage(row.body, session));
    overwrite(...candidates, ...sessions);
    return opened.map((bytes) => bytes && readPayload(bytes));
  };

  function openRow(key: RecordKey, row: string): OpenedRow | undefined {
    const id = idOf(key);
    const known = key.remembered ? ring.opened.find(id.name, row) : undefined;
    if (known !== undefined) return known;
    const parsed = readRow(row);
    if (parsed?.isInMemory !== isInMemory || parsed.isGuarded !== (key.guarded === true)) throw new SealError(refusal);
    const candidates = ring.forOpening(key, parsed.edge);
    if (candidates.length === 0) return undefined;
    const name = nameOf(key);
    for (const payload of payloads(id.name, parsed, candidates)) {
      if (payload === undefined) continue;
      const isOfRecord = payload.id.equals(id.bytes) && payload.text.startsWith(name);
      if (!isOfRecord || payload.sequence < (newest.get(id.name)?.sequence ?? 0)) break;
      note(id.name, payload.sequence, parsed.edge);
      const { circle, member } = key;
      const opened = { row, text: payload.text.slice(name.length), edge: parsed.edge, circle, member };
      if (key.remembered) ring.opened.remember(id.name, opened);
      return opened;
    }
    throw new SealError(refusal);
  }

  return {
    clockSetBackAt: ring.clockSetBackAt,
    isClockBehind: ring.isClockBehind,
    rowId: (key) => idOf(key).name,
    async seal(key, text, expiresAt) {
      const edge = expiresAt === undefined ? undefined : edgeAfter(expiresAt);
      const { keys, destroyOlder } = await ring.forSealing(key, edge);
      const id = idOf(key);
      const number = ++sequence;
      const session = sessionKey(keys, id.name, edge);
      const payload = { id: id.bytes, sequence: number, text: nameOf(key) + text };
      const body = encryptMessage(padPayload(payload), session);
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
    open: async (key, row) => openRow(key, row)?.text,
    read(key, row, as) {
      const opened = openRow(key, row);
      if (opened === undefined) return undefined;
      opened.value ??= as(opened.text);
      return opened.value as ReturnType<typeof as>;
    },
    recordOf(id, row) {
      const parsed = readRow(row);
      if (parsed === undefined) return undefined;
      const [payload] = payloads(id, parsed, ring.forOpening({ kind: "", about: [] }, parsed.edge));
      const [kind, ...about] = payload === undefined ? [] : namedIn(payload.text);
      if (kind === undefined) return undefined;
      const key: RecordKey = parsed.isGuarded ? { kind, about, guarded: true } : { kind, about };
      return idOf(key).name === id ? key : undefined;
    },
    forget(gone) {
      for (const id of gone) {
        ring.opened.forget(id);
        ids.forget(id);
      }
    },
    bucketOf: (row) => edgeOfRow(row),
    destroyMember: (circle, member) => ring.destroyMember(circle, member),
    destroyCircle: (circle) => ring.destroyCircle(circle),
    rotateCircle: (circle) => ring.rotateCircle(circle),
    async destroyBuckets(now) {
      await ring.destroyBuckets(now);
      if (edgeBefore(now) <= forgottenTo) return;
      forgottenTo = edgeBefore(now);
      ids.clear();
      for (const [id, { edge }] of newest) if (edge !== undefined && edge <= now) newest.delete(id);
    },
    destroyRecord: (key) => ring.destroyRecord(key),
    dueForReseal: (now, max) => ring.dueForReseal(now, max),
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
 * The session key of a row's message: HKDF-SHA256 (RFC 5869) over the keys that apply, in the order bucket, circle, member. The row's id goes
 * into it: a row put in the place of another does not open. The id is made of all that its record is about.
 */
const sessionKey = (keys: Buffer, id: string, edge: Instant | undefined): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", createSecretKey(keys), noSalt, `whereat/1 row ${id} ${edge ?? "-"}`, 32));

const noSalt = Buffer.alloc(32);

/**
 * The line that the text of a row begins with, so that the row can be sealed anew by whoever has its keys alone. What is under a key of a circle
 * or a member is found by that, and bears no name: all positions are to have one size, however long an id is.
 */
const nameOf = ({ kind, about, circle, member }: RecordKey): string =>
  circle === undefined && member === undefined ? `${JSON.stringify([kind, ...about])}\n` : "";

/** @returns the parts of a record's name; none when the text does not begin with one */
const namedIn = (text: string): string[] => textsOf(fromJson(text.slice(0, Math.max(0, text.indexOf("\n")))));
