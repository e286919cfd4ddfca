import { bareId } from "../../../core/model/ids.ts";
import type { ChatNetwork, Membership } from "../../../core/model/ports.ts";
import { type Duration, second, type Wait } from "../../../lib/time.ts";
import { fieldsOf, idOf } from "../client/fields.ts";
import type { TelegramApi } from "../client/polling.ts";
import { refusalOf } from "../client/refusal.ts";
import { readStanding } from "../receive/read-membership.ts";
import type { Me } from "../receive/read-update.ts";

const longestPause: Duration = 3 * second;
const whenItDoesNotSay: Duration = second / 2;

/** What Telegram says of rooms and of people in them, now. What it does not say is not guessed. */
export function createLookups(
  api: TelegramApi,
  me: () => Me | undefined,
  wait: Wait,
): Pick<ChatNetwork, "membership" | "roomName" | "standing"> {
  /** Asked once more when it failed in passing: somebody waits for the answer, and people who are not confirmed are left out of it. */
  async function ask(call: () => Promise<unknown>): Promise<unknown> {
    try {
      return await call();
    } catch (cause) {
      const pause = pauseAfter(cause);
      if (pause === undefined) return undefined;
      await wait(pause);
      return await call().catch(() => undefined);
    }
  }

  return {
    async membership(room, person) {
      const ids = { chat_id: Number(bareId(room)), user_id: Number(bareId(person)) };
      return readMembership(await ask(() => api.getChatMember(ids)));
    },
    async roomName(room) {
      const chat = fieldsOf(await ask(() => api.getChat({ chat_id: Number(bareId(room)) })));
      return typeof chat?.title === "string" ? chat.title : undefined;
    },
    async standing(room) {
      const own = me();
      if (own === undefined) return undefined;
      const [member, account] = await Promise.all([
        ask(() => api.getChatMember({ chat_id: Number(bareId(room)), user_id: own.id })),
        ask(() => api.getMe()),
      ]);
      const standing = readStanding(fieldsOf(member));
      if (account === undefined || standing === undefined || standing === "out") return undefined;
      const isAdmin = standing === "admin";
      return { isAdmin, hearsEverything: isAdmin || fieldsOf(account)?.can_read_all_group_messages === true };
    },
  };
}

/** @returns milliseconds; undefined when it is no use to ask again, or nobody would wait for it */
function pauseAfter(cause: unknown): Duration | undefined {
  const refusal = refusalOf(cause);
  const isPassing = refusal ? refusal.code === 429 || refusal.code >= 500 : !isTimeout(cause);
  const pause = refusal?.retryAfter ?? whenItDoesNotSay;
  return isPassing && pause <= longestPause ? pause : undefined;
}

const isTimeout = (cause: unknown) => cause instanceof Error && cause.name === "TimeoutError";

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
