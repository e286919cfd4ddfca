import { expect, test } from "vitest";
import { call, getUpdates, refusalOf } from "../clients/test-server.ts";
import { march } from "./ephemeral-march.ts";

// Each rule is quoted as Telegram documents it: core.telegram.org/bots/api#ephemeral-messages-and-commands and the methods' parameters.

test("“editEphemeralMessageText” and “deleteEphemeralMessage” take the chat, the user who received the message, and its identifier", async () => {
  const { api, room, say, read, press, ana, ben } = await march();
  await say(press(ben));
  const it = { chat_id: room.id, receiver_user_id: ben.id, ephemeral_message_id: 1 };
  const edit = (of: object) => refusalOf(api, "editEphemeralMessageText", { ...it, text: "Gone.", ...of });
  const remove = (of: object = {}) => refusalOf(api, "deleteEphemeralMessage", { ...it, ...of });
  for (const of of [{ receiver_user_id: ana.id }, { ephemeral_message_id: 2 }]) {
    expect(await edit(of)).toBe("Bad Request: message to edit not found");
    expect(await remove(of)).toBe("Bad Request: message to delete not found");
  }
  api.pass(3_600_000);
  expect(await edit({})).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares.", "Gone."]);
  expect(await remove()).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares."]);
  expect(await remove()).toBe("Bad Request: message to delete not found");
});

test("deleteMessage and editMessageText do not find it, under either number", async () => {
  const { api, room, say, read, press, ben } = await march();
  await say(press(ben));
  for (const message_id of [0, 1]) {
    const it = { chat_id: room.id, message_id };
    expect(await refusalOf(api, "deleteMessage", it)).toBe("Bad Request: message to delete not found");
    expect(await refusalOf(api, "editMessageText", { ...it, text: "x" })).toBe(
      "Bad Request: message to edit not found",
    );
  }
  expect(read(ben)).toEqual(["Ana shares.", "52.52, 13.405"]);
});

test("“it is not guaranteed that the user will receive the message edit event”, nor the deletion, “especially if they are offline”", async () => {
  const { api, room, say, read, press, ben } = await march();
  await say(press(ben));
  api.world.offline.add(ben.id);
  const it = { chat_id: room.id, receiver_user_id: ben.id, ephemeral_message_id: 1 };
  expect(await refusalOf(api, "editEphemeralMessageText", { ...it, text: "Gone." })).toBe("accepted");
  expect(await refusalOf(api, "deleteEphemeralMessage", it)).toBe("accepted");
  expect(read(ben)).toEqual(["Ana shares.", "52.52, 13.405"]);
});

test("“They may disappear automatically after some time, or if the app is restarted.”", async () => {
  const { api, say, read, press, ben } = await march();
  await say(press(ben));
  api.people.restartApp(ben);
  expect(read(ben)).toEqual(["Ana shares."]);
});

test("a button under one is pressed as any other, and says by which message: id 0, and its ephemeral_message_id", async () => {
  const { api, room, press, ana, ben } = await march("administrator");
  const reply_markup = { inline_keyboard: [[{ text: "More", callback_data: "more" }]] };
  await call(api, "sendMessage", {
    chat_id: room.id,
    text: "Here.",
    reply_markup,
    ephemeral_message_parameters: { receiver_user_id: ben.id },
  });
  const it = api.screen.now(room, ben).at(-1)?.message;
  if (it === undefined) throw new Error("The message is not there.");
  await getUpdates(api, { offset: api.updates.lastId() + 1 });
  api.callbacks.press(ben, it, "More");
  expect((await getUpdates(api))[0]?.callback_query).toMatchObject({
    data: "more",
    message: { message_id: 0, ephemeral_message_id: 1, chat: { id: room.id } },
  });
  expect(press(ana)).toBeDefined();
});

test("a pin can be sent to one person, no live location: “Must be 0 for ephemeral messages”", async () => {
  const { api, room, press, ben } = await march();
  const pin = (more: object) =>
    refusalOf(api, "sendLocation", {
      chat_id: room.id,
      latitude: 1,
      longitude: 2,
      ephemeral_message_parameters: press(ben),
      ...more,
    });
  expect(await pin({})).toBe("accepted");
  expect(await pin({ live_period: 900 })).toBe("Bad Request: wrong live location period specified");
});

test("a server that is older than ephemeral messages has none of the methods, and shows all what was for one", async () => {
  const { api, room, say, read, press, ben } = await march("administrator");
  api.world.server = "10.0";
  expect(await say(press(ben))).toBe("accepted");
  expect(read()).toEqual(["Ana shares.", "52.52, 13.405"]);
  const it = { chat_id: room.id, receiver_user_id: ben.id, ephemeral_message_id: 1 };
  for (const method of ["deleteEphemeralMessage", "editEphemeralMessageText"])
    expect(await refusalOf(api, method, { ...it, text: "x" })).toBe("Not Found: method not found");
});

test("a server of Bot API 10.2 has the methods, takes the parameters on their own, and passes over those of 10.3", async () => {
  const { api, say, read, press, ben } = await march();
  api.world.server = "10.2";
  expect(await say(undefined, press(ben))).toBe("accepted");
  expect(read()).toEqual(["Ana shares."]);
  expect(await say(press(ben))).toBe("accepted");
  expect(read()).toEqual(["Ana shares.", "52.52, 13.405"]);
});
