import { cp } from "node:fs/promises";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { maxSyncPause, maxTokenLag } from "../../../../src/bots/matrix/limits.ts";
import type { FileKeys } from "../../../../src/core/model/ports.ts";
import {
  accessToken,
  type BotAtFake,
  botAtFake,
  inRoom,
  message,
} from "../../../support/fake-homeserver/bot-at-fake.ts";
import { createRecorder } from "../../../support/homeserver/event-recorder.ts";
import { connectFrom, makeDisk } from "../../../support/homeserver/whereat-account.ts";

const [slow, fast] = ["!slow:fake.test", "!fast:fake.test"];
let at: BotAtFake;
let release: () => void;

beforeEach(async () => {
  at = await botAtFake();
  const answer = Promise.withResolvers<void>();
  release = answer.resolve;
  at.handle((event) => (event.event_id.startsWith("$slow") ? answer.promise : Promise.resolve()));
  void at.receive();
  at.homeserver.happens("s1");
  await at.until("token s1");
  at.happened.length = 0;
});
afterEach(async () => {
  release();
  await at.leave();
});

test("while one room waits for its server, what happens in another goes on, and the token waits", async () => {
  at.homeserver.happens("s2", inRoom(slow, [message("$slow1")]));
  for (const number of [3, 4, 5]) at.homeserver.happens(`s${number}`, inRoom(fast, [message(`$${number}`)]));
  await at.until("event clear $5");
  expect(at.happened).toEqual(["event clear $3", "event clear $4", "event clear $5"]);
  await at.homeserver.wasAsked((asked) => asked.query.get("since") === "s5");
  expect(await at.disk.keep.get("matrix sync token")).toBe("s1");
  release();
  await at.until("token s5");
  expect(at.happened.slice(3)).toEqual(["event clear $slow1", "token s5"]);
});

test("a gap that one room's server does not give holds up no other room", async () => {
  const answer = Promise.withResolvers<void>();
  onTestFinished(() => answer.resolve());
  at.homeserver.on(({ path }) =>
    path === `rooms/${slow}/messages` ? { json: { chunk: [] }, held: answer.promise } : undefined,
  );
  at.homeserver.happens("s2", inRoom(slow, [message("$1")], { limited: true, prev_batch: "p" }));
  at.homeserver.happens("s3", inRoom(fast, [message("$2")]));
  await at.until("event clear $2");
  expect(at.happened).toEqual(["event clear $2"]);
});

/** The keys as they are now, for a copy of the disk; what changes in one changes nothing in the other. */
function copyOf(keys: FileKeys): FileKeys {
  const copy = { count: keys.count, keys: keys.keys() };
  return {
    get count() {
      return copy.count;
    },
    keys: () => copy.keys,
    async renew(reseal) {
      const key = Buffer.alloc(32, 7);
      copy.count = reseal(key);
      copy.keys = [key];
    },
    async note(now) {
      copy.count = now;
    },
  };
}

test("what a kill left unhandled in a room that hangs comes again at the next start, and so does what another room had handled", async () => {
  at.homeserver.happens("s2", inRoom(slow, [message("$slow1")]));
  at.homeserver.happens("s3", inRoom(fast, [message("$3")]));
  await at.until("event clear $3");
  const asKilled = await makeDisk();
  onTestFinished(() => asKilled.remove());
  await cp(at.disk.folder, asKilled.folder, { recursive: true });
  const fileKeys = copyOf(at.disk.fileKeys);
  release();
  await at.bot.stop();

  const again = await connectFrom({ ...asKilled, fileKeys }, at.homeserver.url, { accessToken });
  const { handlers, heard, next } = createRecorder();
  void again.receive(handlers);
  await at.homeserver.wasAsked(({ query }) => query.get("since") === "s1" && query.get("timeout") === "0");
  const timelineOf = (...events: object[]) => ({ timeline: { events } });
  const rooms = { join: { [slow]: timelineOf(message("$slow1")), [fast]: timelineOf(message("$3")) } };
  at.homeserver.happens("s3", rooms);
  await next(({ eventId }) => eventId === "$slow1");
  await next(({ eventId }) => eventId === "$3");
  await again.stop();
  expect(heard).toHaveLength(2);
});

test("while the core cannot keep what it was told, nothing more is received", async () => {
  const kept = Promise.withResolvers<void>();
  at.hold(kept.promise);
  at.homeserver.happens("s2", inRoom(fast, [message("$2")]));
  await at.until("event clear $2");
  at.homeserver.happens("s3", inRoom(fast, [message("$3")]));
  for (let number = 0; number < 5; number++) await at.bot.getState(fast, "m.room.name", "");
  expect(at.homeserver.asked.some(({ query }) => query.get("since") === "s2")).toBe(false);
  kept.resolve();
  await at.until("event clear $3");
});

test("a room that hangs for so long that the token would lag too far is given up to a gap, and the token goes on", async () => {
  at.homeserver.happens("s2", inRoom(slow, [message("$slow1")]));
  at.homeserver.happens("s3", inRoom(fast, [message("$3")]));
  await at.until("event clear $3");
  // However long the homeserver is away, that counts as a minute.
  at.clock.now += 100 * maxTokenLag;
  at.homeserver.happens("s4", inRoom(fast, [message("$4")]));
  await at.until("event clear $4");
  expect(await at.disk.keep.get("matrix sync token")).toBe("s1");
  const syncs = maxTokenLag / maxSyncPause;
  for (let number = 0; number < syncs; number++) {
    at.clock.now += maxSyncPause;
    at.homeserver.happens(`s${5 + number}`, inRoom(fast, [message(`$${5 + number}`)]));
    await at.until(`event clear $${5 + number}`);
  }
  await at.until(`token s${4 + syncs}`);
  expect(at.lines).toContainEqual(expect.stringContaining("waited too long for its homeserver and are left out"));
  release();
  await at.until(`gap ${slow}`);
});
