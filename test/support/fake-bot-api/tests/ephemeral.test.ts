import { expect, test } from "vitest";
import { call, getUpdates } from "../clients/test-server.ts";
import { march } from "./ephemeral-march.ts";

// Each rule is quoted as Telegram documents it: core.telegram.org/bots/api#ephemeral-messages-and-commands and the methods' parameters.

const notAllowed = "Bad Request: BOT_NOT_ADMIN";

test("“Other members of the group or supergroup chat will not see the message.”", async () => {
  const { say, read, press, ana, ben } = await march();
  expect(await say(press(ben))).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares.", "52.52, 13.405"]);
  expect(read(ana)).toEqual(["Ana shares."]);
  expect(read()).toEqual(["Ana shares."]);
});

test("“Unique message identifier inside this chat; 0 for ephemeral messages”, with an ephemeral_message_id and its receiver_user", async () => {
  const { api, room, press, ben } = await march();
  const fields = { chat_id: room.id, text: "Here.", ephemeral_message_parameters: press(ben) };
  const [one, two] = [await call(api, "sendMessage", fields), await call(api, "sendMessage", fields)];
  expect(one.result).toMatchObject({ message_id: 0, receiver_user: { id: ben.id }, ephemeral_message_id: 1 });
  expect(two.result).toMatchObject({ message_id: 0, ephemeral_message_id: 2 });
});

test("“A user can then send an ephemeral command that is received by the target bot but remains invisible to all members of the chat”", async () => {
  const { api, room, read, ana, ben } = await march();
  const commands = [{ command: "whereis", description: "where", is_ephemeral: true }];
  await call(api, "setMyCommands", { commands, scope: { type: "all_group_chats" } });
  api.pick(ben, room, "whereis ana");
  expect((await getUpdates(api))[0]?.message).toMatchObject({
    message_id: 0,
    ephemeral_message_id: 1,
    from: { id: ben.id },
    receiver_user: { id: api.bot.id },
    text: "/whereis@whereat_bot ana",
  });
  for (const viewer of [undefined, ana, ben]) expect(read(viewer)).toEqual(["Ana shares."]);
});

test("an older app, a basic group, and a command that is not declared so, show the command to all", async () => {
  const { api, room, read, ana } = await march();
  const group = api.places.group({ title: "Small", members: [ana], bot: "member" });
  const commands = [
    { command: "whereis", description: "where", is_ephemeral: true },
    { command: "stop", description: "stop" },
  ];
  await call(api, "setMyCommands", { commands, scope: { type: "all_group_chats" } });
  api.pick(ana, room, "whereis", { app: "old" });
  api.pick(ana, room, "stop");
  api.pick(ana, group, "whereis");
  expect(read()).toEqual(["Ana shares.", "/whereis@whereat_bot", "/stop@whereat_bot"]);
  expect(api.screen.now(group).map(({ text }) => text)).toEqual(["/whereis@whereat_bot"]);
});

test("an app shows the menu of the narrowest scope: a member's, the admins' of the chat, the chat's, all admins', all groups'", async () => {
  const { api, room, read, ana, ben } = await march();
  const set = (scope: object, is_ephemeral: boolean) =>
    call(api, "setMyCommands", { commands: [{ command: "whereis", description: "where", is_ephemeral }], scope });
  await set({ type: "all_group_chats" }, false);
  await set({ type: "all_chat_administrators" }, true);
  for (const who of [ana, ben]) api.pick(who, room, "whereis");
  expect(read().length).toBe(2);
  await set({ type: "chat", chat_id: room.id }, true);
  for (const who of [ana, ben]) api.pick(who, room, "whereis");
  expect(read().length).toBe(2);
  await set({ type: "chat_administrators", chat_id: room.id }, false);
  for (const who of [ana, ben]) api.pick(who, room, "whereis");
  expect(read().length).toBe(3);
  await call(api, "deleteMyCommands", { scope: { type: "chat", chat_id: room.id } });
  api.pick(ben, room, "whereis");
  expect(read().length).toBe(4);
});

