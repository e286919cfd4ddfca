import { expect, test } from "vitest";
import { adminBelieved, ephemeralBelieved } from "../../../../src/bots/telegram/limits.ts";
import { ephemeralRef, pressRef, readMessageRef } from "../../../../src/bots/telegram/send/message-ref.ts";
import { type MessageRef, personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { second } from "../../../../src/lib/time.ts";
import { refusal, tooManyRequests } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { failureOf } from "../../../support/networks/harness.ts";
import { words } from "../../../support/world/words.ts";
import { connect } from "../connect.ts";

const forOne = (said = "secret place"): Message => ({
  kind: "message",
  reader: "one person",
  lines: [words(said)],
});

/** A group, in which the bot is an admin unless the test says otherwise, and Ben, who asks there. */
async function march(bot: "administrator" | "member" = "administrator") {
  const at = await connect();
  const { api, network, ana, ben, group } = at;
  if (bot === "member") api.members.demoteBot(group, ana);
  await api.updates.drained();
  const to = { person: personId("telegram", ben.id), within: { room: roomId("telegram", group.id) } };
  const say = (asked?: MessageRef, message = forOne()) => network.send(to, message, "key", asked);
  const read = (viewer?: User) =>
    api.screen
      .now(group, viewer)
      .filter(({ isFromBot }) => isFromBot)
      .map(({ text }) => text);
  /** Ben's command that nobody else sees, as the bot knows it */
  const asksUnseen = async () => {
    const asked = api.people.sayOnlyToBot(ben, group, "/whereis");
    await api.updates.drained();
    return ephemeralRef(group.id, ben.id, asked.ephemeralId ?? 0);
  };
  return { ...at, to, say, read, asksUnseen };
}

test("an admin shows one member something that nobody else sees, in answer to what was said for all to see", async () => {
  const { api, ana, ben, group, say, read } = await march();
  const asked = api.people.say(ben, group, "/whereis@whereat_bot");
  const [ref] = await say(`telegram:${group.id}/${asked.message_id}` as MessageRef);
  expect([read(ben), read(ana), read()]).toEqual([["secret place"], [], []]);
  expect(ref).toBe(ephemeralRef(group.id, ben.id, 1));
  expect(api.screen.now(group, ben).at(-1)).toMatchObject({ replyTo: asked.message_id });
});

test("so it does when what was said is gone, or was said too long ago to be answered", async () => {
  const { api, ben, group, say, read, asksUnseen } = await march();
  const asked = api.people.say(ben, group, "/whereis@whereat_bot");
  api.people.remove(asked);
  await say(`telegram:${group.id}/${asked.message_id}` as MessageRef);
  const unseen = await asksUnseen();
  api.pass(16 * second);
  await say(unseen);
  expect(read(ben)).toHaveLength(2);
});

test("who is no admin answers within 15 seconds what nobody else saw, and refuses after that", async () => {
  const { api, ana, ben, say, read, asksUnseen } = await march("member");
  const asked = await asksUnseen();
  api.pass(15 * second);
  await say(asked);
  expect([read(ben), read(ana), read()]).toEqual([["secret place"], [], []]);
  api.pass(second);
  expect(await failureOf(say(asked))).toBe("refused");
  expect([read(ben).length, read()]).toEqual([1, []]);
});

test("so it answers whoever presses a button, and nobody by another's press", async () => {
  const { api, network, ana, ben, group, to, say, read } = await march("member");
  const choices = [{ label: words("Show me"), command: "choose x" }];
  const [under] = await network.send(to.within, { ...forOne("Ana shares."), reader: "everybody", choices }, "shown");
  const shown = api.screen.fromBot(group)[0]?.message;
  const pressed = (who: User) =>
    pressRef(under as MessageRef, api.callbacks.press(who, shown as NonNullable<typeof shown>, "Show me").id);
  await say(pressed(ben));
  expect(read(ben)).toEqual(["Ana shares.", "secret place"]);
  expect(await failureOf(say(pressed(ana)))).toBe("refused");
  expect([read(), read(ana)]).toEqual([["Ana shares."], ["Ana shares."]]);
});

test("who is no admin refuses what answers a command that all could see, and asks Telegram nothing for that", async () => {
  const { api, ben, group, say, read } = await march("member");
  const asked = api.people.say(ben, group, "/whereis@whereat_bot");
  expect(await failureOf(say(`telegram:${group.id}/${asked.message_id}` as MessageRef))).toBe("refused");
  expect(api.calls.all.filter(({ method }) => method === "sendMessage")).toEqual([]);
  expect(read(ben)).toEqual([]);
});

test.each(["10.0", "10.2"] as const)("a server of Bot API %s shows all nothing of it", async (server) => {
  const { api, ana, ben, say, read, asksUnseen } = await march();
  const asked = await asksUnseen();
  api.world.server = server;
  const isKnown = server === "10.2";
  expect(await failureOf(say(asked))).toBe(isKnown ? "done" : "refused");
  expect([read(ben).length, read(ana), read()]).toEqual([Number(isKnown), [], []]);
  expect(api.screen.everything(api.places.privateChat(ben)).length).toBe(0);
});

test("a server is believed to know them for ten seconds; what an older one showed all by then is deleted at once, and it is asked again", async () => {
  const { api, ben, say, read } = await march();
  await say();
  api.pass(ephemeralBelieved - 1);
  api.world.server = "10.0";
  expect(await failureOf(say())).toBe("refused");
  expect(read()).toEqual([]);
  // From now on it is not tried.
  const before = api.calls.all.length;
  expect(await failureOf(say())).toBe("refused");
  expect(api.calls.all.slice(before).filter(({ method }) => method === "sendMessage")).toEqual([]);
  api.world.server = "10.3";
  api.pass(ephemeralBelieved);
  await say();
  expect(read(ben)).toHaveLength(2);
});

test("an older server is found out before anything is sent, once nothing is believed", async () => {
  const { api, say, read } = await march();
  await say();
  api.pass(ephemeralBelieved);
  api.world.server = "10.0";
  expect(await failureOf(say())).toBe("refused");
  expect([api.calls.accepted("sendMessage").length, read()]).toEqual([1, []]);
});

test("that it is an admin is believed for ten seconds", async () => {
  const { api, ana, group, say } = await march();
  await say();
  api.members.setQuietly(group, api.bot, "member");
  api.pass(adminBelieved - 1);
  expect(await failureOf(say())).toBe("refused");
  const sends = () => api.calls.all.filter(({ method }) => method === "sendMessage").length;
  const tried = sends();
  api.pass(1);
  expect([await failureOf(say()), sends()]).toEqual(["refused", tried]);
  api.members.promoteBot(group, ana);
  api.pass(adminBelieved);
  expect(await failureOf(say())).toBe("done");
});

test("a basic group, somebody who left, a room where the bot is not, and another network are refused or gone, and nobody reads it", async () => {
  const { api, network, ana, ben, group, to, say, read } = await march();
  const small = api.places.group({ title: "Small", members: [ana, ben], bot: "administrator" });
  const inSmall = { ...to, within: { room: roomId("telegram", small.id) } };
  expect(await failureOf(network.send(inSmall, forOne(), "key"))).toBe("refused");
  expect(await failureOf(network.send({ ...to, person: personId("matrix", "@b:c") }, forOne(), "key"))).toBe("refused");
  const elsewhere = { ...to, within: { room: roomId("telegram", -1_000_000_009_999) } };
  expect(["refused", "gone"]).toContain(await failureOf(network.send(elsewhere, forOne(), "key")));
  api.members.leave(group, ben);
  expect(await failureOf(say())).toBe("refused");
  for (const chat of [small, group] as Chat[]) expect(api.screen.fromBot(chat)).toEqual([]);
  expect(read()).toEqual([]);
});

test("what Telegram limits is tried again later, also when that is found out by asking whether it knows them", async () => {
  const { api, say, read } = await march();
  api.faults.next("deleteEphemeralMessage", tooManyRequests(7));
  expect(await failureOf(say())).toBe("later");
  api.faults.next("sendMessage", tooManyRequests(7));
  expect(await failureOf(say())).toBe("later");
  expect(read()).toEqual([]);
});

test("it is edited and deleted by its own methods, and a second deletion changes nothing", async () => {
  const { network, ben, say, read } = await march();
  const [ref] = (await say()) as [MessageRef];
  await network.edit(ref, forOne("Gone."));
  expect([read(ben), read()]).toEqual([["Gone."], []]);
  for (let time = 0; time < 2; time += 1) await network.remove(ref);
  expect(read(ben)).toEqual([]);
});

test("where it cannot be deleted, its words are edited away", async () => {
  const { api, network, ben, say, read } = await march();
  const [ref] = (await say()) as [MessageRef];
  api.faults.next("deleteEphemeralMessage", refusal(400, "Bad Request: MESSAGE_DELETE_FORBIDDEN"));
  await network.remove(ref);
  expect(read(ben)).toEqual(["This answer is no longer valid."]);
});

test("a long one comes in pieces that nobody else sees either, and a pin beside it too", async () => {
  const { api, network, ana, ben, group, to, read } = await march();
  const lines = Array.from({ length: 60 }, () => words("x".repeat(200)));
  await network.send(to, { ...forOne(), lines, pin: { latitude: 1, longitude: 2 } }, "key");
  const pieces = api.screen.now(group, ben).filter(({ isFromBot }) => isFromBot);
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.at(-1)?.location).toMatchObject({ latitude: 1 });
  expect([read(ana), read()]).toEqual([[], []]);
});

test("a reaction under what nobody else sees is refused, so that it is said in words", async () => {
  const { network, asksUnseen } = await march();
  expect(await failureOf(network.acknowledge(await asksUnseen()))).toBe("refused");
});

test("it counts as a message to that person, not to the group", async () => {
  const { network, to } = await march();
  for (let time = 0; time < 5; time += 1) expect(network.takeSlot?.(to)).toBe(0);
  expect(network.takeSlot?.(to)).toBeGreaterThan(0);
  expect(network.takeSlot?.(to.within)).toBe(0);
});

test("the reference of a message says where it is found, whose it is, and by which press it was meant", () => {
  const ref = ephemeralRef(-100, 7, 44);
  expect(readMessageRef(ref)).toEqual({ chat: -100, person: 7, ephemeral: 44 });
  expect(readMessageRef(pressRef(ref, "4-a_B"))).toEqual({ ...readMessageRef(ref), press: "4-a_B" });
  expect(readMessageRef(`${ref}?pressed=a b` as MessageRef)).toBeUndefined();
});
