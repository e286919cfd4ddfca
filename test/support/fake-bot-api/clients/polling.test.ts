import { expect, test } from "vitest";
import { call, getUpdates, refusalOf, type Started, startForTest } from "./test-server.ts";

async function startWithChat(options: Parameters<typeof startForTest>[0] = {}) {
  const api = await startForTest(options);
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  const say = (...texts: string[]) => texts.map((text) => api.people.say(ana, chat, text));
  return { api, ana, chat, say };
}

const ids = async (api: Started, params: object = {}) => (await getUpdates(api, params)).map((one) => one.update_id);

test("an offset confirms everything below it, and nothing else does", async () => {
  const { api, say } = await startWithChat();
  say("a", "b", "c");
  expect(await ids(api)).toEqual([1000, 1001, 1002]);
  expect(await ids(api, { limit: 2 })).toEqual([1000, 1001]);
  expect(await ids(api, { offset: 1002 })).toEqual([1002]);
  expect(await ids(api, { offset: 1000 })).toEqual([1002]);
  expect(await ids(api, { offset: 1003 })).toEqual([]);
  expect(api.updates.pending()).toEqual([]);
});

test("a limit is between 1 and 100", async () => {
  const { api, say } = await startWithChat();
  say(...Array.from({ length: 120 }, (_, i) => `${i}`));
  expect(await ids(api, { limit: 0 })).toHaveLength(1);
  expect(await ids(api, { limit: 500 })).toHaveLength(100);
});

test("a negative offset keeps that many of the newest and forgets the rest", async () => {
  const { api, say } = await startWithChat();
  say("a", "b", "c");
  expect(await ids(api, { offset: -1 })).toEqual([1002]);
  expect(await ids(api)).toEqual([1002]);
});

test("an offset far beyond the last update is not believed and the queue is served from its head", async () => {
  const { api, say } = await startWithChat();
  say("a");
  expect(await ids(api, { offset: 500_000 })).toEqual([1000]);
  expect(await ids(api, { offset: 1012 })).toEqual([1000]);
  expect(await ids(api, { offset: 1011 })).toEqual([]);
});

test("update ids can start anew below a stored offset, and nothing is lost by it", async () => {
  const { api, say } = await startWithChat();
  say("a");
  expect(await ids(api, { offset: 1001 })).toEqual([]);
  api.updates.jumpTo(77);
  say("b");
  expect(await ids(api, { offset: 1001 })).toEqual([77]);
});

test("an update is kept for a day from its own date", async () => {
  const { api, ana, chat, say } = await startWithChat();
  say("a");
  api.pass(86_399_000);
  expect(await ids(api)).toEqual([1000]);
  api.people.say(ana, chat, "said long ago, told too late", { date: 1_795_435_200 - 1 });
  api.pass(1000);
  expect(await ids(api)).toEqual([]);
});

test("a confirmed update can be delivered again under its old id", async () => {
  const { api, say } = await startWithChat();
  say("a", "b");
  expect(await ids(api, { offset: 1002 })).toEqual([]);
  api.updates.redeliver(1000);
  expect(await ids(api, { offset: 1002 })).toEqual([1000]);
  expect(await ids(api, { offset: 1002 })).toEqual([]);
});

test("a waiting poll is answered as soon as something happens", async () => {
  const { api, say } = await startWithChat();
  const waiting = ids(api, { timeout: 50 });
  await api.calls.until(() => api.updates.isPolled());
  say("a");
  expect(await waiting).toEqual([1000]);
});

test("a poll that waits on a connection that is gone takes no update with it", async () => {
  const { api, say } = await startWithChat();
  const gone = new AbortController();
  const url = `${api.url}/bot${api.token}/getUpdates?timeout=50`;
  const waiting = fetch(url, { signal: gone.signal });
  await api.calls.until(() => api.updates.isPolled());
  gone.abort();
  await expect(waiting).rejects.toThrow();
  await api.calls.until(() => !api.updates.isPolled());
  say("a");
  expect(await ids(api)).toEqual([1000]);
});

test("updates of kinds not asked for are never queued, and three kinds must be asked for", async () => {
  const { api, ana, say } = await startWithChat();
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  const kinds = async () =>
    (await getUpdates(api, { offset: api.updates.lastId() - 100 }))
      .flatMap((update) => Object.keys(update))
      .filter((key) => key !== "update_id");
  const joins = () => api.members.join(march, api.places.person("Ben"));
  joins();
  expect(await kinds()).toEqual(["message"]);
  await getUpdates(api, { offset: -1, allowed_updates: ["chat_member"] });
  await getUpdates(api, { offset: api.updates.lastId() + 1 });
  joins();
  say("not asked for");
  expect(await kinds()).toEqual(["chat_member"]);
  await getUpdates(api, { offset: api.updates.lastId() + 1, allowed_updates: [] });
  joins();
  expect(await kinds()).toEqual(["message"]);
});

test("a webhook stands in the way of polling until it is deleted", async () => {
  const { api, say } = await startWithChat();
  const waiting = refusalOf(api, "getUpdates", { timeout: 50 });
  await api.calls.until(() => api.updates.isPolled());
  await call(api, "setWebhook", { url: "https://example.org/hook" });
  expect(await waiting).toBe("Conflict: terminated by setWebhook request");
  say("a");
  expect(await refusalOf(api, "getUpdates")).toBe(
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
  await call(api, "deleteWebhook", { drop_pending_updates: true });
  expect(await ids(api)).toEqual([]);
});

test("closing ends a waiting poll and a call that hangs", async () => {
  const { startFakeBotApi } = await import("../start.ts");
  const { hangBefore } = await import("../http/faults.ts");
  const api = await startFakeBotApi({ now: () => 0 });
  api.faults.next("getMe", hangBefore);
  const calls = [call(api, "getUpdates", { timeout: 50 }), call(api, "getMe")];
  await api.calls.until(() => api.updates.isPolled() && api.faults.hanging() === 1);
  await api.close();
  const outcomes = await Promise.allSettled(calls);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
});
