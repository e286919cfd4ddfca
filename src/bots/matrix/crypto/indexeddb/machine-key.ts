import { randomBytes } from "node:crypto";
import type { SealedFile } from "./sealed-file.ts";

const table = "machine key";

/** The 32 bytes under which the encryption library seals its own records, made when there are none. They last as long as the file. */
export function machineKey(file: SealedFile): Uint8Array {
  for (const { value } of file.rows(table)) return Buffer.from(value, "base64");
  const key = randomBytes(32);
  file.write([{ kind: "put", table, key: "", value: key.toString("base64") }]);
  return key;
}
