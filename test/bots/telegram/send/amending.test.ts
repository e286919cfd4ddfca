import { expect, test } from "vitest";
import { maxTextCharacters } from "../../../../src/bots/telegram/limits.ts";
import type { DeliveryError } from "../../../../src/core/model/errors.ts";
import { type MessageRef, personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { hangBefore, refusal } from "../../../support/fake-bot-api/http/faults.ts";
import { words } from "../../../support/world/words.ts";
import { connect } from "../connect.ts";

const say = (parts: Partial<Message> = {}): Message => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "March" })],
  ...parts,
});
const chosen = [text("share-yours")];
const bye = [text("forgotten")];
const twoDays = 48 * 3600 * 1000 + 1000;

async function withAnswer(parts: Partial<Message> = {}) {
  const world = await connect();
  // In a group the bot may delete its own messages for two days; an admin of a supergroup may for ever.
  const room = world.api.places.group({ title: "Small", members: [world.ana], bot: "member" });
  const refs = await world.network.send({ room: roomId("telegram", room.id) }, say(parts), "key");
  const [text] = refs as [MessageRef];
  return { ...world, room, text };
}

async function withPin() {
  const world = await connect();
  const chat = world.api.places.privateChat(world.ana);
  const pin = { latitude: 1, longitude: 2 };
  const to = { person: personId("telegram", world.ana.id) };
  const refs = await world.network.send(to, say({ reader: "one person", pin }), "key");
  const [text, location] = refs as [MessageRef, MessageRef];
  return { ...world, room: chat, text, pin: location };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: DeliveryError) => error.failure,
  );

test("editing changes words and buttons", async () => {
  const { api, network, room, text } = await withAnswer({
    choices: [{ label: words("March"), command: "choose a" }],
  });
  await network.edit(text, say({ lines: chosen }));
  expect(api.screen.fromBot(room)).toMatchObject([
    { text: "To share yours, say /share.", buttons: [], isEdited: true },
  ]);
  await network.edit(text, say({ lines: chosen, choices: [{ label: words("Again"), command: "choose" }] }));
  expect(api.screen.fromBot(room)).toMatchObject([
    { text: "To share yours, say /share.", buttons: [[{ text: "Again" }]] },
  ]);
});

test("editing nothing is done", async () => {
  const { network, text } = await withAnswer();
  expect(await failure(network.edit(text, say()))).toBe("done");
});

test("editing what is gone, a pin, more than one message holds, or nothing of ours is refused", async () => {
  const { api, network, room, text, pin, ana } = await withPin();
  const refused = { kind: "refused" };
  const long = Array.from({ length: 60 }, () => words("x".repeat(80)));
  const theirs = api.people.say(ana, room, "Hello.");
  expect(await failure(network.edit(pin, say()))).toEqual(refused);
  expect(await failure(network.edit(text, say({ lines: long })))).toEqual(refused);
  expect(await failure(network.edit("matrix:$event" as MessageRef, say()))).toEqual(refused);
  expect(await failure(network.edit(`telegram:${room.id}/${theirs.message_id}` as MessageRef, say()))).toEqual(refused);
  await network.remove(text);
  expect(await failure(network.edit(text, say({ lines: bye })))).toEqual(refused);
});

test("removing deletes text and pin, and once more is done already", async () => {
  const { api, network, room, text, pin } = await withPin();
  for (const ref of [text, pin, text, pin]) expect(await failure(network.remove(ref))).toBe("done");
  expect(api.screen.fromBot(room)).toEqual([]);
});

test("what is too old to be deleted is edited away, with its buttons", async () => {
  const { api, network, room, text } = await withAnswer({
    choices: [{ label: words("Again"), command: "whereis" }],
    copies: [{ label: words("Copy"), words: "52.5, 13.4" }],
  });
  api.pass(twoDays);
  for (const ref of [text, text]) expect(await failure(network.remove(ref))).toBe("done");
  expect(api.screen.fromBot(room)).toMatchObject([{ text: "This answer is no longer valid.", buttons: [] }]);
  expect(api.screen.fromBot(room)[0]?.message.markup).toBeUndefined();
});

test("a pin that is too old to be deleted stays as it is, for it has no text", async () => {
  const { api, network, room, pin } = await withPin();
  api.pass(twoDays);
  expect(await failure(network.remove(pin))).toBe("done");
  expect(api.screen.fromBot(room).at(-1)).toMatchObject({ location: { latitude: 1 } });
});

