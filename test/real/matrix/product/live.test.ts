import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { patience } from "../../../support/homeserver/nio-person.ts";
import { beaconInfo, beginsToShare, eventNow, isAt, isRedacted, liveAllowed, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { bot, ana, ben, cem } = await productAndPeople();

const redactedByBot = () => ({ unsigned: { redacted_because: { sender: bot.userId } } });
const isSeen = (room: string, info: string) =>
  ana.sees(
    ({ type, room_id, content }) =>
      type === "m.reaction" && room_id === room && Object(content["m.relates_to"]).event_id === info,
  );
async function asks(room: string, question: string, words: string) {
  const asked = await ana.says(room, question, bot.userId);
  return { asked, answer: await saysBot(ana, bot.userId, room, words) };
}

test("the end of a live location destroys the position at once, and redacts the answers; so does its redaction", async () => {
  for (const end of [
    (room: string) => beginsToShare(ben, room, hour, false),
    (room: string, info: string) => ben.does("redact", { room, event: info }),
  ]) {
    const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
    const info = await beginsToShare(ben, room);
    await isAt(ben, room, info, "geo:52.5163,13.3777", bot.userId);
    await isSeen(room, info);
    const { answer } = await asks(room, "!whereis", "52.5163, 13.3777");
    await end(room, info);
    await isRedacted(ana, room, answer.event_id, bot.userId);
    await isAt(ben, room, info, "geo:52.5164,13.3778", bot.userId);
    await asks(room, "!whereis", "Nobody shares");
  }
});

test("a new live location takes the place of the last; points of the last, and of others' shares, count for nothing", async () => {
  const room = await openRoom(bot.userId, [ana, ben, cem], liveAllowed);
  const first = await beginsToShare(ben, room);
  await isAt(ben, room, first, "geo:52.5,13.3", bot.userId);
  await isSeen(room, first);
  const second = await beginsToShare(ben, room, 2 * hour);
  await isAt(ben, room, first, "geo:10,10", bot.userId);
  await isAt(cem, room, second, "geo:20,20", bot.userId);
  await asks(room, "!whereis", "Nobody shares");
  await isAt(ben, room, second, "geo:52.6,13.4", bot.userId);
  await isSeen(room, second);
  const { answer } = await asks(room, "!whereis", "52.6, 13.4");
  expect(answer.content.body).toContain("One person shares");
});

test("a room that forbids live locations is told once what to change, and !setup live changes it when an admin says so", async () => {
  const room = await openRoom(bot.userId, [ana, ben]);
  const hint = await saysBot(ana, bot.userId, room, "does not let its members share a live location");
  expect(hint.content.body).toContain(beaconInfo);
  await expect(beginsToShare(ben, room)).rejects.toThrow(/403|power|Forbidden|permission/i);
  await ben.says(room, "!setup live", bot.userId);
  await saysBot(ana, bot.userId, room, "Only an admin");
  await ana.says(room, "!setup live", bot.userId);
  await saysBot(ana, bot.userId, room, "Members still cannot share a live location here");
  const levels = (await ana.does("request", { method: "GET", path: `rooms/${room}/state/m.room.power_levels/` })) as {
    users: object;
  };
  const users = { ...levels.users, [bot.userId]: 100 };
  await ana.does("state", { room, type: "m.room.power_levels", content: { ...levels, users } });
  await asks(room, "!setup live", "Every member of this room can share a live location now");
  const info = await beginsToShare(ben, room);
  await isAt(ben, room, info, "geo:52.5163,13.3777", bot.userId);
  await isSeen(room, info);
  await asks(room, "!setup live", "already");
  // With that power the bot removes the question together with its answer.
  const { asked, answer } = await asks(room, "!whereis", "52.5163");
  await beginsToShare(ben, room, hour, false);
  await isRedacted(ana, room, asked, bot.userId);
  expect(await eventNow(ana, room, answer.event_id)).toMatchObject(redactedByBot());
});

test("an answer is not edited, for its first words could still be read: the next one takes its place, and it is redacted", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const info = await beginsToShare(ben, room);
  await isAt(ben, room, info, "geo:52.5163,13.3777", bot.userId);
  await isSeen(room, info);
  await ana.says(room, "!here 52.5 13.4", bot.userId);
  const { answer } = await asks(room, "!whereis", "52.5163, 13.3777");
  await expect.poll(() => bot.newestIn(room), { timeout: patience }).toBe(answer.event_id);
  const next = await asks(room, "!whereis", "52.5163, 13.3777");
  expect(next.answer.content["m.relates_to"]).toEqual({ "m.in_reply_to": { event_id: next.asked } });
  await isRedacted(ana, room, answer.event_id, bot.userId);
  await ben.says(room, "!stop", bot.userId);
  await isRedacted(ana, room, next.answer.event_id, bot.userId);
});

// The last, because the clock that it moves is not that of the phones.
test("a live location in an encrypted room is found and answered in words, which are redacted when it has expired", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const info = await beginsToShare(ben, room, 3 * hour);
  await asks(room, "!whereis", "Nobody shares");
  await isAt(ben, room, info, "geo:52.5163,13.3777;u=12", bot.userId);
  await isSeen(room, info);
  const { asked, answer } = await asks(room, "!whereis ben", "52.5163, 13.3777");
  expect(answer.decrypted).toBe(true);
  expect(answer.content).toMatchObject({
    msgtype: "m.notice",
    "m.mentions": {},
    "m.relates_to": { "m.in_reply_to": { event_id: asked } },
  });

  await bot.pass(hour + minute);
  expect(await eventNow(ana, room, answer.event_id)).toMatchObject(redactedByBot());
  await asks(room, "!whereis", "still shares");
});
