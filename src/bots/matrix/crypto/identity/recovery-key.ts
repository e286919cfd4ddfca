import { createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { at, textOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { isNotFound } from "../../http/request-error.ts";
import { RecoveryKeyError } from "../crypto-errors.ts";
import type { IdentityKeys } from "./kept-identity.ts";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/**
 * The 32 bytes that a recovery key writes out (Matrix client-server API, "Secrets: key representation").
 * @throws RecoveryKeyError
 */
export function readRecoveryKey(text: string): Buffer {
  let number = 0n;
  for (const letter of text.replace(/\s/g, "").slice(0, 100)) {
    const digit = base58.indexOf(letter);
    if (digit < 0) throw new RecoveryKeyError("it holds letters that no recovery key has");
    number = number * 58n + BigInt(digit);
  }
  const bytes = Buffer.from(number.toString(16).padStart(70, "0"), "hex");
  const parity = bytes.reduce((sum, byte) => sum ^ byte, 0);
  if (bytes.length !== 35 || bytes[0] !== 0x8b || bytes[1] !== 0x01 || parity !== 0)
    throw new RecoveryKeyError("a letter is missing or wrong");
  return bytes.subarray(2, 34);
}

/**
 * The private keys of an account's identity, which its other session left in secret storage (m.secret_storage.v1.aes-hmac-sha2).
 * @throws RecoveryKeyError, MatrixRequestError
 */
export async function readIdentityKeys(ask: Homeserver, userId: string, recoveryKey: string): Promise<IdentityKeys> {
  const key = readRecoveryKey(recoveryKey);
  const accountData = (type: string) =>
    ask("GET", v3`user/${userId}/account_data/${type}`).catch((error: unknown) => {
      if (isNotFound(error)) throw new RecoveryKeyError("the account has no such key in its secret storage");
      throw error;
    });
  const keyId = textOf(at(await accountData("m.secret_storage.default_key"), "key")) ?? "";
  const secret = async (name: string) => openSecret(key, name, at(await accountData(name), "encrypted", keyId));
  return {
    master: await secret("m.cross_signing.master"),
    selfSigning: await secret("m.cross_signing.self_signing"),
    userSigning: await secret("m.cross_signing.user_signing"),
  };
}

function openSecret(key: Buffer, name: string, sealed: unknown): string {
  const part = (of: string) => Buffer.from(textOf(at(sealed, of)) ?? "", "base64");
  const ciphertext = part("ciphertext");
  const derived = Buffer.from(hkdfSync("sha256", key, Buffer.alloc(32), name, 64));
  const mac = createHmac("sha256", derived.subarray(32)).update(ciphertext).digest();
  const given = part("mac");
  if (given.length !== mac.length || !timingSafeEqual(given, mac) || part("iv").length !== 16)
    throw new RecoveryKeyError("it is not this account's");
  const decipher = createDecipheriv("aes-256-ctr", derived.subarray(0, 32), part("iv"));
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
}
