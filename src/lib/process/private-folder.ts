import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files that only this user can read, for as long as the program runs. */
export interface PrivateFolder {
  /** @returns its path */
  put(name: string, bytes: Uint8Array): Promise<string>;
  remove(path: string): Promise<void>;
}

/** The folder (0700) is made when there is something to be put into it. @param atExit has something done when the program ends */
export function createPrivateFolder(atExit: (work: () => void) => void): PrivateFolder {
  let folder: Promise<string> | undefined;

  async function make() {
    // Node makes it with the mode 0700, whatever the umask.
    const path = await mkdtemp(join(tmpdir(), "whereat-"));
    atExit(() => rmSync(path, { recursive: true, force: true }));
    return path;
  }

  return {
    async put(name, bytes) {
      folder ??= make();
      const path = join(await folder, name);
      await writeFile(path, bytes, { mode: 0o600, flag: "wx" });
      return path;
    },
    remove: (path) => rm(path, { force: true }),
  };
}
