import type { Answers, Finding } from "../../../core/model/ports.ts";
import { text } from "../../../core/text/texts.ts";
import { type Fields, fieldsOf } from "../client/fields.ts";
import { readStanding } from "../receive/read-membership.ts";

/**
 * What decides who can read a group, and what the bot can do there, the most important first.
 * @param chat a ChatFullInfo
 * @param own the bot's own ChatMember there
 */
export function readRoomCheck(chat: Fields, own: Fields | undefined, answers: Answers): Finding[] {
  const isAdmin = readStanding(own) === "admin";
  const may = (right: string) => fieldsOf(chat.permissions)?.[right] === true;
  const reading: Finding[] = [{ about: "reading", says: text("telegram-not-encrypted") }];
  if (typeof chat.username === "string")
    reading.push({ about: "reading", says: text("telegram-is-public"), step: text("telegram-make-private") });
  // Told to admins only (Bot API, ChatFullInfo).
  if (chat.has_visible_history === true)
    reading.push({ about: "reading", says: text("telegram-shows-history"), step: text("telegram-hide-history") });
  if (may("can_invite_users"))
    reading.push({ about: "reading", says: text("telegram-all-invite"), step: text("telegram-let-admins-invite") });
  const working: Finding[] = [];
  if (!isAdmin) {
    const is = chat.has_hidden_members === true ? "hidden" : "shown";
    working.push({
      about: "working",
      says: text("telegram-members-unconfirmed", { members: is }),
      step: text("telegram-make-admin"),
    });
  }
  // Locations are forbidden with texts (Bot API, ChatPermissions.can_send_messages).
  if (!may("can_send_messages"))
    working.push({ about: "working", says: text("telegram-nobody-writes"), step: text("telegram-let-write") });
  if (isAdmin && own?.status !== "creator" && own?.can_delete_messages !== true)
    working.push({ about: "working", says: text("telegram-deletes-nothing"), step: text("telegram-let-delete") });
  if (answers === "private") {
    if (chat.type === "group")
      working.push({ about: "working", says: text("telegram-basic-group"), step: text("telegram-make-supergroup") });
    working.push({
      about: "reading",
      says: text("telegram-answers-alone"),
      isKnown: true,
      isOfAnswers: true,
    });
  }
  return [...reading, ...working];
}
