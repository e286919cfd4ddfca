import { afterEach, beforeEach, expect, test } from "vitest";
import { createReplays, messageIndexOf } from "../../../../../src/bots/matrix/crypto/rooms/replays.ts";
import { maxMessagesRemembered } from "../../../../../src/bots/matrix/limits.ts";
import { day } from "../../../../../src/lib/time.ts";
import { type BotAtFake, botAtFake } from "../../../../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import { type OtherDevice, otherDevice } from "../../../../support/fake-homeserver/other-device.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const room = "!room:fake.test";
let at: BotAtFake;
let ana: OtherDevice;
let talk: ReturnType<typeof encryptedTalk>;

beforeEach(async () => {
  at = await botAtFake();
  ana = await otherDevice("@ana:fake.test");
  talk = encryptedTalk(at, room, [ana]);
  void at.receive();
  // What was said before the first sync is not listened to.
  await talk.hears([]);
});
afterEach(async () => at.leave());

const heard = () => at.happened.filter((what) => what.startsWith("event"));
async function sayOnce() {
  const { event, toDevice } = await talk.says(ana, "$1", "!precision exact");
  await talk.hears([event], { to_device: { events: toDevice } });
  expect(heard()).toEqual(["event decrypted $1"]);
  return event;
}
/** The same message in another encoding that says the same: the index with one byte more (a varint may be padded). */
function inOtherBytes(event: object): object {
  const { content } = event as { content: { ciphertext: string } };
  const bytes = Buffer.from(content.ciphertext, "base64");
  const padded = Buffer.concat([bytes.subarray(0, 2), Buffer.from([bytes[2]! | 0x80, 0]), bytes.subarray(3)]);
  return { ...event, content: { ...content, ciphertext: padded.toString("base64").replace(/=+$/, "") } };
}

test("a message that comes again as another event is not said again, and one that comes again as itself is", async () => {
  const event = await sayOnce();
  await talk.hears([{ ...event, event_id: "$2", origin_server_ts: at.clock.now }]);
  expect(heard()).toEqual(["event decrypted $1"]);
  await talk.hears([event]);
  expect(heard()).toEqual(["event decrypted $1", "event decrypted $1"]);
  expect(at.lines.filter((line) => line.includes("came again as another event"))).toHaveLength(1);
});

test("nor in other bytes that mean the same, nor twice in one sync", async () => {
  const event = await sayOnce();
  await talk.hears([{ ...inOtherBytes(event), event_id: "$2" }]);
  const { event: next } = await talk.says(ana, "$3", "!here 52 13");
  await talk.hears([next, { ...next, event_id: "$4" }]);
  expect(heard()).toEqual(["event decrypted $1", "event undecryptable $2", "event decrypted $3"]);
});

test("an event that is asked for by its id is no second one, and another with the same text is", async () => {
  const event = await sayOnce();
  at.homeserver.on(({ path }) => {
    const [, id] = /^rooms\/!room:fake\.test\/event\/(.*)$/.exec(path) ?? [];
    return id === undefined ? undefined : { json: { ...event, event_id: id } };
  });
  expect(await at.bot.getEvent(room, "$1")).toMatchObject({ content: { body: "!precision exact" } });
  await expect(at.bot.getEvent(room, "$2")).rejects.toMatchObject({ reason: "Replayed" });
});

test("what was read is known after a restart, for as long as its key may be there", () => {
  const store = keyStore();
  const keepMs = 8 * day;
  const message = (event_id: string, index: number) => ({
    event_id,
    content: { session_id: "s", ciphertext: ciphertext(index) },
  });
  const begin = () => createReplays(store.open(), () => store.time);
  begin().check(message("$1", 7));
  store.time += keepMs;
  const again = begin();
  again.dropOlder(store.time - keepMs);
  expect(() => again.check(message("$1", 7))).not.toThrow();
  expect(() => again.check(message("$2", 7))).toThrow(expect.objectContaining({ reason: "Replayed" }));
  expect(() => again.check(message("$3", 8))).not.toThrow();
  store.time += 1;
  again.dropOlder(store.time - keepMs);
  expect(() => begin().check(message("$2", 7))).not.toThrow();
});

test("of a session with very many messages, those that are remembered no more are refused", () => {
  const replays = createReplays(keyStore().open(), () => 0);
  const message = (index: number) => ({
    event_id: `$${index}`,
    content: { session_id: "s", ciphertext: ciphertext(index) },
  });
  // The first is missing.
  for (let index = 1; index <= maxMessagesRemembered; index++) replays.check(message(index));
  expect(() => replays.check(message(0))).not.toThrow();
  expect(() => replays.check(message(0))).toThrow(expect.objectContaining({ reason: "Replayed" }));
  expect(() => replays.check(message(maxMessagesRemembered))).not.toThrow();
});

test.each([0, 1, 127, 128, 16_384, 2 ** 32 - 1])("the index %i is read", (index) => {
  expect(messageIndexOf(ciphertext(index))).toBe(index);
});

test.each([
  ["another version", (bytes: Buffer) => Buffer.from([4, ...bytes.subarray(1)])],
  ["an index that is padded", (bytes: Buffer) => Buffer.from([3, 8, bytes[2]! | 0x80, 0, ...bytes.subarray(3)])],
  [
    "an index that is too large",
    (bytes: Buffer) => Buffer.from([3, 8, 255, 255, 255, 255, 255, 1, ...bytes.subarray(3)]),
  ],
  ["two indexes", (bytes: Buffer) => Buffer.from([3, 8, 5, ...bytes.subarray(1)])],
  [
    "the ciphertext first",
    (bytes: Buffer) => Buffer.from([3, ...bytes.subarray(3, -72), 8, 5, ...bytes.subarray(-72)]),
  ],
  ["bytes too many", (bytes: Buffer) => Buffer.from([...bytes, 0])],
  ["bytes too few", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["nothing", () => Buffer.alloc(0)],
])("with %s it is no message", (_what, change) => {
  const changed = change(Buffer.from(ciphertext(5), "base64")).toString("base64");
  expect(() => messageIndexOf(changed)).toThrow(expect.objectContaining({ reason: "Unreadable" }));
});

/** As libolm and vodozemac write one: version, index, ciphertext, and 8 bytes of MAC with 64 of signature. */
function ciphertext(index: number): string {
  const varint = (value: number): number[] =>
    value < 128 ? [value] : [(value % 128) | 128, ...varint(Math.floor(value / 128))];
  const bytes = [3, 8, ...varint(index), 0x12, ...varint(160), ...Buffer.alloc(160 + 72, 1)];
  return Buffer.from(bytes).toString("base64").replace(/=+$/, "");
}
