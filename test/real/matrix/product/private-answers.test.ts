import { expect, onTestFinished, test } from "vitest";
import { nioPerson, type SeenEvent } from "../../../support/homeserver/nio-person.ts";
import { seen } from "../../../support/world/words.ts";
import { liveAllowed, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { homeserver, bot, ana, ben, cem, asks } = await productAndPeople();

/** A name, a distance or a coordinate. */
const tells = /\bben\b|\bana\b|\d\s*k?m\b|52\.5|13\.4/i;
const questions = [
  ["!whereis", "One person shares"],
  ["!whereis ben", "52.5163"],
  ["!whereis zoe", "There is nobody called"],
  ["!precision 5 miles", "I did not understand"],
  ["!help", "what I do here"],
] as const;

test("a room that wants answers for who asked alone reads none, and nobody else does, as the homeserver has it", async () => {
  const room = await openRoom(bot.userId, [ana, ben, cem], liveAllowed);
  await asks(ana, room, "!setup answers private", "reaches only who asked");
  await ben.says(room, "!here 52.5163 13.4050", bot.userId);
  const from = ana.heard.length;

  const first = await cem.says(room, "!whereis ben", bot.userId);
  // The first invitation was the room's own.
  let direct = await cem.isInvited();
  while (direct === room) direct = await cem.isInvited();
  // Until they have joined, nothing that they asked for is sent.
  await ana.sees(({ event_id }) => event_id === first);
  const before = await bot.core.idle().then(() => cem.heard.filter(({ room_id }) => room_id === direct));
  expect(before.map(({ content }) => String(content["body"])).join()).not.toMatch(tells);
  await cem.does("join", { room: direct });
  const answer = await saysBot(cem, bot.userId, direct, "52.5163");
  expect(answer.decrypted).toBe(true);

  for (const [question, words] of questions) {
    await cem.says(room, question, bot.userId);
    await saysBot(cem, bot.userId, direct, words);
  }
  // The question stays where it was asked, and is the only thing there that the others read of it.
  await asks(ana, room, "!setup answers room", "everybody in this room reads");
  const ofBot = (event: SeenEvent) => event.room_id === room && event.sender === bot.userId;
  const read = ana.heard
    .slice(from)
    .filter(ofBot)
    .map(({ content }) => seen(typeof content["body"] === "string" ? content["body"] : ""));
  expect(read.filter((said) => tells.test(said))).toEqual([]);
  expect(read.join()).toContain("everybody in this room reads");
  expect([...ana.heard, ...ben.heard].some(({ room_id }) => room_id === direct)).toBe(false);

  const eve = await nioPerson(homeserver.url, "eve");
  onTestFinished(() => eve.leavesTheKeyboard());
  for (const person of [ana, ben, eve]) {
    const asked = person.does("request", { method: "GET", path: `rooms/${direct}/messages?dir=b` });
    await expect(asked).rejects.toThrow(/M_FORBIDDEN|403/);
  }
  // What the homeserver itself has of the direct chat is encrypted.
  const page = await cem.does("request", { method: "GET", path: `rooms/${direct}/messages?dir=b&limit=100` });
  const types = (Object(page).chunk as SeenEvent[])
    .filter(({ sender }) => sender === bot.userId)
    .map(({ type }) => type);
  expect(types).toContain("m.room.encrypted");
  expect(types).not.toContain("m.room.message");
});
