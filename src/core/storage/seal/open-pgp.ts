import { decryptSessionKeys, encryptSessionKey, enums, type PartialConfig, readMessage } from "openpgp";

/** Limits for our own data: without them openpgp.js derives keys with gigabytes of memory. */
const config: PartialConfig = Object.freeze({
  aeadProtect: true,
  preferredAEADAlgorithm: enums.aead.gcm,
  s2kType: enums.s2k.argon2,
  maxArgon2MemoryExponent: 18,
  maxDecompressedMessageSize: 100_000,
  allowUnauthenticatedMessages: false,
  allowInsecureDecryptionWithSigningKeys: false,
  ignoreUnsupportedPackets: false,
});

/** What one guess at a passphrase costs (Argon2id, RFC 9106): rounds, threads and 2^memoryExponent KiB. */
export type PassphraseCost = { passes: number; parallelism: number; memoryExponent: number };

/**
 * Wraps a key of 32 bytes with a passphrase.
 * @returns one packet; with a message under that key after it, it is a message that opens with the passphrase
 */
export async function wrapKey(data: Uint8Array, passphrase: string, cost: PassphraseCost): Promise<Uint8Array> {
  const wrapped: unknown = await encryptSessionKey({
    data,
    algorithm: "aes256",
    aeadAlgorithm: "gcm",
    passwords: [passphrase],
    format: "binary",
    config: { ...config, s2kArgon2Params: cost },
  });
  return asBytes(wrapped);
}

/** @throws when it was not wrapped under this passphrase */
export async function unwrapKey(packet: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const message = await readMessage({ binaryMessage: packet, config });
  const [key] = await decryptSessionKeys({ message, passwords: [passphrase], config });
  return asBytes(key?.data);
}

function asBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw new TypeError("openpgp gave no bytes");
  return value;
}
