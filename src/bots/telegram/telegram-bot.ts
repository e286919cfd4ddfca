import type { Receive } from "../../core/messaging/inbox.ts";
import { mayPass } from "../../core/model/errors.ts";
import { roomId } from "../../core/model/ids.ts";
import type { Incoming } from "../../core/model/incoming.ts";
import type { EditingNetwork } from "../../core/model/ports.ts";
import { text } from "../../core/text/texts.ts";
import { createRetry } from "../../lib/async/retry.ts";
import { second } from "../../lib/time.ts";
import { createNetworkClock } from "../network-clock.ts";
import type { ChatBot, Past } from "../network-plugin.ts";
import { createApi } from "./client/api.ts";
import { type Fields, fieldsOf, idOf } from "./client/fields.ts";
import { createPolling, type Patience, type World as PollingWorld } from "./client/polling.ts";
import { createUpdateIds } from "./client/update-ids.ts";
import { createLanguagesHeard, readBrought } from "./receive/read-language.ts";
import { type BotUser, readUpdate, updateKinds } from "./receive/read-update.ts";
import { createUninvitedGroups, type TextKeep } from "./rooms/uninvited-groups.ts";
import { type Menu, publishMenus } from "./send/menu.ts";
import { createNetwork } from "./send/network.ts";

export type TelegramOptions = {
  token: string;
  /** where a Bot API server answers, Telegram's own or a self-hosted one */
  apiRoot?: string;
  /** ids of the people who may add the bot to groups; none: everybody may */
  allowedInviters?: readonly number[];
  patience?: Partial<Patience>;
  /** what the apps show in a group once it has another menu than all others; absent: no group has */
  menus?: readonly Menu[];
};

export type World = PollingWorld & { keep: TextKeep; past: Past };

export type TelegramBot = ChatBot & { network: EditingNetwork; publishMenus(menus: readonly Menu[]): Promise<void> };

const usualPatience: Patience = { poll: 30, pollTimeout: 45, callTimeout: 20, stop: 1.5 };

/** @param receive resolves when all that it is given is durable */
export function createTelegramBot(options: TelegramOptions, receive: Receive, world: World): TelegramBot {
  const { log, wait } = world;
  const theirs = world.theirs ?? createNetworkClock("Telegram", world);
  const patience = { ...usualPatience, ...options.patience };
  const account = { token: options.token, apiRoot: options.apiRoot ?? "https://api.telegram.org" };
  const api = createApi(account, () => AbortSignal.timeout(patience.callTimeout * second), {
    now: world.now,
    heard: theirs.heard,
  });
  const polling = createPolling(account, { allowedUpdates: updateKinds, patience }, { ...world, theirs });
  const languagesHeard = createLanguagesHeard(world.now);
  let botUser: BotUser | undefined;
  const network = createNetwork(api, () => botUser, world, options.menus);
  const retry = createRetry(wait, world.random);
  const ids = createUpdateIds({ ...world, retry, mayPass, isStopping: polling.isStopping });
  const uninvited = createUninvitedGroups({
    ...world,
    allowed: options.allowedInviters ?? [],
    retry,
    isStopping: polling.isStopping,
    leave: (chat) => api.leaveChat({ chat_id: chat }),
    async explain(chat, language) {
      const to = { room: roomId("telegram", chat) };
      await wait(network.takeSlot?.(to) ?? 0);
      await network.send(
        to,
        { kind: "message", reader: "everybody", lines: [text("telegram-not-invited")], ...(language && { language }) },
        `uninvited/${chat}`,
      );
    },
  });

  async function take(updates: readonly Fields[], bot: BotUser): Promise<void> {
    updates.forEach(answerCallbackQuery);
    await ids.look(updates);
    const batch = updates.flatMap((update) => read(update, bot));
    await uninvited.saved();
    // In the same turn, so that the store may write both at once.
    const noted = ids.note(updates);
    const handled = batch.length === 0 ? [] : [receive(...batch).catch((error: unknown) => takeOneByOne(batch, error))];
    await Promise.all([noted, ...handled]);
  }

  /** The button looks busy until this arrives, whatever comes of the press; nothing waits for it. */
  function answerCallbackQuery(update: Fields) {
    const id = fieldsOf(update.callback_query)?.id;
    if (typeof id === "string") api.answerCallbackQuery({ callback_query_id: id }).catch(() => undefined);
  }

  function read(update: Fields, bot: BotUser): Incoming[] {
    try {
      if (!uninvited.isHandled(update)) return [];
      const read = readUpdate(update, bot, theirs.now());
      return read.length === 0 ? [] : [...languagesHeard(update, read), ...readBrought(update, read), ...read];
    } catch (error) {
      log.warn(notHandled, error);
      return [];
    }
  }

  /** What the core fails at, by a fault of ours, is left out: it would fail again, and keep everything after it waiting. */
  async function takeOneByOne(batch: readonly Incoming[], error: unknown): Promise<void> {
    if (polling.isStopping()) throw error;
    for (const incoming of batch) {
      await receive(incoming).catch((cause: unknown) => {
        if (polling.isStopping()) throw cause;
        log.warn(notHandled, cause);
      });
    }
  }

  return {
    network,
    publishMenus: (menus) => publishMenus(api, menus, log, () => polling.isStopping()),
    async start() {
      const me = await polling.connect();
      if (me === undefined) return "Telegram: stopped before it was connected";
      const bot = readBotUser(me);
      botUser = bot;
      await uninvited.resume();
      polling.begin((updates) => take(updates, bot));
      return `Telegram: connected as @${bot.username}; ${abilities(me)}`;
    },
    broken: polling.broken,
    stop: () => polling.stop(),
  };
}

const notHandled = "an update from Telegram could not be handled";

function readBotUser(account: unknown): BotUser {
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
