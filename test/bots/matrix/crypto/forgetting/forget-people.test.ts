import { statSync } from "node:fs";
import { expect, test } from "vitest";
import { forgetPeople } from "../../../../../src/bots/matrix/crypto/forgetting/forget-people.ts";
import { persistIndexedDb, tableOf } from "../../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { machineDatabase, openMachine } from "../../../../../src/bots/matrix/crypto/olm-machine.ts";
import { at, membersOf } from "../../../../../src/lib/json-value.ts";
import { day } from "../../../../../src/lib/time.ts";
import { claimed, queried } from "../../../../support/fake-homeserver/encrypted-talk.ts";
import { type OtherDevice, otherDevice, type PublicDevice } from "../../../../support/fake-homeserver/other-device.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";
import { sign } from "../signed-machine.ts";

const me = { userId: "@bot:example.org", deviceId: "DEVICE" };
const room = "!room:example.org";
const storeKey = Buffer.alloc(32, 3);
const settings = { rotationMs: undefined, rotationMessages: undefined };
const [ana, ben] = ["@ana:example.org", "@ben:example.org"];

async function start(store = keyStore()) {
  const file = store.open();
  const idb = await persistIndexedDb(file);
  const machine = await openMachine(idb, storeKey, me);
  if ((await machine.identity()).masterKey === undefined) await sign(machine, me);
  const idsOf = (devices: readonly PublicDevice[]) => [...new Set(devices.map(({ userId }) => userId))];
  return {
    store,
    machine,
    close: () => machine.close(),
    forget: (kept: readonly string[]) =>
      forgetPeople({ machine, idb, file, storeKey, me }, () => new Set(kept), store.time),
    /** How many rows there are: of devices, identities, sessions, people, and keys given to a room. */
    rows: () =>
      ["devices", "identities", "session", "tracked_users", "outbound_group_sessions"].map(
        (name) => [...file.rows(tableOf(machineDatabase, name))].length,
      ),
    /** The homeserver says that these are the devices of these people. */
    async hears(devices: readonly PublicDevice[], people = idsOf(devices)) {
      await machine.track(people);
      await machine.takeDeviceLists(queried(devices, people), true);
    },
    /** Says something to these people. @returns whose keys were claimed, and who got the room's key */
    async says(devices: readonly PublicDevice[]) {
      const people = idsOf(devices);
      const { claim } = await machine.missingSessions(people);
      if (claim) await machine.sent(claim, claimed(devices, people));
      const given: string[] = [];
      for (;;) {
        const result = await machine.encrypt(room, people, settings, "m.room.message", { body: "here" });
        if (result.kind === "encrypted") break;
        for (const request of result.requests) {
          // Others are told that they get none.
          const isKey = request.endpoint.path.includes("m.room.encrypted");
          if (isKey) given.push(...membersOf(at(request.body, "messages")).keys());
          await machine.sent(request, {});
        }
      }
      const asked = [...membersOf(at(claim?.body, "one_time_keys")).keys()];
      return { claimed: asked, given };
    },
    /** Bytes on the disk. */
    size() {
      file.checkpoint();
      return statSync(store.path).size;
    },
  };
}

const people = async () => {
  const [phone, old] = await Promise.all([otherDevice(ana, "PHONE"), otherDevice(ana, "OLD", "without identity")]);
  // Both are hers, and signed: the identity of the phone counts, and an unsigned device gets no key, but a session.
  return { phone, old, bens: await otherDevice(ben) };
};

test("of who is not named, and of a device that was logged out, nothing is left; with the others it goes on, after a new start too", async () => {
  const bot = await start();
  const { phone, old, bens } = await people();
  await bot.hears([phone, old, bens]);
  expect((await bot.says([phone, old, bens])).given).toEqual([ana, ben]);
  expect(bot.rows()).toEqual([4, 3, 3, 3, 1]);
  await bot.hears([phone]);
  bot.store.time += day;
  expect(await bot.forget([ana])).toBeGreaterThan(0);
  expect(bot.rows()).toEqual([2, 2, 1, 2, 0]);
  expect(await bot.says([phone])).toEqual({ claimed: [], given: [ana] });
  await bot.close();

  const again = await start(bot.store);
  expect(await again.machine.outdated()).toEqual(new Set());
  expect(await again.says([phone])).toEqual({ claimed: [], given: [] });
  expect(await again.forget([ana])).toBe(0);
  expect(again.rows()).toEqual([2, 2, 1, 2, 1]);
  await again.close();
});

test("a session with a device that is not known yet stays for a day", async () => {
  const bot = await start();
  const { phone } = await people();
  await bot.hears([phone]);
  await bot.says([phone]);
  await bot.hears([], [ana]);
  bot.store.time += day - 1;
  await bot.forget([ana]);
  expect(bot.rows()[2]).toBe(1);
  bot.store.time += 1;
  await bot.forget([ana]);
  expect(bot.rows()[2]).toBe(0);
  await bot.close();
});

test.each(["in the same run", "after a new start"])("who comes back is asked for and given keys, %s", async (when) => {
  let bot = await start();
  const { bens } = await people();
  await bot.hears([bens]);
  await bot.says([bens]);
  await bot.says([]);
  await bot.forget([]);
  expect(bot.rows().slice(0, 2)).toEqual([1, 1]);
  if (when === "after a new start") {
    await bot.close();
    bot = await start(bot.store);
  }
  expect(await bot.machine.outdated()).toEqual(new Set());
  await bot.machine.track([ben]);
  expect(await bot.machine.outdated()).toEqual(new Set([ben]));
  await bot.hears([bens]);
  expect(await bot.machine.outdated()).toEqual(new Set());
  expect((await bot.says([bens])).given).toEqual([ben]);
  await bot.close();
});

test("a device in use takes six kilobytes at most, and the file is smaller again after its owners left", async () => {
  const bot = await start();
  const empty = bot.size();
  const devices: OtherDevice[] = [];
  for (let count = 0; count < 12; count++) devices.push(await otherDevice(`@person${count}:example.org`));
  await bot.hears(devices);
  await bot.says(devices);
  const full = bot.size();
  expect((full - empty) / devices.length).toBeLessThan(6 * 1024);
  bot.store.time += day;
  await bot.forget([]);
  expect(bot.size()).toBeLessThan(empty + 8192);
  await bot.close();
});
