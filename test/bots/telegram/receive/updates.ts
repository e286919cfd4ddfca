import { readUpdate } from "../../../../src/bots/telegram/receive/read-update.ts";
import type { Incoming } from "../../../../src/core/model/incoming.ts";
import { instant } from "../../../../src/lib/time.ts";

/** Updates as the open Bot API server writes them (its field order, its omissions); `date`s are seconds. */

export const me = { id: 999, username: "WhereAt_Bot" };
export const date = 1_795_445_600;
export const now = instant((date + 240) * 1000);

export const ana = { id: 7, is_bot: false, first_name: "Ana", language_code: "en" };
export const ben = { id: 8, is_bot: false, first_name: "Ben", username: "ben" };
export const privateChat = { id: 7, first_name: "Ana", type: "private" };
export const group = { id: -123, title: "March", type: "group" };
export const supergroup = { id: -1001234567890, title: "March", type: "supergroup", is_forum: true };
export const anonymous = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
export const channel = { id: -1009876543210, title: "News", type: "channel" };

type Parts = Record<string, unknown>;

export const message = (parts: Parts) => ({
  update_id: 1001,
  message: { message_id: 10, from: ana, chat: privateChat, date, ...parts },
});

export const edit = (parts: Parts) => ({
  update_id: 1002,
  edited_message: { message_id: 10, from: ana, chat: privateChat, date, edit_date: date + 30, ...parts },
});

export const place = { latitude: 52.52, longitude: 13.405 };
export const live = { ...place, live_period: 900, heading: 90, horizontal_accuracy: 12 };

export const command = (text: string, parts: Parts = {}) =>
  message({
    chat: supergroup,
    text,
    entities: [{ offset: 0, length: text.split(/\s/)[0]?.length, type: "bot_command" }],
    ...parts,
  });

export const pressed = (parts: Parts = {}) => ({
  update_id: 1003,
  callback_query: {
    id: "4382bfdwdsb323b2d9",
    from: ana,
    message: { message_id: 20, from: { ...me, is_bot: true, first_name: "whereat" }, chat: privateChat, date },
    chat_instance: "-3318",
    data: "choose abc 1",
    ...parts,
  },
});

export const read = (update: unknown): Incoming[] => readUpdate(update, me, now);
