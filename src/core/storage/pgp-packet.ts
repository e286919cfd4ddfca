// RFC 9580, section 5: packet types 3 and 18 with a header of the current format.
const wrappedKeyTag = 0xc3;
const sealedTag = 0xd2;

/**
 * Whether it is exactly one packet of tag 18, version 2, AES-256 (9) with GCM (3), of a stated length: openpgp.js would
 * as well open version 1, which knows no AEAD, and the older encodings of a header.
 */
export function isSealedPacket(packet: Uint8Array): boolean {
  const part = partAt(packet, 1);
  if (packet[0] !== sealedTag || part?.isLast !== true || part.end !== packet.length) return false;
  // A longer way to write the length would be another row that opens.
  if (part.start !== 1 + lengthOctets(part.end - part.start).length) return false;
  const [version, cipher, aead] = packet.subarray(part.start);
  return version === 2 && cipher === 9 && aead === 3;
}

/** Splits a message into the packet of its wrapped key and the rest. @returns undefined when it does not begin with one */
export function splitWrapped(message: Uint8Array): [wrapped: Uint8Array, rest: Uint8Array] | undefined {
  const part = partAt(message, 1);
  return message[0] === wrappedKeyTag && part?.isLast === true && part.end < message.length
    ? [message.subarray(0, part.end), message.subarray(part.end)]
    : undefined;
}

/** One packet that may come in parts, as openpgp.js writes all of more than 512 bytes, with one stated length. */
export function inOnePart(packet: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let part = partAt(packet, 1); part !== undefined; part = part.isLast ? undefined : partAt(packet, part.end))
    parts.push(packet.subarray(part.start, part.end));
  const body = Buffer.concat(parts);
  return Buffer.concat([packet.subarray(0, 1), lengthOctets(body.length), body]);
}

/** RFC 9580, section 4.2.1: lengths of one, two and five octets are of a last part, the others are powers of two. */
function partAt(bytes: Uint8Array, at: number): { start: number; end: number; isLast: boolean } | undefined {
  const [first, second = 0] = bytes.subarray(at);
  const part = (octets: number, length: number, isLast = true) => {
    const start = at + octets;
    return start + length > bytes.length ? undefined : { start, end: start + length, isLast };
  };
  if (first === undefined) return undefined;
  if (first < 192) return part(1, first);
  if (first < 224) return part(2, ((first - 192) << 8) + second + 192);
  if (first < 255) return part(1, 2 ** (first & 31), false);
  return bytes.length < at + 5 ? undefined : part(5, new DataView(bytes.buffer, bytes.byteOffset).getUint32(at + 1));
}

/** The shortest of the definite lengths. */
function lengthOctets(length: number): Uint8Array {
  if (length < 192) return Uint8Array.of(length);
  if (length < 8384) return Uint8Array.of(((length - 192) >> 8) + 192, length - 192);
  const octets = Buffer.alloc(5, 0xff);
  octets.writeUInt32BE(length, 1);
  return octets;
}
