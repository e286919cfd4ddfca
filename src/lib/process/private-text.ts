import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** A small file that only this user should read. `isOpen`: somebody else on this machine can read or change it. */
export type PrivateText = { text: string; isOpen: boolean } | { problem: string };

const forOthers = 0o077;

/**
 * Reads a whole file as text. It may be a link, as container managers make them: what counts is the file behind it.
 * @param maxBytes more is a problem, and is not read
 * @param user the number of this user, where users have one
 * @returns undefined when there is no such file
 */
export function readPrivateText(path: string, maxBytes: number, user = process.getuid?.()): PrivateText | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const { mode, uid } = fstatSync(file);
    // Devices and pipes have no known size, and may have no end.
    const bytes = Buffer.alloc(maxBytes + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    if (length > maxBytes) return { problem: `has more than ${maxBytes} bytes` };
    const text = decode(bytes.subarray(0, length));
    bytes.fill(0);
    if (text === undefined) return { problem: "is not text in UTF-8" };
    const isStrangers = user !== undefined && uid !== user && uid !== 0;
    return { text, isOpen: (mode & forOthers) !== 0 || isStrangers };
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? undefined : { problem: "cannot be read" };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Another encoding is refused, not repaired: two different texts could become the same one. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
