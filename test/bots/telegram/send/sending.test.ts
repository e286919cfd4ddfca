import { expect, test } from "vitest";
import type { DeliveryError } from "../../../../src/core/model/errors.ts";
import { type MessageRef, personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { quotable } from "../../../../src/core/text/names-as-text.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { instant } from "../../../../src/lib/time.ts";
import { refusal } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { apart, words } from "../../../support/world/words.ts";
import { connect } from "../connect.ts";

const say = (parts: Partial<Message> = {}): Message => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "March" })],
  ...parts,
});
const said = `Nobody shares a position with ${apart("March")} now.`;
const linkedTo = (room: string) => `From here you share with the members of ${apart(room)}. Nobody sees anything yet.`;
const answer = { shows: [], until: instant(1) };
const to = (chat: Chat, thread?: number) => ({
  room: roomId("telegram", chat.id),
  ...(thread !== undefined && { thread: String(thread) }),
});
const refOf = (chat: Chat, id: number) => `telegram:${chat.id}/${id}` as MessageRef;
const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => "delivered",
    (error: DeliveryError) => error.failure,
  );

test("a message arrives with its looks, as the reply to what was asked, and without previews of links", async () => {
  const { api, network, group, ana } = await connect();
  const asked = api.people.say(ana, group, "/whereis@whereat_bot ana");
  const refs = await network.send(to(group), say(), "key", refOf(group, asked.message_id));
  const [seen] = api.screen.fromBot(group);
  expect(seen).toMatchObject({
    text: said,
    entities: [{ type: "bold", offset: said.indexOf("March"), length: 5 }],
    replyTo: asked.message_id,
  });
  expect(refs).toEqual([refOf(group, seen?.messageId ?? 0)]);
  expect(api.calls.accepted("sendMessage")[0]?.params).toMatchObject({ link_preview_options: { is_disabled: true } });
});

test("only what holds a position is protected from being passed on", async () => {
  const { api, network, group } = await connect();
  await network.send(to(group), say(), "key");
  await network.send(to(group), say({ answer }), "key");
  const sent = api.calls.accepted("sendMessage");
  expect(sent.map(({ params }) => params.protect_content)).toEqual([false, true]);
});

test("an answer to a question that is gone, or was asked elsewhere, is no reply", async () => {
  const { api, network, group, ana } = await connect();
  const chat = api.places.privateChat(ana);
  const said = api.people.say(ana, chat, "Something else, under the same number.");
  const asked = refOf(group, said.message_id);
  await network.send(to(group), say(), "key", refOf(group, 4711));
  await network.send({ person: personId("telegram", ana.id) }, say({ reader: "one person" }), "key", asked);
  expect(api.screen.fromBot(group)).toMatchObject([{ replyTo: undefined }]);
  expect(api.screen.fromBot(chat)).toMatchObject([{ replyTo: undefined }]);
});

test("what is meant for one person is never sent or edited into a room", async () => {
  const { api, network, group } = await connect();
  const secret = say({ reader: "one person" });
  expect(await failure(network.send(to(group), secret, "key"))).toEqual({ kind: "refused" });
  const [ref] = await network.send(to(group), say({ lines: [text("nobody-shares")] }), "key");
  expect(await failure(network.edit(ref as MessageRef, secret))).toEqual({ kind: "refused" });
  expect(api.screen.everything(group).map(({ text }) => text)).toEqual([
    "Nobody shares a position with this room now.",
  ]);
});

test("whoever never wrote to the bot cannot be written to, and that says nothing of what they share", async () => {
  const { api, network } = await connect();
  const stranger = { person: personId("telegram", 4_711_000) };
  const known = { person: personId("telegram", api.places.person("Cem").id) };
  for (const person of [stranger, known])
    expect(await failure(network.send(person, say({ reader: "one person" }), "key"))).toEqual({ kind: "refused" });
});

test("nobody's phone rings in a group; in private it does", async () => {
  const { api, network, group, ana } = await connect();
  api.places.privateChat(ana);
  await network.send(to(group), say(), "key");
  await network.send({ person: personId("telegram", ana.id) }, say({ reader: "one person" }), "key");
  expect(api.calls.accepted("sendMessage").map(({ params }) => params.disable_notification)).toEqual([true, false]);
});

test("hostile names arrive as words in quotes, and as nothing else", async () => {
  const { api, network, group } = await connect();
  const name = `</b><a href="tg://user?id=1">x</a>&amp;'"_*[`;
  await network.send(to(group), say({ lines: [text("nobody-shares", { room: name })] }), "key");
  const [seen] = api.screen.fromBot(group);
  const shown = `“${quotable(name)}”`;
  expect(seen?.text).toBe(`Nobody shares a position with ${apart(shown)} now.`);
  // Telegram finds "/b" by itself, in any text.
  expect(seen?.entities.filter(({ type }) => type !== "bot_command")).toEqual([
    { type: "bold", offset: seen?.text?.indexOf(shown), length: shown.length },
  ]);
});

