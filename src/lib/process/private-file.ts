import { chmod, lstat, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";

const forOthers = 0o077;

/**
 * Makes sure that only this user can reach a file. Makes its folder (0700) if that is missing.
 * @param user the number of this user, where users have one
 * @returns what is wrong and what to do about it, or undefined
 */
export async function preparePrivateFile(path: string, user = process.getuid?.()): Promise<string | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const folder = await stat(dirname(path));
  if ((folder.mode & forOthers) !== 0)
    return `its folder can be entered by other users of this machine. This mends it: chmod 700 ${quoted(dirname(path))}`;
  const file = await lstat(path).catch(unlessMissing);
  if (user !== undefined && [folder, file].some((each) => each !== undefined && each.uid !== user))
    return "it, or its folder, belongs to another user of this machine: run whereat as that one, or chown both";
  if (file === undefined) return undefined;
  // A ring is replaced by a new file. That file would then stand where the link was.
  if (file.isSymbolicLink()) return "it is a link: name the file that it leads to";
  if (!file.isFile()) return "it is not a file: name another path";
  if ((file.mode & forOthers) !== 0)
    return `other users of this machine may reach it. This mends it: chmod 600 ${quoted(path)}`;
  return undefined;
}

/** As one word of a shell. */
const quoted = (path: string) => (/^[\w./@%+:-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);

/**
 * Makes the way free for a socket, in a folder that only this user can enter. One that a killed program left behind is removed.
 * @param isAnswered whether somebody listens at a socket that is there
 * @returns what is wrong and what to do about it, or undefined
 */
export async function preparePrivateSocket(
  path: string,
  isAnswered: (path: string) => Promise<boolean>,
): Promise<string | undefined> {
  const found = await lstat(path).catch(unlessMissing);
  if (found?.isSocket() !== true) {
    const problem = await preparePrivateFile(path);
    return problem ?? (found && "there is a file already: name another path");
  }
  if (await isAnswered(path)) return "another program listens there: end it, or name another path";
  await rm(path, { force: true });
  return preparePrivateFile(path);
}

/** Makes an empty file of mode 0600, whatever the umask; leaves one that is there as it is. */
export async function createPrivateFile(path: string): Promise<void> {
  const file = await open(path, "wx", 0o600).catch((error: unknown) => {
    if (codeOf(error) === "EEXIST") return undefined;
    throw error;
  });
  if (file === undefined) return;
  await file.close();
  await chmod(path, 0o600);
}

/**
 * Puts a text into a file that only this user can read, durably; one that is there is replaced as a whole.
 * @throws Error with what is wrong and what to do about it when its place cannot be used
 */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  const next = `${path}.new`;
  await rm(next, { force: true });
  for (const each of [path, next]) {
    const problem = await preparePrivateFile(each);
    if (problem !== undefined) throw new Error(problem);
  }
  const file = await open(next, "wx", 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

/** A handler for `catch`: undefined when the file is not there. */
export function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== "ENOENT") throw error;
  return undefined;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
