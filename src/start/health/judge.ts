import type { Network } from "../../core/model/ids.ts";
import type { Backlog } from "../../core/queue/backlog.ts";
import { type Duration, type Instant, minute, second } from "../../lib/time.ts";

/** How long nothing may be heard, sent or written. A long poll takes half a minute, and a pause between two tries up to 23 s. */
export const patience: Duration = 100 * second;
/** How long a loss of data is shown. What follows from it is done at once, so nothing else would tell of it. */
export const lossShown: Duration = 45 * second;
/** The store's note is written each minute. While it is, the store works. */
const storeWorks: Duration = 65 * second;

export type NetworkState = {
  readonly name: Network;
  readonly is: "connecting" | "connected" | "refused";
  /** since when it is that */
  readonly since: Instant;
  /** when its server last answered, and all was taken in; undefined: not yet */
  readonly heardAt: Instant | undefined;
  /** until when it is known why nothing comes: a try came to nothing, and the next one is not due before this */
  readonly failingUntil: Instant | undefined;
  /** whether it waits for somebody to do what the log asks for */
  readonly asks: boolean;
  readonly backlog: Backlog | undefined;
  /** by how much this machine's clock is ahead of the network's; 0: negligible */
  readonly machineAhead: Duration;
};

export type StoreState = {
  /** when it last took what is written in it at least each minute */
  readonly writtenAt: Instant;
  /** when data was last found to be lost or replaced */
  readonly lostAt: Instant | undefined;
  /** false: at the store's path is another file, or none */
  readonly isInPlace: boolean;
};

/** One line of the report. `wrong`: what is, a sentence each. */
export type Line = {
  readonly about: string;
  readonly facts: string;
  readonly wrong: readonly string[];
  /** how much is due and not done */
  readonly waiting?: number;
  /** since when nothing was heard, or written */
  readonly idle?: Duration;
};

export type Health = {
  readonly isGood: boolean;
  /** A network waits for somebody to do what the log asks for. */
  readonly asks: boolean;
  /** A loop of ours hangs, and a new start would help: nothing was heard, and no reason is known. */
  readonly hangs: boolean;
  readonly lines: readonly Line[];
};

/**
 * Judges by what is known and the time alone.
 * @param jumpedAt when our time last jumped ahead, with the machine's: what is from before is not as old as it looks
 */
export function judge(
  networks: readonly NetworkState[],
  store: StoreState,
  now: Instant,
  jumpedAt: Instant | undefined,
): Health {
  const ageOf: AgeOf = (...since) => now - Math.max(...since.map((at) => at ?? 0), jumpedAt ?? 0);
  const lines = [
    ...networks.map((network) => lineOf(network, ageOf)),
    lineOfStore(store, ageOf),
    lineOfClock(networks),
  ];
  return {
    isGood: lines.every(({ wrong }) => wrong.length === 0),
    asks: networks.some(({ asks }) => asks),
    // Where the store does not work, everything waits for it, and a new start would wait as well.
    hangs: ageOf(store.writtenAt) <= storeWorks && networks.some((network) => hangs(network, ageOf)),
    lines,
  };
}

/** How long ago the latest of these was. */
type AgeOf = (...since: (Instant | undefined)[]) => Duration;

const hangs = ({ is, heardAt, since, failingUntil }: NetworkState, ageOf: AgeOf) =>
  is !== "refused" && ageOf(heardAt, since, failingUntil) > patience;

function lineOf(network: NetworkState, ageOf: AgeOf): Line {
  const { name, is, since, heardAt, backlog } = network;
  const wrong: string[] = [];
  const idle = ageOf(heardAt, since);
  if (is === "refused") wrong.push("it cannot go on there: the log says why");
  if (network.asks) wrong.push("it has to be logged in: the log says how, and whereat waits for it");
  else if (is === "connecting") wrong.push("it is not connected yet");
  if (is === "connected" && idle > patience)
    wrong.push(hangs(network, ageOf) ? "nothing is heard, and nothing says why: it hangs" : "nothing is heard");
  if (backlog && ageOf(backlog.since, backlog.movedAt) > patience) wrong.push("what waits to be sent does not move");
  const heard = heardAt === undefined ? "nothing heard yet" : `heard ${lasted(ageOf(heardAt))} ago`;
  const waiting = backlog
    ? `${backlog.waiting} waiting, the first for ${lasted(ageOf(backlog.since))}`
    : "none waiting";
  const facts = `${is} for ${lasted(ageOf(since))}, ${heard}, ${waiting}`;
  return { about: name, facts, wrong, waiting: backlog?.waiting ?? 0, idle };
}

function lineOfStore({ writtenAt, lostAt, isInPlace }: StoreState, ageOf: AgeOf): Line {
  const wrong: string[] = [];
  const idle = ageOf(writtenAt);
  if (idle > patience) wrong.push("nothing can be written: is it there, and is there space on its disk?");
  if (!isInPlace)
    wrong.push(
      "its file was moved, removed or replaced, and what is written now is lost at the end: put the file back, or start whereat anew",
    );
  if (lostAt !== undefined && ageOf(lostAt) < lossShown)
    wrong.push("it was emptied, changed or put back from a copy, and every share has ended: the log says more");
  return { about: "store", facts: `written ${lasted(idle)} ago`, wrong, idle };
}

function lineOfClock(networks: readonly NetworkState[]): Line {
  const wrong = networks
    .filter(({ machineAhead }) => machineAhead !== 0)
    .map(({ name, machineAhead }) => {
      const by = `${lasted(Math.abs(machineAhead))} ${machineAhead > 0 ? "ahead of" : "behind"}`;
      return `this machine's clock is ${by} that of ${name}: set it right`;
    });
  const facts = wrong.length === 0 ? "no network says that this machine's clock is wrong" : "wrong";
  return { about: "clock", facts, wrong };
}

/** A duration in few words. @param time milliseconds; less than none is none */
export function lasted(time: Duration): string {
  const seconds = Math.max(0, Math.round(time / second));
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.round(time / minute);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** The report, a line for each network, the store and the clock. The first word says whether all is well. */
export function reportOf({ isGood, lines }: Health): string {
  const each = lines.map(
    ({ about, facts, wrong }) => `${about}: ${wrong.length === 0 ? "good" : "bad"}; ${[facts, ...wrong].join("; ")}`,
  );
  return [isGood ? "good" : "bad", ...each, ""].join("\n");
}
