import { lengthOctets, partAt } from "../../../src/core/storage/seal/pgp-packet.ts";

/** openpgp.js writes a packet of more than 512 bytes in parts, which we do not take. */
export function inOnePart(packet: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let part = partAt(packet, 1); part !== undefined; part = part.isLast ? undefined : partAt(packet, part.end))
    parts.push(packet.subarray(part.start, part.end));
  const body = Buffer.concat(parts);
  return Buffer.concat([packet.subarray(0, 1), lengthOctets(body.length), body]);
}
