import { expect, test } from "vitest";
import { createWaitingEvents } from "../../../../../src/bots/matrix/crypto/rooms/waiting-events.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const room = "!room:example.org";
const event = (event_id: string, session_id: string) => ({ event_id, content: { session_id } });
const key = (sessionId: string, roomId = room) => ({ roomId, sessionId });
const idsIn = (found: { event: unknown }[]) => found.map((one) => (one.event as { event_id: string }).event_id);

test("events wait for their own room's key, over new starts, oldest first", () => {
  const store = keyStore();
  const waiting = createWaitingEvents(store.open(), () => store.time++);
  for (const one of [event("$2", "a"), event("$1", "a"), event("$3", "b")]) waiting.add(room, one);
  const again = createWaitingEvents(store.open(), () => store.time);
  expect(idsIn(again.readableWith([key("a")], new Set()))).toEqual(["$2", "$1"]);
  expect(again.readableWith([key("a", "!other:example.org"), key("c")], new Set())).toEqual([]);
});

test("an event that was read or redacted waits no longer, over new starts", () => {
  const store = keyStore();
  const waiting = createWaitingEvents(store.open(), () => store.time);
  waiting.add(room, event("$1", "a"));
  waiting.drop(room, "$1");
  expect(waiting.readableWith([key("a")], new Set())).toEqual([]);
  expect(createWaitingEvents(store.open(), () => store.time).readableWith([key("a")], new Set())).toEqual([]);
});

test("what waits is dropped with age, and beyond five hundred the oldest first", () => {
  const store = keyStore();
  const waiting = createWaitingEvents(store.open(), () => store.time++);
  const start = store.time;
  for (let n = 0; n < 510; n++) waiting.add(room, event(`$${n}`, "a"));
  expect(idsIn(waiting.readableWith([key("a")], new Set()))[0]).toBe("$10");
  waiting.dropOlder(start + 500);
  expect(idsIn(waiting.readableWith([key("a")], new Set()))).toEqual(
    Array.from({ length: 10 }, (_, n) => `$${500 + n}`),
  );
});

test("an event that comes again waits once, and one without an id not at all", () => {
  const store = keyStore();
  const waiting = createWaitingEvents(store.open(), () => store.time);
  for (const one of [event("$1", "a"), event("$1", "a"), { content: { session_id: "a" } }, null])
    waiting.add(room, one);
  expect(idsIn(waiting.readableWith([key("a")], new Set()))).toEqual(["$1"]);
});
