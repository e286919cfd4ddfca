import { DatabaseSync } from "node:sqlite";
import { createPrivateFile, preparePrivateFile } from "../../../lib/process/private-file.ts";
import { KeyRingError } from "../../model/errors.ts";

// https://www.sqlite.org/rescode.html
const busy = 5;

const isBusy = (error: unknown): boolean => error instanceof Error && "errcode" in error && error.errcode === busy;

/**
 * Makes sure that no other program uses the same key ring: each would overwrite the other's keys. The lock is SQLite's own: the system
 * releases it when the program dies, in whatever way.
 * @param ring the path of the ring; the lock is a file beside it
 * @returns a function that releases the lock
 * @throws KeyRingError when another program holds it
 */
export async function lockRing(ring: string): Promise<() => void> {
  const path = `${ring}.lock`;
  const problem = await preparePrivateFile(path);
  if (problem !== undefined) throw new KeyRingError(`the key ring was not opened: ${problem}`);
  await createPrivateFile(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (isBusy(cause))
      throw new KeyRingError("another whereat runs with this key ring: stop that one first", { cause });
    throw new KeyRingError(
      "the key ring was not opened: the lock beside it could not be used: look at its disk and its rights, or remove the file that ends in .lock while no whereat runs",
      { cause },
    );
  }
  return () => lock.close();
}
