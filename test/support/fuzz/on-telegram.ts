import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { deliveryErrorOf, refusalOf } from "../../../src/bots/telegram/client/refusal.ts";
import { readAddition } from "../../../src/bots/telegram/receive/read-membership.ts";
import { readUpdate } from "../../../src/bots/telegram/receive/read-update.ts";
import { readCallbackData } from "../../../src/bots/telegram/send/buttons.ts";
import { readMessageRef } from "../../../src/bots/telegram/send/message-ref.ts";
import { networkOf } from "../../../src/core/model/ids.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import { readEnvelope, writeEnvelope } from "../../../src/core/storage/records/record-kind.ts";
import { instant } from "../../../src/lib/time.ts";
import { almost, anyJson, asJson, must, type Parser, parser } from "./parser.ts";

const me = { id: 999, username: "WhereAt_Bot" };
const date = 1_795_445_600;
const now = instant((date + 240) * 1000);
const ana = { id: 7, is_bot: false, first_name: "Ana", language_code: "en" };
const ben = { id: 8, is_bot: false, first_name: "Ben", username: "ben" };
const privateChat = { id: 7, first_name: "Ana", type: "private" };
const march = { id: -1001234567890, title: "March", type: "supergroup", is_forum: true };
const groupItself = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
const live = { latitude: 52.52, longitude: 13.405, live_period: 900, heading: 90, horizontal_accuracy: 12 };
const bot = { ...me, is_bot: true, first_name: "whereat" };
const inMarch = { message_id: 10, from: ana, chat: march, date };
const standing = (user: object, status: string) => ({ user, status, is_member: true });

/** As the Bot API writes them: https://core.telegram.org/bots/api#update */
const updates: readonly object[] = [
  { update_id: 1, message: { message_id: 10, from: ana, chat: privateChat, date, location: live } },
  { update_id: 2, edited_message: { ...inMarch, edit_date: date + 30, location: live } },
  { update_id: 3, edited_message: { ...inMarch, edit_date: date + 30, location: { latitude: 1, longitude: 2 } } },
  { update_id: 4, message: { ...inMarch, location: { latitude: 1, longitude: 2 }, venue: { title: "Hall" } } },
  {
    update_id: 5,
    message: {
      ...inMarch,
      is_topic_message: true,
      message_thread_id: 5,
      text: "/whereis@whereat_bot Ben",
      entities: [
        { type: "bot_command", offset: 0, length: 20 },
        { type: "text_mention", offset: 21, length: 3, user: ben },
      ],
    },
  },
  {
    update_id: 6,
    message: {
      ...inMarch,
      from: groupItself,
      sender_chat: march,
      text: "/wipe",
      entities: [{ type: "bot_command", offset: 0, length: 5 }],
    },
  },
  { update_id: 7, message: { ...inMarch, forward_origin: { type: "user", sender_user: ben }, location: live } },
  { update_id: 8, message: { ...inMarch, migrate_to_chat_id: -1001 } },
  { update_id: 9, message: { ...inMarch, left_chat_member: ben } },
  {
    update_id: 10,
    callback_query: {
      id: "4382bfdwdsb323b2d9",
      from: ana,
      message: { message_id: 20, from: bot, chat: privateChat, date },
      data: "choose abc 1",
    },
  },
  {
    update_id: 11,
    my_chat_member: {
      chat: march,
      from: ana,
      date,
      old_chat_member: standing(bot, "left"),
      new_chat_member: standing(bot, "administrator"),
    },
  },
  {
    update_id: 12,
    chat_member: {
      chat: march,
      from: ana,
      date,
      old_chat_member: standing(ben, "member"),
      new_chat_member: standing(ben, "restricted"),
    },
  },
  { update_id: 13, my_chat_member: { chat: privateChat, from: ana, date, new_chat_member: standing(bot, "kicked") } },
];

const isId = (id: string) => /^telegram:-?[1-9]\d{0,15}$/.test(id);

