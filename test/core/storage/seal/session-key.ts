import { createHmac } from "node:crypto";
import type { RecordKey } from "../../../../src/core/model/ports.ts";

/**
 * The session key of a record's message, worked out from what is written of it and not by the code under test:
 * HKDF-SHA256 (RFC 5869) with a salt of 32 zero bytes; info = "whereat/1" ‖ kind ‖ number of abouts ‖ each about ‖ circle
 * ‖ member ‖ edge, each after its length in four octets, FFFFFFFF for what is absent.
 */
export function sessionKeyOf(keys: Uint8Array, { kind, about, circle, member }: RecordKey, edge?: number): Buffer {
  const info: Buffer[] = [Buffer.from("whereat/1", "ascii")];
  for (const part of [kind, `${about.length}`, ...about, circle, member, edge === undefined ? undefined : `${edge}`]) {
    const bytes = Buffer.from(part ?? "", "utf8");
    info.push(Buffer.from(part === undefined ? "ffffffff" : bytes.length.toString(16).padStart(8, "0"), "hex"), bytes);
  }
  const pseudorandom = createHmac("sha256", Buffer.alloc(32)).update(keys).digest();
  return createHmac("sha256", pseudorandom)
    .update(Buffer.concat([...info, Buffer.of(1)]))
    .digest();
}
