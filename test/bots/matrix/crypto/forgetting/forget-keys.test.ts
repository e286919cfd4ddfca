import fc from "fast-check";
import { expect, test } from "vitest";
import { DecryptionError } from "../../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { forgetKeys, planForgetting } from "../../../../../src/bots/matrix/crypto/forgetting/forget-keys.ts";
import { persistIndexedDb } from "../../../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { openMachine } from "../../../../../src/bots/matrix/crypto/olm-machine.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";
import { sign } from "../signed-machine.ts";

const day = 86_400_000;
const keep = { replaced: 0.5, unreplaced: 8 };
const row = (room: string, session: string, sender: string | undefined, days: number) => ({
  key: JSON.stringify(`${room}\u001d${session}`),
  value: JSON.stringify({ sender_key: sender }),
  written: days * day,
});

test("a key is forgotten half a day after another took its place, not before, and the newest stays", () => {
  const rows = [row("r", "1", "ana", 0), row("r", "2", "ana", 1)];
  expect(planForgetting(rows, keep, 1.49 * day)).toEqual([]);
  expect(planForgetting(rows, keep, 1.5 * day)).toEqual([rows[0]?.key]);
});

test("of two keys that came at the same time neither takes the other's place", () => {
  expect(planForgetting([row("r", "1", "ana", 0), row("r", "2", "ana", 0)], keep, 7 * day)).toEqual([]);
});

test("another device's key, or one for another room, takes nobody's place", () => {
  const rows = [row("r", "1", "ana", 0), row("r", "2", "ben", 1), row("s", "3", "ana", 1), row("r", "4", undefined, 1)];
  expect(planForgetting(rows, keep, 7 * day)).toEqual([]);
});

test("no key stays longer than the longest time, whoever uses it", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("r", "s"), fc.constantFrom("ana", undefined), fc.nat(30))),
      (given) => {
        const rows = given.map(([room, sender, days], i) => row(room, String(i), sender, days));
        const forgotten = new Set(planForgetting(rows, keep, 30 * day));
        for (const one of rows) if (30 * day - one.written >= 8 * day) expect(forgotten).toContain(one.key);
        const newest = Math.max(...rows.map((one) => one.written));
        const kept = rows.filter((one) => one.written === newest && 30 * day - newest < 8 * day);
        for (const one of kept) expect(forgotten).not.toContain(one.key);
      },
    ),
  );
});

test("what a forgotten key had sealed cannot be opened any more, while running and after a new start; newer messages can", async () => {
  const store = keyStore();
  const me = { userId: "@bot:example.org", deviceId: "DEVICE" };
  const room = "!room:example.org";
  const settings = { rotationMs: undefined, rotationMessages: 1 };
  const start = async () => {
    const file = store.open();
    const idb = await persistIndexedDb(file);
    const machine = await openMachine(idb, Buffer.alloc(32, 3), me);
    await sign(machine, me);
    return { file, idb, machine };
  };
  const { file, idb, machine } = await start();
  const sent = async (body: string) => {
    const result = await machine.encrypt(room, [], settings, "m.room.message", { body });
    const content = "content" in result ? result.content : undefined;
    return {
      type: "m.room.encrypted",
      event_id: `$${body}`,
      sender: me.userId,
      room_id: room,
      origin_server_ts: 1,
      content,
    };
  };
  const old = await sent("old");
  store.time += day;
  const recent = await sent("recent");
  expect(await machine.decrypt(room, old)).toMatchObject({ content: { body: "old" } });

  expect(await machine.alone(() => forgetKeys(idb, file, keep, store.time))).toBe(0);
  store.time += keep.replaced * day;
  expect(await machine.alone(() => forgetKeys(idb, file, keep, store.time))).toBe(1);
  await expect(machine.decrypt(room, old)).rejects.toThrow(DecryptionError);
  expect(await machine.decrypt(room, recent)).toMatchObject({ content: { body: "recent" } });
  await machine.close();

  const again = await start();
  await expect(again.machine.decrypt(room, old)).rejects.toMatchObject({ reason: "MissingRoomKey", retryable: true });
  expect(await again.machine.decrypt(room, recent)).toMatchObject({ content: { body: "recent" } });
  await again.machine.close();
});
