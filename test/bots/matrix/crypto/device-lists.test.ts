import { expect, test } from "vitest";
import { createDeviceLists } from "../../../../src/bots/matrix/crypto/device-lists.ts";
import { persistIndexedDb } from "../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { openMachine } from "../../../../src/bots/matrix/crypto/olm-machine.ts";
import type { RequestOptions } from "../../../../src/bots/matrix/http/homeserver.ts";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { keysTime, maxKeysTries, maxQueried, maxSuspects } from "../../../../src/bots/matrix/limits.ts";
import { instant } from "../../../../src/lib/time.ts";
import { otherDevice } from "../../../support/fake-homeserver/other-device.ts";
import { keyStore } from "../../../support/stores/key-store.ts";

const [ana, ben] = ["@ana:example.org", "@ben:example.org"];
const people = (count: number) => Array.from({ length: count }, (_, number) => `@p${number}:example.org`);

/** The lists of a real machine, on a homeserver whose answers a test chooses. */
async function start(answer: (users: string[]) => unknown = () => undefined) {
  const machine = await openMachine(await persistIndexedDb(keyStore().open()), Buffer.alloc(32, 3), {
    userId: "@bot:example.org",
    deviceId: "DEVICE",
  });
  const asked: string[][] = [];
  const times: unknown[] = [];
  const ask = async (_method: string, _endpoint: unknown, options: RequestOptions = {}) => {
    const users = Object.keys(Object(options.body).device_keys);
    asked.push(users);
    times.push(options.timeoutMs);
    return (await answer(users)) ?? { device_keys: Object.fromEntries(users.map((user) => [user, {}])) };
  };
  const pace = { now: () => instant(0), sleep: async () => undefined, random: () => 0.5 };
  const lists = createDeviceLists(machine, ask, pace);
  await machine.track([...people(2)]);
  await lists.updateAll();
  asked.length = 0;
  const changedIn = async (...users: string[]) => {
    lists.changed(users);
    const nothing = { toDevice: [], left: [], keyCounts: new Map(), unusedFallbackKeys: [] };
    await machine.receive({ ...nothing, changed: users });
  };
  return { machine, lists, asked, times, changedIn };
}
const refusal = (status: number | undefined, code: string) =>
  new MatrixRequestError({ status, code, label: "keys/query" });

test("only outdated lists are asked for, and no more once they were had", async () => {
  const { machine, lists, asked, changedIn } = await start();
  await machine.track([ana, ben]);
  await lists.update([ana]);
  await lists.update([ana]);
  expect(asked).toEqual([[ana]]);
  expect([...(await machine.outdated())]).toEqual([ben]);
  await changedIn(ana);
  await lists.update([ana]);
  expect(asked).toEqual([[ana], [ana]]);
});

test("a list that changes while it is asked for stays outdated", async () => {
  const answer = Promise.withResolvers<void>();
  const { machine, lists, changedIn } = await start((users) => (users.includes(ana) ? answer.promise : undefined));
  await machine.track([ana]);
  const updating = lists.update([ana]);
  await machine.outdated();
  await changedIn(ana);
  answer.resolve();
  await updating;
  expect(await machine.outdated()).toContain(ana);
  await lists.update([ana]);
  expect(await machine.outdated()).not.toContain(ana);
});

test("an earlier answer that comes late does not replace a later one", async () => {
  const device = await otherDevice(ana);
  const late = Promise.withResolvers<void>();
  let questions = 0;
  const { machine, lists } = await start(async (users) => {
    if (!users.includes(ana)) return undefined;
    if (++questions > 1) return { device_keys: { [ana]: { [device.deviceId]: device.keys } } };
    await late.promise;
    return { device_keys: { [ana]: {} } };
  });
  await machine.track([ana]);
  const early = lists.update([ana]);
  await machine.outdated();
  await lists.query([ana]);
  late.resolve();
  await early;
  // A device that is known can be claimed keys for.
  expect(JSON.stringify((await machine.missingSessions([ana])).claim?.body)).toContain(device.deviceId);
});

test("a query asks for so many people, and is given so much time", async () => {
  const { machine, lists, asked, times } = await start();
  await machine.track(people(maxQueried + 3));
  await lists.update(people(maxQueried + 3));
  expect(asked.map(({ length }) => length)).toEqual([maxQueried, 1]);
  expect(new Set(times)).toEqual(new Set([keysTime]));
});

test.each([
  [refusal(500, "M_UNKNOWN"), maxKeysTries],
  [refusal(503, "HTTP_503"), maxKeysTries],
  [refusal(undefined, "TIMEOUT"), 1],
  [new MatrixRequestError({ status: 429, code: "M_LIMIT_EXCEEDED", label: "keys/query", retryAfterMs: 9000 }), 1],
])("a query that fails with %s is made %i times for one message", async (error, times) => {
  const { machine, lists, asked } = await start((users) => (users.includes(ana) ? Promise.reject(error) : undefined));
  await machine.track([ana]);
  await expect(lists.update([ana])).rejects.toBe(error);
  expect(asked).toHaveLength(times);
});

test("after a query of many that fails, a few of them are asked for one by one, each in their turn, and the others as before", async () => {
  const broken = "@p7:example.org";
  const { machine, lists, asked } = await start((users) =>
    users.includes(broken) ? Promise.reject(refusal(500, "M_UNKNOWN")) : undefined,
  );
  await machine.track(people(30));
  await expect(lists.updateAll()).rejects.toThrow("M_UNKNOWN");
  await machine.track([ana]);
  asked.length = 0;
  await lists.updateAll().catch(() => undefined);
  expect(asked.map(({ length }) => length)).toEqual([1, ...Array(maxSuspects).fill(1)]);
  expect(asked[0]).toEqual([ana]);
  for (let turns = 0; turns < 4; turns++) await lists.updateAll().catch(() => undefined);
  expect([...(await machine.outdated())]).toEqual([broken]);
});

test("a sender's list is asked for before their message is read, and not waited for again when that failed", async () => {
  const { machine, lists, asked } = await start((users) =>
    users.includes(ana) ? Promise.reject(refusal(undefined, "TIMEOUT")) : undefined,
  );
  await machine.track([ana, ben]);
  await Promise.all([lists.updateSender(ben), lists.updateSender(ben)]);
  await lists.updateSender(ben);
  await lists.updateSender(ana);
  await lists.updateSender(ana);
  expect(asked).toEqual([[ben], [ana]]);
});
