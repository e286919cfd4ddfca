import type { NetworkClock } from "../../bots/network-clock.ts";
import type { Pulse } from "../../bots/network-plugin.ts";
import type { Network } from "../../core/model/ids.ts";
import type { Continuity } from "../../core/model/ports.ts";
import type { Backlog } from "../../core/queue/backlog.ts";
import type { Log } from "../../lib/log.ts";
import { type Clock, type Duration, type Instant, later, second } from "../../lib/time.ts";
import { type Health, judge, type NetworkState, patience } from "./judge.ts";

/** What a network is told to, from its opening on. */
type Told = Pick<NetworkState, "is" | "since" | "heardAt" | "failingUntil" | "asks">;

export type Watch = {
  /** @param theirs its clock, new each time when it is opened */
  opened: (name: Network, theirs: NetworkClock) => Pulse;
  connected: (name: Network) => void;
  /** it cannot go on for now */
  refused: (name: Network) => void;
  /** how all is, now */
  look: () => Health;
};

type Parts = {
  networks: readonly Network[];
  backlog: () => ReadonlyMap<Network, Backlog>;
  continuity: Pick<Continuity, "writtenAt" | "lostAt">;
  /** whether the store's file is still the one that was opened */
  isStoreInPlace: () => boolean;
  now: Clock;
  /** this machine's own time, which may be set back */
  wall: Clock;
  /** milliseconds since any moment, at the pace of real time, whatever the clocks are set to */
  elapsed: () => Duration;
  log: Log;
};

/** A difference of clocks below this is the way of an answer. */
const negligible = 30 * second;
/** A step of the machine's clock that is none of the small ones by which it is kept right. */
const jump = 5 * second;

/** Gathers what tells how whereat is. Nothing of it names anybody. */
export function createWatch({ networks, backlog, continuity, isStoreInPlace, now, wall, elapsed, log }: Parts): Watch {
  const began = now();
  const unheard: Told = {
    is: "connecting",
    since: began,
    heardAt: undefined,
    failingUntil: undefined,
    asks: false,
  };
  const told = new Map(networks.map((name) => [name, unheard]));
  const clocks = new Map<Network, NetworkClock>();
  let said: boolean | undefined;
  let ahead = began - elapsed();
  let jumpedAt: Instant | undefined;

  function noteJump(): void {
    const before = ahead;
    ahead = now() - elapsed();
    if (ahead - before > jump) jumpedAt = now();
  }

  const change = (name: Network, by: Partial<Told>) => {
    const before = told.get(name) ?? unheard;
    const since = by.is === undefined || by.is === before.is ? before.since : now();
    told.set(name, { ...before, since, ...by });
  };

  function machineAhead(name: Network): Duration {
    // Our own time never goes back. When somebody has set the machine's clock right, only ours is still ahead.
    const by = (clocks.get(name)?.ahead() ?? 0) - (now() - wall());
    return Math.abs(by) < negligible ? 0 : by;
  }

  /** From the start until all is connected it is bad: that is worth a line in the log only when it lasts. */
  function logChange({ isGood, lines }: Health): void {
    if (said === isGood || (said === undefined && !isGood && now() - began <= patience)) return;
    for (const { about, wrong } of lines) for (const what of wrong) log.warn(`health: ${about}: ${what}`);
    if (said === false) log.info("health: good again");
    said = isGood;
  }

  return {
    opened(name, theirs) {
      clocks.set(name, theirs);
      change(name, { is: "connecting", failingUntil: undefined, asks: false });
      return {
        progressed: () => change(name, { heardAt: now(), failingUntil: undefined }),
        failed: (pause) => change(name, { failingUntil: later(now(), pause) }),
        asks: (is) => change(name, { asks: is }),
      };
    },
    connected: (name) => change(name, { is: "connected" }),
    refused: (name) => change(name, { is: "refused" }),
    look() {
      noteJump();
      const waiting = backlog();
      const states = [...told].map(([name, each]) => ({
        name,
        ...each,
        backlog: waiting.get(name),
        machineAhead: machineAhead(name),
      }));
      const store = {
        writtenAt: continuity.writtenAt(),
        lostAt: continuity.lostAt(),
        isInPlace: isStoreInPlace(),
      };
      const health = judge(states, store, now(), jumpedAt);
      logChange(health);
      return health;
    },
  };
}
