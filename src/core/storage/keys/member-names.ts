import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync } from "node:crypto";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { fromJson, listOf } from "../../../lib/json-value.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import type { RecordKey, TextStore } from "../../model/ports.ts";
import { readRow, writeRow } from "../seal/row-text.ts";
import { decryptMessage, encryptMessage } from "../seal/sealed-message.ts";
import { inTurns } from "./in-turns.ts";
import { circlesAtOnce, createRowIds, derivedKey, discard, keyLength, newKey, type RingKeys } from "./ring-keys.ts";

/** How a ring calls members and their records: their keys are found by it, and who has the ring alone learns of nobody. */
export type MemberNames = {
  of(circle: CircleId | undefined, member: PersonId): string;
  ofRecord(key: RecordKey, member: PersonId): string;
  /** the record that is called so; undefined when the name was made with another key */
  readRecord(name: string): RecordKey | undefined;
};

/** Names that are remembered, so that they are not made again. */
const maxNames = 10_000;
const ivBytes = 12;
const tagBytes = 16;

/**
 * A name is its text under AES-256-GCM, always the same for the same text: the initialisation vector is an HMAC of the text, as in a synthetic
 * one (RFC 5297), so that one never stands for two texts.
 */
export function createMemberNames(key: Uint8Array): MemberNames {
  const derived = (purpose: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", key, Buffer.alloc(32), `whereat/1 ${purpose}`, keyLength)));
  const [ivKey, cipherKey] = [derived("iv of a name"), derived("name")];
  /** A record is looked for several times while it is read or written. */
  const made = createBoundedMap<string>(maxNames);

  const seal = (parts: readonly (string | null)[]): string => {
    const text = JSON.stringify(parts);
    const known = made.get(text);
    if (known !== undefined) return known;
    const iv = createHmac("sha256", ivKey).update(text).digest().subarray(0, ivBytes);
    const cipher = createCipheriv("aes-256-gcm", cipherKey, iv);
    const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
    const name = Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
    made.set(text, name);
    return name;
  };
  const open = (name: string): readonly unknown[] | undefined => {
    const bytes = Buffer.from(name, "base64url");
    const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)];
    try {
      const decipher = createDecipheriv("aes-256-gcm", cipherKey, iv, { authTagLength: tagBytes }).setAuthTag(tag);
      return listOf(
        fromJson(Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString()),
      );
    } catch {
      return undefined;
    }
  };

  return {
    of: (circle, member) => seal(["member", circle ?? null, member]),
    ofRecord: ({ kind, about, circle }, member) => seal(["record", circle ?? null, member, kind, ...about]),
    readRecord(name) {
      const [what, circle, member, kind, ...about] = open(name) ?? [];
      if (what !== "record" || typeof kind !== "string") return undefined;
      const key = { kind, about: about as string[], member: member as PersonId };
      return circle === null ? key : { ...key, circle: circle as CircleId };
    },
  };
}

/**
 * The names of a ring's members. Their key is in the store, sealed by the ring: it takes both to learn who they are. When the store has it no
 * more, it has none of their rows either, and the ring forgets them.
 * @throws StoreError (rejects)
 */
export async function openMemberNames(store: TextStore, ring: RingKeys, isInMemory: boolean): Promise<MemberNames> {
  if (isInMemory) return createMemberNames(newKey());
  const id = createRowIds(ring)("names of members").toString("base64url");
  const under = derivedKey(ring, "names of members");
  const kept = readRow((await store.get(id)) ?? "");
  let key = kept && decryptMessage(kept.body, under);
  if (key?.length !== keyLength) {
    key = newKey();
    const body = Buffer.from(encryptMessage(Buffer.from(key), under));
    await store.set(id, writeRow({ isInMemory: false, edge: undefined, isGuarded: false, body }));
  }
  const names = createMemberNames(key);
  await inTurns(forgetUnreadable(ring, names), circlesAtOnce);
  return names;
}

function* forgetUnreadable(ring: RingKeys, names: MemberNames): Generator<void> {
  for (const { members } of ring.circles.values()) {
    for (const [member, records] of members) {
      for (const [record, generations] of records) {
        if (names.readRecord(record) !== undefined) continue;
        discard(generations, () => true);
        records.delete(record);
      }
      if (records.size === 0) members.delete(member);
    }
    yield;
  }
}
