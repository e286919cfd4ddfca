/** What is inside a sealed row: the id of its record's row, which of its rows it is, and the text. */
export type Payload = { id: Buffer; sequence: number; text: string };

/** Bodies come in steps of this many bytes, so that their length does not tell what they hold. */
const sizeStep = 512;
const idLength = 16;
const sequenceLength = 8;
const lengthLength = 4;
const zeros = Buffer.alloc(sizeStep);

/** length of the text ‖ id ‖ sequence ‖ text ‖ zeros up to the next step: 484 bytes of text fit in one */
export function padPayload({ id, sequence, text }: Payload): Buffer {
  const bytes = Buffer.from(text);
  const filled = lengthLength + id.length + sequenceLength + bytes.length;
  const payload = Buffer.alloc(Math.ceil(filled / sizeStep) * sizeStep);
  payload.writeUInt32BE(bytes.length);
  id.copy(payload, lengthLength);
  payload.writeBigUInt64BE(BigInt(sequence), lengthLength + id.length);
  bytes.copy(payload, lengthLength + id.length + sequenceLength);
  return payload;
}

/** @returns undefined when it is not what `padPayload` makes */
export function readPayload(bytes: Uint8Array): Payload | undefined {
  const payload = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const textAt = lengthLength + idLength + sequenceLength;
  if (payload.length < textAt) return undefined;
  const end = textAt + payload.readUInt32BE();
  if (payload.length !== Math.ceil(end / sizeStep) * sizeStep) return undefined;
  if (!payload.subarray(end).equals(zeros.subarray(0, payload.length - end))) return undefined;
  return {
    id: payload.subarray(lengthLength, lengthLength + idLength),
    sequence: Number(payload.readBigUInt64BE(lengthLength + idLength)),
    text: payload.toString("utf8", textAt, end),
  };
}
