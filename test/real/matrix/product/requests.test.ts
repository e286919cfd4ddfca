import { expect, test } from "vitest";
import type { NioPerson } from "../../../support/homeserver/nio-person.ts";
import { seen } from "../../../support/world/words.ts";
import { liveAllowed, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { bot, ana, ben, cem, asks } = await productAndPeople();

async function openDirect(person: NioPerson): Promise<string> {
  const room = await person.createRoom({ invite: [bot.userId] });
  await saysBot(person, bot.userId, room, "this is a private chat");
  // It may still become a room for more people, until something is said there.
  await asks(person, room, "!precision", "exactly");
  return room;
}
const location = { msgtype: "m.location", body: "here", geo_uri: "geo:52.5163,13.3777" };

test("somebody is asked in their direct chat by numbers, and who asked is shown where they are once they share", async () => {
  const march = await openRoom(bot.userId, [ana, ben, cem], liveAllowed);
  await ana.does("state", { room: march, type: "m.room.name", content: { name: "march" } });
  for (const person of [ana, ben]) await asks(person, march, "!whereis", "Nobody shares");
  const [withAna, withBen] = [await openDirect(ana), await openDirect(ben)];
  await asks(ben, withBen, "!ask ana", "If I can reach “ana”");
  const question = await saysBot(ana, bot.userId, withAna, "asks where you are, in");
  expect(question.decrypted).toBe(true);
  expect(seen(String(question.content.body))).toMatch(/2 {2}15 minutes\n.*\n.*\n.*\nAnswer with the number\.$/);
  await asks(ana, withAna, "2", "It ends after 15 minutes at the latest.");
  await ana.does("send", { room: withAna, type: "m.room.message", content: location, to: bot.userId });
  await saysBot(ana, bot.userId, withAna, "The members of march can see this position");
  const shown = await saysBot(ben, bot.userId, withBen, "52.5163");
  expect(shown.decrypted).toBe(true);
  await asks(cem, march, "!whereis", "52.5163");
});

test("no direct chat is opened to ask somebody, and the room reads nothing of it", async () => {
  const room = await openRoom(bot.userId, [ben, cem], liveAllowed);
  for (const person of [ben, cem]) await asks(person, room, "!whereis", "Nobody shares");
  const withBen = await openDirect(ben);
  await asks(ben, withBen, "!ask cem", "If I can reach “cem”");
  await asks(cem, room, "!expiry", "is kept for");
  const rooms = Object(await cem.does("request", { method: "GET", path: "joined_rooms" })).joined_rooms as string[];
  expect(cem.heard.filter(({ content }) => String(content.body).includes("asks where you are"))).toEqual([]);
  expect(rooms).toContain(room);
});
