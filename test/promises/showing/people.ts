import { copyFile } from "node:fs/promises";
import { expect, onTestFinished } from "vitest";
import { tableOf } from "../../../src/bots/matrix/crypto/indexeddb/indexed-db.ts";
import { openSealedFile } from "../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { machineDatabase } from "../../../src/bots/matrix/crypto/olm-machine.ts";
import { day } from "../../../src/lib/time.ts";
import { botAtFake } from "../../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../../support/fake-homeserver/encrypted-talk.ts";
import { otherDevice } from "../../support/fake-homeserver/other-device.ts";

/** What is left of people whom the bot has met. */
export const people: Record<string, () => Promise<void>> = {
  "Of people with whom the bot shares no encrypted room of Matrix any more, and of devices that were logged out, the key store has neither devices nor sessions after two days.":
    async () => {
      const at = await botAtFake();
      onTestFinished(() => at.leave());
      const room = "!a:fake.test";
      const devices = [
        await otherDevice("@ana:fake.test", "PHONE"),
        await otherDevice("@eva:fake.test"),
        await otherDevice("@ana:fake.test", "OLD", "without identity"),
      ];
      const talk = encryptedTalk(at, room, devices);
      at.homeserver.on(({ path }) => (path === "joined_rooms" ? { json: { joined_rooms: [room] } } : undefined));
      void at.receive();
      await talk.hears([]);
      await at.bot.send(room, "m.room.message", { body: "here" }, "t");
      expect(await at.bot.forgetPeople()).toBe(0);
      const copy = `${at.disk.keyStore}-copy`;
      for (const end of ["", "-wal"]) await copyFile(`${at.disk.keyStore}${end}`, `${copy}${end}`);

      // Somebody leaves, and a device is logged out.
      devices.splice(1);
      at.clock.now += day - 1;
      await talk.hears([], { device_lists: { changed: ["@ana:fake.test"], left: ["@eva:fake.test"] } });
      await at.homeserver.wasAsked(
        ({ path, body }) => path === "keys/query" && "@ana:fake.test" in Object(body).device_keys,
      );
      expect(await at.bot.forgetPeople()).toBeGreaterThan(0);
      at.clock.now += day;
      await at.bot.forgetPeople();
      await at.bot.stop();

      const { fileKeys, keyStore } = at.disk;
      const keys = { keys: fileKeys.keys(), count: fileKeys.count };
      const file = openSealedFile(keyStore, keys, () => at.clock.now);
      const rows = (store: string) => [...file.rows(tableOf(machineDatabase, store))];
      const kept = ["devices", "identities", "session", "outbound_group_sessions"].map((store) => rows(store).length);
      // The bot's own, and those of the phone.
      expect(kept).toEqual([2, 2, 1, 0]);
      expect(rows("tracked_users").map(({ key }) => key)).not.toContain('"@eva:fake.test"');
      file.close();
      expect(() => openSealedFile(copy, keys, () => at.clock.now)).toThrow("not the one");
    },
};
