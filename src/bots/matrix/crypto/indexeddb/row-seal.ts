import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from "node:crypto";
import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import { WrongSecretError } from "./store-errors.ts";

const nonceBytes = 12;
const tagBytes = 16;

/**
 * A 32-byte key for one purpose, derived from a 32-byte secret with HKDF-SHA256 (RFC 5869).
 * @throws RangeError when the secret is not 32 bytes long
 */
export function deriveKey(secret: Uint8Array, purpose: string): Buffer {
  if (secret.length !== 32) throw new RangeError("the secret of the Matrix key store must have 32 bytes");
  return Buffer.from(hkdfSync("sha256", secret, "", `whereat matrix ${purpose}`, 32));
}

export type RowSeal = {
  /** Where a row is found: the HMAC-SHA-256 of its table and key, which tells nothing about either. */
  id(table: string, key: string): Buffer;
  /** AES-256-GCM, bound to the row's id: a sealed text cannot be moved to another row. */
  seal(id: Uint8Array, text: string): Buffer;
  /** @throws WrongSecretError when the secret is another, or the bytes were changed */
  open(id: Uint8Array, sealed: Uint8Array): string;
};

/** What makes rows unreadable to whoever holds only the file. */
export function createRowSeal(secret: Uint8Array): RowSeal {
  const keyFor = (purpose: string) => createSecretKey(deriveKey(secret, purpose));
  const [idKey, sealKey] = [keyFor("row id"), keyFor("row seal")];
  return {
    id: (table, key) =>
      createHmac("sha256", idKey)
        .update(JSON.stringify([table, key]))
        .digest(),
    seal(id, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(id);
      const sealed = Buffer.concat([cipher.update(packed(text)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(id, sealed) {
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(id).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = decipher.update(sealed.subarray(nonceBytes + tagBytes));
        return unpacked(Buffer.concat([text, decipher.final()]));
      } catch {
        throw new WrongSecretError();
      }
    },
  };
}

/** What a packed text begins with; one that is as it was begins with a bracket. */
const packMark = 1;
const worthPacking = 200;

/** Most of what the library keeps is base64, which is a third longer than what it stands for. */
function packed(text: string): Buffer {
  const bytes = Buffer.from(text, "utf8");
  if (bytes.length < worthPacking) return bytes;
  return Buffer.concat([Buffer.of(packMark), deflateRawSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY })]);
}

const unpacked = (bytes: Buffer): string =>
  (bytes[0] === packMark ? inflateRawSync(bytes.subarray(1)) : bytes).toString("utf8");
