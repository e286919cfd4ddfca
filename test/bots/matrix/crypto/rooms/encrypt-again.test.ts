import fc from "fast-check";
import { expect, test } from "vitest";
import { createDeviceLists } from "../../../../../src/bots/matrix/crypto/device-lists.ts";
import { persistIndexedDb } from "../../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import type { MachineRequest } from "../../../../../src/bots/matrix/crypto/machine-request.ts";
import { openMachine } from "../../../../../src/bots/matrix/crypto/olm-machine.ts";
import { createRoomEncryptor } from "../../../../../src/bots/matrix/crypto/rooms/room-encryption.ts";
import { createSettledRooms } from "../../../../../src/bots/matrix/crypto/rooms/settled-rooms.ts";
import type { Endpoint, RequestOptions } from "../../../../../src/bots/matrix/http/homeserver.ts";
import { MatrixRequestError } from "../../../../../src/bots/matrix/http/request-error.ts";
import { at } from "../../../../../src/lib/json-value.ts";
import { hour, instant, minute } from "../../../../../src/lib/time.ts";
import { claimed, queried } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import { otherDevice, type PublicDevice } from "../../../../support/fake-homeserver/other-device.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";
import { sign } from "../signed-machine.ts";

const me = { userId: "@bot:example.org", deviceId: "DEVICE" };
const people = ["@ana:example.org", "@ben:example.org"];
const room = "!room:example.org";

/** Two devices of each, of which one alone can be signed by the identity that is told. */
const pool = Promise.all(people.flatMap((user) => [otherDevice(user, "ONE"), otherDevice(user, "TWO")]));
/** Which of somebody's two devices there are, and whose identity is told. */
const hasDevices = fc.constantFrom([0], [0, 1], [1, 0], [1], []);

/** A bot in a room on a homeserver that the test plays, its clock, and what it has sent. */
async function start(rotationMessages: number | undefined) {
  const file = keyStore().open();
  const machine = await openMachine(await persistIndexedDb(file), Buffer.alloc(32, 3), me);
  await sign(machine, me);
  const all = await pool;
  const world = { members: [...people], fails: "", now: 1_900_000_000_000 };
  const devices = new Map(people.map((user, index) => [user, all.slice(2 * index, 2 * index + 1) as PublicDevice[]]));
  const ofUsers = (users: readonly string[]) => users.flatMap((user) => devices.get(user) ?? []);
  const ask = async (_method: string, { path }: Endpoint, { body }: RequestOptions = {}) => {
    if (path.endsWith("/members"))
      return {
        chunk: [...world.members, me.userId].map((state_key) => ({ state_key, content: { membership: "join" } })),
      };
    const kind = path.includes("keys/query") ? "query" : "claim";
    if (world.fails === kind) throw new MatrixRequestError({ code: "TIMEOUT", label: "keys" });
    const users = Object.keys(Object(kind === "query" ? at(body, "device_keys") : at(body, "one_time_keys")));
    // Of somebody's devices, the first one's identity is told.
    const told = ofUsers(users).map((device, index, list) =>
      list.findIndex(({ userId }) => userId === device.userId) === index ? device : { ...device, identity: {} },
    );
    return kind === "query" ? queried(told, users) : claimed(told, users);
  };
  const pace = { now: () => instant(world.now), sleep: async () => undefined, random: () => 0.5 };
  const lists = createDeviceLists(machine, ask, pace);
  const given: MachineRequest[] = [];
  let again = 0;
  const send = async (request: MachineRequest) => {
    given.push(request);
    await machine.sent(request, {});
  };
  const counting: typeof machine = {
    ...machine,
    async encryptAgain(...with_) {
      const content = await machine.encryptAgain(...with_);
      if (content !== undefined) again++;
      return content;
    },
  };
  const encryption = { algorithm: "m.megolm.v1.aes-sha2", rotationMs: undefined, rotationMessages };
  const rooms = { of: async () => encryption, note: () => encryption, has: () => true };
  const settled = createSettledRooms(() => world.now, true);
  const parts = { machine: counting, lists, send, ask, rooms, me: me.userId, keepMs: hour };
  const speaking = createRoomEncryptor({ ...parts, settled });
  const looking = createRoomEncryptor({ ...parts, settled: createSettledRooms(undefined, false) });
  const nothing = {
    toDevice: [],
    changed: [],
    left: [],
    keyCounts: new Map([["signed_curve25519", 50]]),
    unusedFallbackKeys: ["signed_curve25519"],
  };

  return {
    world,
    close: () => machine.close(),
    again: () => again,
    async hears(changes: object) {
      const all = { ...nothing, ...changes };
      lists.changed(all.changed);
      await machine.receive(all);
    },
    async has(user: number, which: readonly number[]) {
      devices.set(
        people[user]!,
        which.map((one) => all[2 * user + one]!),
      );
    },
    /** Says something. @returns its key, whether it went out without a look, and to how many devices the look gave that key */
    async says() {
      const [before, had] = [again, given.length];
      const content = await speaking.encrypt(room, "m.room.message", { body: "here" }).catch(() => undefined);
      return { session: at(content, "session_id"), isAgain: again > before, given: given.length - had };
    },
    /** Says something by a full look, as if there were no other way. @returns the same */
    async looks() {
      const had = given.length;
      const content = await looking.encrypt(room, "m.room.message", { body: "here" }).catch(() => undefined);
      if (content !== undefined) settled.again(room, content);
      return { session: at(content, "session_id"), given: given.length - had };
    },
  };
}

