import { badRequest } from "../http/bot-api-error.ts";
import { characters, type Params, text } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import { wireUser } from "../http/wire.ts";
import type { World } from "../world/world.ts";

/** What the bot says of itself, by language; "" is everybody else's. */
export type Profile = {
  readonly names: Map<string, string>;
  readonly descriptions: Map<string, string>;
  readonly shortDescriptions: Map<string, string>;
  /** what the apps propose when somebody makes the bot an admin of a group */
  rights?: unknown;
};

/** A two-letter language, or "" for none. @throws BotApiError for anything else */
export function languageOf(params: Params): string {
  const language = text(params, "language_code");
  if (language !== "" && !/^[a-z]{2}$/.test(language)) throw badRequest("LANG_CODE_INVALID");
  return language;
}

export function accountMethods(world: World, profile: Profile): Methods {
  const set = (store: Map<string, string>, field: string, limit: number, tooLong: string) => (params: Params) => {
    const language = languageOf(params);
    const value = text(params, field);
    if (characters(value) > limit) throw badRequest(tooLong);
    if (value === "") store.delete(language);
    else store.set(language, value);
    return true;
  };
  const get = (store: Map<string, string>, field: string) => (params: Params) => ({
    [field]: store.get(languageOf(params)) ?? store.get("") ?? "",
  });
  return {
    getMe: () => ({
      ...wireUser(world.bot),
      can_join_groups: true,
      can_read_all_group_messages: !world.privacyMode,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
    setMyName: set(profile.names, "name", 64, "BOT_TITLE_INVALID"),
    getMyName: get(profile.names, "name"),
    setMyDescription: set(profile.descriptions, "description", 512, "BOT_DESCRIPTION_INVALID"),
    getMyDescription: get(profile.descriptions, "description"),
    setMyShortDescription: set(profile.shortDescriptions, "short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID"),
    setMyDefaultAdministratorRights(params) {
      profile.rights = params["rights"];
      return true;
    },
    getMyShortDescription: get(profile.shortDescriptions, "short_description"),
  };
}
