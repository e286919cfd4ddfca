import { messageOf } from "../http/access.ts";
import { badRequest } from "../http/bot-api-error.ts";
import { isObject } from "../http/json.ts";
import { list } from "../http/params.ts";
import type { Methods } from "../http/server.ts";
import type { World } from "../world/world.ts";

/** The emoji a reaction may be: core.telegram.org/bots/api#reactiontypeemoji. */
const allowed = new Set(
  (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ " +
    "🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
  )
    .replaceAll("\ufe0f", "")
    .split(" "),
);

export function reactionMethods(world: World): Methods {
  return {
    setMessageReaction(params) {
      const wanted = (list(params, "reaction") ?? []).map((reaction) => {
        if (!isObject(reaction)) throw badRequest("can't parse reaction: expected an Object");
        if (reaction.type !== "emoji") throw badRequest("REACTION_INVALID");
        // Variation selectors make no difference to Telegram.
        const emoji = String(reaction.emoji).replaceAll("\ufe0f", "");
        if (!allowed.has(emoji)) throw badRequest("REACTION_INVALID");
        return emoji;
      });
      const message = messageOf(world, params, "read", "message to react");
      // A bot may give one reaction to a message.
      if (wanted.length > 1) throw badRequest("REACTIONS_TOO_MANY");
      if (wanted.length === 0) message.reactions.delete(world.bot.id);
      else message.reactions.set(world.bot.id, wanted);
      return true;
    },
  };
}
