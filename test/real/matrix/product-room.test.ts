import { afterAll, beforeAll, expect, test } from "vitest";
import { hour } from "../../../src/core/duration.ts";
import { type RealHomeserver, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson } from "../../support/homeserver/nio-person.ts";
import { type Product, startProduct } from "./product.ts";

let homeserver: RealHomeserver;
let bot: Product;
let ana: NioPerson;
let ben: NioPerson;

beforeAll(async () => {
  homeserver = await startHomeserver();
  bot = await startProduct(homeserver.url, "whereat");
  [ana, ben] = await Promise.all([nioPerson(homeserver.url, "ana"), nioPerson(homeserver.url, "ben")]);
});

afterAll(async () => {
  await bot?.stop();
  await ana?.leavesTheKeyboard();
  await ben?.leavesTheKeyboard();
  await homeserver?.stop();
});

/** A room of Ana's with Ben and the bot, which has greeted. */
async function openRoom(details: Record<string, unknown> = {}): Promise<string> {
  const room = await ana.createRoom({ invite: [ben.userId, bot.userId], ...details });
  await ana.sees((event) => event.room_id === room && String(event.content.body).includes("/whereis") === false && event.sender === bot.userId && String(event.content.body).includes("!whereis"));
  await ben.does("join", { room });
  return room;
}
const fromBot = (person: NioPerson, room: string, words: string) =>
  person.sees((event) => event.room_id === room && event.sender === bot.userId && String(event.content.body).includes(words));

test("a live location in an encrypted room is found, answered with direction and distance, and redacted when it has expired", async () => {
  const room = await openRoom({ power: { events: { "org.matrix.msc3672.beacon_info": 0 } } });
  const begun = Date.now();
  const share = { live: true, timeout: hour, description: "", "org.matrix.msc3488.ts": begun, "org.matrix.msc3488.asset": { type: "m.self" } };
  const info = String(await ben.does("state", { room, type: "org.matrix.msc3672.beacon_info", content: share, key: ben.userId }));
  const point = {
    "m.relates_to": { rel_type: "m.reference", event_id: info },
    "org.matrix.msc3488.location": { uri: "geo:52.5163,13.3777;u=12" },
    "org.matrix.msc3488.ts": begun + 1,
  };
  await ben.does("send", { room, type: "org.matrix.msc3672.beacon", content: point, to: bot.userId });
  await ben.sees((event) => event.type === "m.reaction" && event.room_id === room);
  const question = await ana.says(room, "!whereis ben", bot.userId);
  const answer = await fromBot(ana, room, "52.51630");
  expect(answer).toMatchObject({ decrypted: true, content: { msgtype: "m.notice", "m.relates_to": { "m.in_reply_to": { event_id: question } } } });
  console.log(answer.content.body, answer.content.formatted_body);
  await bot.pass(hour + 60_000);
  const gone = await ana.does("request", { method: "GET", path: `rooms/${room}/event/${answer.event_id}` });
  expect(gone).toMatchObject({ unsigned: { redacted_because: { sender: bot.userId } } });
  console.log(bot.logged);
});