test("what can neither be deleted nor edited away is refused, and what is not there any more is done", async () => {
  const { api, network, text } = await withAnswer();
  api.pass(twoDays);
  api.faults.next("editMessageText", refusal(400, "Bad Request: message can't be edited"));
  expect(await failure(network.remove(text))).toEqual({ kind: "refused" });
  api.faults.next("editMessageText", refusal(400, "Bad Request: message to edit not found"));
  expect(await failure(network.remove(text))).toBe("done");
  expect(await failure(network.remove("matrix:$event" as MessageRef))).toEqual({ kind: "refused" });
});

test("a share is acknowledged with a reaction, and where there are none, that is refused", async () => {
  const { api, network, room, ana } = await withAnswer();
  const shared = api.live.share(ana, room, { latitude: 1, longitude: 2 }, 900);
  const ref = `telegram:${room.id}/${shared.message_id}` as MessageRef;
  await network.acknowledge(ref);
  expect(api.screen.now(room).at(-1)?.reactions).toEqual(["👍"]);
  api.faults.next("setMessageReaction", refusal(400, "Bad Request: REACTION_INVALID"));
  expect(await failure(network.acknowledge(ref))).toEqual({ kind: "refused" });
  await network.acknowledge("matrix:$event" as MessageRef);
  expect(api.screen.fromBot(room)).toHaveLength(1);
});

test("an answer is the newest in a supergroup when the question came right after it", async () => {
  const { api, network, group, ana } = await connect();
  const room = roomId("telegram", group.id);
  const [answer] = (await network.send({ room }, say(), "key")) as [MessageRef];
  const ref = (id: number) => `telegram:${group.id}/${id}` as MessageRef;
  const first = api.people.say(ana, group, "/whereis@whereat_bot");
  expect(network.isNewest(answer, ref(first.message_id))).toBe(true);
  const second = api.people.say(ana, group, "/whereis@whereat_bot");
  expect(network.isNewest(answer, ref(second.message_id))).toBe(false);
  expect(network.isNewest(answer, "telegram:-1009/2" as MessageRef)).toBe(false);
  expect(network.isNewest("matrix:$event" as MessageRef, ref(2))).toBe(false);
});

test("a board is near whoever asks a few messages below it, and far up beyond ten of them", async () => {
  const { network, text, room } = await withAnswer();
  const [, id] = text.match(/\/(\d+)$/) ?? [];
  const ref = (below: number) => `telegram:${room.id}/${Number(id) + below}` as MessageRef;
  const isNear = (asked: MessageRef) => network.boards?.isNear(text, asked);
  expect([isNear(ref(1)), isNear(ref(10)), isNear(ref(11))]).toEqual([true, true, false]);
  expect(isNear("telegram:-1009/2" as MessageRef)).toBe(false);
  expect(network.boards?.isNear(ref(20), text)).toBe(true);
  expect(isNear("matrix:$event" as MessageRef)).toBe(false);
});

test("a board fits when it is one message of Telegram's", async () => {
  const { network, room } = await withAnswer();
  const at = roomId("telegram", room.id);
  const line = (length: number) => say({ lines: [words("a".repeat(length))] });
  expect(network.boards?.fits(at, line(maxTextCharacters))).toBe(true);
  const two = say({ lines: [words("a".repeat(maxTextCharacters)), words("b")] });
  expect(network.boards?.fits(at, two)).toBe(false);
  expect(network.boards?.fits("elsewhere:1" as typeof at, line(1))).toBe(false);
});

test("elsewhere Telegram counts messages of all chats together, and no answer is known to be the newest", async () => {
  const { api, network, room, text, ana } = await withAnswer();
  const asked = api.people.say(ana, room, "/whereis@whereat_bot");
  expect(network.isNewest(text, `telegram:${room.id}/${asked.message_id}` as MessageRef)).toBe(false);
});

test("a message that is being sent does not keep another from being deleted", async () => {
  const { api, network, room, text } = await withAnswer();
  api.faults.next("sendMessage", hangBefore);
  const sending = network.send({ room: roomId("telegram", room.id) }, say(), "key");
  expect(await failure(network.remove(text))).toBe("done");
  api.faults.release();
  expect(await sending).toHaveLength(1);
});
