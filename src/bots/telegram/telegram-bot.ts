import type { Incoming } from "../../core/model/incoming.ts";
import type { ChatBot } from "../network-plugin.ts";
import { fieldsOf, idOf } from "./client/fields.ts";
import { createPolling, type Patience, type World } from "./client/polling.ts";
import { type Me, readUpdate, updateKinds } from "./receive/read-update.ts";
import { type Menu, publishMenu } from "./send/menu.ts";
import { createNetwork } from "./send/network.ts";

export type TelegramOptions = {
  token: string;
  /** where a Bot API server answers, Telegram's own or a self-hosted one */
  apiRoot?: string;
  patience?: Partial<Patience>;
};

export type TelegramBot = ChatBot & { publishMenu(menu: Menu): Promise<void> };

const usualPatience: Patience = { poll: 30, pollTimeout: 45, callTimeout: 20, stop: 1.5 };

/** @param receive resolves when the effect is durable; updates are taken one at a time */
export function createTelegramBot(
  options: TelegramOptions,
  receive: (incoming: Incoming) => Promise<void>,
  world: World,
): TelegramBot {
  const polling = createPolling(
    {
      token: options.token,
      apiRoot: (options.apiRoot ?? "https://api.telegram.org").replace(/\/+$/, ""),
      allowedUpdates: updateKinds,
      patience: { ...usualPatience, ...options.patience },
    },
    world,
  );
  const { api } = polling;
  let me: Me | undefined;

  async function take(update: unknown, own: Me): Promise<void> {
    const pressed = fieldsOf(fieldsOf(update)?.callback_query)?.id;
    // The button looks busy until this arrives, whatever comes of the press; nothing here waits for it.
    if (typeof pressed === "string") api.answerCallbackQuery({ callback_query_id: pressed }).catch(() => undefined);
    for (const incoming of readUpdate(update, own, world.now())) await receive(incoming);
  }

  return {
    network: createNetwork(api, () => me, world.wait),
    publishMenu: (menu) => publishMenu(api, menu, world.log),
    async start() {
      const account = await polling.connect();
      if (account === undefined) return "Telegram: stopped before it was connected";
      const own = readMe(account);
      me = own;
      polling.begin((update) => take(update, own));
      return `Telegram: connected as @${own.username}; ${abilities(account)}`;
    },
    stop: () => polling.stop(),
  };
}

function readMe(account: unknown): Me {
  const { id, username } = fieldsOf(account) ?? {};
  const own = idOf(id);
  if (own === undefined || typeof username !== "string") throw new Error("Telegram did not say who the bot is");
  return { id: own, username };
}

function abilities(account: unknown): string {
  const { can_join_groups: mayJoin, can_read_all_group_messages: hearsAll } = fieldsOf(account) ?? {};
  if (mayJoin === false) return "it cannot be added to groups until @BotFather is told that it may";
  return hearsAll === true
    ? "it hears everything in its groups"
    : "it hears locations in a group only where it is an admin, elsewhere only commands that name it";
}
