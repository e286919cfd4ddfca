import { expect, test } from "vitest";
import { createDeviceVersions } from "../../../../../src/bots/matrix/crypto/rooms/device-versions.ts";
import { createSettledRooms } from "../../../../../src/bots/matrix/crypto/rooms/settled-rooms.ts";
import { hour, minute, second } from "../../../../../src/lib/time.ts";
import { megolmMessage } from "./megolm-message.ts";

const room = "!a";
const limits = { ms: hour, messages: 5 };
const look = { readers: "ana", version: 1 };
const message = (index: number, session_id = "s") => ({ session_id, ciphertext: megolmMessage(index) });

/** A room in which one message was encrypted by a full look. */
function looked({ isFresh = true, has = look, index = 0 } = {}) {
  const clock = { now: 1_900_000_000_000 };
  const settled = createSettledRooms(() => clock.now, isFresh);
  settled.begins(room);
  settled.looked(room, has, message(index));
  return { settled, clock, isSettled: (wanted = look) => settled.isSettled(room, wanted, limits) };
}

test("after a full look the next message needs none, until readers or their devices are others", () => {
  const { settled, isSettled } = looked();
  expect(isSettled()).toBe(true);
  expect(isSettled({ readers: "ana", version: 2 })).toBe(false);
  expect(isSettled({ readers: "ana, ben", version: 1 })).toBe(false);
  expect(settled.isSettled("!b", look, limits)).toBe(false);
  settled.begins(room);
  expect(isSettled()).toBe(false);
});

test("a look that left somebody out settles nothing", () => {
  const { settled, isSettled } = looked();
  settled.looked(room, { readers: "ana", version: undefined }, message(1));
  expect(isSettled()).toBe(false);
  expect(settled.isSettled(room, { readers: "ana", version: undefined }, limits)).toBe(false);
});

test("a key is used again for so many messages as it lasts", () => {
  const { settled, isSettled } = looked();
  for (let index = 1; index < limits.messages; index++) {
    expect(isSettled()).toBe(true);
    settled.again(room, message(index));
  }
  expect(isSettled()).toBe(false);
});

test("a key is used again until a minute before its time is over, counted from before it was made, and not while the clock is behind its last use", () => {
  const { settled, clock, isSettled } = looked();
  clock.now += hour - minute - 1;
  expect(isSettled()).toBe(true);
  clock.now += 1;
  expect(isSettled()).toBe(false);

  clock.now -= 10 * minute;
  expect(isSettled()).toBe(true);
  settled.again(room, message(1));
  clock.now -= second;
  expect(isSettled()).toBe(false);
});

test("the time counts from the first look that failed", () => {
  const { settled, clock, isSettled } = looked();
  clock.now += 10 * minute;
  settled.begins(room);
  clock.now += 30 * minute;
  settled.begins(room);
  settled.looked(room, look, message(0, "next"));
  clock.now += 28 * minute;
  expect(isSettled()).toBe(true);
  clock.now += minute;
  expect(isSettled()).toBe(false);
});

test("a key from before the start is of unknown age, and is not used again before another has taken its place", () => {
  const { settled, isSettled } = looked({ isFresh: false, index: 3 });
  expect(isSettled()).toBe(false);
  settled.begins(room);
  settled.looked(room, look, message(4));
  expect(isSettled()).toBe(false);
  settled.begins(room);
  settled.looked(room, look, message(0, "next"));
  expect(isSettled()).toBe(true);
});

test("a key that was made while the clock was set back is of unknown age, and without a clock so is each", () => {
  const { settled, clock, isSettled } = looked();
  settled.begins(room);
  clock.now -= second;
  settled.looked(room, look, message(0, "next"));
  expect(isSettled()).toBe(false);

  const without = createSettledRooms(undefined, true);
  without.begins(room);
  without.looked(room, look, message(0));
  expect(without.isSettled(room, look, limits)).toBe(false);
});

test("another key than the one before, used without a look, settles nothing", () => {
  const { settled, isSettled } = looked();
  settled.again(room, message(0, "next"));
  expect(isSettled()).toBe(false);
});

test("a version stays while nothing changes for these people, and the bot's own change is everybody's", () => {
  const versions = createDeviceVersions("@bot");
  const version = () => versions.of(["@ana", "@ben"]);
  const changes = [() => versions.changed(["@ben"]), () => versions.changed(["@bot"]), () => versions.allChanged()];
  for (const change of changes) {
    const before = version();
    versions.changed(["@eva"]);
    expect(version()).toBe(before);
    change();
    expect(version()).not.toBe(before);
  }
});
