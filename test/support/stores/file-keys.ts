import type { FileKeys } from "../../../src/core/model/ports.ts";
import { createKeyRing } from "../../../src/core/storage/keys/key-ring.ts";
import { createMemberNames } from "../../../src/core/storage/keys/member-names.ts";
import { newKey, newRingKeys } from "../../../src/core/storage/keys/ring-keys.ts";
import { instant } from "../../../src/lib/time.ts";

/** The keys of a file in a key ring of their own, which lasts as long as they do. */
export function freshFileKeys(): Promise<FileKeys> {
  const keeper = { isInMemory: true, save: async () => {}, close: async () => {} };
  return createKeyRing(
    newRingKeys(),
    keeper,
    () => createMemberNames(newKey()),
    () => instant(0),
    () => {},
  ).fileKeys("matrix store");
}
