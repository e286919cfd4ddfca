import { StoreError } from "../../../src/core/model/errors.ts";
import type { ChatNetwork, TextStore } from "../../../src/core/model/ports.ts";
import type { Options } from "../world/world-options.ts";
import type { Disasters } from "./play.ts";
import type { Death } from "./steps.ts";

export type Machine = Omit<Disasters, "isLost" | "knowsRepeats"> & {
  /** for a world that is to run on it */
  options: Required<Pick<Options, "store" | "connect" | "survive">>;
  /** how often it has died */
  deaths: () => number;
};

const forever = new Promise<never>(() => undefined);

/**
 * A machine that dies when it is told to, between any two calls of its store or within one, and is started again. What the dead program had
 * under way never goes on: neither on the disk nor on the network.
 * @param onDeath called at the moment of each death
 */
export function createMachine(onDeath: () => void): Machine {
  let run = 0;
  /** the run in which the program was begun last */
  let begun = 0;
  let deaths = 0;
  let death: { left: number; how: Death } | undefined;
  let failures: { left: number; how: "before" | "after" } | undefined;
  let dying = Promise.withResolvers<void>();

  function die() {
    death = undefined;
    run += 1;
    deaths += 1;
    onDeath();
    dying.resolve();
    dying = Promise.withResolvers();
  }

  /** @param half does a part of it, where there are parts */
  async function attempt<T>(own: number, whole: () => Promise<T>, half: () => Promise<unknown>): Promise<T> {
    if (own !== run) return forever;
    if (death && --death.left === 0) {
      if (death.how !== "before") await (death.how === "half" ? half() : whole());
      die();
      return forever;
    }
    const failing = failures;
    if (failing && --failing.left === 0) failures = undefined;
    if (failing?.how === "before") throw new StoreError("the store failed");
    const result = await whole();
    if (own !== run) return forever;
    if (failing) throw new StoreError("the store failed");
    return result;
  }

  function store(disk: TextStore): TextStore {
    const own = run;
    begun = run;
    const nothing = async () => undefined;
    return {
      ...disk,
      get: (id) => attempt(own, () => disk.get(id), nothing),
      getMany: (ids) => attempt(own, () => disk.getMany(ids), nothing),
      set: (id, text) => attempt(own, () => disk.set(id, text), nothing),
      delete: (ids) =>
        attempt(
          own,
          () => disk.delete(ids),
          () => disk.delete(ids.slice(0, ids.length / 2)),
        ),
    };
  }

  function connect(port: ChatNetwork): ChatNetwork {
    const own = run;
    const mine = async <T>(call: Promise<T>): Promise<T> => {
      const result = await call;
      return own === run ? result : forever;
    };
    const begin = <T>(call: () => Promise<T>): Promise<T> => (own === run ? mine(call()) : forever);
    const sentBefore = port.sentBefore?.bind(port);
    const edit = port.edit?.bind(port);
    const allowLive = port.allowLive?.bind(port);
    return {
      ...port,
      membership: (...of) => begin(() => port.membership(...of)),
      roomName: (...of) => begin(() => port.roomName(...of)),
      standing: (...of) => begin(() => port.standing(...of)),
      send: (...of) => begin(() => port.send(...of)),
      remove: (...of) => begin(() => port.remove(...of)),
      acknowledge: (...of) => begin(() => port.acknowledge(...of)),
      ...(sentBefore && { sentBefore: (...of) => begin(() => sentBefore(...of)) }),
      ...(edit && { edit: (...of) => begin(() => edit(...of)) }),
      ...(allowLive && { allowLive: (...of) => begin(() => allowLive(...of)) }),
    };
  }

  async function survive(work: () => Promise<void>, beginAgain: () => Promise<void>): Promise<void> {
    /** @returns whether it lived through it */
    const alive = async (part: () => Promise<void>) => {
      const own = run;
      await Promise.race([part(), dying.promise]);
      return own === run;
    };
    // It may have died while nobody waited for it.
    do while (begun !== run) await alive(beginAgain);
    while (!(await alive(work)));
  }

  return {
    options: { store, connect, survive },
    deaths: () => deaths,
    die: (calls, how) => void (death = { left: calls, how }),
    fail: (calls, how) => void (failures = { left: calls, how }),
  };
}
