import { existsSync, renameSync, rmSync } from "node:fs";
import { preparePrivateFile } from "../../../../lib/process/private-file.ts";
import { StoreExposedError } from "./store-errors.ts";

/** @throws StoreExposedError when others than this user can reach the key store, or its place is taken by a link */
export async function checkKeyStore(path: string): Promise<void> {
  for (const end of beside) {
    const problem = await preparePrivateFile(`${path}${end}`);
    if (problem !== undefined) throw new StoreExposedError(problem);
  }
}

/** What SQLite may keep beside the file. */
const beside = ["", "-wal", "-journal", "-shm"];

export const isThere = (path: string): boolean => existsSync(path);

/** Removes a key store that no program has open. */
export function removeKeyStore(path: string): void {
  for (const end of beside) rmSync(`${path}${end}`, { force: true });
}

/**
 * Renames a key store that no program has open, so that a new one can begin and nothing is lost that somebody might still want.
 * @returns its new path
 */
export function setKeyStoreAside(path: string): string {
  const aside = `${path}.set-aside`;
  removeKeyStore(aside);
  for (const end of beside) if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${aside}${end}`);
  return aside;
}
