import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatrixConnection } from "../../../src/bots/matrix/http/matrix-connection.ts";
import { createRecorder } from "../../support/homeserver/event-recorder.ts";
import { passwordOf, type RealHomeserver, register, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson } from "../../support/homeserver/nio-person.ts";
import { connectFrom, type Disk, makeDisk } from "../../support/homeserver/whereat-account.ts";

let homeserver: RealHomeserver;
let disk: Disk;
let ana: NioPerson;
let bot: MatrixConnection;
const heard = createRecorder();

beforeAll(async () => {
  homeserver = await startHomeserver();
  disk = await makeDisk();
  await register(homeserver.url, "bot");
  ana = await nioPerson(homeserver.url, "ana");
  const access = { user: "bot", password: passwordOf("bot") };
  bot = await connectFrom(disk, homeserver.url, access);
  void bot.receive({ ...heard.handlers, onInvite: (roomId) => bot.join(roomId) });
});

afterAll(async () => {
  await bot?.stop();
  await ana?.leavesTheKeyboard();
  await homeserver?.stop();
  await disk?.remove();
});

test("a fresh account gets an identity and its device is signed", () => {
  expect(bot.account).toBe("created");
});

test("a message, a location and a beacon in an encrypted room are read, and the answers are read by a client that nobody here wrote", async () => {
  const room = await ana.createRoom({ invite: [bot.userId] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  await ana.says(room, "hello bot", bot.userId);
  const hello = await heard.text(room, "hello bot");
  expect(hello.reading).toBe("decrypted");

  const location = { msgtype: "m.location", body: "here", geo_uri: "geo:51.5,0.12;u=35" };
  await ana.does("send", { room, type: "m.room.message", content: location });
  expect((await heard.text(room, "here")).content.geo_uri).toBe("geo:51.5,0.12;u=35");
  const point = { "org.matrix.msc3488.location": { uri: "geo:51.6,0.13" }, body: "point" };
  await ana.does("send", { room, type: "org.matrix.msc3672.beacon", content: point });
  expect((await heard.text(room, "point")).type).toBe("org.matrix.msc3672.beacon");

  const id = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "hello ana" }, "t1");
  const answer = await ana.reads(room, "hello ana");
  expect(answer).toMatchObject({ decrypted: true, event_id: id });
});

test("the same transaction id sends one event, which is found by it", async () => {
  const room = await ana.createRoom({ invite: [bot.userId] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  const send = () => bot.send(room, "m.room.message", { msgtype: "m.notice", body: "once" }, "once");
  const id = await send();
  expect(await send()).toBe(id);
  expect(await bot.sentUnder(room, ["never", "once"])).toEqual([undefined, id]);
});

test("a room of version 12 without encryption works in clear, and its state can be read and set", async () => {
  const power = { users: { [bot.userId]: 50 } };
  const room = await ana.createRoom({ invite: [bot.userId], encrypted: false, version: "12", power });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  await ana.says(room, "in clear");
  expect((await heard.text(room, "in clear")).reading).toBe("clear");
  const answer = { msgtype: "m.notice", body: "also in clear" };
  const id = await bot.send(room, "m.room.message", answer, "v12");
  expect(await ana.reads(room, "also in clear")).toMatchObject({ decrypted: false, event_id: id });
  expect(await bot.getEvent(room, id)).toMatchObject({ content: answer });

  expect(await bot.isEncrypted(room)).toBe(false);
  expect(await bot.getState(room, "m.room.topic", "")).toBeUndefined();
  await bot.sendState(room, "m.room.topic", "", { topic: "where" });
  expect(await bot.getState(room, "m.room.topic", "")).toMatchObject({ topic: "where" });
  const members = await bot.members(room);
  expect(members.map((member) => member.userId).sort()).toEqual([ana.userId, bot.userId].sort());
});

test("a room that becomes encrypted is never written to in clear again", async () => {
  const room = await ana.createRoom({ invite: [bot.userId], encrypted: false });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "before" }, "before");
  expect(await ana.reads(room, "before")).toMatchObject({ decrypted: false });
  await ana.does("state", { room, type: "m.room.encryption", content: { algorithm: "m.megolm.v1.aes-sha2" } });
  await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "after" }, "after");
  expect(await ana.reads(room, "after")).toMatchObject({ decrypted: true });
});

test("what the bot sent is redacted, and a reaction is seen in clear", async () => {
  const room = await ana.createRoom({ invite: [bot.userId] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  const id = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "for a while" }, "while");
  await ana.reads(room, "for a while");
  await bot.react(room, id, "👍", "thumb");
  const reaction = await ana.sees((event) => event.type === "m.reaction" && event.room_id === room);
  expect(reaction.decrypted).toBe(false);
  await bot.redact(room, id, "gone");
  await ana.sees((event) => event.type === "m.room.redaction" && event.room_id === room);
  expect(await bot.getEvent(room, id)).toMatchObject({ content: {} });
});

test("a private chat is made encrypted, noted, and left again", async () => {
  const room = await bot.createDirectRoom(ana.userId);
  expect(await ana.isInvited()).toBe(room);
  await ana.does("join", { room });
  await heard.next(
    (event) => event.roomId === room && event.sender === ana.userId && event.content.membership === "join",
  );
  await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "only for you" }, "private");
  expect(await ana.reads(room, "only for you")).toMatchObject({ decrypted: true });
  expect((await bot.directRooms()).get(ana.userId)).toEqual([room]);
  await bot.leave(room);
  await heard.next((event) => event.kind === "left" && event.roomId === room);
  expect(await bot.joinedRooms()).not.toContain(room);
});

test("a person whose device nobody verified is not heard, and gets no key but a word why", async () => {
  const eva = await nioPerson(homeserver.url, "eva", { verified: false });
  const room = await ana.createRoom({ invite: [bot.userId, eva.userId] });
  await eva.does("join", { room });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  await eva.says(room, "from eva", bot.userId);
  const said = await heard.next(
    (event) =>
      event.kind === "event" && event.roomId === room && event.sender === eva.userId && event.reading === "unverified",
  );
  expect(said.reading).toBe("unverified");
  const content = { msgtype: "m.notice", body: "for verified devices" };
  const id = await bot.send(room, "m.room.message", content, "verified");
  expect(await ana.reads(room, "for verified devices")).toMatchObject({ decrypted: true });
  const unread = await eva.sees(({ event_id }) => event_id === id);
  expect(unread).toMatchObject({ type: "m.room.encrypted", decrypted: false });
  await eva.leavesTheKeyboard();
});
