import { PNG } from "pngjs";
import { expect, test } from "vitest";
import type { SeenEvent } from "../../../support/homeserver/nio-person.ts";
import { isRedacted, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { bot, ana, ben, asks } = await productAndPeople();

const isPicture = ({ sender, content }: SeenEvent) => sender === bot.userId && content["msgtype"] === "m.image";

/** Whoever asks before that is told that nobody shares. */
const isTakenIn = (room: string, event: string) =>
  ana.sees(
    ({ type, room_id, content }) =>
      type === "m.reaction" && room_id === room && Object(content["m.relates_to"]).event_id === event,
  );

test("a picture in an encrypted room opens on a member's phone, says its text in words, and is redacted with it", async () => {
  const room = await openRoom(bot.userId, [ana, ben]);
  await asks(ana, room, "!whereis", "Nobody shares");
  await isTakenIn(room, await ben.says(room, "!here 52.5163 13.3777", bot.userId));
  const words = await asks(ana, room, "!map", "1. ben");
  const picture = await ana.sees((event) => event.room_id === room && isPicture(event));
  expect(picture).toMatchObject({ decrypted: true, content: { body: words.content["body"] } });
  const { width, height } = PNG.sync.read(
    Buffer.from(String(await ana.does("picture", { file: picture.content["file"] })), "base64"),
  );
  expect([width, height]).toEqual([800, 800]);
  await ben.says(room, "!stop", bot.userId);
  for (const { event_id } of [words, picture]) await isRedacted(ana, room, event_id, bot.userId);
});

test("a room without encryption gets no picture, and a word why", async () => {
  const room = await ana.createRoom({ invite: [ben.userId, bot.userId], encrypted: false });
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
  await ben.does("join", { room });
  await isTakenIn(room, await ben.says(room, "!here 52.5163 13.3777"));
  await asks(ana, room, "!map", "I send no picture here");
  await asks(ana, room, "!help", "!whereis");
  expect(ana.heard.filter((event) => event.room_id === room && isPicture(event))).toEqual([]);
});
