import { onTestFinished } from "vitest";
import type { Past } from "../../../src/bots/network-plugin.ts";
import type { TelegramOptions } from "../../../src/bots/telegram/telegram-bot.ts";
import { createTelegramBot } from "../../../src/bots/telegram/telegram-bot.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { type Started, startForTest } from "../../support/fake-bot-api/clients/test-server.ts";
import type { Options } from "../../support/fake-bot-api/start.ts";
import { nothingLost } from "../../support/world/past.ts";

type Settings = {
  patience?: TelegramOptions["patience"];
  /** what the core does with each thing of a batch, in order; notes it down when not given */
  receive?: (incoming: Incoming) => Promise<void>;
  /** resolves at once when not given */
  wait?: (milliseconds: number) => Promise<void>;
  token?: string;
  allowedInviters?: readonly number[];
  past?: Past;
  /** texts that outlive a bot; new ones when not given */
  kept?: Map<string, string>;
};

/** The adapter on a fake Bot API, with what it told the core, its log at the finest level, and the pauses it made. */
export function createBot(api: Started, settings: Settings = {}) {
  const received: Incoming[] = [];
  const logged: string[] = [];
  const pauses: number[] = [];
  const batches: (readonly Incoming[])[] = [];
  const kept = settings.kept ?? new Map<string, string>();
  const receive = async (...batch: Incoming[]) => {
    batches.push(batch);
    for (const incoming of batch) {
      received.push(incoming);
      api.calls.look();
      await settings.receive?.(incoming);
    }
  };
  const log = createLog("debug", (words) => {
    logged.push(words);
    api.calls.look();
  });
  const wait = async (milliseconds: number) => {
    pauses.push(milliseconds);
    api.calls.look();
    await settings.wait?.(milliseconds);
  };
  const bot = createTelegramBot(
    {
      token: settings.token ?? api.token,
      apiRoot: api.url,
      patience: settings.patience ?? {},
      allowedInviters: settings.allowedInviters ?? [],
    },
    receive,
    {
      now: () => instant(api.world.now()),
      wait,
      random: () => 0.5,
      log,
      keep: keepIn(kept),
      past: settings.past ?? nothingLost,
    },
  );
  onTestFinished(async () => {
    await bot.stop();
    api.faults.release();
  });
  return { bot, network: bot.network, received, batches, kept, logged, pauses };
}

export const keepIn = (texts: Map<string, string>) => ({
  get: async (name: string) => texts.get(name),
  set: async (name: string, text: string) => void texts.set(name, text),
});

/** A group with Ana, its owner, and Ben, in which the bot is an admin; and a bot that is connected. */
export async function connect(settings: Settings & { options?: Partial<Options> } = {}) {
  const api = await startForTest(settings.options);
  const ana = api.places.person("Ana", { username: "ana" });
  const ben = api.places.person("Ben", { last_name: "Bo" });
  const group = api.places.supergroup({ title: "March", members: [ana, ben], bot: "administrator" });
  const made = createBot(api, settings);
  const connectedAs = await made.bot.start();
  return { api, ana, ben, group, connectedAs, ...made };
}

/** A promise to be resolved from outside. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: () => promise, open: () => resolve() };
}
