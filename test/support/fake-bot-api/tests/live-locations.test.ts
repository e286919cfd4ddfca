import { expect, test } from "vitest";
import { type Fetched, getUpdates, type Started, startForTest } from "../clients/test-server.ts";
import { untilTurnedOff } from "../world/live-locations.ts";

const here = { latitude: 52.52, longitude: 13.405 };
const there = { latitude: 52.53, longitude: 13.41 };

async function startWithChat(options: Parameters<typeof startForTest>[0] = {}) {
  const api = await startForTest(options);
  const ana = api.places.person("Ana");
  return { api, ana, chat: api.places.privateChat(ana) };
}

type Body = { location: unknown; edit_date?: number; message_id: number; date: number; venue?: unknown };
const bodyOf = (update: Fetched) => Object.entries(update).find(([field]) => field !== "update_id") as [string, Body];
const bodies = async (api: Started) => (await getUpdates(api)).map(bodyOf);

test("a live location fetched after it ran out reads like a plain pin", async () => {
  const { api, ana, chat } = await startWithChat();
  api.live.share(ana, chat, { ...here, heading: 10, horizontal_accuracy: 5 }, 900);
  api.pass(899_000);
  expect((await bodies(api))[0]?.[1].location).toEqual({
    ...here,
    live_period: 900,
    heading: 10,
    horizontal_accuracy: 5,
  });
  api.pass(1000);
  expect((await bodies(api))[0]?.[1].location).toEqual({ ...here, horizontal_accuracy: 5 });
});

test("updates can be written as they happen instead, and then never change", async () => {
  const { api, ana, chat } = await startWithChat({ serialise: "arrival" });
  api.live.share(ana, chat, here, 900);
  api.pass(3_600_000);
  expect((await bodies(api))[0]?.[1].location).toEqual({ ...here, live_period: 900 });
});

test("nothing is told when a live location runs out, and a phone cannot move it any more", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 60);
  api.pass(60_000);
  expect(api.updates.pending()).toHaveLength(1);
  expect(() => api.live.move(share, there)).toThrow("ended");
  expect(api.screen.now(chat)[0]?.location).toEqual({ ...here, isLive: false });
});

test("a move is told only when it changes what a person would see", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 900);
  api.live.move(share, here);
  api.live.move(share, { latitude: here.latitude + 5e-7, longitude: here.longitude });
  expect(api.updates.pending()).toHaveLength(1);
  api.live.move(share, { ...here, heading: 1 });
  api.live.move(share, { ...here, heading: 1, horizontal_accuracy: 30 });
  api.live.extend(share, 1800);
  api.live.setProximityRadius(share, 100);
  api.live.move(share, there);
  expect(api.updates.pending()).toHaveLength(6);
  expect(JSON.stringify(await bodies(api))).not.toContain("proximity");
});

test("a share that is extended, or has no end, lives on past its first period", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 900);
  api.live.extend(share, 200_000);
  const endless = api.live.share(ana, chat, here, untilTurnedOff);
  api.pass(80_000_000);
  api.live.move(share, there);
  api.live.move(endless, there);
  const live = (await bodies(api)).slice(-2).map(([type, { location }]) => [type, location]);
  expect(live).toEqual([
    ["edited_message", { ...there, live_period: 200_000 }],
    ["edited_message", { ...there, live_period: 2_147_483_647 }],
  ]);
  const aLifetimeMs = 75 * 365 * 86_400_000;
  api.pass(aLifetimeMs);
  api.live.move(endless, here);
  expect((await bodies(api)).at(-1)?.[1].location).toEqual({ ...here, live_period: 2_147_483_647 });
});

test("stopping is an edit without live_period that keeps the id and the date of the message", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, { ...here, heading: 9 }, 900);
  api.pass(60_000);
  api.live.stop(share);
  const [[, first] = [], [type, last] = []] = await bodies(api);
  expect(type).toBe("edited_message");
  expect(last).toMatchObject({ message_id: first?.message_id, date: first?.date });
  expect(last?.edit_date).toBe((first?.date ?? 0) + 60);
  expect(last?.location).toEqual(here);
});

test("an edit can come late, in its old place and with its old time, and changes nothing on the screen", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 900);
  api.pass(120_000);
  api.live.move(share, there);
  api.live.late(share, { latitude: 1, longitude: 2 }, share.date + 60);
  const edits = (await bodies(api)).slice(1).map(([, { edit_date, location }]) => [edit_date, location]);
  expect(edits).toEqual([
    [share.date + 120, { ...there, live_period: 900 }],
    [share.date + 60, { latitude: 1, longitude: 2, live_period: 900 }],
  ]);
  expect(api.screen.now(chat)[0]?.location).toMatchObject(there);
});

test("what was told can be told again under a new id", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 900);
  api.live.move(share, there);
  api.people.repeat(share);
  const [, second, third] = await getUpdates(api);
  expect(third).toEqual({ ...second, update_id: 1002 });
});

test("a forwarded live location is a plain pin with its origin, and a venue carries a location too", async () => {
  const { api, ana, chat } = await startWithChat();
  const ben = api.places.person("Ben");
  const share = api.live.share(ben, api.places.privateChat(ben), here, 900);
  api.people.forward(ana, share, chat);
  api.people.forward(ana, share, chat, { hideAuthor: true });
  api.people.sendVenue(ana, chat, there, "Town hall", "Market 1");
  const [, forwarded, hidden, venue] = (await bodies(api)).map(([, body]) => body);
  expect(forwarded).toMatchObject({
    location: here,
    from: { first_name: "Ana" },
    forward_origin: { type: "user", sender_user: { id: ben.id }, date: share.date },
  });
  expect(forwarded?.location).toEqual(here);
  expect(hidden).toMatchObject({ forward_origin: { type: "hidden_user", sender_user_name: "Ben" } });
  expect(venue).toMatchObject({ location: there, venue: { location: there, title: "Town hall", address: "Market 1" } });
});

test("a share the bot was not there to see begins, for the bot, with an edit", async () => {
  const { api, ana, chat } = await startWithChat();
  const share = api.live.share(ana, chat, here, 900, { unheard: true });
  api.live.move(share, there);
  expect((await bodies(api)).map(([type]) => type)).toEqual(["edited_message"]);
});
