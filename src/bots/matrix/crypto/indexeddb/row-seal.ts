import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
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
  const idKey = deriveKey(secret, "row id");
  const sealKey = deriveKey(secret, "row seal");
  return {
    id: (table, key) =>
      createHmac("sha256", idKey)
        .update(JSON.stringify([table, key]))
        .digest(),
    seal(id, text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce).setAAD(id);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(id, sealed) {
      try {
        const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        });
        decipher.setAAD(id).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = decipher.update(sealed.subarray(nonceBytes + tagBytes));
        return Buffer.concat([text, decipher.final()]).toString("utf8");
      } catch {
        throw new WrongSecretError();
      }
    },
  };
}
