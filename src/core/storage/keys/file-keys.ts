import type { FileKeys } from "../../model/ports.ts";
import { type FileRing, getOrMake, newKey, type RingKeys } from "./ring-keys.ts";
import type { Saver, Step } from "./saver.ts";

/**
 * The keys of a file beside the store, made when there are none.
 * @param name tells the file from others
 * @throws StoreError (rejects) when the ring could not be saved
 */
export async function openFileKeys(ring: RingKeys, name: string, saver: Saver, step: Step): Promise<FileKeys> {
  const file: FileRing = getOrMake(ring.files, name, () => {
    saver.changed([]);
    return { count: 0, keys: [newKey()] };
  });
  await saver.settled();
  return {
    get count() {
      return file.count;
    },
    keys: () => file.keys.map((key) => Buffer.from(key)),
    async renew(reseal) {
      const key = newKey();
      file.keys.unshift(key);
      saver.changed([]);
      await saver.settled();
      step("file key: made");
      const count = reseal(Buffer.from(key));
      step("file key: file resealed");
      file.count = count;
      for (const older of file.keys.splice(file.keys.indexOf(key) + 1)) older.fill(0);
      saver.changed([]);
      await saver.settled();
      step("file key: older destroyed");
    },
    async note(count) {
      file.count = count;
      saver.changed([]);
      await saver.settled();
    },
  };
}
