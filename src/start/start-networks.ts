import { BotRefused, type ChatBot, type ConfiguredNetwork, type NetworkWorld } from "../bots/network-plugin.ts";
import { type Core, createCore } from "../core/core.ts";
import type { Network } from "../core/model/ids.ts";
import type { ChatNetwork, RandomId } from "../core/model/ports.ts";
import type { SealedStore } from "../core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../core/storage/records/network-texts.ts";
import { createSealedRecords } from "../core/storage/records/sealed-records.ts";
import { everySecond } from "../lib/async/every-second.ts";
import { createTrouble } from "../lib/async/retry.ts";

type Parts = Omit<NetworkWorld, "core" | "keep" | "secret"> & {
  sealed: SealedStore;
  networks: readonly ConfiguredNetwork[];
  newId: RandomId;
  /** false: a network moves the clock, and has the core do what is due */
  ticks?: boolean;
};

export type Running = {
  /** resolves when one of the networks has come to its end, or cannot go on; why is in the log */
  over: Promise<"ended" | "failed">;
  /** resolves when nothing more is under way; what could not be finished in time is delivered again, or still in the outbox */
  stop: () => Promise<void>;
};

const never = new Promise<never>(() => undefined);

/** Runs the core on networks. */
export async function startNetworks({ sealed, networks, newId, ticks = true, ...world }: Parts): Promise<Running> {
  const { store, seal } = sealed;
  const { now, wait, random, log } = world;
  const ports = new Map<Network, ChatNetwork>();
  const core: Core = createCore({ store, seal, networks: ports, clock: now, wait, random, newId, log });
  const records = createSealedRecords(store, seal, now, log);
  const open = async (network: ConfiguredNetwork) => {
    const keep = createNetworkTexts(records, network.name);
    const secret = () => seal.derive(`${network.name} store`);
    return { name: network.name, bot: await network.open({ ...world, core, keep, secret }) };
  };
  const bots = await Promise.all(networks.map(open));
  for (const { name, bot } of bots) ports.set(name, bot.network);
  await core.resume();
  const each = (job: () => Promise<void>, what: string) => everySecond(job, createTrouble({ what }, { log, now }));
  const jobs = ticks
    ? [
        each(core.tick, "what is over cannot be ended, or what is due cannot be sent"),
        each(core.destroyKeys, "the keys of what is over cannot be destroyed"),
      ]
    : [];
  let stopping = false;

  async function run({ name, bot }: { name: Network; bot: ChatBot }): Promise<"ended" | "failed"> {
    try {
      const said = await bot.start();
      if (said !== undefined) log.info(said);
      await Promise.race([bot.ended ?? never, bot.broken ?? never]);
      return "ended";
    } catch (error) {
      if (stopping) return "ended";
      if (error instanceof BotRefused) log.warn(error.message);
      else log.warn(`${name}: the bot cannot go on`, error);
      return "failed";
    }
  }

  return {
    over: Promise.race(bots.map(run)),
    async stop() {
      stopping = true;
      await Promise.all([...bots.map(({ bot }) => bot.stop()), core.stop(), ...jobs.map((end) => end())]);
      await sealed.close();
    },
  };
}
