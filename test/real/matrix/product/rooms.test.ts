import { expect, test } from "vitest";
import { type NioPerson } from "../../../support/homeserver/nio-person.ts";
import { seen } from "../../../support/world/words.ts";
import { isRedacted, liveAllowed, openRoom, saysBot } from "../nio-room.ts";
import { productAndPeople } from "./and-people.ts";

const { bot, ana, ben, cem, asks } = await productAndPeople();

const isTakenIn = (room: string, event: string) =>
  ana.sees(
    ({ type, room_id, content }) =>
      type === "m.reaction" && room_id === room && Object(content["m.relates_to"]).event_id === event,
  );
const inClear = (person: NioPerson, room: string, content: object) =>
  person.does("request", { method: "PUT", path: `rooms/${room}/send/m.room.message/${Math.random()}`, body: content });

test("who is kicked is no longer shown, gets no answer, and the answers that showed them are redacted", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await isTakenIn(room, await ben.says(room, "!here 52.5163 13.3777", bot.userId));
  const answer = await asks(ana, room, "!whereis", "52.5163");
  await ana.does("kick", { room, user: ben.userId });
  await isRedacted(ana, room, answer.event_id, bot.userId);
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("a room without encryption is warned before it is greeted, and works", async () => {
  const room = await ana.createRoom({ invite: [ben.userId, bot.userId], encrypted: false, ...liveAllowed });
  await saysBot(ana, bot.userId, room, "This room is not encrypted");
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
  await ben.does("join", { room });
  const location = { msgtype: "m.location", body: "here", geo_uri: "geo:52.5163,13.3777;u=9" };
  const sent = String(await ben.does("send", { room, type: "m.room.message", content: location }));
  await isTakenIn(room, sent);
  const answer = await asks(ana, room, "!whereis @ben:test.local", "within 14 metres");
  expect(answer).toMatchObject({ decrypted: false, type: "m.room.message" });
  await ben.does("redact", { room, event: sent });
  await isRedacted(ana, room, answer.event_id, bot.userId);
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("a position that was sent before the bot came was not sent to it", async () => {
  const room = await ana.createRoom({ invite: [ben.userId], encrypted: false, ...liveAllowed });
  await ben.does("join", { room });
  const location = { msgtype: "m.location", body: "here", geo_uri: "geo:52.5163,13.3777;u=9" };
  await ben.does("send", { room, type: "m.room.message", content: location });
  await ben.does("send", { room, type: "m.room.message", content: { msgtype: "m.text", body: "!here 52 13" } });
  await ana.does("invite", { room, user: bot.userId });
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("what comes in clear into an encrypted room is not taken, and that is said", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await inClear(ben, room, { msgtype: "m.location", body: "here", geo_uri: "geo:52.5163,13.3777" });
  await saysBot(ana, bot.userId, room, "came without encryption");
  await inClear(ben, room, { msgtype: "m.text", body: "!expiry 2h" });
  await saysBot(ana, bot.userId, room, "came without encryption");
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("who asked what the bot cannot read is told so, once, and is answered when it can", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await asks(ben, room, "!whereis", "Nobody shares");
  await ben.does("withhold", { user: bot.userId });
  await ben.does("new_key", { room });
  const asked = await ben.says(room, "!whereis");
  const again = await ben.says(room, "!whereis");
  await expect.poll(() => bot.newestIn(room), { timeout: 20_000 }).toBe(again);
  await bot.pass(40_000);
  await ana.says(room, "hello", bot.userId);
  const word = await saysBot(ana, bot.userId, room, "I could not read this");
  expect(word.content["m.relates_to"]).toEqual({ "m.in_reply_to": { event_id: asked } });
  await ben.does("withhold", { user: bot.userId, withhold: false });
  await ben.does("new_key", { room });
  await asks(ben, room, "!whereis", "Nobody shares");
  const words = ana.heard.filter(({ content }) => String(content["body"]).includes("could not read"));
  expect(words.map(({ event_id }) => event_id)).toEqual([word.event_id]);
  expect(bot.logged.join()).not.toMatch(/[@!$]/);
});

test("a dropped pin, an edit into a command, a notice and the bot's own words are nobody's position or command", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const send = (content: object) => ben.does("send", { room, type: "m.room.message", content, to: bot.userId });
  const asset = { type: "m.pin" };
  await send({ msgtype: "m.location", body: "x", geo_uri: "geo:1,2", "org.matrix.msc3488.asset": asset });
  await send({ msgtype: "m.notice", body: "!here 1 2" });
  const hello = await ben.says(room, "hello");
  const edited = { msgtype: "m.text", body: "!here 1 2" };
  await send({ ...edited, "m.new_content": edited, "m.relates_to": { rel_type: "m.replace", event_id: hello } });
  await asks(ana, room, "!whereis", "Nobody shares");
});

test("an upgraded room goes on with its expiry where the bot is invited, and what was shared has ended", async () => {
  for (const version of ["11", "12"]) {
    // An upgrade closes the old room to those without power: to redact its answers there, the bot needs some.
    const power = { ...liveAllowed.power, users: { [ana.userId]: 100, [bot.userId]: 50 } };
    const room = await openRoom(bot.userId, [ana, ben], { power, version: "11" });
    await asks(ana, room, "!expiry 2h", "is now 2 hours");
    await isTakenIn(room, await ben.says(room, "!here 52.5163 13.3777", bot.userId));
    const answer = await asks(ana, room, "!whereis", "52.5163");
    const body = { new_version: version };
    const upgraded = await ana.does("request", { method: "POST", path: `rooms/${room}/upgrade`, body });
    const { replacement_room: next } = upgraded as { replacement_room: string };
    for (const user of [ben.userId, bot.userId]) await ana.does("invite", { room: next, user });
    await ben.does("join", { room: next });
    const said = await saysBot(ana, bot.userId, next, "takes the place of another");
    expect(seen(String(said.content.body))).toContain("the expiry is 2 hours");
    await isRedacted(ana, room, answer.event_id, bot.userId);
    await asks(ana, next, "!whereis", "Nobody shares");
    // Its creator is an admin, also where creators stand in no list of powers (version 12).
    await asks(ana, next, "!expiry 3h", "is now 3 hours");
    await asks(ben, next, "!expiry 4h", "Only an admin");
  }
});

test("a room that only claims to replace another gets nothing of it", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await asks(ana, room, "!expiry 2h", "is now 2 hours");
  const body = {
    preset: "private_chat",
    invite: [bot.userId, ana.userId],
    creation_content: { predecessor: { room_id: room, event_id: "$any" } },
  };
  const made = await cem.does("request", { method: "POST", path: "createRoom", body });
  const { room_id: claimed } = made as { room_id: string };
  await saysBot(cem, bot.userId, claimed, "You are shown only if you choose it");
  await cem.says(claimed, "!expiry");
  await saysBot(cem, bot.userId, claimed, "is kept for 1 hour");
  await asks(ana, room, "!expiry", "is kept for 2 hours");
});

test("an admin whose power was taken is none from that moment on", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  const path = `rooms/${room}/state/m.room.power_levels/`;
  const levels = (await ana.does("request", { method: "GET", path })) as { users: object };
  const set = (users: object) =>
    ana.does("state", {
      room,
      type: "m.room.power_levels",
      content: { ...levels, users: { ...levels.users, ...users } },
    });
  await set({ [ben.userId]: 50 });
  await asks(ben, room, "!expiry 2h", "is now 2 hours");
  await set({ [ben.userId]: 0 });
  await asks(ben, room, "!expiry 3h", "Only an admin");
});

test("when the bot is removed, everything of the room is destroyed; invited again, it begins anew", async () => {
  const room = await openRoom(bot.userId, [ana, ben], liveAllowed);
  await asks(ana, room, "!expiry 2h", "is now 2 hours");
  await isTakenIn(room, await ben.says(room, "!here 52.5163 13.3777", bot.userId));
  const joins = () =>
    ana.sees(
      ({ type, room_id, sender, content }) =>
        type === "m.room.member" && room_id === room && sender === bot.userId && content.membership === "join",
    );
  await joins();
  await ana.does("kick", { room, user: bot.userId });
  await ana.does("invite", { room, user: bot.userId });
  await joins();
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
  await asks(ana, room, "!whereis", "Nobody shares");
  await asks(ana, room, "!expiry", "is kept for 1 hour");
});

test("a room in which nobody but admins may speak is greeted when the bot is let", async () => {
  const power = { ...liveAllowed.power, events_default: 50, users: { [ana.userId]: 100 } };
  const room = await ana.createRoom({ invite: [ben.userId, bot.userId], power });
  await ana.sees(({ room_id, sender, type }) => room_id === room && sender === bot.userId && type === "m.room.member");
  const path = `rooms/${room}/state/m.room.power_levels/`;
  const levels = Object(await ana.does("request", { method: "GET", path }));
  const content = { ...levels, users: { ...levels.users, [bot.userId]: 50 } };
  await ana.does("state", { room, type: "m.room.power_levels", content });
  await saysBot(ana, bot.userId, room, "You are shown only if you choose it");
});
