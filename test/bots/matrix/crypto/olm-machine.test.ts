import { expect, onTestFinished, test, vi } from "vitest";
import { OtherDeviceError } from "../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { persistIndexedDb } from "../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { openMachine } from "../../../../src/bots/matrix/crypto/olm-machine.ts";
import { keyStore } from "../../../support/stores/key-store.ts";
import { sign } from "./signed-machine.ts";

const me = { userId: "@bot:example.org", deviceId: "DEVICE" };
const room = "!room:example.org";
const settings = { rotationMs: undefined, rotationMessages: undefined };
const storeKey = Buffer.alloc(32, 3);

async function machineOn(store = keyStore(), who = me) {
  const machine = await openMachine(await persistIndexedDb(store.open()), storeKey, who);
  await sign(machine, who);
  return machine;
}

type Machine = Awaited<ReturnType<typeof machineOn>>;
async function encrypted(machine: Machine, type: string, content: object): Promise<unknown> {
  const result = await machine.encrypt(room, [], settings, type, content);
  if (result.kind !== "encrypted") throw new Error("there is nobody to share the key with");
  return result.content;
}

test("a new start finds the same device, and what it could read before", async () => {
  const store = keyStore();
  const machine = await machineOn(store);
  const content = await encrypted(machine, "m.room.message", { body: "hello" });
  await machine.close();
  const again = await machineOn(store);
  expect(again.ed25519).toBe(machine.ed25519);
  const event = { type: "m.room.encrypted", event_id: "$1", sender: me.userId, origin_server_ts: 1, content };
  expect(await again.decrypt(room, event)).toEqual({ type: "m.room.message", content: { body: "hello" } });
});

test("whatever a call does, it is on disk as one transaction when it returns: a crash finds all of it or nothing", async () => {
  const file = keyStore().open();
  let writes = 0;
  const idb = await persistIndexedDb({
    ...file,
    write(changes) {
      if (changes.length > 0) writes++;
      file.write(changes);
    },
  });
  const writesOf = async (call: () => Promise<unknown>) => {
    writes = 0;
    await call();
    return writes;
  };
  const opened = Promise.withResolvers<Awaited<ReturnType<typeof openMachine>>>();
  expect(await writesOf(async () => opened.resolve(await openMachine(idb, storeKey, me)))).toBe(1);
  const machine = await opened.promise;
  const nothingNew = { toDevice: [], changed: [], left: [], keyCounts: new Map(), unusedFallbackKeys: [] };
  expect(await writesOf(() => machine.receive(nothingNew))).toBe(1);
  expect(await writesOf(() => machine.bootstrapIdentity(false))).toBe(1);
  expect(await writesOf(() => encrypted(machine, "m.x", {}))).toBe(1);
});

test("another device, or another account, cannot use the store", async () => {
  const store = keyStore();
  await (await machineOn(store)).close();
  await expect(machineOn(store, { ...me, deviceId: "OTHER" })).rejects.toThrow(OtherDeviceError);
  await expect(machineOn(store, { ...me, userId: "@other:example.org" })).rejects.toThrow(OtherDeviceError);
});

test("a message cannot be passed off in another room, as another's, or as another text", async () => {
  const machine = await machineOn();
  const content = Object(await encrypted(machine, "m.room.message", { body: "hello" }));
  const event = { type: "m.room.encrypted", event_id: "$1", sender: me.userId, origin_server_ts: 1, content };
  await expect(machine.decrypt("!other:example.org", event)).rejects.toMatchObject({ reason: "MissingRoomKey" });
  await expect(machine.decrypt(room, { ...event, sender: "@ana:example.org" })).rejects.toMatchObject({
    reason: "MismatchedSender",
    retryable: false,
  });
  const changed = content.ciphertext.replace(/.{10}$/, "AAAAAAAAAA");
  await expect(machine.decrypt(room, { ...event, content: { ...content, ciphertext: changed } })).rejects.toMatchObject(
    {
      reason: "UnableToDecrypt",
    },
  );
});

test.each([
  null,
  7,
  [],
  {},
  { type: "m.room.encrypted" },
  { type: "m.room.encrypted", content: { algorithm: "m.olm" } },
])("%j is not decrypted, and the machine goes on", async (event) => {
  const machine = await machineOn();
  await expect(machine.decrypt(room, event)).rejects.toMatchObject({ retryable: false });
  expect(await encrypted(machine, "m.x", {})).toMatchObject({ algorithm: "m.megolm.v1.aes-sha2" });
});

test("calls made at the same time are made one after the other", async () => {
  const machine = await machineOn();
  const sent = await Promise.all(Array.from({ length: 20 }, (_, n) => encrypted(machine, "m.x", { n })));
  expect(new Set(sent.map((content) => Object(content).ciphertext)).size).toBe(20);
});

test("nobody's outdated device list is waited for inside the machine, where everybody would wait with it", async () => {
  const timers = vi.spyOn(globalThis, "setTimeout");
  onTestFinished(() => timers.mockRestore());
  const machine = await machineOn();
  await machine.track(["@ana:example.org"]);
  expect([...(await machine.outdated())]).toContain("@ana:example.org");
  expect((await machine.missingSessions(["@ana:example.org"])).claim).toBeUndefined();
  // What the library waits with: five seconds for a query that may be under way.
  expect(timers.mock.calls.filter(([, time]) => Number(time) > 0)).toEqual([]);
});