test("words that Telegram cannot parse are sent and edited without their looks", async () => {
  const { api, network, group } = await connect();
  const unparsable = refusal(400, 'Bad Request: can\'t parse entities: unsupported start tag "b" at byte offset 0');
  api.faults.next("sendMessage", unparsable);
  const [ref] = await network.send(to(group), say(), "key");
  expect(api.screen.fromBot(group)).toMatchObject([{ text: said, entities: [] }]);
  api.faults.next("editMessageText", unparsable);
  await network.edit(ref as MessageRef, say({ lines: [words("Ben <3")] }));
  expect(api.screen.fromBot(group)).toMatchObject([{ text: "“Ben <3”", entities: [] }]);
});

test("more than Telegram takes at once comes in pieces, cut between lines, with the buttons under the last", async () => {
  const { api, network, group } = await connect();
  const lines = Array.from({ length: 200 }, (_, index) =>
    text("linked-to", { room: `Person ${index} & ${"x".repeat(80)}` }),
  );
  const choices = [{ label: words("All"), command: "whereis" }];
  const refs = await network.send(to(group), say({ lines, choices }), "key");
  const seen = api.screen.fromBot(group);
  expect(refs).toHaveLength(seen.length);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.map(({ text }) => text).join("\n")).toBe(
    lines.map((_, index) => linkedTo(`“Person ${index} & ${"x".repeat(80)}”`)).join("\n"),
  );
  expect(seen.map(({ buttons }) => buttons.length)).toEqual([...seen.slice(1).map(() => 0), 1]);
});

test("when a later piece fails, the earlier ones do not stay", async () => {
  const { api, network, group } = await connect();
  // The second line alone is too long for Telegram.
  const lines = [text("nobody-shares"), words("x".repeat(5000))];
  expect(await failure(network.send(to(group), say({ lines }), "key"))).toEqual({ kind: "refused" });
  expect(api.screen.everything(group)).toMatchObject([
    { text: "Nobody shares a position with this room now.", isDeleted: true },
  ]);
});

test("choices are buttons that fit, the rest is to be typed", async () => {
  const { api, network, group } = await connect();
  const long = `choose ${"a".repeat(70)}`;
  const choices = [
    { label: words("March"), command: "choose abc 1" },
    { label: words("Search & rescue"), command: long },
  ];
  await network.send(to(group), say({ choices }), "key");
  expect(api.screen.fromBot(group)).toMatchObject([
    {
      text: `${said}\n${apart("“Search & rescue”")}: /${long}`,
      buttons: [[{ text: "March", data: "choose abc 1" }]],
    },
  ]);
});

test("the way into the private chat is a link that brings its payload along", async () => {
  const { api, network, group } = await connect();
  await network.send(to(group), say({ privateChat: { label: words("Open"), payload: "a_-9" } }), "key");
  expect(api.screen.fromBot(group)[0]?.buttons).toEqual([
    [{ text: "Open", url: "https://t.me/whereat_bot?start=a_-9" }],
  ]);
});

test("what was asked in a topic is answered there, and outside when the topic is closed, gone or General", async () => {
  const { api, network, ana } = await connect();
  const forum = api.places.forum({ title: "March", members: [ana], bot: "member" });
  api.people.say(ana, forum, "Hello.");
  const topic = api.places.topic(forum, ana, "North");
  await network.send(to(forum, topic.id), say(), "key");
  topic.closed = true;
  await network.send(to(forum, topic.id), say(), "key");
  await network.send(to(forum, 4711), say(), "key");
  await network.send(to(forum, 1), say(), "key");
  expect(api.screen.fromBot(forum).map(({ thread }) => thread)).toEqual([topic.id, undefined, undefined, undefined]);
  // Refused: for the closed topic, and for the one that is gone; for General nothing was tried in vain.
  expect(api.calls.refused("sendMessage")).toHaveLength(2);
});

test("a place that is none of Telegram's is refused", async () => {
  const { api, network, ana } = await connect();
  for (const destination of [
    { room: roomId("matrix", "!a:b") },
    { room: roomId("telegram", 5) },
    { room: roomId("telegram", "1e400") },
    { person: personId("telegram", -5) },
    { person: personId("telegram", `${ana.id}x`) },
  ]) {
    expect(await failure(network.send(destination, say(), "key"))).toEqual({ kind: "refused" });
  }
  expect(api.calls.all.filter(({ method }) => method === "sendMessage")).toEqual([]);
});
