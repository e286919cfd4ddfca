import { createNetworkClock } from "../bots/network-clock.ts";
import type { ChatBot, ConfiguredNetwork, Interview, NetworkWorld } from "../bots/network-plugin.ts";
import { type Core, createCore } from "../core/core.ts";
import type { Network, RandomId } from "../core/model/ids.ts";
import type { Pictures } from "../core/model/pictures.ts";
import type { Places } from "../core/model/places.ts";
import type { ChatNetwork } from "../core/model/ports.ts";
import type { SealedStore } from "../core/storage/open-sealed-store.ts";
import { createNetworkPast, createNetworkTexts } from "../core/storage/records/network-texts.ts";
import { createSealedRecords } from "../core/storage/records/sealed-records.ts";
import { everySecond } from "../lib/async/every-second.ts";
import { createTrouble } from "../lib/async/retry.ts";
import type { Clock, Duration } from "../lib/time.ts";
import type { Health } from "./health/judge.ts";
import type { Measures } from "./health/measure.ts";
import { createWatch } from "./health/watch.ts";
import { whatBecameOf } from "./key-tier.ts";
import { runNetwork, type Standing } from "./run-network.ts";

type Parts = Omit<NetworkWorld, "core" | "keep" | "past" | "fileKeys" | "theirs" | "pulse"> & {
  sealed: SealedStore;
  networks: readonly ConfiguredNetwork[];
  newId: RandomId;
  /** what places are called; nothing knows it unless given */
  places?: Places | undefined;
  /** draws answers; nothing does unless given */
  pictures?: Pictures | undefined;
  /** false: a network moves the clock, and has the core do what is due */
  ticks?: boolean;
  /** this machine's own time, which may be set back; the clock's unless given */
  wall?: Clock;
  /** milliseconds since any moment, at the pace of real time; the clock's unless given */
  elapsed?: () => Duration;
  /** whether the store's file is still the one that was opened; always, unless given */
  isStoreInPlace?: () => boolean;
  /** counts and measures what is done; nothing does unless given */
  measures?: Measures;
};

export type Running = {
  /** resolves when one of the networks has come to its end, or when none can go on; why is in the log */
  over: Promise<"ended" | "failed">;
  /** resolves when nothing more is under way; what could not be finished in time is delivered again, or still in the outbox */
  stop: () => Promise<void>;
  /** how all is, now */
  health: () => Health;
  /** has the bot's device verified on the networks that have such a thing. @returns whether it was, on one of them */
  verify: (operator: Interview, signal: AbortSignal) => Promise<boolean>;
};

/** Runs the core on networks. */
export async function startNetworks(parts: Parts): Promise<Running> {
  const {
    sealed,
    networks,
    newId,
    places,
    pictures,
    ticks = true,
    isStoreInPlace = () => true,
    measures,
    ...world
  } = parts;
  const { seal, continuity } = sealed;
  const { now, wait, random, log, wall = now, elapsed = now } = world;
  const store = measures?.store(sealed.store) ?? sealed.store;
  const ofRenewal = whatBecameOf(sealed.cutOff);
  if (ofRenewal !== undefined) log.warn(ofRenewal);
  const ports = new Map<Network, ChatNetwork>();
  const bots = new Map<Network, ChatBot>();
  const ways = { networks: ports, places, pictures };
  const core: Core = createCore({ store, seal, continuity, ...ways, clock: now, wait, random, newId, log });
  const records = createSealedRecords(store, seal, now, log);
  const watch = createWatch({
    networks: networks.map(({ name }) => name),
    backlog: core.backlog,
    continuity,
    isStoreInPlace,
    now,
    wall,
    elapsed,
    log,
  });
  measures?.health(watch.look);
  const open = async (network: ConfiguredNetwork): Promise<ChatBot> => {
    const keep = createNetworkTexts(records, network.name);
    const fileKeys = () => seal.fileKeys(`${network.name} store`);
    const theirs = createNetworkClock(network.name, world);
    const pulse = watch.opened(network.name, theirs);
    const take: Core["receive"] = (...batch) => core.receive(...batch.map(theirs.toOurs));
    const receive = measures?.receive(network.name, take) ?? take;
    const past = {
      ...createNetworkPast(records, continuity, network.name),
      // What follows is done before the network goes on.
      lose: () => continuity.lose("network").then(core.tick),
    };
    const bot = await network.open({ ...world, theirs, pulse, core: { ...core, receive }, keep, past, fileKeys });
    bots.set(network.name, bot);
    ports.set(network.name, measures?.network(bot.network) ?? bot.network);
    return bot;
  };
  // Before the core goes on with what waits, it has to know whom it can reach.
  const first = new Map(networks.map((network) => [network.name, open(network)]));
  await Promise.allSettled(first.values());
  await core.resume();
  const each = (job: () => Promise<void>, what: string) => everySecond(job, createTrouble({ what }, { log, now }));
  const jobs = ticks
    ? [
        each(core.tick, "what is over cannot be ended, or what is due cannot be sent"),
        each(core.destroyKeys, "the keys of what is over cannot be destroyed"),
        each(async () => void watch.look(), "how all is cannot be told"),
      ]
    : [];
  const standing: Standing = { all: new Set(first.keys()), down: new Set() };
  const runs = networks.map((network) => {
    const openAnew = () => {
      const opened = first.get(network.name) ?? open(network);
      first.delete(network.name);
      return opened;
    };
    return runNetwork(network.name, openAnew, standing, { now, wait, log, watch });
  });

  return {
    health: watch.look,
    async verify(operator, signal) {
      const verifiable = [...bots.values()].flatMap(({ verify }) => verify ?? []);
      if (verifiable.length === 0) operator.say("No network that is set has devices to verify.");
      let isVerified = false;
      for (const verify of verifiable) isVerified = (await verify(operator, signal)) || isVerified;
      return isVerified;
    },
    over: Promise.race(runs.map(({ over }) => over)),
    async stop() {
      await Promise.all([...runs.map((run) => run.stop()), core.stop(), ...jobs.map((end) => end())]);
      await sealed.close();
    },
  };
}
