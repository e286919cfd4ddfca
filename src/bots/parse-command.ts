import { asciiDigits } from "../lib/digits.ts";

/** Phones put a blank after the mark, as after any other; people in haste put one more behind the name. */
const command = /^([/!／！])\s{0,3}([a-z][a-z0-9_]{0,31})[.,:;!?…]{0,3}(?:\s+([\s\S]*))?$/i;
/** What keyboards of Chinese and Japanese write for it. */
const wideMarks = new Map([
  ["／", "/"],
  ["！", "!"],
]);

/**
 * A command as a person types it at the beginning of a message: its name in lower case, and the rest.
 * @param marks which of "/" and "!" begin one
 */
export function readCommand(text: string, marks: string): { name: string; argument: string } | undefined {
  const [, mark = "", name = "", argument = ""] = command.exec(text.trim()) ?? [];
  const isMarked = mark !== "" && marks.includes(wideMarks.get(mark) ?? mark);
  return isMarked ? { name: name.toLowerCase(), argument: argument.trim() } : undefined;
}

/**
 * The number of a choice, alone in a message: in the digits of any script, as keyboards of many languages write them, or with a full stop or a
 * bracket behind it, as lists have them.
 */
export function readNumber(text: string): string | undefined {
  const plain = asciiDigits(text.replace(/[\p{Cf}\uFE0F\u20E3]/gu, "").trim());
  return /^(\d{1,3})[.)）]?$/.exec(plain)?.[1];
}