/** What the core relies on, whoever made the update. */
function checkIncoming(read: Incoming) {
  const people = [
    "person" in read ? read.person : undefined,
    "from" in read && typeof read.from === "object" ? read.from.person : undefined,
    ...(read.kind === "command" ? read.mentions : []),
  ].filter((one) => one !== undefined);
  for (const person of people) must(isId(person) && !person.includes("-"), "a person is no person", person);
  const rooms =
    "room" in read ? [read.room] : "from" in read && typeof read.from === "object" ? [read.from.place?.room] : [];
  for (const room of rooms) must(room === undefined || (isId(room) && room.includes("-")), "a room is no room", room);
  if (read.kind === "position") {
    const { latitude, longitude, at } = read.position;
    must(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180, "a place is not on earth", read);
    must(at <= now && read.startedAt <= now, "something is from a time to come", read);
    must(readMessageRef(read.message) !== undefined, "a message cannot be found again", read);
  }
  if (read.kind === "command") {
    must(/^[a-z0-9_]{0,32}$/.test(read.name), "a command has a name that is none", read.name);
    must(read.sentAt <= now, "something is from a time to come", read);
  }
}

/** What waits for an answer of the network must be the same after a restart. */
function checkKept(incoming: Incoming) {
  const key = recordKeys.queued("one");
  const text = writeEnvelope(key, { kind: "incoming", id: "one", due: now, droppedAt: now, incoming });
  const opened = readEnvelope(key, text, []);
  const kept = opened.kind === "read" && opened.value.kind === "incoming" ? opened.value.incoming : undefined;
  must(isDeepStrictEqual(kept, asJson(incoming)), "what came in is not what is kept", { incoming, kept });
}

function checkUpdate(update: unknown) {
  const read = readUpdate(update, me, now);
  must(read.length <= 1, "an update is read twice", read);
  for (const incoming of read) {
    checkIncoming(incoming);
    checkKept(incoming);
  }
}

/** Refusals of the Bot API: https://core.telegram.org/bots/api#making-requests */
const refusals = [
  { ok: false, error_code: 429, description: "Too Many Requests: retry after 7", parameters: { retry_after: 7 } },
  {
    ok: false,
    error_code: 400,
    description: "Bad Request: group chat was upgraded",
    parameters: { migrate_to_chat_id: -1001 },
  },
  { ok: false, error_code: 403, description: "Forbidden: bot was blocked by the user" },
];

function checkRefusal(answer: unknown) {
  const { failure } = deliveryErrorOf(answer);
  const wait = refusalOf(answer)?.retryAfter;
  must(wait === undefined || wait > 0, "a pause is none", wait);
  if (failure.kind === "later") must(failure.after > 0, "it would be tried again without a pause", failure);
  if (failure.kind === "moved")
    must(isId(failure.to) && networkOf(failure.to) === "telegram", "a room moved nowhere", failure);
}

const pressed = fc.oneof(
  fc
    .tuple(fc.stringMatching(/^[a-z]{1,22}$/), fc.array(fc.stringMatching(/^[\w-]{1,42}$/), { maxLength: 4 }))
    .map(([name, words]) => [name, ...words].join(" ")),
  fc.string({ unit: "binary", maxLength: 80 }),
  anyJson,
);

export const onTelegram: readonly Parser[] = [
  parser("updates of the Bot API", fc.oneof({ weight: 9, arbitrary: almost(updates) }, anyJson), checkUpdate),
  parser("refusals of the Bot API", fc.oneof(almost(refusals), anyJson), checkRefusal),
  parser(
    "who added the bot",
    fc.oneof(almost(updates.map((update) => ("my_chat_member" in update ? update.my_chat_member : update))), anyJson),
    (change) => {
      if (typeof change !== "object" || change === null) return;
      const added = readAddition(change as Record<string, unknown>);
      must(
        added === undefined || (added.chat < 0 && Number.isSafeInteger(added.chat)),
        "the bot was added to no group",
        added,
      );
    },
  ),
  parser("data of buttons", pressed, (data) => {
    const read = readCallbackData(data);
    if (read === undefined) return;
    must(Buffer.byteLength(String(data)) <= 64, "data is longer than Telegram takes", data);
    must([read.name, read.argument].filter((word) => word !== "").join(" ") === data, "data says something else", {
      data,
      read,
    });
  }),
];
