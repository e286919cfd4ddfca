import { describe, expect, test } from "vitest";
import { ana, anonymous, ben, channel, date, group, me, message, privateChat, read, supergroup } from "./updates.ts";

const room = "telegram:-1001234567890";
const bot = { id: me.id, is_bot: true, first_name: "whereat", username: me.username };

const change = (kind: "my_chat_member" | "chat_member", user: object, before: object, after: object, chat: object) => ({
  update_id: 1,
  [kind]: { chat, from: ben, date, old_chat_member: { user, ...before }, new_chat_member: { user, ...after } },
});
const ours = (before: string, after: object, chat: object = supergroup) =>
  change("my_chat_member", bot, { status: before }, after, chat);
const theirs = (after: object, user: object = ana, chat: object = supergroup, by: object = ben) => {
  const update = change("chat_member", user, { status: "member" }, after, chat);
  return { ...update, chat_member: { ...Object(update["chat_member"]), from: by } };
};

describe("the bot itself", () => {
  test.each([
    ["left", { status: "member" }, "bot-joined"],
    ["kicked", { status: "administrator" }, "bot-joined"],
    ["left", { status: "restricted", is_member: true }, "bot-joined"],
    ["something new", { status: "member" }, "bot-joined"],
    ["member", { status: "administrator" }, "bot-rights-changed"],
    ["administrator", { status: "member" }, "bot-rights-changed"],
    ["administrator", { status: "restricted", is_member: true }, "bot-rights-changed"],
    ["member", { status: "left" }, "bot-left"],
    ["administrator", { status: "kicked" }, "bot-left"],
    ["member", { status: "restricted", is_member: false }, "bot-left"],
  ])("was %s and is now %j in a group: %s", (before, after, kind) =>
    expect(read(ours(before, after))).toMatchObject([{ kind, room }]),
  );

  test.each([
    ["member", { status: "restricted", is_member: true }],
    ["administrator", { status: "administrator", can_delete_messages: true }],
    ["member", { status: "something new" }],
    ["member", {}],
  ])("was %s and is now %j: nothing to say", (before, after) => expect(read(ours(before, after))).toEqual([]));

  test("blocked by a person is told, unblocked is not", () => {
    expect(read(ours("member", { status: "kicked" }, privateChat))).toEqual([
      { kind: "person-blocked-bot", id: "telegram:update/1", person: "telegram:7" },
    ]);
    expect(read(ours("kicked", { status: "member" }, privateChat))).toEqual([]);
  });

  test("in a channel is nowhere", () => expect(read(ours("left", { status: "administrator" }, channel))).toEqual([]));

  test("taken out of a group, as the group itself tells", () =>
    expect(read(message({ chat: group, left_chat_member: bot }))).toEqual([
      { kind: "bot-left", id: "telegram:update/1001", room: "telegram:-123", name: "March" },
    ]));
});

describe("a person", () => {
  const left = [{ kind: "person-left", person: "telegram:7", room }];

  test.each([{ status: "left" }, { status: "kicked" }, { status: "restricted", is_member: false }])(
    "who is now %j has left",
    (after) => expect(read(theirs(after))).toMatchObject(left),
  );

  test.each([
    { status: "member" },
    { status: "administrator" },
    { status: "creator" },
    { status: "restricted", is_member: true },
    { status: "something new" },
  ])("who is now %j has not", (after) => expect(read(theirs(after))).toEqual([]));

  test("who left is also told by the group, whoever says so", () => {
    expect(read(message({ chat: supergroup, left_chat_member: ana }))).toMatchObject(left);
    expect(
      read(message({ chat: supergroup, from: anonymous, sender_chat: supergroup, left_chat_member: ana })),
    ).toMatchObject(left);
  });

  test("who was removed by somebody else is told as that, with the name of the group; who went, is not", () => {
    const removed = { removed: true, name: "March" };
    const titled = { ...supergroup, title: "March" };
    expect(read(theirs({ status: "kicked" }, ana, titled))).toMatchObject([removed]);
    expect(read(message({ chat: titled, from: anonymous, left_chat_member: ana }))).toMatchObject([removed]);
    for (const gone of [
      theirs({ status: "left" }, ana, titled, ana),
      message({ chat: titled, from: ana, left_chat_member: ana }),
    ])
      expect(read(gone)[0]).not.toHaveProperty("removed");
  });

  test("is none when it is a bot, a channel's subscriber or rounded", () => {
    expect(read(theirs({ status: "left" }, { ...ana, is_bot: true }))).toEqual([]);
    expect(read(theirs({ status: "left" }, ana, channel))).toEqual([]);
    expect(read(theirs({ status: "left" }, { ...ana, id: 2 ** 53 }))).toEqual([]);
    expect(read(message({ chat: group, left_chat_member: { ...ana, is_bot: true } }))).toEqual([]);
  });
});

describe("a group that becomes a supergroup", () => {
  const moved = [{ kind: "room-moved", from: "telegram:-123", to: room }];

  test("says so in the old room and in the new one, and means the same", () => {
    expect(read(message({ chat: group, from: anonymous, migrate_to_chat_id: supergroup.id }))).toEqual(moved);
    expect(read(message({ chat: supergroup, from: anonymous, migrate_from_chat_id: group.id }))).toEqual(moved);
  });

  test("is not believed with ids that are none", () => {
    for (const id of [2 ** 60, 0, "-1", 5, null]) {
      expect(read(message({ chat: group, migrate_to_chat_id: id }))).toEqual([]);
      expect(read(message({ chat: supergroup, migrate_from_chat_id: id }))).toEqual([]);
    }
    expect(read(message({ migrate_to_chat_id: supergroup.id }))).toEqual([]);
  });
});
