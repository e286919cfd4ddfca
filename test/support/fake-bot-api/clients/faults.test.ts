import { expect, test } from "vitest";
import {
  badGateway,
  conflict,
  hangAfter,
  hangBefore,
  internalError,
  refusal,
  resetAfter,
  resetBefore,
  tooManyRequests,
} from "../http/faults.ts";
import { call, getUpdates, refusalOf, startForTest } from "./test-server.ts";

async function startWithSend() {
  const api = await startForTest();
  const chat = api.places.privateChat(api.places.person("Ana"));
  const send = (text = "Hello.") => call(api, "sendMessage", { chat_id: chat.id, text });
  const shown = () => api.screen.now(chat).map(({ text }) => text);
  return { api, chat, send, shown };
}

test("a fault strikes as often as it was told, in order, and other methods not at all", async () => {
  const { api, send, shown } = await startWithSend();
  api.faults.next("sendMessage", tooManyRequests(3), 2);
  api.faults.next("sendMessage", refusal(403, "Forbidden: user is deactivated"));
  expect((await call(api, "getMe")).ok).toBe(true);
  expect(await send()).toEqual({
    ok: false,
    error_code: 429,
    description: "Too Many Requests: retry after 3",
    parameters: { retry_after: 3 },
  });
  expect(await send()).toMatchObject({ error_code: 429 });
  expect(await send()).toMatchObject({ description: "Forbidden: user is deactivated" });
  expect(await send()).toMatchObject({ ok: true });
  expect(shown()).toEqual(["Hello."]);
  expect(api.calls.refused("sendMessage").map((one) => (one.ok ? 0 : one.code))).toEqual([429, 429, 403]);
});

test("a fault for every method lasts until it is taken back", async () => {
  const { api, send } = await startWithSend();
  const end = api.faults.always("*", conflict);
  expect(await refusalOf(api, "getUpdates")).toContain("Conflict: terminated by other getUpdates request");
  expect(await send()).toMatchObject({ error_code: 409 });
  end();
  expect(await send()).toMatchObject({ ok: true });
  api.faults.always("*", conflict);
  api.faults.clear();
  expect(await getUpdates(api)).toEqual([]);
});

test("a broken gateway answers with a page, not with JSON", async () => {
  const { api, shown } = await startWithSend();
  for (const [fault, status] of [
    [badGateway, 502],
    [internalError, 500],
  ] as const) {
    api.faults.next("getMe", fault);
    const response = await fetch(`${api.url}/bot${api.token}/getMe`);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain("<html>");
  }
  expect(shown()).toEqual([]);
});

test("a connection can break before the call is carried out, or after", async () => {
  const { api, send, shown } = await startWithSend();
  api.faults.next("sendMessage", resetBefore);
  await expect(send("before")).rejects.toThrow();
  api.faults.next("sendMessage", resetAfter);
  await expect(send("after")).rejects.toThrow();
  expect(shown()).toEqual(["after"]);
  expect(api.calls.all.map(({ method, ok }) => [method, ok])).toEqual([
    ["sendMessage", false],
    ["sendMessage", true],
  ]);
});

test("a call that hangs is answered when released, and carried out before or after that", async () => {
  const { api, send, shown } = await startWithSend();
  api.faults.next("sendMessage", hangAfter);
  const after = send("carried out at once");
  await api.calls.until(() => api.calls.accepted("sendMessage").length === 1);
  api.faults.next("sendMessage", hangBefore);
  const before = send("carried out on release");
  await api.calls.until(() => api.faults.hanging() === 2);
  expect(shown()).toEqual(["carried out at once"]);
  api.faults.release();
  expect([(await after).ok, (await before).ok]).toEqual([true, true]);
  expect(shown()).toEqual(["carried out at once", "carried out on release"]);
});

test("updates whose answer was lost on the way are fetched again", async () => {
  const { api, chat } = await startWithSend();
  if (chat.user === undefined) throw new Error("A private chat has a person.");
  api.people.say(chat.user, chat, "/whereis");
  api.faults.next("getUpdates", resetAfter);
  await expect(getUpdates(api)).rejects.toThrow();
  expect(await getUpdates(api)).toHaveLength(1);
});

test("a fault in one chat strikes there, and in no other", async () => {
  const { api, chat, send } = await startWithSend();
  const other = api.places.privateChat(api.places.person("Ben"));
  const end = api.faults.inChat("sendMessage", chat.id, tooManyRequests(10_072));
  expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 10_072 } });
  expect(await call(api, "sendMessage", { chat_id: other.id, text: "Hello." })).toMatchObject({ ok: true });
  end();
  expect(await send()).toMatchObject({ ok: true });
});

test("calls over a method's budget are refused until the second is over, and other methods are not counted", async () => {
  const { api, chat } = await startWithSend();
  const ask = () => refusalOf(api, "getChatMember", { chat_id: chat.id, user_id: chat.id });
  api.faults.budget("getChatMember", 2);
  expect([await ask(), await ask(), await ask()]).toEqual(["accepted", "accepted", "Too Many Requests: retry after 1"]);
  expect((await call(api, "getMe")).ok).toBe(true);
  api.pass(999);
  expect(await ask()).toBe("Too Many Requests: retry after 1");
  api.pass(1);
  expect([await ask(), await ask(), await ask()]).toEqual(["accepted", "accepted", "Too Many Requests: retry after 1"]);
  api.faults.clear();
  expect(await ask()).toBe("accepted");
});

test("with latency, a call is carried out after it", async () => {
  const api = await startForTest({ latency: 30 });
  const chat = api.places.privateChat(api.places.person("Ana"));
  const began = performance.now();
  const sent = call(api, "sendMessage", { chat_id: chat.id, text: "Hello." });
  expect(api.screen.now(chat)).toEqual([]);
  await sent;
  // A timer may fire a millisecond early.
  expect(performance.now() - began).toBeGreaterThan(28);
  expect(api.screen.now(chat)).toHaveLength(1);
});
