import { createHash } from "node:crypto";
import type { PersonId } from "../../model/ids.ts";

/**
 * What stands for a name that a person had: it tells whether another name of theirs is the same. It depends on no key, for it stays when the keys
 * are renewed; it is kept in a sealed record only, since names can be guessed.
 * @param salt other for each mark, without a dot: so that nobody can tell of two marks whether they are of one name
 */
export const markOf = (salt: string, person: PersonId, name: string): string =>
  `${salt}.${createHash("sha256")
    .update(JSON.stringify([salt, person, name]))
    .digest("base64url")}`;

/** Whether a mark is of this name of this person. */
export const isMarkOf = (mark: string, person: PersonId, name: string): boolean =>
  mark === markOf(mark.slice(0, Math.max(0, mark.indexOf("."))), person, name);
