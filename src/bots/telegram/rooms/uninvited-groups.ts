import { DeliveryError, mayPass, StoreError } from "../../../core/model/errors.ts";
import type { Language } from "../../../core/text/languages.ts";
import { createTrouble, type Retry } from "../../../lib/async/retry.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { listOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { type Clock, type Duration, type Instant, minute, second, type Wait } from "../../../lib/time.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";
import { deliveryErrorOf } from "../client/refusal.ts";
import { maxGroupsToLeave } from "../limits.ts";
import { type Addition, readAddition, readStanding } from "../receive/read-membership.ts";

/** Texts by name, kept over restarts where the key ring is. `set` resolves when the text is safely stored. */
export type TextKeep = {
  get(name: string): Promise<string | undefined>;
  set(name: string, text: string): Promise<void>;
};

/**
 * Groups to which somebody added the bot who may not. The bot says so there and leaves. From the moment it was added until it has left,
 * nothing from there is handled. Groups that it was in before are none of these: Telegram does not say who added it to them.
 */
export type UninvitedGroups = {
  /** Goes on with what was noted before the program ended; to be called once, before the first update. */
  resume(): Promise<void>;
  /** Reads who added the bot where; to be called for each update, in order. @returns whether the update is to be handled */
  isHandled(update: Fields): boolean;
  /** Resolves when what the updates changed is durable. */
  saved(): Promise<void>;
};

type Parts = {
  /** ids of people; nobody: everybody may add the bot */
  allowed: readonly number[];
  /** tells a group why the bot leaves, in the language of who added it, where that is known */
  explain: (chat: number, language: Language | undefined) => Promise<unknown>;
  /** rejects as a call of the Bot API does */
  leave: (chat: number) => Promise<unknown>;
  keep: TextKeep;
  retry: Retry;
  isStopping: () => boolean;
  wait: Wait;
  now: Clock;
  log: Log;
};

const name = "uninvited groups";

/**
 * A group that becomes a supergroup is told as the bot's being added to the new one (github.com/tdlib/telegram-bot-api/issues/266), by
 * whoever changed it. The messages that tell what it was come at the same time, before or after.
 */
const leavesAfter: Duration = 2 * second;

const migrationTakes: Duration = minute;

type Group = { isOver: boolean };
/** With a word in a language, or without one. */
type How = Pick<Addition, "language"> | "quietly";

export function createUninvitedGroups(parts: Parts): UninvitedGroups {
  const { explain, leave, keep, retry, isStopping, wait, now, log } = parts;
  const allowed = new Set(parts.allowed);
  const groups = new Map<number, Group>();
  const leaving = createTrouble({ what: "Telegram: a group cannot be left" }, { log, now });
  const keeping = createTrouble({ what: "Telegram: the groups to leave cannot be noted" }, { log, now });
  const migrated = createBoundedMap<Instant>(maxGroupsToLeave);
  let isChanged = false;

  function add(chat: number, how: How) {
    if (groups.has(chat)) return;
    const [oldest] = groups.keys();
    if (groups.size >= maxGroupsToLeave && oldest !== undefined) groups.delete(oldest);
    const group = { isOver: false };
    groups.set(chat, group);
    isChanged = true;
    void leaveGroup(chat, group, how);
  }

  function remove(chat: number) {
    const group = groups.get(chat);
    if (group === undefined) return;
    group.isOver = true;
    groups.delete(chat);
    isChanged = true;
  }

  async function leaveGroup(chat: number, group: Group, how: How) {
    await wait(leavesAfter);
    if (isStopping()) return;
    if (how !== "quietly" && !group.isOver) await explain(chat, how.language).catch(() => undefined);
    const attempt = () => (group.isOver ? undefined : leave(chat).then(() => undefined, whenItFails));
    const whenItFails = (cause: unknown) => {
      const error = deliveryErrorOf(cause);
      if (mayPass(error)) throw error;
      if (error.failure.kind === "gone") remove(chat);
    };
    // It ends without success only when the program stops, and goes on at the next start.
    await retry(async () => attempt(), { trouble: leaving, mayPass, asksFor, isStopping }).catch(() => undefined);
  }

  /** The chat is what became of a group in which the bot may be. */
  function welcome(chat: number) {
    migrated.set(String(chat), now());
    remove(chat);
  }

  function isAllowed({ chat, by }: Addition): boolean {
    const at = migrated.get(String(chat));
    return (by !== undefined && allowed.has(by)) || (at !== undefined && now() - at < migrationTakes);
  }

  /** The messages of a change into a supergroup, in the old chat and in the new one. */
  function readMigration(update: Fields) {
    const message = fieldsOf(update.message);
    const [chat, from, to] = [message?.chat, message?.migrate_from_chat_id, message?.migrate_to_chat_id];
    const own = idOf(fieldsOf(chat)?.id);
    if (own === undefined) return undefined;
    const [before, after] = [idOf(from) ?? own, idOf(to) ?? own];
    return before === after ? undefined : { before, after };
  }

  /** Tried until the store does it. What fails in any other way, such as a note that cannot be opened, is done without. */
  async function durably<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await retry(work, { trouble: keeping, mayPass: isStoreError, isStopping });
    } catch (error) {
      if (isStopping()) throw error;
      log.warn("Telegram: the groups to leave are not known, or not noted", error);
      return undefined;
    }
  }

  return {
    async resume() {
      const text = await durably(() => keep.get(name)).catch(() => undefined);
      const ids = readIds(text);
      // Since then everybody may add it, to these groups too.
      if (allowed.size === 0) isChanged = ids.length > 0;
      else for (const id of ids) add(id, "quietly");
    },

    isHandled(update) {
      if (allowed.size === 0) return true;
      const migration = readMigration(update);
      if (migration) {
        if (groups.has(migration.before)) add(migration.after, "quietly");
        else welcome(migration.after);
      }
      const change = fieldsOf(update.my_chat_member);
      const addition = change && readAddition(change);
      if (addition) {
        if (isAllowed(addition)) remove(addition.chat);
        else add(addition.chat, addition);
      }
      const chat = chatOf(update);
      if (chat === undefined || !groups.has(chat)) return true;
      if (change && readStanding(fieldsOf(change.new_chat_member)) === "out") {
        remove(chat);
        return true;
      }
      return false;
    },

    async saved() {
      if (!isChanged) return;
      isChanged = false;
      await durably(() => keep.set(name, JSON.stringify([...groups.keys()])));
    },
  };
}

const isStoreError = (error: unknown) => error instanceof StoreError;

const asksFor = (error: unknown) =>
  error instanceof DeliveryError && error.failure.kind === "later" ? error.failure.after : undefined;

function chatOf(update: Fields): number | undefined {
  const message = update.message ?? update.edited_message ?? fieldsOf(update.callback_query)?.message;
  return idOf(fieldsOf(fieldsOf(message ?? update.my_chat_member ?? update.chat_member)?.chat)?.id);
}

function readIds(text: string | undefined): number[] {
  try {
    return listOf(JSON.parse(text ?? "[]")).flatMap((id) => idOf(id) ?? []);
  } catch {
    return [];
  }
}
