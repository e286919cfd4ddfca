import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatrixConnection } from "../../../src/bots/matrix/matrix-connection.ts";
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
  const access = { user: "bot", password: passwordOf("bot"), deviceName: "whereat" };
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

test("the same transaction id sends one event", async () => {
  const room = await ana.createRoom({ invite: [bot.userId] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  const send = () => bot.send(room, "m.room.message", { msgtype: "m.notice", body: "once" }, "once");
  expect(await send()).toBe(await send());
});
