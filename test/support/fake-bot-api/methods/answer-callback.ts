import { badRequest } from "../http/bot-api-error.ts";
import { characters, flag, text } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import type { World } from "../world/world.ts";

/** Telegram names no time after which a query is too old; 15 seconds, its window for ephemeral answers, is taken here. */
const answerableMs = 15_000;

export function callbackMethods(world: World): Methods {
  return {
    answerCallbackQuery(params) {
      const query = world.callbackQueries.get(text(params, "callback_query_id"));
      const shown = text(params, "text");
      if (query === undefined || world.now() - query.pressedAt > answerableMs) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      if (characters(shown) > 200) throw badRequest("MESSAGE_TOO_LONG");
      query.answer = { text: shown, alert: flag(params, "show_alert"), url: text(params, "url") };
      return true;
    },
  };
}
