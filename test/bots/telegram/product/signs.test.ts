import { expect, test } from "vitest";
import { adviceEvery } from "../../../../src/core/model/limits.ts";
import { minute } from "../../../../src/lib/time.ts";
import { refusal } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat, User } from "../../../support/fake-bot-api/world/world.ts";
import { atSquare, type March, nobody, square, startMarch } from "../stories/march.ts";

let ids = 70_000;
/** A message of a kind that the fake cannot post by itself. */
const sends = async ({ api, settle }: March, who: User, chat: Chat, content: object) => {
  ids += 1;
  const date = Math.floor(api.world.now() / 1000);
  const from = { id: who.id, is_bot: false, first_name: who.first_name };
  const where = chat.user
    ? { id: chat.id, type: "private" }
    : { id: chat.id, type: chat.type, title: chat.title ?? "" };
  api.inject({ message: { message_id: ids, date, chat: where, from, ...content } as never });
  await settle();
};

test("a typo that is edited into /stop stops, and voids what was sent before the edit", async () => {
  const { api, ana, ben, march, settle, ask, read } = await startMarch();
  api.live.share(ana, march, square, 900);
  expect(await ask(ben, march, "/whereis")).toContain(atSquare);
  for (const chat of [march, api.places.privateChat(ana)]) {
    api.live.share(ana, march, square, 900);
    const typo = api.people.say(ana, chat, "/stpo");
    await settle();
    api.pass(1000);
    api.people.editText(typo, "/stop");
    await settle();
    expect(read(chat).at(-1)).toContain("Stopped.");
    expect(await ask(ben, march, "/whereis")).toBe(nobody);
  }
});

test("another command that is edited into a message is not done, which is told once in a while; other edits say nothing", async () => {
  const { api, ben, march, settle, pass, read } = await startMarch();
  const edits = async (chat: Chat, text: string) => {
    const message = api.people.say(ben, chat, "Hello.");
    await settle();
    const before = read(chat, ben).length;
    api.people.editText(message, text);
    await settle();
    return read(chat, ben).slice(before);
  };
  const hint = "In an edited message I read only /stop and /forget. Say it again in a new message.";
  expect(await edits(march, "/whereis")).toEqual([hint]);
  expect(await edits(march, "/expiry 1m")).toEqual([]);
  await pass(adviceEvery);
  expect(await edits(march, "/whereis")).toEqual([hint]);
  expect(await edits(march, "/fly")).toEqual([]);
  expect(await edits(api.places.privateChat(ben), "Hello again.")).toEqual([]);
});

test("a location that is sent as the group, or as a channel, is told to be nobody's, once in a while, and is shown to nobody", async () => {
  const { api, ana, ben, march, settle, read, ask, pass } = await startMarch();
  const channel = api.places.channel({ title: "News", owner: ana });
  for (const [as, how] of [
    ["anonymous admin", "as the group"],
    [channel, "as a channel"],
  ] as const) {
    const before = read(march).length;
    const live = api.live.share(ana, march, square, 900, { as });
    api.live.move(live, { latitude: 52.53, longitude: 13.405 });
    api.people.sendLocation(ana, march, square, { as });
    await settle();
    expect(read(march).slice(before)).toEqual([
      expect.stringContaining(`This location was sent ${how}, so it is nobody's`),
    ]);
  }
  expect(await ask(ben, march, "/whereis")).toBe(nobody);
  await pass(adviceEvery);
  api.people.sendLocation(ana, march, square, { as: channel });
  await settle();
  expect(read(march).at(-1)).toContain("sent as a channel");
});

test("a command that is said as a channel is told to be nobody's, once in a while, and another bot's command is not", async () => {
  const { api, ana, ben, march, settle, read, ask, pass } = await startMarch();
  const channel = api.places.channel({ title: "News", owner: ana });
  api.live.share(ana, march, square, 900);
  await settle();
  const says = async (words: string) => {
    api.people.say(ana, march, words, { as: channel });
    await settle();
  };
  await says("/ban ben");
  expect(read(march)).toEqual([]);
  await says("/stop");
  await says("/wipe");
  const word = "This was said as a channel, so I do not know who you are, and did nothing. Say it as yourself.";
  expect(read(march)).toEqual([word]);
  expect(await ask(ben, march, "/whereis")).toContain(atSquare);
  await pass(adviceEvery);
  await says("/stop@whereat_bot");
  expect(read(march).at(-1)).toBe(word);
});

test("what says nothing, in private, gets one word in a while; in a group it gets none", async () => {
  const at = await startMarch();
  const { api, ana, march, read, pass } = at;
  const chat = api.places.privateChat(ana);
  const photo = { photo: [{ file_id: "x", file_unique_id: "x", width: 1, height: 1 }] };
  for (const content of [photo, { voice: {} }, { sticker: {} }, { story: {} }]) await sends(at, ana, march, content);
  expect(read(march)).toEqual([]);
  for (const content of [photo, photo, { voice: {} }, { story: {} }, { video_note: {} }])
    await sends(at, ana, chat, content);
  expect(read(chat)).toEqual([expect.stringContaining("I read words and locations only.")]);
  await sends(at, ana, chat, { pinned_message: {} });
  await pass(adviceEvery);
  await sends(at, ana, chat, { voice: {} });
  expect(read(chat)).toHaveLength(2);
});

