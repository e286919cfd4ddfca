import type { ChatBot } from "./bots/network-plugin.ts";
import { type Core, createCore } from "./core/core.ts";
import type { Receive } from "./core/messaging/inbox.ts";
import type { Network } from "./core/model/ids.ts";
import type { ChatNetwork, RandomId } from "./core/model/ports.ts";
import type { SealedStore } from "./core/storage/open-sealed-store.ts";
import { everySecond } from "./lib/every-second.ts";
import type { Log } from "./lib/log.ts";
import type { Clock, Wait } from "./lib/time.ts";

/** A bot, once there is something that takes in what it hears. */
export type MakeBot = (receive: Receive) => Promise<ChatBot>;

type Parts = {
  sealed: SealedStore;
  makeBots: readonly MakeBot[];
  clock: Clock;
  wait: Wait;
  random: () => number;
  newId: RandomId;
  log: Log;
};

export type Running = {
  /** rejects when a network has refused the bot for good */
  connected: Promise<void>;
  /** rejects when a bot cannot go on, though it could before */
  broken: Promise<never>;
  /** resolves when nothing more is under way; what could not be finished in time is delivered again, or still in the outbox */
  stop: () => Promise<void>;
};

const never = new Promise<never>(() => undefined);

/** Runs the core on the networks that are configured. */
export async function startNetworks({ sealed, makeBots, clock, wait, random, newId, log }: Parts): Promise<Running> {
  const networks = new Map<Network, ChatNetwork>();
  const core: Core = createCore({ store: sealed.store, seal: sealed.seal, networks, clock, wait, random, newId, log });
  const bots = await Promise.all(makeBots.map((make) => make(core.receive)));
  for (const bot of bots) networks.set(bot.network.network, bot.network);
  await core.resume();
  const endSweeping = everySecond(core.tick, log);
  const endDestroying = everySecond(core.destroyKeys, log);
  const connected = Promise.all(bots.map(async (bot) => log.info(await bot.start())));

  return {
    connected: connected.then(() => undefined),
    broken: Promise.race(bots.map((bot) => bot.broken ?? never)),
    async stop() {
      await Promise.all([...bots.map((bot) => bot.stop()), core.stop(), endSweeping(), endDestroying()]);
      await sealed.close();
    },
  };
}
