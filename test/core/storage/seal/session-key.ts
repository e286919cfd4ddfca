import { createHmac } from "node:crypto";

/**
 * The session key of a row's message, worked out from what is written of it and not by the code under test:
 * HKDF-SHA256 (RFC 5869) with a salt of 32 zero bytes; info = "whereat/1 row", the row's id, and its edge or "-", with spaces between.
 */
export function sessionKeyOf(keys: Uint8Array, id: string, edge?: number): Buffer {
  const pseudorandom = createHmac("sha256", Buffer.alloc(32)).update(keys).digest();
  return createHmac("sha256", pseudorandom)
    .update(Buffer.concat([Buffer.from(`whereat/1 row ${id} ${edge ?? "-"}`, "ascii"), Buffer.of(1)]))
    .digest();
}