test("words beneath a photo are read as words, and a command there is obeyed", async () => {
  const at = await startMarch();
  const { api, ana, ben, march, ask, read } = at;
  const chat = api.places.privateChat(ana);
  api.live.share(ana, march, square, 900);
  await sends(at, ana, chat, { photo: [], caption: "Look at this" });
  expect(read(chat)).toHaveLength(1);
  await sends(at, ana, chat, {
    photo: [],
    caption: "/stop",
    caption_entities: [{ type: "bot_command", offset: 0, length: 5 }],
  });
  expect(read(chat).at(-1)).toContain("Stopped.");
  expect(await ask(ben, march, "/whereis")).toBe(nobody);
});

test("a forwarded text obeys nobody, and whoever passes it on in private is told so", async () => {
  const { api, ana, ben, march, settle, read, ask } = await startMarch();
  api.live.share(ana, march, square, 900);
  const chat = api.places.privateChat(ana);
  const theirs = api.people.say(ben, march, "/stop");
  await settle();
  api.people.forward(ana, theirs, chat);
  await settle();
  expect(read(chat)).toEqual([expect.stringContaining("I read only what you write yourself")]);
  expect(await ask(ben, march, "/whereis")).toContain(atSquare);
});

test("/start in a group says what to say there, once in a while", async () => {
  const { ana, ben, march, ask, pass, read } = await startMarch({}, "member");
  const hint = "To share with this room: /share. To ask where people are: /whereis. All that I can do: /help.";
  expect(await ask(ana, march, "/start@whereat_bot abc")).toBe(hint);
  await ask(ben, march, "/start");
  expect(read(march)).toEqual([hint]);
  await pass(adviceEvery);
  // The one before went when its ten minutes were over.
  await ask(ben, march, "/start");
  expect(read(march)).toEqual([hint]);
});

test("a command that names the bot and that it does not know is answered in a group; one that names nobody may be for another bot", async () => {
  const { ben, march, ask, read } = await startMarch();
  await ask(ben, march, "/stpo");
  await ask(ben, march, "/stpo@other_bot");
  expect(read(march)).toEqual([]);
  expect(await ask(ben, march, "/stpo@whereat_bot")).toBe(
    "I do not know /stpo. Did you mean /stop? /help lists what I do.",
  );
});

test("a mention of the bot is a call: a question is answered, a command obeyed, and other words get one hint in a while", async () => {
  const { api, ana, ben, march, settle, ask, pass, read } = await startMarch();
  const hint =
    "I understand commands, and a location of your own that you send yourself. I took nothing from this message.\n" +
    "/help lists what I do; /share says how to share.";
  api.live.share(ana, march, square, 900);
  await settle();
  for (const words of ["@whereat_bot whereis ana", "@whereat_bot: whereis ana", "@whereat_bot /whereis ana"])
    expect(await ask(ben, march, words)).toContain(atSquare);
  const before = read(march, ben).length;
  for (const words of ["@whereat_bot where is ana?", "thanks @whereat_bot", "@other_bot whereis ana", "hello"])
    await ask(ben, march, words);
  expect(read(march, ben).slice(before)).toEqual([hint]);
  await pass(adviceEvery);
  expect(await ask(ben, march, "so, @whereat_bot?")).toBe(hint);
  api.live.share(ana, march, square, 900);
  expect(await ask(ana, march, "@whereat_bot stop please")).toContain("Stopped.");
  expect(await ask(ben, march, "/whereis")).toBe(nobody);
});

test("a slash with a blank behind it, or a wide one, makes a command as well", async () => {
  const { ben, march, ask } = await startMarch();
  for (const words of ["/ whereis", "／whereis"]) expect(await ask(ben, march, words)).toBe(nobody);
});

test("where a group forbids reactions, a sharer is told in words that it was taken in, once, silently", async () => {
  const { api, ana, march, settle, read, pass } = await startMarch();
  api.faults.always("setMessageReaction", refusal(400, "Bad Request: REACTION_INVALID"));
  const live = api.live.share(ana, march, square, 900);
  await settle();
  api.live.move(live, { latitude: 52.53, longitude: 13.405 });
  await settle();
  await pass(minute);
  expect(read(march)).toEqual(["I have it. People of this room can ask where you are now. To end it: /stop."]);
  expect(api.screen.fromBot(march)[0]?.replyTo).toBe(live.message_id);
  expect(api.calls.accepted("sendMessage").map(({ params }) => params.disable_notification)).toEqual([true]);
});