test("“Any bot can send an ephemeral message to a user within 15 seconds of the incoming eligible action”: “a received callback query”", async () => {
  const { api, say, press, ben } = await march();
  const pressed = press(ben);
  api.pass(15_000);
  expect(await say(pressed)).toBe("accepted");
  api.pass(1);
  expect(await say(pressed)).toBe(notAllowed);
});

test("the same: “an incoming ephemeral message”", async () => {
  const { api, room, say, answering, ben } = await march();
  const asked = api.people.sayOnlyToBot(ben, room, "/whereis");
  api.pass(15_000);
  expect(await say({ receiver_user_id: ben.id }, answering(asked))).toBe("accepted");
  api.pass(1000);
  expect(await say({ receiver_user_id: ben.id }, answering(asked))).toBe(
    "Bad Request: message to be replied not found",
  );
});

test("neither a press nor a command of one person lets a bot that is no admin write to another, nor a command that all could see", async () => {
  const { api, room, say, press, answering, ana, ben } = await march();
  expect(await say({ ...press(ben), receiver_user_id: ana.id })).toBe(notAllowed);
  const asked = api.people.sayOnlyToBot(ben, room, "/whereis");
  expect(await say({ receiver_user_id: ana.id }, answering(asked))).toBe(
    "Bad Request: message to be replied not found",
  );
  api.people.say(ben, room, "/whereis@whereat_bot");
  expect(await say({ receiver_user_id: ben.id })).toBe(notAllowed);
  expect(await say({ receiver_user_id: ben.id, callback_query_id: "1" })).toBe(notAllowed);
});

test("a press in one chat opens no other", async () => {
  const { api, say, press, ana, ben } = await march();
  const other = api.places.supergroup({ title: "Family", members: [ana, ben], bot: "member" });
  expect(await say(press(ben), { chat_id: other.id })).toBe(notAllowed);
});

test("“If the bot is a chat administrator, it can send an ephemeral message to any non-bot member of the chat at any time”", async () => {
  const { api, say, read, ana, ben, dan } = await march("administrator");
  api.pass(3_600_000);
  expect(await say({ receiver_user_id: ben.id })).toBe("accepted");
  expect(read(ana)).toEqual(["Ana shares."]);
  expect(await say({ receiver_user_id: dan.id })).toBe("Bad Request: USER_NOT_PARTICIPANT");
  expect(await say({ receiver_user_id: api.bot.id })).toBe("Bad Request: user not found");
});

test("“An ephemeral message may only be replied to within 15 seconds of being sent”, by an admin too", async () => {
  const { api, room, say, answering, ben } = await march("administrator");
  const asked = api.people.sayOnlyToBot(ben, room, "/whereis");
  api.pass(16_000);
  expect(await say({ receiver_user_id: ben.id }, answering(asked))).toBe(
    "Bad Request: message to be replied not found",
  );
  expect(await say({ receiver_user_id: ben.id })).toBe("accepted");
});

test("“A reply to an ephemeral message must itself be an ephemeral message.”", async () => {
  const { api, room, say, read, answering, ben } = await march("administrator");
  const asked = api.people.sayOnlyToBot(ben, room, "/whereis");
  expect(await say(undefined, answering(asked))).toBe("Bad Request: message to be replied not found");
  expect(read()).toEqual(["Ana shares."]);
});

test("“an individual member of a group or supergroup chat”: not in private; and in a basic group as the test says", async () => {
  const { api, say, ben } = await march("administrator");
  const alone = api.places.privateChat(ben);
  expect(await say({ receiver_user_id: ben.id }, { chat_id: alone.id })).toBe(notAllowed);
  const small = await march("administrator", "group");
  expect(await small.say({ receiver_user_id: small.ben.id })).toBe(notAllowed);
  small.api.world.basicGroupsTakeEphemeral = true;
  expect(await small.say({ receiver_user_id: small.ben.id })).toBe("accepted");
});
