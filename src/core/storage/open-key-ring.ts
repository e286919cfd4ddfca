import type { Clock, TextStore } from "../ports.ts";
import { createKeyRing, type KeyRing, type RingKeeper } from "./key-ring.ts";
import { KeyRingError } from "./key-ring-error.ts";
import { preparePrivateFile } from "./private-file.ts";
import { openRingFile, readRingFile } from "./ring-file.ts";
import { newRingKeys, type RingKeys } from "./ring-keys.ts";
import { readRing, writeRing } from "./ring-text.ts";
import type { Step } from "./saver.ts";

/** Where the ring is, which decides what "deleted" means. */
export type RingTier =
  /** nowhere else: whatever is sealed closes with the program */
  | { kind: "memory" }
  /** a file, as it is: whoever takes the disk opens what has not expired */
  | { kind: "file"; path: string };

/**
 * Opens the ring of a store, or makes one where the store has none yet.
 * @throws KeyRingError when the ring is not this store's, or cannot be used
 * @throws StoreError when the store or the ring's file cannot be read or written
 */
export async function openKeyRing(options: {
  tier: RingTier;
  store: TextStore;
  clock: Clock;
  step?: Step;
}): Promise<KeyRing> {
  const { tier, store, clock, step = () => {} } = options;
  const { keys, keeper } = tier.kind === "memory" ? inMemory() : await inFile(tier.path, step);
  keys.starts++;
  await keeper.save(writeRing(keys));
  void store;
  return createKeyRing(keys, keeper, clock, step);
}

const inMemory = (): { keys: RingKeys; keeper: RingKeeper } => ({
  keys: newRingKeys(),
  keeper: { save: async () => {}, close: async () => {} },
});

async function inFile(path: string, step: Step): Promise<{ keys: RingKeys; keeper: RingKeeper }> {
  const problem = await preparePrivateFile(path);
  if (problem !== undefined) throw new KeyRingError(`the key ring was not opened: ${problem}`);
  const content = await readRingFile(path);
  const file = await openRingFile(path, step);
  const keys = content === undefined ? newRingKeys() : readRing(content.toString());
  return { keys, keeper: { save: (text) => file.replace(Buffer.from(text)), close: () => file.close() } };
}
