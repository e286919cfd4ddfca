import { describe, expect, test } from "vitest";
import {
  ana,
  anonymous,
  ben,
  channel,
  command,
  date,
  edit,
  message,
  privateChat,
  read,
  supergroup,
} from "./updates.ts";

const room = "telegram:-1001234567890";

const asChannel = { from: { id: 136817688, is_bot: true, first_name: "Channel" }, sender_chat: channel };

describe("a typed command", () => {
  test("says who asks what, where and when", () => {
    expect(read(command("/whereis  ana b "))).toEqual([
      {
        kind: "command",
        id: `${room}/10`,
        from: { person: "telegram:7", place: { room } },
        name: "whereis",
        argument: "ana b",
        mentions: [],
        sentAt: date * 1000,
        order: 1001,
        message: `${room}/10`,
      },
    ]);
  });

  test("is the same command when it is delivered again as another update", () => {
    const said = command("/whereis");
    const [first] = read({ ...said, update_id: 5 });
    expect(read({ ...said, update_id: 900_000 })).toEqual([{ ...first, order: 900_000 }]);
  });

  test("in private has no place, and brings the payload of a link along", () => {
    expect(read(command("/start a_-9", { chat: privateChat }))).toMatchObject([
      { from: { person: "telegram:7" }, name: "start", argument: "a_-9" },
    ]);
    expect(read(command("/start", { chat: privateChat }))[0]).not.toHaveProperty("from.place");
  });

  test("may name this bot, in any case, but no other", () => {
    expect(read(command("/whereis@whereat_bot ana"))).toMatchObject([{ name: "whereis", argument: "ana" }]);
    expect(read(command("/WhereIs@WHEREAT_BOT"))).toMatchObject([{ name: "whereis" }]);
    expect(read(command("/whereis@other_bot ana"))).toEqual([]);
  });

  test("is what Telegram marked as one, at the very start", () => {
    const text = "/whereis ana";
    for (const entities of [
      undefined,
      [],
      "bot_command",
      [null],
      [{ type: "bot_command", offset: 9, length: 3 }],
      [{ type: "code", offset: 0, length: 8 }],
      [{ type: "bot_command", offset: 0, length: "8" }],
      [{ type: "bot_command", offset: 0, length: 1 }],
      [{ type: "bot_command", offset: 0, length: 12 }],
      [{ type: "bot_command", offset: 0, length: -1 }],
    ]) {
      expect(read(message({ text, entities })).filter((said) => said.kind !== "command" || said.name !== "")).toEqual(
        [],
      );
      expect(read(message({ text, entities, chat: supergroup }))).toEqual([]);
    }
  });

  test("has no name and no words when it is anything else that is written in private", () => {
    expect(read(message({ text: "where is ana?" }))).toMatchObject([{ kind: "command", name: "", argument: "" }]);
    expect(read(message({ text: "where is ana?", chat: supergroup }))).toEqual([]);
  });

  test("is the first of two", () => {
    const entities = [
      { type: "bot_command", offset: 0, length: 5 },
      { type: "bot_command", offset: 6, length: 5 },
    ];
    expect(read(message({ text: "/stop /wipe", entities }))).toMatchObject([{ name: "stop", argument: "/wipe" }]);
  });

  test("may be as long as a message, and no longer", () => {
    const filled = (length: number) => command(`/whereis ${"a".repeat(length - 9)}`);
    expect(read(filled(4096))).toMatchObject([{ argument: "a".repeat(4087) }]);
    expect(read(filled(4097))).toEqual([]);
  });

  test("mentions people without a username by their id, and leaves the others in the text", () => {
    const entities = [
      { type: "bot_command", offset: 0, length: 4 },
      { type: "mention", offset: 5, length: 4 },
      { type: "text_mention", offset: 10, length: 3, user: ben },
      { type: "text_mention", offset: 10, length: 3, user: { id: 2 ** 60 } },
      { type: "text_mention", offset: 10, length: 3 },
    ];
    expect(read(command("/ask @eva Ben", { entities }))).toMatchObject([
      { argument: "@eva Ben", mentions: ["telegram:8"] },
    ]);
  });

  const own = (length = 12) => ({ type: "mention", offset: 0, length });
  test.each([
    ["@whereat_bot whereis ana", { argument: "ana", unmarked: true }],
    ["@WhereAt_Bot: whereis ana", { argument: "ana", unmarked: true }],
    ["@whereat_bot, whereis", { argument: "", unmarked: true }],
    ["@whereat_bot /whereis ana", { argument: "ana" }],
  ])("may stand behind a mention of the bot: %j", (text, more) => {
    const [said, ...others] = read(message({ chat: supergroup, text, entities: [own()] }));
    expect(others).toEqual([]);
    expect(said).toMatchObject({ kind: "command", name: "whereis", addressed: true, ...more });
    expect(Object(said)).toHaveProperty("mentions", []);
    if (!("unmarked" in more)) expect(said).not.toHaveProperty("unmarked");
  });

  test.each(["/ whereis ana", "／whereis ana"])("may be typed as %j, which Telegram does not mark", (text) => {
    const [said] = read(message({ chat: supergroup, text }));
    expect(said).toMatchObject({ kind: "command", name: "whereis", argument: "ana" });
    expect(said).not.toHaveProperty("addressed");
  });

  test("behind a mention, or typed so, in reply to somebody's message, is about that person", () => {
    const reply = { reply_to_message: { message_id: 9, from: ben, chat: supergroup, date } };
    for (const parts of [{ text: "@whereat_bot whereis", entities: [own()] }, { text: "/ whereis" }])
      expect(read(message({ chat: supergroup, ...parts, ...reply }))).toMatchObject([{ mentions: ["telegram:8"] }]);
  });

  test("that is none is words for the bot, where they mention it; another's mention is not for it", () => {
    const inGroup = (text: string, entities: object[], more: object = {}) =>
      read(message({ chat: supergroup, text, entities, ...more }));
    const words = { kind: "command", name: "", argument: "", addressed: true };
    expect(inGroup("@whereat_bot", [own()])).toMatchObject([words]);
    expect(inGroup("@whereat_bot где ана", [own()])).toMatchObject([words]);
    expect(inGroup("and @whereat_bot?", [{ type: "mention", offset: 4, length: 12 }])).toMatchObject([words]);
    expect(inGroup("@whereat_bot2 whereis", [own(13)])).toEqual([]);
    expect(inGroup("@whereat_bot whereis", [])).toEqual([]);
    expect(inGroup("say / whereis", [])).toEqual([]);
    expect(read(edit({ chat: supergroup, text: "@whereat_bot hello", entities: [own()] }))).toMatchObject([
      { name: "hello", edited: true },
    ]);
    expect(read(edit({ chat: supergroup, text: "so, @whereat_bot", entities: [{ ...own(), offset: 4 }] }))).toEqual([]);
  });

  test("in reply to somebody's message is about that person, unless it says a name", () => {
    const repliedTo = { message_id: 9, from: ben, chat: supergroup, date };
    expect(read(command("/whereis", { reply_to_message: repliedTo }))).toMatchObject([{ mentions: ["telegram:8"] }]);
    expect(read(command("/whereis eva", { reply_to_message: repliedTo }))).toMatchObject([{ mentions: [] }]);
  });

  test.each([
    ["a bot", { from: { ...ben, is_bot: true } }],
    ["a channel", { from: ben, sender_chat: channel }],
    ["the group itself", { from: anonymous, sender_chat: supergroup }],
    ["a topic's beginning", { from: ben, forum_topic_created: { name: "Legal", icon_color: 1 } }],
    ["nobody", {}],
    ["a person with an id that is none", { from: { ...ben, id: "8" } }],
  ])("in reply to %s is about nobody", (_what, replied) => {
    const reply_to_message = { message_id: 9, chat: supergroup, date, ...replied };
    expect(read(command("/whereis", { reply_to_message }))).toMatchObject([{ mentions: [] }]);
  });

  test("by the group itself is by an admin, who is nobody in particular", () => {
    const [said] = read(command("/expiry 2h", { from: anonymous, sender_chat: supergroup }));
    expect(said).toMatchObject({ name: "expiry", argument: "2h", from: { place: { room } } });
    expect(said).not.toHaveProperty("from.person");
  });

  test.each([
    ["forwarded", command("/wipe", { forward_origin: { type: "hidden_user", sender_user_name: "Ana", date } })],
    ["posted by the channel of the group", command("/wipe", { ...asChannel, is_automatic_forward: true })],
    ["words as a channel", message({ chat: supergroup, text: "Hello.", ...asChannel })],
    ["said as another group", command("/wipe", { from: anonymous, sender_chat: { ...supergroup, id: -1005 } })],
    ["said as the group by somebody else", command("/wipe", { from: ana, sender_chat: supergroup })],
    ["said by the anonymous stand-in without its group", command("/wipe", { from: anonymous })],
    ["said by a bot", command("/wipe", { from: { ...ben, is_bot: true } })],
    ["said through a bot", command("/wipe", { via_bot: { id: 5, is_bot: true } })],
    ["ephemeral", command("/whereis", { message_id: 0, ephemeral_message_id: 44 })],
    ["in a channel", command("/whereis", { chat: channel })],
  ])("is none when it is %s", (_what, update) => expect(read(update)).toEqual([]));

  test("said as a channel is nobody's, and is told so with the command that it was", () => {
    expect(read(command("/stop", asChannel))).toMatchObject([
      { kind: "useless", what: "said-as-a-channel", command: "stop", from: { place: { room } } },
    ]);
    expect(read(command("/stop@other_bot", asChannel))).toEqual([]);
  });

  test("edited into a message is marked as that, and said at the time of the edit, each edit for itself", () => {
    const command = { chat: supergroup, text: "/stop", entities: [{ type: "bot_command", offset: 0, length: 5 }] };
    const [first, second] = [30, 60].map((later) => read(edit({ ...command, edit_date: date + later }))[0]);
    expect(first).toMatchObject({ kind: "command", name: "stop", edited: true, sentAt: (date + 30) * 1000 });
    expect(second).toMatchObject({ edited: true, sentAt: (date + 60) * 1000 });
    expect(first).not.toHaveProperty("id", second && "id" in second ? second.id : "");
    const beneath = { photo: [], caption: "/stop", caption_entities: command.entities };
    expect(read(edit({ chat: supergroup, ...beneath }))).toMatchObject([{ name: "stop", edited: true }]);
    for (const chat of [privateChat, supergroup]) expect(read(edit({ chat, text: "Hello." }))).toEqual([]);
  });

  test("in a topic keeps the topic, but a thread of replies is none", () => {
    expect(read(command("/who", { message_thread_id: 5, is_topic_message: true }))).toMatchObject([
      { from: { place: { room, thread: "5" } } },
    ]);
    expect(read(command("/who", { message_thread_id: 5 }))[0]).not.toHaveProperty("from.place.thread");
  });
});
