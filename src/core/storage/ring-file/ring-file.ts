import { randomBytes } from "node:crypto";
import { constants, type FileHandle, link, lstat, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { unlessMissing } from "../../../lib/process/private-file.ts";
import { KeyRingError, StoreError } from "../../model/errors.ts";
import type { Step } from "../keys/saver.ts";

/** What is to stand in a file, or what writes it there. */
type Content = Uint8Array | ((file: FileHandle) => Promise<void>);

/** A file that is replaced as a whole: after a crash it is the old one or the new one. Old contents are overwritten. */
export type RingFile = {
  /** resolves when the new content is on the disk and the old one is not. @throws StoreError */
  replace(content: Content): Promise<void>;
  /** changes the file where it is. `work` sees to it that after a crash it is as before or as after, and overwrites what is old. @throws StoreError */
  change(work: (file: FileHandle) => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

export const readRingFile = (path: string): Promise<Buffer | undefined> => readFile(path).catch(unlessMissing);

/** @param path of a file that only this user can reach; the file need not exist */
export async function openRingFile(path: string, step: Step): Promise<RingFile> {
  const temporary = `${path}.new`;
  const outgoing = `${path}.old`;
  // A crash may have left them, and they hold keys.
  await discard(temporary);
  if (await isSameFile(outgoing, path)) await rm(outgoing);
  else await discard(outgoing);
  let current = await open(path, "r+").catch(unlessMissing);
  /** replaced but not overwritten yet */
  const old: FileHandle[] = [];

  const overwriteOld = async (): Promise<void> => {
    for (let file = old[0]; file !== undefined; file = old[0]) {
      await overwrite(file);
      old.shift();
      await file.close();
    }
    await rm(outgoing, { force: true });
  };

  const write = async (content: Content): Promise<void> => {
    await refuseOthers(path, current);
    await overwriteOld();
    step("ring: nothing written");
    const next = await open(temporary, "wx+", 0o600);
    try {
      await next.chmod(0o600);
      await (typeof content === "function" ? content(next) : next.writeFile(content));
      step("ring: new file written");
      await next.sync();
      step("ring: new file on disk");
      // After a crash the next start finds the old file by this name and overwrites it. File systems without hard links cannot do that.
      if (current !== undefined) await link(path, outgoing).catch(() => {});
      step("ring: old file has two names");
      await rename(temporary, path);
    } catch (error) {
      await next.close();
      await discard(temporary);
      await rm(outgoing, { force: true });
      throw error;
    }
    if (current !== undefined) old.push(current);
    current = next;
    step("ring: new file in place");
    await syncFolder(path);
    step("ring: new file in place on disk");
    await overwriteOld();
    step("ring: old file overwritten");
  };

  const change = async (work: (file: FileHandle) => Promise<void>): Promise<void> => {
    await refuseOthers(path, current);
    await overwriteOld();
    if (current === undefined) throw new StoreError("the key ring was not written: it has no file yet");
    await work(current);
  };

  const notWritten = (cause: unknown): never => {
    throw cause instanceof StoreError ? cause : new StoreError("the key ring was not written", { cause });
  };

  return {
    replace: (content) => write(content).catch(notWritten),
    change: (work) => change(work).catch(notWritten),
    close: async () => {
      for (const file of [...old, current]) await file?.close();
    },
  };
}

/** Two programs with the same ring would undo each other's changes. */
async function refuseOthers(path: string, current: FileHandle | undefined): Promise<void> {
  const there = await stat(path).catch(unlessMissing);
  if (there?.ino !== (await current?.stat())?.ino)
    throw new StoreError("the key ring was not written: another program has replaced or removed it");
}

async function isSameFile(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(unlessMissing)));
  return a !== undefined && a.ino === b?.ino;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** In steps of so many bytes: a large ring is no reason to stop everything else. */
const overwrittenAtOnce = 256 * 1024;

async function overwrite(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  for (let at = 0; at < size; at += overwrittenAtOnce) {
    const bytes = randomBytes(Math.min(overwrittenAtOnce, size - at));
    await file.write(bytes, 0, bytes.length, at);
  }
  await file.sync();
}

/** Overwrites what a crash left, and removes it. What this program did not leave is removed only: a link leads to somebody else's file. */
async function discard(path: string): Promise<void> {
  const there = await lstat(path).catch(unlessMissing);
  if (there === undefined) return;
  if (there.isFile() && there.nlink === 1) {
    // Without following: a link may have come in its place since.
    const file = await open(path, constants.O_RDWR | constants.O_NOFOLLOW);
    try {
      await overwrite(file);
    } finally {
      await file.close();
    }
  }
  if (there.isDirectory())
    throw new KeyRingError("the key ring was not opened: a folder beside it ends in .new or .old: move that away");
  await rm(path);
}
