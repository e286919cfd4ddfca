import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from "node:crypto";
import { lengthOctets, partAt } from "./pgp-packet.ts";

/*
 * An OpenPGP message as whereat writes it: one Symmetrically Encrypted and Integrity Protected Data packet of version 2
 * (RFC 9580, section 5.13.2) with AES-256 in GCM, in which there is one Literal Data packet (section 5.9). openpgp.js
 * writes and reads the same, but it is built for streams and is several times slower for a position. The tests compare
 * the two.
 */

const sealedTag = 0xd2;
const literalTag = 0xcb;
/** 'b' for binary, no file name, no date */
const literalHead = Uint8Array.of(0x62, 0, 0, 0, 0, 0);
/** tag, version 2, AES-256 (9), GCM (3), chunks of 2^(12+6) octets: what both the key and every chunk are bound to */
const head = Uint8Array.of(sealedTag, 2, 9, 3, 12);
const chunkLength = 2 ** 18;
const saltLength = 32;
const tagLength = 16;

/** @param key 32 bytes; it may seal any number of messages, because each has its own salt */
export function encryptMessage(bytes: Uint8Array, key: KeyObject | Uint8Array): Buffer {
  const literal = packet(literalTag, literalHead, bytes);
  const salt = randomBytes(saltLength);
  const chunks = chunkCipher(key, salt);
  const sealed: Buffer[] = [];
  for (let at = 0; at < literal.length; at += chunkLength)
    sealed.push(chunks.encrypt(literal.subarray(at, at + chunkLength)));
  const message = packet(sealedTag, head.subarray(1), salt, ...sealed, chunks.encrypt(Buffer.alloc(0), literal.length));
  chunks.overwrite();
  literal.fill(0);
  return message;
}

/** @returns undefined unless it is exactly one such message, made with this key and written in the only valid way */
export function decryptMessage(message: Uint8Array, key: KeyObject | Uint8Array): Uint8Array | undefined {
  const body = bodyOf(message, sealedTag);
  if (body === undefined || !head.subarray(1).every((octet, index) => body[index] === octet)) return undefined;
  const salt = body.subarray(head.length - 1, head.length - 1 + saltLength);
  const sealed = body.subarray(head.length - 1 + saltLength, -tagLength);
  if (salt.length < saltLength || sealed.length < tagLength) return undefined;
  const chunks = chunkCipher(key, salt);
  const parts: Buffer[] = [];
  try {
    for (let at = 0; at < sealed.length; at += chunkLength + tagLength)
      parts.push(chunks.decrypt(sealed.subarray(at, at + chunkLength + tagLength)));
    const literal = Buffer.concat(parts);
    chunks.decrypt(body.subarray(-tagLength), literal.length);
    return contentOf(literal);
  } catch {
    // Node throws when a tag does not match.
    return undefined;
  } finally {
    chunks.overwrite();
  }
}

/**
 * Section 5.13.2: one key and one nonce for the message. Each chunk has its number in its nonce; the last chunk is empty and
 * authenticates the total length.
 *
 * Given bytes, Node wraps them anew in each call, which takes longer than the work. So each key is wrapped once. Node's copy in a KeyObject
 * cannot be overwritten: it is there until it is collected. Bytes that Node wraps by itself are copied in the same way.
 */
function chunkCipher(key: KeyObject | Uint8Array, salt: Uint8Array) {
  const secret = key instanceof Uint8Array ? createSecretKey(key) : key;
  const derived = Buffer.from(hkdfSync("sha256", secret, salt, head, 32 + 4));
  const messageKey = createSecretKey(derived.subarray(0, 32));
  const nonceHead = derived.subarray(32);
  let number = 0;
  const next = (total?: number) => {
    const nonce = Buffer.alloc(12);
    nonceHead.copy(nonce);
    nonce.writeBigUInt64BE(BigInt(number++), 4);
    if (total === undefined) return { nonce, bound: head };
    const bound = Buffer.alloc(head.length + 8);
    bound.set(head);
    bound.writeBigUInt64BE(BigInt(total), head.length);
    return { nonce, bound };
  };
  return {
    /** to be called last, so that less of the key stays in memory */
    overwrite: () => derived.fill(0),
    encrypt(chunk: Uint8Array, total?: number): Buffer {
      const { nonce, bound } = next(total);
      const cipher = createCipheriv("aes-256-gcm", messageKey, nonce).setAAD(bound);
      return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
    },
    decrypt(chunk: Uint8Array, total?: number): Buffer {
      const { nonce, bound } = next(total);
      const cipher = createDecipheriv("aes-256-gcm", messageKey, nonce, { authTagLength: tagLength }).setAAD(bound);
      cipher.setAuthTag(chunk.subarray(-tagLength));
      return Buffer.concat([cipher.update(chunk.subarray(0, -tagLength)), cipher.final()]);
    },
  };
}

/** What a Literal Data packet holds, whatever its date. */
function contentOf(literal: Uint8Array): Uint8Array | undefined {
  const body = bodyOf(literal, literalTag);
  if (body === undefined || body.length < literalHead.length) return undefined;
  return body[0] === literalHead[0] && body[1] === literalHead[1] ? body.subarray(literalHead.length) : undefined;
}

const packet = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag), lengthOctets(length), ...parts]);
};

/** The body of exactly one packet with this tag. Its length must be written in the shortest form: any other would be a second row that opens. */
function bodyOf(bytes: Uint8Array, tag: number): Uint8Array | undefined {
  const part = partAt(bytes, 1);
  if (bytes[0] !== tag || part?.isLast !== true || part.end !== bytes.length) return undefined;
  return part.start === 1 + lengthOctets(part.end - part.start).length ? bytes.subarray(part.start) : undefined;
}
