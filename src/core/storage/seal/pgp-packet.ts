/** RFC 9580, section 4.2.1: lengths of one, two and five octets are of a last part, the others are powers of two. @param at where the length is */
export function partAt(bytes: Uint8Array, at: number): { start: number; end: number; isLast: boolean } | undefined {
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
export function lengthOctets(length: number): Uint8Array {
  if (length < 192) return Uint8Array.of(length);
  if (length < 8384) return Uint8Array.of(((length - 192) >> 8) + 192, length - 192);
  const octets = Buffer.alloc(5, 0xff);
  octets.writeUInt32BE(length, 1);
  return octets;
}

/** Section 5.3: a session key under a passphrase, with a header of the current format. */
const wrappedKeyTag = 0xc3;

/** Splits a message into the packet of its wrapped key and the rest. @returns undefined when it does not begin with one */
export function splitWrapped(message: Uint8Array): [wrapped: Uint8Array, rest: Uint8Array] | undefined {
  const part = partAt(message, 1);
  return message[0] === wrappedKeyTag && part?.isLast === true && part.end < message.length
    ? [message.subarray(0, part.end), message.subarray(part.end)]
    : undefined;
}
