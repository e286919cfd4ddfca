import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { deliveryErrorOf } from "../../../../src/bots/matrix/http/refusal.ts";
import {
  handlersTime,
  initialSyncTime,
  maxSyncBytes,
  pauseWhenNotTold,
  syncAnswerTime,
  syncPoll,
  timelineLimit,
} from "../../../../src/bots/matrix/limits.ts";
import { type BotAtFake, botAtFake, inRoom, message } from "../../../support/fake-homeserver/bot-at-fake.ts";
import { refusal } from "../fake/fake-account.ts";

afterEach(() => void vi.useRealTimers());

const room = "!room:fake.test";
const syncs = ({ homeserver }: BotAtFake) => homeserver.asked.filter(({ path }) => path === "sync");
const limitOf = (query: URLSearchParams | undefined) => JSON.parse(query?.get("filter") ?? "").room.timeline.limit;
const turns = async () => {
  for (let turn = 0; turn < 20; turn++) await nextTurn();
};

async function botAt(token?: string, sleep?: Parameters<typeof botAtFake>[0]) {
  const at = await botAtFake(sleep);
  onTestFinished(() => at.leave());
  if (token !== undefined) await at.disk.keep.set("matrix sync token", token);
  return at;
}

test.each([
  ["a first sync", undefined, initialSyncTime],
  ["a later sync", "s0", syncPoll + syncAnswerTime],
])(
  "%s that is not answered is cut off when its time is over, not sooner, and asked for again",
  async (_, token, time) => {
    const at = await botAt(token);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    void at.receive();
    await at.homeserver.wasAsked(({ path }) => path === "sync");
    vi.advanceTimersByTime(time - 1);
    await turns();
    expect(syncs(at)).toHaveLength(1);
    expect(at.lines).toEqual([]);
    vi.advanceTimersByTime(1);
    await vi.waitFor(() => expect(syncs(at)).toHaveLength(2), { timeout: 50_000, interval: 1 });
    expect(syncs(at)[1]?.query.get("since")).toBe(token ?? null);
  },
);

test("a sync may have so many bytes; a larger one is asked for again with one event a room", async () => {
  const at = await botAt("s0");
  const answer = (token: string, bytes: number) => `{"next_batch":"${token}"}`.padEnd(bytes);
  void at.receive();
  at.homeserver.sync({ text: answer("s1", maxSyncBytes) });
  await at.until("token s1");
  at.homeserver.sync({ text: answer("s2", maxSyncBytes + 1) });
  at.homeserver.happens("s3");
  await at.until("token s3");
  await at.homeserver.wasAsked(({ query }) => query.get("since") === "s3");
  expect(at.happened).not.toContain("token s2");
  expect(syncs(at).map(({ query }) => [query.get("since"), limitOf(query)])).toEqual([
    ["s0", timelineLimit],
    ["s1", timelineLimit],
    ["s1", 1],
    ["s3", timelineLimit],
  ]);
});

test("what cannot be sent now is sent after the pause that the homeserver asks for, and after one of ours where it does not say", async () => {
  const isInRoom = async () => true;
  const failureOf = async (cause: unknown, isThere = isInRoom) => (await deliveryErrorOf(cause, isThere)).failure;
  for (const cause of [refusal(502), refusal(undefined, "TIMEOUT"), refusal(429, "M_LIMIT_EXCEEDED")])
    expect(await failureOf(cause)).toEqual({ kind: "later", after: pauseWhenNotTold });
  for (const asked of [pauseWhenNotTold - 1, pauseWhenNotTold + 1])
    expect(await failureOf(refusal(429, "M_LIMIT_EXCEEDED", asked))).toEqual({ kind: "later", after: asked });
  // Whether the bot is still in the room cannot be found out now.
  const unknown = async () => Promise.reject(refusal(502));
  expect(await failureOf(refusal(403), unknown)).toEqual({ kind: "later", after: pauseWhenNotTold });
});

/** Waits that end when so much time has passed, or when they are cut off. */
function createSleeps() {
  let now = 0;
  const sleeping = new Set<{ until: number; wake: () => void }>();
  return {
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        if (signal?.aborted) return wake();
        sleeping.add({ until: now + ms, wake });
        signal?.addEventListener("abort", () => wake(), { once: true });
      }),
    pass: (ms: number) => {
      now += ms;
      for (const one of sleeping) if (one.until <= now) one.wake();
    },
  };
}

/** The program is told to stop while the handler of an event waits for an answer. */
async function stopping() {
  const { sleep, pass } = createSleeps();
  const at = await botAt("s0", sleep);
  const answer = Promise.withResolvers<void>();
  at.homeserver.on(({ path }) => (path.includes("m.room.name") ? { json: {}, held: answer.promise } : undefined));
  const outcomes: unknown[] = [];
  at.handle(async () => {
    const asked = at.bot.getState(room, "m.room.name", "");
    await asked.then(
      () => outcomes.push("answered"),
      (error: { code?: unknown }) => outcomes.push(error.code),
    );
    await asked;
  });
  void at.receive();
  at.homeserver.happens("s1", inRoom(room, [message("$1")]));
  await at.homeserver.wasAsked(({ path }) => path.includes("m.room.name"));
  const stopped = at.bot.stop();
  await turns();
  return { at, pass, answer: answer.resolve, outcomes, stopped };
}

test("when the program stops, a handler has so long to finish", async () => {
  const { at, pass, answer, outcomes, stopped } = await stopping();
  pass(handlersTime - 1);
  await turns();
  answer();
  await stopped;
  expect(outcomes).toEqual(["answered"]);
  expect(at.happened).toContain("token s1");
});

test("after that its requests are cut off, and the event comes again at the next start", async () => {
  const { at, pass, answer, outcomes, stopped } = await stopping();
  pass(handlersTime);
  await stopped;
  answer();
  expect(outcomes).toEqual(["ABORTED"]);
  expect(at.happened).not.toContain("token s1");
  expect(await at.disk.keep.get("matrix sync token")).toBe("s0");
});
