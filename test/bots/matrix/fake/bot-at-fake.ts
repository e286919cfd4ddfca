import { createMatrixBot } from "../../../../src/bots/matrix/matrix-bot.ts";
import type { Decryption } from "../../../../src/bots/matrix/sync/handlers.ts";
import type { Incoming } from "../../../../src/core/model/incoming.ts";
import type { Language } from "../../../../src/core/text/languages.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant } from "../../../../src/lib/time.ts";
import { me, now } from "./events.ts";
import { createFakeAccount, type FakeAccount } from "./fake-account.ts";

type Settings = {
  account?: FakeAccount;
  allowedInviters?: readonly string[];
  receive?: (incoming: Incoming) => Promise<void>;
  kept?: Map<string, string>;
  connected?: boolean;
  /** somebody with whom there is an encrypted private chat, "!alone", that both have joined */
  privateChatWith?: string;
  /** everybody speaks it */
  language?: Language;
};

/** The adapter on a fake account, with what it told the core. */
export async function createBot(settings: Settings = {}) {
  const account = settings.account ?? createFakeAccount();
  const { privateChatWith } = settings;
  if (privateChatWith !== undefined) {
    account.room("!alone", [privateChatWith], { encrypted: true });
    account.direct.set(privateChatWith, ["!alone"]);
  }
  const kept = settings.kept ?? new Map<string, string>();
  const received: Incoming[] = [];
  const logged: string[] = [];
  const clock = { now: Number(now) };
  const keep = {
    get: async (name: string) => kept.get(name),
    set: async (name: string, text: string) => void kept.set(name, text),
  };
  const receive = async (incoming: Incoming) => {
    await settings.receive?.(incoming);
    received.push(incoming);
  };
  const log = createLog("debug", (line) => logged.push(line));
  const bot = createMatrixBot({ allowedInviters: settings.allowedInviters ?? [], keep }, receive, {
    now: () => instant(clock.now),
    wait: async (milliseconds) => void (clock.now += milliseconds),
    random: () => 0.5,
    languageOf: async () => settings.language ?? "en",
    log,
  });
  if (settings.connected !== false) await bot.connected(account.connection);
  const { handlers, network, idle } = bot;
  return {
    ...account,
    account,
    /** can be moved */
    clock,
    kept,
    received,
    logged,
    handlers,
    network,
    idle,
    hears: (event: unknown, room = "!a", decryption: Decryption = "clear") => handlers.onEvent(room, event, decryption),
    /** the bot's own join, as it comes with a sync */
    joins: (room: string, unsigned: object = {}, id = `$join${room}`) =>
      handlers.onEvent(
        room,
        {
          type: "m.room.member",
          event_id: id,
          sender: me,
          state_key: me,
          content: { membership: "join" },
          origin_server_ts: now,
          unsigned,
        },
        "clear",
      ),
  };
}
