import { readLine } from "../../../src/bots/console/read-line.ts";
import { parseDuration } from "../../../src/core/text/durations/duration.ts";
import { type Harness, type Shown, linesOf as wordsOf } from "./harness.ts";

/** What a line of the script led to: what can be read since then, and what no longer can. */
export type Step = { line: string; said: readonly string[]; gone: readonly string[] };

/**
 * Plays a script of the console room on a network.
 * @param expected what the same script led to elsewhere, for a network on which nobody can tell when everything was said
 * @throws at a line that no network could play
 */
export async function play(script: string, harness: Harness, expected: readonly Step[] = []): Promise<Step[]> {
  const steps: Step[] = [];
  for (const line of linesOf(script)) {
    const before = harness.shown();
    await move(line, harness);
    const now = () => difference(line, before, harness);
    const goal = JSON.stringify(expected[steps.length]);
    await harness.settle(() => JSON.stringify(now()) === goal);
    steps.push(now());
  }
  return steps;
}

/** Lines that do something. */
const linesOf = (script: string): string[] => script.split("\n").filter((text) => readLine(text).kind !== "remark");

/** A script up to its first line at which time goes by. */
export function untilTimePasses(script: string): string {
  const lines = script.split("\n");
  const wait = lines.findIndex((text) => /^:wait\b/.test(text));
  return lines.slice(0, wait < 0 ? lines.length : wait).join("\n");
}

async function move(text: string, harness: Harness): Promise<void> {
  const line = readLine(text);
  if (line.kind === "said") return harness.say(line.person, line.room, line.text);
  const { verb, words } = line.kind === "world" ? line : { verb: "", words: [] };
  const [first = "", second = ""] = words;
  switch (verb) {
    case "wait": {
      const time = parseDuration(first + second);
      if (time === undefined || harness.wait === undefined) throw new Error(`Time cannot pass here: ${text}`);
      return harness.wait(time);
    }
    case "join":
      return harness.join(first, second);
    case "leave":
      return harness.leave(first, second);
    case "kick":
      return harness.kick(first, second);
    case "admin":
      return harness.admin(first, second);
    default:
      throw new Error(`Not a line that a network can play: ${text}`);
  }
}

/** An edit is something new in place of something that is gone. Places are in alphabetical order, each in the order of its messages. */
function difference(line: string, before: readonly Shown[], harness: Harness): Step {
  const after = harness.shown();
  const isIn = (list: readonly Shown[]) => (one: Shown) =>
    list.some(({ id, text }) => id === one.id && text === one.text);
  const write = ({ to, text }: Shown) => `${to} | ${harness.isVerbatim ? text : comparable(text, harness)}`;
  const isOnlyHere = ({ text }: Shown) => !harness.isVerbatim && comparable(text, harness) === "";
  return {
    line,
    said: after
      .filter((one) => !isIn(before)(one) && !isOnlyHere(one))
      .toSorted((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)))
      .map(write),
    gone: before
      .filter((one) => !isIn(after)(one) && !isOnlyHere(one))
      .map(write)
      .toSorted(),
  };
}

const ofDeleting = new RegExp(wordsOf("telegram-deleting", "matrix-deleting", "console-deleting").join("|"), "g");
const ofSeeing = new RegExp(wordsOf("telegram-sees", "matrix-sees", "console-sees").join("|"), "g");

/** Without what is said differently on each network by intention; where time is real, without the time that went by. */
function comparable(text: string, { ownLines, wait }: Harness): string {
  const common = text
    .split("\n")
    .filter((line) => !ownLines.includes(line))
    .join("\n")
    .replace(ofDeleting, "(what deleting a message does here)")
    .replace(ofSeeing, "(Who else sees it here.)");
  // What was read is told to its sharer where that can be done in place: on Telegram at best, on Matrix never.
  if (common.startsWith("I read latitude")) return "";
  if (wait) return common;
  return common
    .replace(/just now|(?:\d|less than)[^.,]* ago/g, "(some time ago)")
    .replace(/([Kk]ept for) [^.]+\./g, "$1 (a time).");
}
