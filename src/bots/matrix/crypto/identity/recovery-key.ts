import { RecoveryKeyError } from "../crypto-errors.ts";

const base58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** The bytes that a recovery key begins with (Matrix client-server API, "Secrets: key representation"). */
const prefix = [0x8b, 0x01] as const;

const parityOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum ^ byte, 0);

/**
 * The 32 bytes that a recovery key writes out.
 * @throws RecoveryKeyError
 */
export function readRecoveryKey(text: string): Buffer {
  let number = 0n;
  for (const letter of text.replace(/\s/g, "").slice(0, 100)) {
    const digit = base58.indexOf(letter);
    if (digit < 0) throw new RecoveryKeyError("it holds letters that no recovery key has");
    number = number * 58n + BigInt(digit);
  }
  const bytes = Buffer.from(number.toString(16).padStart(70, "0"), "hex");
  if (bytes.length !== 35 || bytes[0] !== prefix[0] || bytes[1] !== prefix[1] || parityOf(bytes) !== 0)
    throw new RecoveryKeyError("a letter is missing or wrong");
  return bytes.subarray(2, 34);
}

/** A recovery key as people keep it, four letters at a time. @param key 32 bytes */
export function writeRecoveryKey(key: Uint8Array): string {
  const bytes = Buffer.from([...prefix, ...key]);
  let number = BigInt(`0x${Buffer.concat([bytes, Buffer.of(parityOf(bytes))]).toString("hex")}`);
  let letters = "";
  for (; number > 0n; number /= 58n) letters = base58.charAt(Number(number % 58n)) + letters;
  return letters.replace(/(.{4})(?=.)/g, "$1 ");
}
