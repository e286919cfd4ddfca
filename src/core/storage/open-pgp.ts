import {
  createMessage,
  decrypt,
  decryptSessionKeys,
  encrypt,
  encryptSessionKey,
  enums,
  type PartialConfig,
  readMessage,
  type SessionKey,
} from "openpgp";
import { inOnePart, isSealedPacket } from "./pgp-packet.ts";

/** Limits for our own data: openpgp.js would unpack without end, and derive keys with gigabytes of memory. */
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

const sessionKeyOf = (data: Uint8Array): SessionKey => ({ data, algorithm: "aes256", aeadAlgorithm: "gcm" });

/**
 * One SEIPDv2 packet (RFC 9580, section 5.13.2) with AES-256-GCM.
 * @param key 32 bytes; may seal any number of messages, for each has a salt of its own
 */
export async function encryptBytes(bytes: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  const message = await createMessage({ binary: bytes });
  return inOnePart(asBytes(await encrypt({ message, sessionKey: sessionKeyOf(key), format: "binary", config })));
}

/** @throws when it is anything but one such packet made with this key */
export async function decryptBytes(packet: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  if (!isSealedPacket(packet)) throw new TypeError("not one SEIPDv2 packet with AES-256-GCM");
  const message = await readMessage({ binaryMessage: packet, config });
  const { data } = await decrypt({ message, sessionKeys: [sessionKeyOf(key)], format: "binary", config });
  return asBytes(data);
}

/** A key of 32 bytes under a passphrase: one packet, which followed by one of `encryptBytes` is a message that opens with the passphrase. */
export async function wrapKey(key: Uint8Array, passphrase: string, cost: PassphraseCost): Promise<Uint8Array> {
  const costly = { ...config, s2kArgon2Params: cost };
  return asBytes(
    await encryptSessionKey({ ...sessionKeyOf(key), passwords: [passphrase], format: "binary", config: costly }),
  );
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
