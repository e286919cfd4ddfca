import { createValues } from "../../../../src/core/text/values.ts";
import { second } from "../../../../src/lib/time.ts";
import type { Line } from "./match.ts";
import type { Expiries, Look } from "./showings.ts";

const { age, duration } = createValues("en");
const nameOf = (person: string) => `${person[0]?.toUpperCase()}${person.slice(1)}`;

/**
 * What /who says of one thing that showed somebody, in each wording that it may have; undefined: nothing.
 * @param before what they were shown from then on need not be told of yet
 */
export function lineOf(look: Look, who: string, expiries: Expiries, now: number, before: number): Line | undefined {
  const { kind, room, asker } = look;
  const theirs = look.shown.filter((one) => one.who === who);
  const kept = (by: "surely" | "perhaps") => theirs.filter((one) => expiries.keeps(one, kind === "board")[by] > now);
  const [sure, possible] = [kept("surely").filter(({ isSure, from }) => isSure && from < before), kept("perhaps")];
  if (possible.length === 0) return undefined;
  const isExact = sure.some(({ isCoarse }) => !isCoarse);
  const mayBeExact = theirs.some(({ isCoarse }) => !isCoarse);
  const mayBeCoarse = !isExact && theirs.some(({ isCoarse }) => isCoarse);
  const precisions = [...(mayBeExact ? ["exactly"] : []), ...(mayBeCoarse ? ["within a square of 1 kilometre"] : [])];
  const isOpen = theirs.some(({ to }) => to === undefined);
  const last = kind === "board" ? Math.max(...theirs.map(({ to = 0 }) => to)) : look.endedAt;
  const endedAt = isOpen ? undefined : last;
  const whereOf = (at: number): string => {
    if (kind === "asked") return `The board in The ${room} answered.`;
    const stood = endedAt === undefined ? undefined : duration(Math.max(second, endedAt - at));
    if (room === undefined)
      return stood === undefined
        ? "Only who asked can read the answer, which still stands."
        : `Only who asked could read the answer, for ${stood}.`;
    return stood === undefined ? `The answer stands in The ${room}.` : `The answer stood in The ${room} for ${stood}.`;
  };
  const name = asker === undefined ? "Somebody whose name I have forgotten since" : nameOf(asker);
  const starts = [...new Set(theirs.map(({ from }) => from))];
  const wordings = starts.flatMap((at) => {
    const when = now - at < 5 * second ? "just now" : age(now - at);
    const heading = kind === "board" ? `A board showed you by itself, first ${when}.` : `${name} asked ${when}.`;
    return precisions.map((exactly) => `${heading} You were shown ${exactly}. ${whereOf(at)}`);
  });
  return { wordings, isSure: sure.length > 0 };
}

/** The lines of an answer to /who that tell of something, without how many could read it. */
export const toldIn = (words: string): string[] =>
  words
    .split("\n")
    .flatMap((line) =>
      line.includes(" You were shown ") ? [line.replace(/ \(\d+ members\)| \(one member\)/, "")] : [],
    );

/** A line of /who without the times in it. */
export const withoutTimes = (line: string): string =>
  line
    .replace(/ (asked|first) [^.]*\. You/, " $1. You")
    .replace(/ (stands|stood) in (The \w+).*/, " in $2")
    .replace(/Only who asked.*/, "Only who asked");
