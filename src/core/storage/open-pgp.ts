import { createMessage, decrypt, encrypt, enums, type PartialConfig, readMessage, type SessionKey } from "openpgp";

/** Limits for our own data: openpgp.js would unpack without end, and derive keys with gigabytes of memory. */
const config: PartialConfig = Object.freeze({
  aeadProtect: true,
  preferredAEADAlgorithm: enums.aead.gcm,
  maxDecompressedMessageSize: 100_000,
  maxArgon2MemoryExponent: 18,
  allowUnauthenticatedMessages: false,
  allowInsecureDecryptionWithSigningKeys: false,
  ignoreUnsupportedPackets: false,
});

const sessionKeyOf = (data: Uint8Array): SessionKey => ({ data, algorithm: "aes256", aeadAlgorithm: "gcm" });

/**
 * One SEIPDv2 packet (RFC 9580, section 5.13.2) with AES-256-GCM.
 * @param key 32 bytes; may seal any number of messages, for each has a salt of its own
 */
export async function encryptBytes(bytes: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  const message = await createMessage({ binary: bytes });
  const packet: unknown = await encrypt({ message, sessionKey: sessionKeyOf(key), format: "binary", config });
  if (!(packet instanceof Uint8Array)) throw new TypeError("openpgp gave no bytes");
  return packet;
}

/** @throws when it is anything but one such packet made with this key */
export async function decryptBytes(packet: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  if (!isOnePacket(packet)) throw new TypeError("not one SEIPDv2 packet with AES-256-GCM");
  const message = await readMessage({ binaryMessage: packet, config });
  const { data } = await decrypt({ message, sessionKeys: [sessionKeyOf(key)], format: "binary", config });
  if (!(data instanceof Uint8Array)) throw new TypeError("openpgp gave no bytes");
  return data;
}

/**
 * Whether it is exactly one packet of tag 18, version 2, AES-256 (9) with GCM (3), of a stated length: openpgp.js would
 * as well open version 1, which knows no AEAD, and the older encodings of a header.
 */
function isOnePacket(packet: Uint8Array): boolean {
  const [tag, first = 255, second = 0] = packet;
  if (tag !== 0xd2) return false;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  // RFC 9580, section 4.2.1: lengths of one, two and five octets; partial lengths (224 to 254) are not taken.
  let header = 2;
  let length = first;
  if (first >= 192 && first < 224) {
    header = 3;
    length = ((first - 192) << 8) + second + 192;
  } else if (first === 255 && packet.length >= 6) {
    header = 6;
    length = view.getUint32(2);
  } else if (first >= 224) return false;
  const [version, cipher, aead] = packet.subarray(header);
  return header + length === packet.length && version === 2 && cipher === 9 && aead === 3;
}
