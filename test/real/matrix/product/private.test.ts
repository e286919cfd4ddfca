import { expect, test } from "vitest";
import { type NioPerson, patience } from "../../../support/homeserver/nio-person.ts";
import { seen } from "../../../support/world/words.ts";
import { eventNow, liveAllowed, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";
import { startProduct } from "./product.ts";

const { homeserver, bot, ana, ben, cem, asks } = await productAndPeople();

/** A direct chat of a person with the bot, which has greeted. */
async function openDirect(person: NioPerson, details: object = {}): Promise<string> {
  const room = await person.createRoom({ invite: [bot.userId], ...details });
  await saysBot(person, bot.userId, room, "this is a private chat");
  return room;
}
const location = { msgtype: "m.location", body: "here", geo_uri: "geo:52.5163,13.3777" };
const membershipOfBot = async (person: NioPerson, room: string) =>
  Object(await person.does("request", { method: "GET", path: `rooms/${room}/state/m.room.member/${bot.userId}` }))
    .membership;

test("a position sent in private is for the room that is chosen by its number, and for nobody before that", async () => {
  const march = await openRoom(bot.userId, [ana, ben], { ...liveAllowed });
  await ana.does("state", { room: march, type: "m.room.name", content: { name: "march" } });
  await asks(ana, march, "!whereis", "Nobody shares");
  const direct = await openDirect(ana);
  await ana.does("send", { room: direct, type: "m.room.message", content: location, to: bot.userId });
  const question = await saysBot(ana, bot.userId, direct, "Who may see where you are?");
  expect(seen(String(question.content.body))).toContain("1  march\nAnswer with the number.");
  await asks(ben, march, "!whereis", "Nobody shares");
  await asks(ana, direct, "1", "The members of march can see this position");
  await asks(ben, march, "!whereis", "52.5163");
  await asks(ana, direct, "!whereis", "One person shares with march");
  await asks(ana, direct, "!stop", "Stopped");
  await asks(ben, march, "!whereis", "Nobody shares");
});

/** The direct chat into which the bot invites. */
async function invitationOf(person: NioPerson, ...others: readonly string[]): Promise<string> {
  let room = await person.isInvited();
  while (others.includes(room)) room = await person.isInvited();
  return room;
}

test("who says !share is invited into one encrypted direct chat, and what is sent there is for that room", async () => {
  const room = await openRoom(bot.userId, [cem, ben], liveAllowed);
  const way = await asks(cem, room, "!share", "I write to you in a direct chat");
  expect(way.content.body).not.toContain("!start");
  const direct = await invitationOf(cem);
  await cem.does("join", { room: direct });
  // What was said before they came opens for them.
  const first = await saysBot(cem, bot.userId, direct, "From here you share with");
  expect(first.decrypted).toBe(true);
  await cem.says(room, "!share", bot.userId);
  expect((await saysBot(cem, bot.userId, direct, "From here you share with")).event_id).not.toBe(first.event_id);
  const rooms = await cem.does("request", { method: "GET", path: "joined_rooms" });
  expect(Object(rooms).joined_rooms.toSorted()).toEqual([room, direct].toSorted());
  await cem.does("send", { room: direct, type: "m.room.message", content: location, to: bot.userId });
  await saysBot(cem, bot.userId, direct, "can see this position");
  await asks(ben, room, "!whereis", "52.5163");
});

test("when somebody else comes into a private chat, the bot says so, answers nothing and leaves", async () => {
  const direct = await openDirect(ana);
  const said = await asks(ana, direct, "!help", "!whereis");
  await ana.does("invite", { room: direct, user: ben.userId });
  await saysBot(ana, bot.userId, direct, "now somebody else is invited");
  await expect.poll(() => membershipOfBot(ana, direct), { timeout: patience }).toBe("leave");
  expect(await eventNow(ana, direct, said.event_id)).toHaveProperty("unsigned.redacted_because");
});

test("a room in which nothing was said yet becomes a room when the second person is invited", async () => {
  const room = await openDirect(ana);
  await ana.does("invite", { room, user: ben.userId });
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("a room stays one when all but one person have left it", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await asks(ana, room, "!expiry", "is kept for 1 hour");
  await ben.does("leave", { room });
  await asks(ana, room, "!expiry 2h", "is now 2 hours");
  await ana.does("invite", { room, user: ben.userId });
  await asks(ana, room, "!expiry", "is kept for 2 hours");
});

test("leaving the private chat ends what was shared from it", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await asks(ben, room, "!share", "I write to you in a direct chat");
  const direct = await openDirect(ben);
  await ben.does("send", { room: direct, type: "m.room.message", content: location, to: bot.userId });
  await saysBot(ben, bot.userId, direct, "can see this position");
  const answer = await asks(ana, room, "!whereis", "52.5163");
  await ben.does("leave", { room: direct });
  await ana.sees(
    ({ type, redacts, content }: Record<string, unknown>) =>
      type === "m.room.redaction" && [redacts, Object(content)["redacts"]].includes(answer.event_id),
  );
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("invitations from elsewhere, into spaces, and ones that were withdrawn do no harm", async () => {
  const picky = await startProduct(homeserver.url, "picky", { allowedInviters: ["@ben:test.local"] });
  const body = { preset: "private_chat", invite: [picky.userId] };
  const create = (person: NioPerson, more: object = {}) =>
    person.does("request", { method: "POST", path: "createRoom", body: { ...body, ...more } }) as Promise<{
      room_id: string;
    }>;
  const refused = await create(ana);
  const space = await create(ben, { creation_content: { type: "m.space" } });
  const withdrawn = await create(ben);
  await ben.does("kick", { room: withdrawn.room_id, user: picky.userId });
  const taken = await create(ben);
  const membership = async (person: NioPerson, { room_id: room }: { room_id: string }) =>
    Object(await person.does("request", { method: "GET", path: `rooms/${room}/state/m.room.member/${picky.userId}` }))
      .membership;
  await expect.poll(() => membership(ben, taken), { timeout: patience }).toBe("join");
  await expect.poll(() => membership(ana, refused), { timeout: patience }).toBe("leave");
  await expect.poll(() => membership(ben, space), { timeout: patience }).toBe("leave");
  await picky.stop();
});
