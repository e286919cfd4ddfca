import { minPassphraseCharacters, minPassphraseVariety } from "./limits.ts";

/**
 * Why a passphrase is refused. Argon2id makes each guess dear; what is short, or one letter many times, is guessed all the same.
 * @param setting how the passphrase is called, for the message
 * @returns a sentence without the passphrase; undefined when it may be used
 */
export function passphraseProblem(passphrase: string, setting: string): string | undefined {
  const characters = Array.from(passphrase);
  if (characters.length >= minPassphraseCharacters && new Set(characters).size >= minPassphraseVariety)
    return undefined;
  return `${setting} is too easy to guess: take at least ${minPassphraseCharacters} characters, ${minPassphraseVariety} of them different. Five words drawn at random are better.`;
}
