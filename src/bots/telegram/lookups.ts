import { bareId } from "../../core/model.ts";
import type { ChatNetwork, Membership } from "../../core/ports.ts";
import { fieldsOf, idOf } from "./fields.ts";
import type { TelegramApi } from "./polling.ts";
import { readStanding } from "./read-membership.ts";
import type { Me } from "./read-update.ts";

/** What Telegram says of rooms and of people in them, now. What it does not say is not guessed. */
export function createLookups(
  api: TelegramApi,
  me: () => Me | undefined,
): Pick<ChatNetwork, "membership" | "roomName" | "standing"> {
  return {
    async membership(room, person) {
      const ids = { chat_id: Number(bareId(room)), user_id: Number(bareId(person)) };
      return readMembership(await api.getChatMember(ids).catch(() => undefined));
    },
    async roomName(room) {
      const chat = fieldsOf(await api.getChat({ chat_id: Number(bareId(room)) }).catch(() => undefined));
      return typeof chat?.title === "string" ? chat.title : undefined;
    },
    async standing(room) {
      const own = me();
      if (own === undefined) return undefined;
      try {
        const [member, account] = await Promise.all([
          api.getChatMember({ chat_id: Number(bareId(room)), user_id: own.id }),
          api.getMe(),
        ]);
        const standing = readStanding(fieldsOf(member));
        if (standing === undefined || standing === "out") return undefined;
        const isAdmin = standing === "admin";
        return { isAdmin, hearsEverything: isAdmin || account.can_read_all_group_messages === true };
      } catch {
        return undefined;
      }
    },
  };
}

function readMembership(value: unknown): Membership {
  const member = fieldsOf(value);
  const user = fieldsOf(member?.user);
  const standing = readStanding(member);
  if (standing === "out") return { kind: "not a member" };
  if (standing === undefined || idOf(user?.id) === undefined) return { kind: "unconfirmed" };
  const names = [user?.first_name, user?.last_name].filter((name) => typeof name === "string" && name !== "");
  return {
    kind: "member",
    name: names.join(" "),
    ...(typeof user?.username === "string" && { handle: user.username }),
    isAdmin: standing === "admin",
  };
}
