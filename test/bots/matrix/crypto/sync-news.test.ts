import { expect, test } from "vitest";
import type { DeviceChanges } from "../../../../src/bots/matrix/crypto/olm-machine.ts";
import { createSyncNews } from "../../../../src/bots/matrix/crypto/sync-news.ts";
import { instant, later, second } from "../../../../src/lib/time.ts";

const nothing: DeviceChanges = {
  toDevice: [],
  changed: [],
  left: [],
  keyCounts: new Map([["signed_curve25519", 50]]),
  unusedFallbackKeys: ["signed_curve25519"],
};

function heard() {
  let now = instant(1_900_000_000_000);
  const news = createSyncNews(() => now);
  return { news, pass: (by: number) => (now = later(now, by)) };
}

test("the first sync is for the machine, and one that says nothing new is not", () => {
  const { news, pass } = heard();
  expect(news.isFor(nothing)).toBe(true);
  news.taken(nothing);
  pass(second);
  expect(news.isFor({ ...nothing, keyCounts: new Map(nothing.keyCounts) })).toBe(false);
});

test("a sync that the machine failed at is for it again", () => {
  const { news } = heard();
  expect(news.isFor(nothing)).toBe(true);
  expect(news.isFor(nothing)).toBe(true);
});

test.each<[string, Partial<DeviceChanges>]>([
  ["a message to the device", { toDevice: [{ type: "m.room.encrypted" }] }],
  ["a list of devices that changed", { changed: ["@ana:example.org"] }],
  ["somebody with whom no room is shared any more", { left: ["@ana:example.org"] }],
  ["a one-time key that was taken", { keyCounts: new Map([["signed_curve25519", 49]]) }],
  ["no count of one-time keys, which means none", { keyCounts: new Map() }],
  ["the fallback key that was used", { unusedFallbackKeys: [] }],
  ["no word of fallback keys", { unusedFallbackKeys: undefined }],
])("%s is for the machine", (_, changes) => {
  const { news } = heard();
  news.taken(nothing);
  expect(news.isFor({ ...nothing, ...changes })).toBe(true);
});

test("the machine hears of a sync each half minute, whatever is in it, and when the clock was set back", () => {
  const { news, pass } = heard();
  news.taken(nothing);
  pass(29 * second);
  expect(news.isFor(nothing)).toBe(false);
  pass(second);
  expect(news.isFor(nothing)).toBe(true);
  news.taken(nothing);
  pass(-60 * second);
  expect(news.isFor(nothing)).toBe(true);
});