test("whatever happens between two messages, one that goes out without a look has the key that a full look gives it, and nobody is missing", {
  timeout: 180_000,
}, async () => {
  const what = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("says" as const) }) },
    fc.record({ kind: fc.constant("devices" as const), user: fc.nat(1), which: hasDevices }),
    fc.record({ kind: fc.constant("members" as const), members: fc.subarray(people) }),
    fc.record({ kind: fc.constant("to device" as const), sender: fc.constantFrom(...people, "@eva:example.org") }),
    fc.record({ kind: fc.constant("fails" as const), what: fc.constantFrom("query", "claim", "", "") }),
    fc.record({ kind: fc.constant("time" as const), by: fc.constantFrom(minute, 70 * minute, -minute) }),
  );
  let withoutLook = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(what, { minLength: 20, maxLength: 35 }), async (steps) => {
      const bot = await start(undefined);
      for (const step of steps) {
        if (step.kind === "devices") {
          await bot.has(step.user, step.which);
          await bot.hears({ changed: [people[step.user]] });
        }
        if (step.kind === "members") bot.world.members = step.members;
        if (step.kind === "to device")
          await bot.hears({ toDevice: [{ type: "m.dummy", sender: step.sender, content: {} }] });
        if (step.kind === "fails") bot.world.fails = step.what;
        if (step.kind === "time") bot.world.now += step.by;
        if (step.kind !== "says") continue;
        const said = await bot.says();
        if (!said.isAgain) continue;
        withoutLook++;
        expect(await bot.looks()).toEqual({ session: said.session, given: 0 });
      }
      await bot.close();
    }),
    { numRuns: 6 },
  );
  // Otherwise nothing was tried.
  expect(withoutLook).toBeGreaterThan(10);
});

test.each<[string, (bot: Awaited<ReturnType<typeof start>>) => Promise<void>, number]>([
  ["somebody comes", async ({ world }) => void (world.members = people), 1],
  ["somebody has a new device", async (bot) => (await bot.has(0, [1]), bot.hears({ changed: [people[0]] })), 1],
])("the next message is looked at again, and gives the key, when %s", async (_, happens, given) => {
  const bot = await start(undefined);
  bot.world.members = people.slice(0, 1);
  await bot.says();
  await bot.says();
  expect(await bot.says()).toMatchObject({ isAgain: true, given: 0 });
  await happens(bot);
  expect(await bot.says()).toMatchObject({ isAgain: false, given });
  await bot.close();
});

test.each<[string, (bot: Awaited<ReturnType<typeof start>>) => Promise<void>]>([
  ["somebody leaves", async ({ world }) => void (world.members = people.slice(0, 1))],
  ["a device is removed", async (bot) => (await bot.has(1, []), bot.hears({ changed: [people[1]] }))],
  ["a device is not verified any more", async (bot) => (await bot.has(1, [1, 0]), bot.hears({ changed: [people[1]] }))],
])("the next message has another key when %s", async (_, happens) => {
  const bot = await start(undefined);
  await bot.says();
  await bot.says();
  const before = await bot.says();
  expect(before.isAgain).toBe(true);
  await happens(bot);
  const after = await bot.says();
  expect(after.isAgain).toBe(false);
  expect(after.session).not.toBe(before.session);
  await bot.close();
});

test("a key is replaced after as many messages as the room says, whether they needed a look or not", async () => {
  const bot = await start(4);
  const sessions: unknown[] = [];
  for (let count = 0; count < 12; count++) sessions.push((await bot.says()).session);
  expect(new Set(sessions).size).toBe(3);
  for (const session of new Set(sessions)) expect(sessions.filter((other) => other === session)).toHaveLength(4);
  expect(bot.again()).toBeGreaterThan(5);
  await bot.close();
});
