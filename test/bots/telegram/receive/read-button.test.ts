import { describe, expect, test } from "vitest";
import { ana, ben, channel, date, now, pressed, read, supergroup } from "./updates.ts";

const room = "telegram:-1001234567890";

describe("a pressed button", () => {
  test("says the command it stands for, as the one who pressed it", () => {
    expect(read(pressed())).toEqual([
      {
        kind: "command",
        id: "telegram:pressed/4382bfdwdsb323b2d9",
        from: { person: "telegram:7" },
        name: "choose",
        argument: "abc 1",
        mentions: [],
        sentAt: now,
        order: pressed().update_id,
        message: "telegram:7/20?pressed=4382bfdwdsb323b2d9",
      },
    ]);
    const inTopic = { message_id: 20, chat: supergroup, date, message_thread_id: 5, is_topic_message: true };
    expect(read(pressed({ from: ben, message: inTopic, data: "wipe" }))).toMatchObject([
      { from: { person: "telegram:8", place: { room, thread: "5" } }, name: "wipe", argument: "" },
    ]);
  });

  test("under a message that Telegram no longer shows the bot still says where", () => {
    const message = { message_id: 20, chat: supergroup, date: 0 };
    expect(read(pressed({ message }))).toMatchObject([
      { from: { place: { room } }, message: `${room}/20?pressed=4382bfdwdsb323b2d9` },
    ]);
  });

  test.each([
    ["too many words", { data: "choose a b c d" }],
    ["an upper-case name", { data: "Choose a" }],
    ["a line break", { data: "choose a\nb" }],
    ["two blanks", { data: "choose  a" }],
    ["a blank at its end", { data: "choose " }],
    ["a slash", { data: "/wipe" }],
    ["64 random bytes", { data: "\u00ff\u0000Zk".repeat(16) }],
    ["a long word", { data: `choose ${"a".repeat(41)}` }],
    ["no data", { data: undefined }],
    ["no message", { message: undefined, inline_message_id: "AAAA" }],
    ["a channel's message", { message: { message_id: 20, chat: channel, date } }],
    ["somebody else's private chat", { from: ben }],
    ["a bot", { from: { ...ana, is_bot: true } }],
    ["nobody", { from: undefined }],
    ["an id that is no text", { id: 4 }],
    ["an endless id", { id: "a".repeat(65) }],
  ])("with %s says nothing", (_what, parts) => expect(read(pressed(parts))).toEqual([]));
});
