import { Attachment } from "@matrix-org/matrix-sdk-crypto-wasm";
import { membersOf } from "../../../../lib/json-value.ts";

/** A file that only who has its key can read. `key`: what an event says of it, but for where it is. */
export type EncryptedFile = { readonly bytes: Uint8Array; readonly key: Readonly<Record<string, unknown>> };

/** Encrypts a file under a key of its own (spec, "Sending encrypted attachments"). The library has to be open. */
export function encryptFile(plain: Uint8Array): EncryptedFile {
  const attachment = Attachment.encrypt(plain);
  try {
    const key = Object.fromEntries(membersOf(JSON.parse(attachment.mediaEncryptionInfo ?? "{}")));
    return { bytes: attachment.encryptedData, key };
  } finally {
    attachment.free();
  }
}
