import { BotRefused, type ChatBot } from "../bots/network-plugin.ts";
import type { Network } from "../core/model/ids.ts";
import { createTrouble } from "../lib/async/retry.ts";
import type { Log } from "../lib/log.ts";
import { type Clock, minute, type Wait } from "../lib/time.ts";
import type { Watch } from "./health/watch.ts";

/** How long a network that could not go on is left alone. Each failed try is a line in the log, so that it is loud. */
export const pauseOfFailedNetwork = 15 * minute;

type World = { now: Clock; wait: Wait; log: Log; watch: Pick<Watch, "connected" | "refused"> };

export type NetworkRun = {
  /** Resolves when the network came to its end, or when it cannot go on and no other one runs. */
  readonly over: Promise<"ended" | "failed">;
  stop(): Promise<void>;
};

/** Which networks run. A program that runs on none has nothing to do. */
export type Standing = { readonly all: ReadonlySet<Network>; readonly down: Set<Network> };

/**
 * Keeps one network running. What it cannot go on for, as a login that was taken back, may be put right by somebody; so while another network
 * runs, this one is opened again from time to time.
 * @param open makes the network's bot, anew each time
 */
export function runNetwork(name: Network, open: () => Promise<ChatBot>, standing: Standing, world: World): NetworkRun {
  const { now, wait, log, watch } = world;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  const what = `${name}: whereat does not run there, only on its other networks`;
  const trouble = createTrouble({ what }, { log, now });
  let bot: ChatBot | undefined;

  async function runOnce(): Promise<"ended"> {
    bot = await open();
    if (isStopping()) return "ended";
    const said = await bot.start();
    standing.down.delete(name);
    watch.connected(name);
    trouble.passed();
    if (said !== undefined) log.info(said);
    await Promise.race([bot.ended ?? never, bot.broken ?? never]);
    return "ended";
  }

  async function run(): Promise<"ended" | "failed"> {
    while (!isStopping()) {
      try {
        return await runOnce();
      } catch (error) {
        if (isStopping()) break;
        if (error instanceof BotRefused) log.warn(error.message);
        else log.warn(`${name}: the bot cannot go on`, error);
      }
      standing.down.add(name);
      watch.refused(name);
      await bot?.stop().catch((error: unknown) => log.warn(`${name}: the bot could not be stopped`, error));
      if (standing.down.size === standing.all.size) return "failed";
      trouble.met();
      await wait(pauseOfFailedNetwork);
    }
    return "ended";
  }

  return {
    over: run(),
    async stop() {
      stopping.abort();
      await bot?.stop();
    },
  };
}

const never = new Promise<never>(() => undefined);
