import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from "node:crypto";

/*
 * Notes about several people in one row, each under a key of its own person. Without that key a note tells neither whom it is about nor what it says,
 * and nobody can tell whether two notes are about the same person. Each is sealed with AES-256 in GCM, under a key that HMAC-SHA256 makes of its person's
 * and of what it belongs to; a mark, made in the same way, finds it. All of it is base64url: mark, nonce, what is sealed, tag.
 */

const markLength = 12;
const nonceLength = 12;
const tagLength = 16;

/** A key for the notes about one person. */
export const newNoteKey = (): string => randomBytes(32).toString("base64url");

/** Given bytes, Node wraps them anew in each call, which takes longer than the work. */
const wrapped = (key: string): KeyObject => createSecretKey(Buffer.from(key));

const derived = (key: KeyObject, purpose: "mark" | "seal", of: string): Buffer =>
  createHmac("sha256", key).update(`${purpose} ${of}`).digest();

const sealingKey = (key: KeyObject, of: string): KeyObject => createSecretKey(derived(key, "seal", of));

/** @param of what the note belongs to: it opens with that alone */
export function sealNote(key: string, of: string, text: string): string {
  const secret = wrapped(key);
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(secret, of), nonce);
  const sealed = [cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()];
  const mark = derived(secret, "mark", of).subarray(0, markLength);
  return Buffer.concat([mark, nonce, ...sealed]).toString("base64url");
}

/** What a note begins with: of one key and one thing that it belongs to, all have the same. */
export const markOf = (note: string): string => note.slice(0, (markLength * 4) / 3);

/** @returns undefined when none of the notes was sealed with this key, as what belongs to this */
export function openNote(key: string, of: string, notes: readonly string[]): string | undefined {
  const secret = wrapped(key);
  const mark = derived(secret, "mark", of).toString("base64url", 0, markLength);
  const note = notes.find((one) => markOf(one) === mark);
  const bytes = Buffer.from(note ?? "", "base64url").subarray(markLength);
  if (bytes.length < nonceLength + tagLength) return undefined;
  const [nonce, sealed, tag] = [
    bytes.subarray(0, nonceLength),
    bytes.subarray(nonceLength, -tagLength),
    bytes.subarray(-tagLength),
  ];
  const decipher = createDecipheriv("aes-256-gcm", sealingKey(secret, of), nonce, { authTagLength: tagLength });
  decipher.setAuthTag(tag);
  try {
    return decipher.update(sealed, undefined, "utf8") + decipher.final("utf8");
  } catch {
    // Node throws when the tag does not match.
    return undefined;
  }
}
