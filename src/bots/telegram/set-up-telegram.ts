import { instant, second } from "../../lib/time.ts";
import { type Answers, type Interview, Unusable } from "../network-plugin.ts";
import { createApi } from "./client/api.ts";
import { fieldsOf } from "./client/fields.ts";
import { refusalOf } from "./client/refusal.ts";
import { looksLikeToken, noToken } from "./telegram-config.ts";

const patience = 20 * second;

/**
 * Asks for the bot's token, until Telegram knows it.
 * @param apiRoot a Bot API server other than Telegram's own
 */
export async function setUpTelegram({ ask, say }: Interview, apiRoot = "https://api.telegram.org"): Promise<Answers> {
  say("In Telegram, say /newbot to @BotFather, and choose a name. It gives you a token.");
  const { token, me } = await ask("The token:", async (given) => ({ token: given, me: await whoIs(given, apiRoot) }), {
    isSecret: true,
  });
  const { username, can_join_groups: mayJoin } = fieldsOf(me) ?? {};
  say(`It is @${String(username)}.`);
  if (mayJoin === false) say("It cannot be added to groups yet: say /setjoingroups to @BotFather.");
  return {
    settings: { TELEGRAM_BOT_TOKEN: token },
    invitation: `Add it to a group: https://t.me/${String(username)}?startgroup&admin=delete_messages`,
  };
}

/** @throws Unusable */
async function whoIs(token: string, apiRoot: string): Promise<unknown> {
  if (!looksLikeToken(token)) throw new Unusable(`That ${noToken}`);
  // What time it is does not matter here.
  const time = { now: () => instant(0), heard: () => undefined };
  try {
    return await createApi({ token, apiRoot }, () => AbortSignal.timeout(patience), time).getMe();
  } catch (error) {
    throw new Unusable(
      refusalOf(error) === undefined
        ? "Telegram cannot be reached from here, so the token cannot be tried. Is there a way out? Then give it again."
        : "Telegram does not know this token. @BotFather shows it again: /mybots, then the bot, then API Token.",
    );
  }
}
