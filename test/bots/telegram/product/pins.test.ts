import { expect, test } from "vitest";
import { commands } from "../../../../src/core/commands/index.ts";
import { minute } from "../../../../src/lib/time.ts";
import { atSquare, square, startMarch } from "../stories/march.ts";

test("no command but /pin has a location or a venue sent, in a group or in private", async () => {
  const { api, ana, ben, march, pass, settle, ask } = await startMarch();
  await ask(ben, march, "/help");
  for (const chat of [march, api.places.privateChat(ben)]) {
    for (const name of [...commands.keys()].filter((other) => other !== "pin")) {
      for (const words of [`/${name}`, `/${name} ana`]) {
        api.live.share(ana, march, square, 900);
        await ask(ben, chat, words);
        await pass(minute);
      }
    }
  }
  expect(api.calls.accepted("sendMessage").length).toBeGreaterThan(20);
  const sendsPlaces = /^(?:send|edit).*(?:location|venue)/i;
  expect(api.calls.all.filter(({ method }) => sendsPlaces.test(method))).toEqual([]);

  api.live.share(ana, march, square, 900);
  api.people.say(ben, march, "/pin ana");
  await settle();
  expect(api.calls.all.filter(({ method }) => sendsPlaces.test(method)).map(({ params }) => params.chat_id)).toEqual([
    ben.id,
  ]);
});

test("a pin that was asked for in a group comes in private, and goes when its share ends", async () => {
  const { api, ana, ben, march, read, settle } = await startMarch();
  const chat = api.places.privateChat(ben);
  api.live.share(ana, march, square, 900);
  api.people.say(ben, march, "/pin ana");
  await settle();
  expect(read(march)).toEqual([]);
  expect(read(chat)).toEqual([expect.stringContaining(atSquare), "(a pin)"]);
  api.people.say(ana, march, "/stop");
  await settle();
  expect(read(chat)).toEqual([]);
});

test("whoever has not opened the private chat is told so in the group, and still shares what they shared", async () => {
  const { api, ana, ben, march, read, ask } = await startMarch();
  api.live.share(ana, march, square, 900);
  api.live.share(ben, march, square, 900);
  expect(await ask(ben, march, "/pin ana")).toContain("Open a private chat with me, and say /pin again.");
  expect(read(api.places.privateChat(ben, false))).toEqual([]);
  expect(await ask(ana, march, "/whereis ben")).toContain("Ben is");
});

test("an answer has a button that copies the coordinates of the one person, or of each in it", async () => {
  const { api, ana, ben, march, ask } = await startMarch();
  api.live.share(ana, march, square, 900);
  const copied = () => {
    const markup = api.screen.fromBot(march).at(-1)?.message.markup as { inline_keyboard: object[][] } | undefined;
    return markup?.inline_keyboard.flat().filter((button) => "copy_text" in button);
  };
  await ask(ben, march, "/whereis ana");
  expect(copied()).toEqual([{ text: "Copy the coordinates", copy_text: { text: atSquare } }]);
  api.live.share(ben, march, { latitude: 52.53, longitude: 13.405 }, 900);
  await ask(ana, march, "/whereis");
  expect(copied()).toMatchObject([{ copy_text: { text: "52.53000, 13.40500" } }, { copy_text: { text: atSquare } }]);
});
