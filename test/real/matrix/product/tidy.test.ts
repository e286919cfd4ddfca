import { expect, test } from "vitest";
import { hour } from "../../../../src/lib/time.ts";
import { beginsToShare, eventNow, isAt, isRedacted, liveAllowed, openRoom } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { bot, ana, ben, asks } = await productAndPeople();

/** A tidy room, in which Ben shares live and was at two places. */
async function tidyRoomWithTwoPoints() {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const path = `rooms/${room}/state/m.room.power_levels/`;
  const levels = Object(await ana.does("request", { method: "GET", path })) as { users: object };
  const users = { ...levels.users, [bot.userId]: 100 };
  await ana.does("state", { room, type: "m.room.power_levels", content: { ...levels, users } });
  await asks(ana, room, "!setup tidy on", "The earlier points of a live location stay in this room.");
  const info = await beginsToShare(ben, room);
  const points: string[] = [];
  for (const at of ["52.5163,13.3777", "52.5263,13.3777"]) {
    points.push(await isAt(ben, room, info, `geo:${at}`, bot.userId));
    await asks(ana, room, "!whereis", at.replace(",", ", "));
  }
  return { room, info, points };
}

test("in a tidy room the beginning and the last point of a live location are redacted when it is over, and no sooner; earlier points stay, as the room was told", async () => {
  const { room, info, points } = await tidyRoomWithTwoPoints();
  const isLeft = async (event: string) =>
    Object(await eventNow(ana, room, event)).unsigned?.redacted_because === undefined;
  expect(await isLeft(info)).toBe(true);
  await beginsToShare(ben, room, hour, false);
  await isRedacted(ana, room, info, bot.userId);
  await isRedacted(ana, room, points[1] ?? "", bot.userId);
  expect(await isLeft(points[0] ?? "")).toBe(true);
});

test("so is the last point where the bot began again in between, and was down when the share ended", async () => {
  const { room, info, points } = await tidyRoomWithTwoPoints();
  await bot.isDownFor(0, () => beginsToShare(ben, room, hour, false));
  await isRedacted(ana, room, info, bot.userId);
  await isRedacted(ana, room, points[1] ?? "", bot.userId);
  expect(Object(await eventNow(ana, room, points[0] ?? "")).unsigned?.redacted_because).toBeUndefined();
});

test("who is shown reads in the direct chat who asked, and the room reads nothing of it", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const info = await beginsToShare(ben, room);
  await isAt(ben, room, info, "geo:52.5163,13.3777", bot.userId);
  await asks(ana, room, "!whereis", "52.5163, 13.3777");
  const direct = await ben.createRoom({ invite: [bot.userId] });
  await asks(ben, direct, "!who", "You were shown exactly. The answer stands in");
  const inRoom = ben.heard.filter(({ room_id }) => room_id === room);
  expect(inRoom.filter(({ content }) => String(content.body).includes("You were shown"))).toEqual([]);
});
