import { personId } from "../../../core/model/ids.ts";
import type { Incoming } from "../../../core/model/incoming.ts";
import { type Language, languageOf } from "../../../core/text/languages.ts";
import { type Fields, fieldsOf, idOf } from "../client/fields.ts";
import { type Chat, readChat } from "./read-origin.ts";

type Standing = "out" | "member" | "admin";
export type Addition = { chat: number; by: number | undefined; language: Language | undefined };

/**
 * A ChatMember of the Bot API as what it means here.
 * @returns undefined for a status that we do not know
 */
export function readStanding(member: Fields | undefined): Standing | undefined {
  switch (member?.status) {
    case "creator":
    case "administrator":
      return "admin";
    case "member":
      return "member";
    case "restricted":
      return member.is_member === true ? "member" : "out";
    case "left":
    case "kicked":
      return "out";
    default:
      return undefined;
  }
}

/**
 * @param change a ChatMemberUpdated of the bot itself
 * @returns the group that somebody has just added the bot to, who did, and which language their app speaks; undefined when it is anything else
 */
export function readAddition(change: Fields): Addition | undefined {
  const chat = readChat(change.chat);
  const before = readStanding(fieldsOf(change.old_chat_member));
  const now = readStanding(fieldsOf(change.new_chat_member));
  const isAdded = (before === undefined || before === "out") && now !== undefined && now !== "out";
  const from = fieldsOf(change.from);
  if (chat?.kind !== "room" || !isAdded) return undefined;
  return { chat: chat.id, by: idOf(from?.id), language: languageOf(from?.language_code) };
}

/** @param change a ChatMemberUpdated, of the bot itself or of somebody else */
export function readMembershipChange(change: Fields, of: "the bot" | "somebody"): Incoming | undefined {
  const chat = readChat(change.chat);
  const member = fieldsOf(change.new_chat_member);
  const now = readStanding(member);
  if (chat === undefined || now === undefined) return undefined;
  if (of === "the bot") return readOwnChange(chat, readStanding(fieldsOf(change.old_chat_member)), now);
  const user = fieldsOf(member?.user);
  const id = idOf(user?.id);
  if (chat.kind === "private" || now !== "out" || id === undefined || id < 0 || user?.is_bot !== false)
    return undefined;
  return readLeft(chat, id, change.from);
}

/** @param by whoever had the person leave: they themself, or somebody who removed them */
export function readLeft(chat: Chat & { kind: "room" }, id: number, by: unknown): Incoming {
  const left = { kind: "person-left", person: personId("telegram", id), room: chat.room } as const;
  const other = idOf(fieldsOf(by)?.id);
  if (other === undefined || other === id) return left;
  return { ...left, removed: true, ...(chat.title !== undefined && { name: chat.title }) };
}

function readOwnChange(chat: Chat, before: Standing | undefined, now: Standing): Incoming | undefined {
  // In a private chat the status is "kicked" when the person blocks the bot, and "member" again afterwards.
  if (chat.kind === "private") {
    return now === "out" ? { kind: "person-blocked-bot", person: personId("telegram", chat.id) } : undefined;
  }
  if (now === "out")
    return { kind: "bot-left", room: chat.room, ...(chat.title !== undefined && { name: chat.title }) };
  if (before === undefined || before === "out") return { kind: "bot-joined", room: chat.room };
  return before === now ? undefined : { kind: "bot-rights-changed", room: chat.room };
}
