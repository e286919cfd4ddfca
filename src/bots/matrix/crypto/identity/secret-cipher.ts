import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { at, textOf } from "../../../../lib/json-value.ts";

/** What m.secret_storage.v1.aes-hmac-sha2 makes of a text, each in base64 (Matrix client-server API, "Secrets"). */
export type SealedSecret = { readonly iv: string; readonly ciphertext: string; readonly mac: string };

const ivBytes = 16;

/** @param name of the secret; it goes into the keys, so that one secret cannot be given out for another */
function keysOf(key: Uint8Array, name: string) {
  const derived = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(32), name, 64));
  const macOf = (ciphertext: Uint8Array) => createHmac("sha256", derived.subarray(32)).update(ciphertext).digest();
  return { aes: derived.subarray(0, 32), macOf };
}

export function sealSecret(key: Uint8Array, name: string, text: string): SealedSecret {
  const { aes, macOf } = keysOf(key, name);
  const iv = randomBytes(ivBytes);
  // Bit 63 is zero, for platforms on which the counter has 64 bits only (the same place).
  iv.writeUInt8(iv.readUInt8(8) & 0x7f, 8);
  const cipher = createCipheriv("aes-256-ctr", aes, iv);
  const ciphertext = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return { iv: unpadded(iv), ciphertext: unpadded(ciphertext), mac: unpadded(macOf(ciphertext)) };
}

/** @returns undefined when it was not sealed under this key and name */
export function openSecret(key: Uint8Array, name: string, sealed: unknown): string | undefined {
  const part = (of: string) => Buffer.from(textOf(at(sealed, of)) ?? "", "base64");
  const { aes, macOf } = keysOf(key, name);
  const [ciphertext, iv, given] = [part("ciphertext"), part("iv"), part("mac")];
  const mac = macOf(ciphertext);
  if (given.length !== mac.length || !timingSafeEqual(given, mac) || iv.length !== ivBytes) return undefined;
  const decipher = createDecipheriv("aes-256-ctr", aes, iv);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}

/** By it a client tells whether a recovery key is the right one: 32 zero bytes, sealed without a name. */
export function keyCheck(key: Uint8Array): Pick<SealedSecret, "iv" | "mac"> {
  const { iv, mac } = sealSecret(key, "", "\0".repeat(32));
  return { iv, mac };
}

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");
