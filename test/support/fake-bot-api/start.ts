import { createKeyboards, type Keyboards } from "./content/keyboards.ts";
import { type Calls, createCalls } from "./http/calls.ts";
import { createFaults, type Faults } from "./http/faults.ts";
import { isObject, type Json } from "./http/json.ts";
import type { Params } from "./http/params.ts";
import { serve } from "./http/server.ts";
import { accountMethods, type Profile } from "./methods/account.ts";
import { callbackMethods } from "./methods/answer-callback.ts";
import { chatMethods } from "./methods/chats.ts";
import { commandMethods, type MenuCommand, type Menus, menuKey, menuOf } from "./methods/commands.ts";
import { deletingMethods } from "./methods/deleting.ts";
import { editingMethods } from "./methods/editing.ts";
import { ephemeralMethods } from "./methods/ephemeral.ts";
import { pollingMethods } from "./methods/polling.ts";
import { reactionMethods } from "./methods/reactions.ts";
import { sendingMethods } from "./methods/sending.ts";
import { type Callbacks, createCallbacks } from "./world/callbacks.ts";
import { createLiveLocations, type LiveLocations } from "./world/live-locations.ts";
import { createMemberships, type Memberships } from "./world/membership.ts";
import { createPeople, type People } from "./world/people.ts";
import { createPlaces, type Places } from "./world/places.ts";
import { createScreen, type Screen } from "./world/screen.ts";
import { createUpdates, type Updates } from "./world/updates.ts";
import { upgradeToSupergroup } from "./world/upgrade.ts";
import type { Chat, Message, User, World } from "./world/world.ts";

export type Options = {
  /** Milliseconds since 1970; every date and every age is read from here. Long polls alone end in real time. */
  readonly now: () => number;
  /** What the server says the time is, in the header of each answer; as `now` when not given. */
  readonly serverClock?: () => number;
  readonly token?: string;
  readonly bot?: Partial<User>;
  /** False: BotFather's privacy mode is off. */
  readonly privacyMode?: boolean;
  /** Whether an update is written when it is fetched (a live location that ran out meanwhile then reads like a pin) or when it happens. */
  readonly serialise?: "fetch" | "arrival";
  /** Milliseconds of real time that each call takes to get here; none when not given. */
  readonly latency?: number;
};

export type FakeBotApi = {
  /** What to give a client as its API root. */
  readonly url: string;
  /** The one at the start. */
  readonly token: string;
  readonly bot: User;
  /** Settings that tests may change as they go. */
  readonly world: World;
  readonly places: Places;
  readonly people: People;
  readonly live: LiveLocations;
  readonly members: Memberships;
  readonly callbacks: Callbacks;
  readonly keyboards: Keyboards;
  readonly screen: Screen;
  readonly updates: Updates;
  readonly faults: Faults;
  readonly calls: Calls;
  readonly profile: Profile;
  /** The command menu set for a scope and a language. */
  readonly menu: (scope?: Params, language?: string) => readonly MenuCommand[];
  /**
   * Picks a command from the menu, as apps do: it names the bot, and where the menu says that it is ephemeral, nobody else sees it.
   * @param line the command without its slash, and what follows; what is in no menu is typed for all to see
   */
  readonly pick: (who: User, chat: Chat, line: string, how?: { readonly app: "old" }) => Message;
  /** As /revoke at @BotFather: the token of before is refused from now on. @returns the new one */
  readonly revokeToken: () => string;
  readonly upgrade: (group: Chat, by: User, told?: readonly ("old" | "new")[]) => Chat;
  /** Any update at all, without its id. @param date seconds; now when not given */
  readonly inject: (update: { readonly [field: string]: Json }, date?: number) => void;
  /** Ends every connection, hanging ones too. Rejects with a defect of the fake, when a call ran into one. */
  readonly close: () => Promise<void>;
};

/**
 * A Telegram Bot API on loopback, with a small world behind it, modelled on tdlib/telegram-bot-api's Client.cpp. Not modelled: rate limits but as
 * faults, delays of repeated conflicts, posting to webhooks, files, inline mode, business chats but as injected updates.
 */
export async function startFakeBotApi(options: Options): Promise<FakeBotApi> {
  const { now, token = "123456:FAKE-TOKEN", privacyMode = true, serialise = "fetch", latency = 0 } = options;
  const bot: User = { id: 123456, first_name: "whereat", username: "whereat_bot", ...options.bot, is_bot: true };
  const calls = createCalls();
  const updates = createUpdates(now, serialise, calls.look);
  const world: World = {
    now,
    bot,
    users: new Map([[bot.id, bot]]),
    chats: new Map(),
    callbackQueries: new Map(),
    nextMessageId: 1,
    nextUserId: 1001,
    nextChatId: 5001,
    privacyMode,
    membersAreHidden: false,
    hearsEditsInPrivacyMode: true,
    server: "10.3",
    basicGroupsTakeEphemeral: false,
    offline: new Set(),
    deliver: (type, date, make) => updates.push(type, date, make),
  };
  const places = createPlaces(world);
  const members = createMemberships(world);
  const faults = createFaults(calls.look, now);
  const menus: Menus = new Map();
  const profile: Profile = { names: new Map(), descriptions: new Map(), shortDescriptions: new Map() };
  const methods = {
    ...pollingMethods(updates),
    ...accountMethods(world, profile),
    ...commandMethods(world, menus),
    ...sendingMethods(world),
    ...editingMethods(world),
    ...deletingMethods(world),
    ...ephemeralMethods(world),
    ...reactionMethods(world),
    ...chatMethods(world, members),
    ...callbackMethods(world),
  };
  const people = createPeople(world);
  let validToken = token;
  const server = await serve(() => validToken, methods, faults, calls, now, options.serverClock ?? now, latency);
  return {
    url: server.url,
    token,
    bot,
    world,
    places,
    people,
    live: createLiveLocations(world),
    members,
    callbacks: createCallbacks(world),
    keyboards: createKeyboards(world),
    screen: createScreen(world),
    updates,
    faults,
    calls,
    profile,
    menu: (scope, language) => menus.get(menuKey(scope, language)) ?? [],
    pick(who, chat, line, how) {
      const [name = "", ...rest] = line.split(" ");
      const entry = menuOf(menus, chat, who)?.find(({ command }) => command === name);
      const isNamed = chat.type === "private" || entry === undefined ? "" : `@${bot.username}`;
      const text = [`/${name}${isNamed}`, ...rest].join(" ");
      const isUnseen = entry?.is_ephemeral === true && how?.app !== "old" && chat.type === "supergroup";
      return isUnseen && world.server !== "10.0" ? people.sayOnlyToBot(who, chat, text) : people.say(who, chat, text);
    },
    revokeToken() {
      validToken = `${token}-2`;
      return validToken;
    },
    upgrade: (group, by, told) => upgradeToSupergroup(world, places, group, by, told),
    inject(update, date = Math.floor(now() / 1000)) {
      const [type, body] = Object.entries(update).find(([field]) => field !== "update_id") ?? [];
      if (type === undefined || !isObject(body)) throw new Error("An update has one object, named by its type.");
      updates.push(type, date, () => body as Json);
    },
    async close() {
      calls.close();
      await server.close();
    },
  };
}
