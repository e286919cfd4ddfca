import { afterEach, beforeEach, expect, test } from "vitest";
import { at as pathIn } from "../../../../../src/lib/json-value.ts";
import { type BotAtFake, botAtFake } from "../../../../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import { type OtherDevice, otherDevice, type Signing } from "../../../../support/fake-homeserver/other-device.ts";

const room = "!room:fake.test";
const ana = "@ana:fake.test";
let at: BotAtFake;
let devices: OtherDevice[];
let talk: ReturnType<typeof encryptedTalk>;

beforeEach(async () => {
  at = await botAtFake();
  devices = [];
  talk = encryptedTalk(at, room, devices);
  void at.receive();
  // What was said before the first sync is not listened to.
  await talk.hears([]);
});
afterEach(async () => at.leave());

const heard = () => at.happened.filter((what) => what.startsWith("event"));
async function says(device: OtherDevice, id: string): Promise<void> {
  const { event, toDevice } = await talk.says(device, id, "!whereis");
  await talk.hears([event], { to_device: { events: toDevice } });
}
/** By device, what the bot sent to it when it said something. */
async function givenTo(): Promise<Record<string, unknown>> {
  await at.bot.send(room, "m.room.message", { body: "here" }, "t");
  const sent = at.homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/"));
  return Object.fromEntries(
    sent.flatMap(({ path, body }) =>
      Object.entries(Object(pathIn(body, "messages", ana)) as object).map(([device, content]) => [
        device,
        path.includes("withheld") ? pathIn(content, "code") : "a key",
      ]),
    ),
  );
}

test.each<[Signing, string]>([
  ["signed", "decrypted"],
  ["unsigned", "unverified"],
  ["without identity", "unverified"],
])("what a device says that is %s comes as %s", async (signing, decryption) => {
  const device = await otherDevice(ana, "PHONE", signing);
  devices.push(device);
  await says(device, "$1");
  expect(heard()).toEqual([`event ${decryption} $1`]);
});

test("a device that its owner has signed gets the key, and the others are told that they do not", async () => {
  const phone = await otherDevice(ana, "PHONE");
  const other = await otherDevice(ana, "OTHER", "without identity");
  devices.push(phone, other);
  expect(await givenTo()).toEqual({ PHONE: "a key", OTHER: "m.unverified" });
});

test("nobody's device gets a key where its owner has no identity, and the message is sent all the same", async () => {
  devices.push(await otherDevice(ana, "PHONE", "without identity"));
  expect(await givenTo()).toEqual({ PHONE: "m.unverified" });
  expect(at.homeserver.asked.some(({ path }) => path.startsWith(`rooms/${room}/send/m.room.encrypted/`))).toBe(true);
});

test("a device that somebody else's identity has signed is not signed by its owner", async () => {
  const phone = await otherDevice(ana, "PHONE", "unsigned");
  const { keys } = await otherDevice(ana, "PHONE");
  devices.push({ ...phone, keys: { ...Object(phone.keys), signatures: pathIn(keys, "signatures") } });
  await says(devices[0]!, "$1");
  expect(heard()).toEqual(["event unverified $1"]);
});

test("what a device said comes again once its owner has signed it", async () => {
  const phone = await otherDevice(ana, "PHONE", "signed");
  devices.push({ ...phone, identity: {} });
  await says(devices[0]!, "$1");
  devices.splice(0, 1, phone);
  await talk.hears([], { device_lists: { changed: [ana] } });
  await at.homeserver.wasAsked(({ path, body }) => path === "keys/query" && JSON.stringify(body).includes(ana));
  await expect.poll(async () => (await talk.hears([]), heard())).toEqual(["event unverified $1", "event decrypted $1"]);
});

test("what a device said whose list could not be had comes again when it can", async () => {
  const phone = await otherDevice(ana, "PHONE");
  devices.push(phone);
  let isAway = true;
  at.homeserver.on(({ path, body }) =>
    isAway && path === "keys/query" && JSON.stringify(body).includes(ana) ? { status: 503, json: {} } : undefined,
  );
  await says(phone, "$1");
  expect(heard()).toEqual(["event unverified $1"]);
  isAway = false;
  at.clock.now += 60_000;
  await expect.poll(async () => (await talk.hears([]), heard())).toEqual(["event unverified $1", "event decrypted $1"]);
});

test("the bot's own keys cannot be handed on to who joins later, whatever the room says", async () => {
  at.homeserver.on(({ path }) =>
    path.includes("history_visibility") ? { json: { history_visibility: "shared" } } : undefined,
  );
  const phone = await otherDevice(ana, "PHONE");
  devices.push(phone);
  await at.bot.send(room, "m.room.message", { body: "here" }, "t");
  const sent = at.homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/m.room.encrypted/"));
  const contents = sent.map(({ body }) => pathIn(body, "messages", ana, "PHONE"));
  const keys = await phone.receives(
    contents.map((content) => ({ type: "m.room.encrypted", sender: "@bot:fake.test", content })),
  );
  expect(keys).toMatchObject([{ type: "m.room_key" }]);
  const bundle = await phone.historyFor(room);
  expect(bundle.room_keys).toEqual([]);
  expect(bundle.withheld).toMatchObject([{ code: "m.history_not_shared" }]);
});
