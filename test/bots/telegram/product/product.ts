import { onTestFinished } from "vitest";
import { startTelegram } from "../../../../src/bots/telegram/start-telegram.ts";
import { type Core, createCore } from "../../../../src/core/core.ts";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { createNetworkPast, createNetworkTexts } from "../../../../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant, minute } from "../../../../src/lib/time.ts";
import { type Started, startForTest } from "../../../support/fake-bot-api/clients/test-server.ts";
import type { Options } from "../../../support/fake-bot-api/start.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { seen } from "../../../support/world/words.ts";

export type Product = {
  api: Started;
  core: Core;
  /** what a warn or info level log holds */
  logged: readonly string[];
  /** pauses that were made because something failed, in milliseconds */
  pauses: readonly number[];
  /** resolves when the bot has taken in all it was told, and said all it can say now */
  settle: () => Promise<void>;
  /** lets time go by, with a sweep after each step, in milliseconds */
  pass: (time: number, step?: number) => Promise<void>;
  /** what the bot says that everybody can read in a chat now; with a viewer, also what that person alone can */
  read: (chat: Chat, viewer?: User) => string[];
};

/** Apps say themselves how old a position is, in the place of words that have the time of a clock in them. */
const inApp = (text: string): string => seen(text).replaceAll(/ \(\d\d:\d\d \S+\)/g, "");

/**
 * The whole product on a fake Bot API: the real adapter, the real core, a store in memory, and a clock that moves when told.
 * @param pace whether the clock moves on, too, when something waits for its turn within Telegram's limits, or nothing waits for that
 */
export async function startProduct(
  options: Partial<Options> = {},
  pace: "Telegram's" | "none" = "Telegram's",
): Promise<Product> {
  const api = await startForTest(options);
  const clock = () => instant(api.world.now());
  const logged: string[] = [];
  const log = createLog("info", (line) => {
    logged.push(line);
    api.calls.look();
  });
  const pauses: number[] = [];
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
    api.calls.look();
  };
  const networks = new Map<"telegram", ChatNetwork>();
  const { store, seal, continuity } = await openSealedStore("memory:", { kind: "memory" }, clock);
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const core = createCore({ store, seal, continuity, networks, clock, wait, random: () => 0.5, newId, log });
  const records = createSealedRecords(store, seal, clock, log);
  const token = { reveal: () => api.token };
  const bot = startTelegram({ token, apiRoot: api.url }, core.receive, {
    now: clock,
    wait,
    random: () => 0.5,
    log,
    keep: createNetworkTexts(records, "telegram"),
    past: {
      ...createNetworkPast(records, continuity, "telegram"),
      lose: () => continuity.lose("network").then(core.tick),
    },
  });
  /** how long the core was told to wait before it says something, since that was looked at last */
  let delays: number[] = [];
  networks.set("telegram", {
    ...bot.network,
    takeSlot(to, turn) {
      const delay = pace === "Telegram's" ? (bot.network.takeSlot?.(to, turn) ?? 0) : 0;
      // Nobody waits for what gives way to others.
      if (delay > 0 && turn === undefined) delays.push(delay);
      return delay;
    },
  });
  await core.resume();
  await bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await core.stop();
  });

  async function settle() {
    await api.updates.drained();
    await core.idle();
    // What waits for its turn within Telegram's limits is waited for.
    while (delays.length > 0) {
      api.pass(Math.min(...delays));
      delays = [];
      await core.tick();
      await core.idle();
    }
  }

  return {
    api,
    core,
    logged,
    pauses,
    settle,
    async pass(time, step = minute) {
      for (let left = time; left > 0; left -= step) {
        api.pass(Math.min(left, step));
        await core.tick();
        await core.idle();
      }
    },
    read: (chat, viewer) =>
      api.screen
        .now(chat, viewer)
        .filter(({ isFromBot }) => isFromBot)
        .map(({ text, location }) => (location ? "(a pin)" : inApp(text ?? ""))),
  };
}
