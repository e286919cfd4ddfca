import { rmSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Files that only this user can read, for as long as the program runs. */
export interface PrivateFolder {
  /** @returns its path */
  put(name: string, bytes: Uint8Array): Promise<string>;
  remove(path: string): Promise<void>;
}

const beginning = "whereat-pictures-";
/** Somebody listens here for as long as the program runs, however it ends. */
const sign = "running";

/** The folder (0700) is made when there is something to be put into it. @param atExit has something done when the program ends */
export function createPrivateFolder(atExit: (work: () => void) => void): PrivateFolder {
  let folder: Promise<string> | undefined;

  async function make() {
    // Node makes it with the mode 0700, whatever the umask.
    const path = await mkdtemp(join(tmpdir(), beginning));
    atExit(() => rmSync(path, { recursive: true, force: true }));
    await listening(join(path, sign));
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

/** Where it cannot listen, nobody can tell whether the program runs: its folder is never taken for one that was left. */
async function listening(path: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const server: Server = createServer((socket) => void socket.destroy());
  server.once("error", () => resolve());
  server.listen(path, resolve);
  // It keeps no program from ending.
  server.unref();
  await promise;
}

/** Removes folders of programs that were killed: nobody listens in them any more. What cannot be removed stays. */
export async function removeLeftFolders(): Promise<void> {
  const entries = await readdir(tmpdir(), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory() || !entry.name.startsWith(beginning)) continue;
    const path = join(tmpdir(), entry.name);
    if (await isLeft(join(path, sign))) await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isLeft(path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(path);
  socket.once("connect", () => resolve(false));
  socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "ECONNREFUSED"));
  return promise.finally(() => socket.destroy());
}
