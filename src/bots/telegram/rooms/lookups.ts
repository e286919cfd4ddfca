import { DeliveryError } from "../../../core/model/errors.ts";
import { bareId } from "../../../core/model/ids.ts";
import type { ChatNetwork, Membership } from "../../../core/model/ports.ts";
import { coalesce } from "../../../lib/async/coalesce.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { createSlidingWindow } from "../../../lib/bounded/sliding-window.ts";
import { listOf } from "../../../lib/json-value.ts";
import { type Clock, type Duration, type Instant, second, type Wait } from "../../../lib/time.ts";
import type { TelegramApi } from "../client/api.ts";
import { fieldsOf, idOf } from "../client/fields.ts";
import { refusalOf } from "../client/refusal.ts";
import { adminBelieved, botUserKept, lookupsInAll, maxLookupPause, maxLookupsWaiting } from "../limits.ts";
import { readStanding } from "../receive/read-membership.ts";
import type { BotUser } from "../receive/read-update.ts";
import { readRoomCheck } from "./room-check.ts";

const whenItDoesNotSay: Duration = second / 2;
/** Groups of which it is remembered. */
const maxAdminsBelieved = 1000;

type World = { now: Clock; wait: Wait };

/**
 * What Telegram says of groups and of people in them, now. What it does not say is not guessed. A question in flight is asked once, and all
 * questions together are paced; none waits for the answer to another.
 * @param botUser who the bot is, once it is connected
 */
export function createLookups(
  api: TelegramApi,
  botUser: () => BotUser | undefined,
  { now, wait }: World,
): Pick<ChatNetwork, "membership" | "roomName" | "standing" | "countPeople"> & {
  check: NonNullable<ChatNetwork["check"]>;
  /** whether the bot is an admin of the group; false when Telegram does not say */
  isAdmin: (chat: number) => Promise<boolean>;
} {
  const window = createSlidingWindow(lookupsInAll.max, lookupsInAll.within);
  let waiting = 0;
  const adminIn = createBoundedMap<{ readonly is: boolean; readonly at: Instant }>(maxAdminsBelieved);
  let account: { readonly value: unknown; readonly at: Instant } | undefined;

  /**
   * Asked once more when it failed in passing: somebody waits for the answer, and people who are not confirmed are left out of it.
   * @returns undefined when Telegram does not answer; `refused` when it will not, and `removed` when the bot is not there
   */
  async function ask(call: () => Promise<unknown>): Promise<unknown> {
    try {
      if (!(await hasTurn())) return undefined;
      return await call();
    } catch (cause) {
      const pause = pauseAfter(cause);
      if (pause === undefined) return refusedOrNothing(cause);
      await wait(pause);
      return (await hasTurn()) ? await call().catch(refusedOrNothing) : undefined;
    }
  }

  /** Resolves when the next call may go out; with false, at once, when too many wait for that already. */
  async function hasTurn(): Promise<boolean> {
    if (waiting >= maxLookupsWaiting) return false;
    const delay = window.reserve(now());
    if (delay === 0) return true;
    waiting += 1;
    await wait(delay);
    waiting -= 1;
    return true;
  }

  const chatMember = coalesce((key) => {
    const [chat = "", user = ""] = key.split("/");
    return ask(() => api.getChatMember({ chat_id: Number(chat), user_id: Number(user) }));
  });
  const administrators = coalesce((chat) => ask(() => api.getChatAdministrators({ chat_id: Number(chat) })));
  const chat = coalesce((id) => ask(() => api.getChat({ chat_id: Number(id) })));
  const people = coalesce((id) => ask(() => api.getChatMemberCount({ chat_id: Number(id) })));
  const me = coalesce(async () => {
    if (account !== undefined && now() - account.at < botUserKept) return account.value;
    const value = await ask(() => api.getMe());
    if (value !== undefined) account = { value, at: now() };
    return value;
  });

  /**
   * Where members are hidden, Telegram tells a bot that is no admin nothing of most of them, but it names the admins
   * (github.com/teloxide/teloxide/issues/1349).
   */
  async function hiddenMembership(room: string, user: string): Promise<Membership> {
    const [admins, own] = await Promise.all([administrators(room), chatMember(`${room}/${botUser()?.id}`)]);
    const admin = listOf(admins).find((each) => idOf(fieldsOf(fieldsOf(each)?.user)?.id) === Number(user));
    if (admin !== undefined) return readMembership(admin);
    return { kind: "unconfirmed", why: readStanding(fieldsOf(own)) === "member" ? "hidden" : "not now" };
  }

  return {
    async isAdmin(group) {
      const known = adminIn.get(`${group}`);
      if (known !== undefined && now() - known.at < adminBelieved) return known.is;
      const is = readStanding(fieldsOf(await chatMember(`${group}/${botUser()?.id}`))) === "admin";
      adminIn.set(`${group}`, { is, at: now() });
      return is;
    },
    async membership(room, person) {
      const [chatId, userId] = [bareId(room), bareId(person)];
      const answer = await chatMember(`${chatId}/${userId}`);
      if (answer === removed) return { kind: "not a member" };
      return answer === refused ? hiddenMembership(chatId, userId) : readMembership(answer);
    },
    async roomName(room) {
      const title = fieldsOf(await chat(bareId(room)))?.title;
      return typeof title === "string" ? title : undefined;
    },
    async countPeople(room) {
      const count = await people(bareId(room));
      return typeof count === "number" && count > 0 ? count - 1 : undefined;
    },
    async standing(room) {
      const bot = botUser();
      if (bot === undefined) return undefined;
      const [member, own] = await Promise.all([chatMember(`${bareId(room)}/${bot.id}`), me("")]);
      const standing = readStanding(fieldsOf(member));
      if (own === undefined || standing === undefined || standing === "out") return undefined;
      const isAdmin = standing === "admin";
      return { isAdmin, hearsEverything: isAdmin || fieldsOf(own)?.can_read_all_group_messages === true };
    },
    async check(room, answers) {
      const [group, own] = await Promise.all([chat(bareId(room)), chatMember(`${bareId(room)}/${botUser()?.id}`)]);
      const [about, member] = [fieldsOf(group), fieldsOf(own)];
      if (about === undefined || member === undefined) throw new DeliveryError({ kind: "later", after: second });
      return readRoomCheck(about, member, answers);
    },
  };
}

