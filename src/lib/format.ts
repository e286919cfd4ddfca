/** Something on disk is in a format that this program does not read. Nothing was changed; the message says what to do. */
export class FormatError extends Error {
  override name = "FormatError" as const;
}

/** What was written, and which formats of it this program reads. */
export type Formats = {
  /** how a sentence begins, as "the key ring" */
  what: string;
  oldest: number;
  newest: number;
  /** what to do when the format is too old, as a request */
  beginAnew: string;
};

/**
 * Checks in which format something was written, before anything of it is used or changed.
 * @param found the number that stands in it; undefined where none does
 * @returns the number
 * @throws FormatError when it is a later format or one that is too old
 */
export function checkFormat(found: unknown, { what, oldest, newest, beginAnew }: Formats): number {
  if (typeof found !== "number" || !Number.isSafeInteger(found))
    throw new FormatError(`${what} was written by a whereat that did not number its formats yet: ${beginAnew}`);
  if (found > newest)
    throw new FormatError(
      `${what} was written by a newer whereat (format ${found}; this one reads up to ${newest}): start that whereat; nothing was changed`,
    );
  if (found < oldest)
    throw new FormatError(
      `${what} was written by an older whereat (format ${found}; this one reads from ${oldest} on): ${beginAnew}`,
    );
  return found;
}
