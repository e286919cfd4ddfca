import { expect, onTestFinished } from "vitest";
import { createReplays } from "../../src/bots/matrix/crypto/rooms/replays.ts";
import type { PositionIncoming } from "../../src/core/model/incoming.ts";
import type { Message } from "../../src/core/model/message.ts";
import { createBot } from "../bots/matrix/fake/bot-at-fake.ts";
import { ana, beaconInfo, ben, event, location, me, now, point, text } from "../bots/matrix/fake/events.ts";
import { roomReplaced } from "../core/rooms/replaced-room.ts";
import { botAtFake } from "../support/fake-homeserver/bot-at-fake.ts";
import { encryptedTalk } from "../support/fake-homeserver/encrypted-talk.ts";
import { notFound } from "../support/fake-homeserver/fake-homeserver.ts";
import { otherDevice } from "../support/fake-homeserver/other-device.ts";
import { keyStore } from "../support/stores/key-store.ts";
import { words } from "../support/world/words.ts";
import { createWorld } from "../support/world/world.ts";

/** What is so on Matrix alone. */
export const onMatrix: Record<string, () => Promise<void>> = {
  "On Matrix, a private chat has exactly the bot and one person in it; when somebody else comes, nothing more is answered there, and the bot leaves.":
    async () => {
      const bot = await createBot();
      const chat = bot.room("!a", [ana]);
      await bot.hears(text("!whereis"));
      expect(bot.received).toHaveLength(1);
      chat.invited.push(ben);
      await bot.hears(text("!whereis", {}, { event_id: "$2" }));
      expect(bot.received).toHaveLength(1);
      expect(chat.members).not.toContain(me);
      const toAna = { person: `matrix:${ana}` as never };
      const secret: Message = { kind: "message", reader: "one person", lines: [words("secret")] };
      await bot.network.send(toAna, secret, "key");
      expect(bot.bodies("!a").join()).not.toContain("secret");

      const unaware = await createBot();
      const used = unaware.room("!a", [ana]);
      await unaware.hears(text("!whereis"));
      used.invited.push(ben); // the bot is not told
      await unaware.network.send(toAna, secret, "key");
      expect(unaware.bodies("!a").join()).not.toContain("secret");
    },

  "On Matrix, nothing goes in clear into an encrypted room, whatever fails, and nothing that came there in clear is taken.":
    async () => {
      const at = await botAtFake();
      const { bot, homeserver } = at;
      onTestFinished(() => at.leave());
      for (const answer of [
        { status: 500 },
        { status: 403, json: { errcode: "M_FORBIDDEN" } },
        { text: "not JSON" },
        { cut: "before" as const },
      ]) {
        homeserver.on(({ path }) => (path.includes("m.room.encryption") ? answer : undefined));
        await expect(bot.send("!a:fake.test", "m.room.message", { body: "here" }, "txn")).rejects.toThrow();
      }
      expect(homeserver.asked.some(({ path }) => path.includes("/send/"))).toBe(false);
      homeserver.on(({ path }) => (path.includes("m.room.encryption") ? notFound : undefined));
      await bot.send("!plain:fake.test", "m.room.message", { body: "here" }, "txn");
      expect(homeserver.asked.filter(({ path }) => path.includes("/send/"))).toHaveLength(1);

      const megolm = { json: { algorithm: "m.megolm.v1.aes-sha2" } };
      homeserver.on(({ path }) => (path.includes("m.room.encryption") ? megolm : undefined));
      expect(await bot.isEncrypted("!once:fake.test")).toBe(true);
      homeserver.on(({ path }) => (path.includes("m.room.encryption") ? notFound : undefined));
      expect(await bot.isEncrypted("!once:fake.test")).toBe(true);

      const { hears, room, received } = await createBot();
      room("!a", [ana, ben], { encrypted: true });
      for (const said of [text("!wipe yes"), location("geo:1,2"), beaconInfo(), point("geo:1,2")]) await hears(said);
      expect(received).toEqual([]);
      await hears(location("geo:1,2"), "!a", "decrypted");
      expect(received).toHaveLength(1);
    },

  "On Matrix, only members with a power level of 50 at least, and who made a room of version 12 or later, are admins, whatever else a room lets everybody do.":
    async () => {
      const { room, network } = await createBot();
      const { state } = room("!a", [ana, ben]);
      const isAdmin = async () => {
        const membership = await network.membership("matrix:!a" as never, `matrix:${ana}` as never);
        return membership.kind === "member" && membership.isAdmin;
      };
      const levels = (content: object) => state.set("m.room.power_levels ", { content });
      levels({ state_default: 0, users_default: 0 });
      expect(await isAdmin()).toBe(false);
      levels({ state_default: 0, users: { [ana]: 50 } });
      expect(await isAdmin()).toBe(true);
      levels({ state_default: 100, users: { [ana]: 50 } });
      expect(await isAdmin()).toBe(false);

      const other = room("!b", [ana, ben]);
      other.state.set("m.room.create ", { sender: ana, content: { room_version: "12" } });
      const made = await network.membership("matrix:!b" as never, `matrix:${ana}` as never);
      expect(made).toMatchObject({ isAdmin: true });
    },

  "On Matrix, a device that its owner has not verified commands nothing in an encrypted room, and gets no key of an answer.":
    async () => {
      const at = await botAtFake();
      onTestFinished(() => at.leave());
      const phone = await otherDevice("@ana:fake.test", "PHONE");
      const added = await otherDevice("@ana:fake.test", "ADDED", "without identity");
      const talk = encryptedTalk(at, "!a:fake.test", [phone, added]);
      void at.receive();
      await talk.hears([]);
      const [first, second] = [await talk.says(phone, "$1", "!stop"), await talk.says(added, "$2", "!stop")];
      const toDevice = { events: [...first.toDevice, ...second.toDevice] };
      await talk.hears([first.event, second.event], { to_device: toDevice });
      expect(at.happened.filter((what) => what.startsWith("event"))).toEqual([
        "event decrypted $1",
        "event unverified $2",
      ]);
      await at.bot.send("!a:fake.test", "m.room.message", { body: "here" }, "txn");
      const given = at.homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/m.room.encrypted/"));
      expect(given.flatMap(({ body }) => Object.keys(Object(body).messages["@ana:fake.test"]))).toEqual(["PHONE"]);

      const { hears, room, received } = await createBot();
      room("!a", [ana, ben], { encrypted: true });
      await hears(text("!whereis"), "!a", "unverified");
      expect(received).toEqual([]);
      await hears(text("!whereis"), "!a", "decrypted");
      expect(received).toHaveLength(1);
    },

  "On Matrix, who comes into an encrypted room later can be given no key of an earlier answer by a client that honours the mark on it (MSC4268).":
    async () => {
      const at = await botAtFake();
      onTestFinished(() => at.leave());
      const room = "!a:fake.test";
      const phone = await otherDevice("@ana:fake.test");
      const talk = encryptedTalk(at, room, [phone, await otherDevice("@eva:fake.test")]);
      const history = { json: { history_visibility: "shared" } };
      at.homeserver.on(({ path }) => (path.includes("history_visibility") ? history : undefined));
      at.homeserver.on(({ path }) => {
        const asMember = (state_key: string, membership: string) => ({ state_key, content: { membership } });
        const chunk = [asMember("@ana:fake.test", "join"), asMember("@eva:fake.test", "invite")];
        return path === `rooms/${room}/members` ? { json: { chunk } } : undefined;
      });
      void at.receive();
      await talk.hears([]);
      await at.bot.send(room, "m.room.message", { body: "here" }, "txn");
      const sent = at.homeserver.asked.filter(({ path }) => path.startsWith("sendToDevice/"));
      expect(JSON.stringify(sent)).not.toContain("@eva");
      const contents = sent.map(({ body }) => Object(body).messages["@ana:fake.test"].OTHER);
      await phone.receives(contents.map((content) => ({ type: "m.room.encrypted", sender: at.bot.userId, content })));
      expect(await phone.historyFor(room)).toMatchObject({
        room_keys: [],
        withheld: [{ code: "m.history_not_shared" }],
      });
    },

  "On Matrix, what was said once in an encrypted room is not taken again, whatever a homeserver delivers.":
    async () => {
      const at = await botAtFake();
      onTestFinished(() => at.leave());
      const phone = await otherDevice("@ana:fake.test");
      const talk = encryptedTalk(at, "!a:fake.test", [phone]);
      void at.receive();
      await talk.hears([]);
      const { event: said, toDevice } = await talk.says(phone, "$1", "!precision exact");
      await talk.hears([said], { to_device: { events: toDevice } });
      await talk.hears([{ ...said, event_id: "$2" }]);
      expect(at.happened.filter((what) => what.startsWith("event decrypted"))).toEqual(["event decrypted $1"]);

      const store = keyStore();
      const read = (event_id: string) => () =>
        createReplays(store.open(), () => store.time).check({ ...said, event_id });
      expect(read("$1")).not.toThrow();
      expect(read("$1")).not.toThrow();
      expect(read("$2")).toThrow("Replayed");
    },

  "On Matrix, a room that takes the place of another gets its expiry, and nothing that was shared with it.":
    async () => {
      const bot = await createBot();
      bot.room("!a", [ana, ben]).state.set("m.room.tombstone ", { content: { replacement_room: "!b" } });
      bot.room("!b", [ana, ben]).state.set("m.room.create ", { content: { predecessor: { room_id: "!a" } } });
      await bot.joins("!b");
      expect(bot.received).toEqual([{ kind: "room-replaced", from: "matrix:!a", to: "matrix:!b" }]);
      await roomReplaced();
    },

  "On Matrix, removing the message that began a share ends the share.": async () => {
    const bot = await createBot();
    bot.room("!a", [ana, ben]);
    for (const [begun, type] of [
      [location("geo:1,2"), "m.room.message"],
      [{ ...location("geo:1,2"), event_id: "$sealed" }, "m.room.encrypted"],
      [beaconInfo(), "org.matrix.msc3672.beacon_info"],
    ] as const) {
      await bot.hears(begun);
      const left = { type, sender: ana, content: {}, unsigned: { redacted_because: {} }, origin_server_ts: now };
      bot.events.set(begun.event_id, left);
      await bot.hears(event("m.room.redaction", { redacts: begun.event_id }, { event_id: "$r" }));
      const share = `matrix:${JSON.stringify(["!a", begun.event_id])}`;
      expect(bot.received.at(-1)).toEqual({ kind: "share-ended", person: `matrix:${ana}`, share });
    }
  },

  "On Matrix, removing the latest point of a live share destroys that position, and the answers that show it.":
    async () => {
      const bot = await createBot();
      bot.room("!a", [ana, ben], { encrypted: true });
      await bot.hears(beaconInfo());
      await bot.hears(point("geo:52.5,13.4", {}, { event_id: "$p" }), "!a", "decrypted");
      bot.events.set("$p", { ...event("m.room.encrypted", {}), unsigned: { redacted_because: {} } });
      await bot.hears(event("m.room.redaction", { redacts: "$p" }, { event_id: "$r" }));
      const told = bot.received.find(({ kind }) => kind === "position") as PositionIncoming;
      const order = told.position.order ?? Number.NaN;
      expect(bot.received).toContainEqual({ kind: "position-removed", person: `matrix:${ana}`, order });

      const world = await createWorld();
      world.room("march", "ana", "ben");
      const first = world.position("ana", "march", { at: [52.5, 13.4], live: 3_600_000 });
      await world.tell({ ...first, position: { ...first.position, order } });
      await world.says("ben", "march", "/whereis");
      expect(world.last("march")).toContain("52.5");
      await world.tell({ kind: "position-removed", person: first.from.person, order });
      expect(world.shown("march").join()).not.toContain("52.5");
      await world.says("ben", "march", "/whereis");
      expect(world.last("march")).toContain("still shares");
    },
};