/** In the place of an answer that Telegram will not give. */
const refused = Symbol("refused");
/** The same where the bot is not there, of which the news may have been lost: whoever is a member there is none whom it could answer. */
const removed = Symbol("removed");

/** What Telegram says of a member to a bot that is no admin, where it hides members; "user not found" of one it has not seen lately. */
const hides = /user not found|PARTICIPANT_ID_INVALID|CHAT_ADMIN_REQUIRED|member list is inaccessible/;

const isOut = /bot was kicked|bot is not a member|chat was (?:deleted|deactivated)/;

function refusedOrNothing(cause: unknown): symbol | undefined {
  const { description = "" } = refusalOf(cause) ?? {};
  if (isOut.test(description)) return removed;
  return hides.test(description) ? refused : undefined;
}

/** @returns milliseconds; undefined when it is no use to ask again, or nobody would wait for it */
function pauseAfter(cause: unknown): Duration | undefined {
  const refusal = refusalOf(cause);
  const isPassing = refusal ? refusal.code === 429 || refusal.code >= 500 : !isTimeout(cause);
  const pause = refusal?.retryAfter ?? whenItDoesNotSay;
  return isPassing && pause <= maxLookupPause ? pause : undefined;
}

const isTimeout = (cause: unknown) => cause instanceof Error && cause.name === "TimeoutError";

function readMembership(value: unknown): Membership {
  const member = fieldsOf(value);
  const user = fieldsOf(member?.user);
  const standing = readStanding(member);
  if (standing === "out") return { kind: "not a member" };
  if (standing === undefined || idOf(user?.id) === undefined) return { kind: "unconfirmed", why: "not now" };
  const names = [user?.first_name, user?.last_name].filter((name) => typeof name === "string" && name !== "");
  return {
    kind: "member",
    name: names.join(" "),
    ...(typeof user?.username === "string" && { handle: user.username }),
    isAdmin: standing === "admin",
  };
}
