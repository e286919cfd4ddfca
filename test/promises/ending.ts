import { expect } from "vitest";
import { readUpdate } from "../../src/bots/telegram/receive/read-update.ts";
import { SealError } from "../../src/core/model/errors.ts";
import { personId, roomId } from "../../src/core/model/ids.ts";
import { recordKeys } from "../../src/core/storage/records/record-keys.ts";
import { hour, minute } from "../../src/lib/time.ts";
import { createBot } from "../bots/matrix/fake/bot-at-fake.ts";
import { ana, ben, event, now } from "../bots/matrix/fake/events.ts";
import { createWorld, type World } from "../support/world/world.ts";
import { startSmallDrill } from "./small-drill.ts";

const where = [52.52, 13.405] as const;

/** When a share, an answer, and what is kept come to their end, as people see it. */
export const ending: Record<string, () => Promise<void>> = {
  "A live share ends when it is stopped, when its time is over, and after 24 hours at the latest; then its position is destroyed at once.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      const asksAfter = async (step: () => Promise<void>) => {
        await world.says("ben", "march", "/whereis ana");
        expect(world.last("march")).toContain("52.52");
        const { id, key, row } = await positionOfAna(world);
        expect(await world.seal.open(key, row)).toContain("52.52");
        await step();
        await world.tick();
        expect(await world.store.get(id)).toBeUndefined();
        expect(await world.seal.open(key, row).catch(onlySealError)).toBeUndefined();
        await world.says("ben", "march", "/whereis ana");
        expect(world.last("march")).toContain("There is nobody called");
      };
      const stopped = await world.shares("ana", "march", { at: where, live: 8 * hour });
      await asksAfter(() => stopped.stops());
      await world.shares("ana", "march", { at: where, live: 15 * minute });
      await asksAfter(() => world.pass(15 * minute));
      const forever = await world.shares("ana", "march", { at: where, live: "forever" });
      await world.pass(23 * hour);
      await forever.moves(52.521, 13.405);
      await world.pass(59 * minute);
      await asksAfter(() => world.pass(minute));
      await forever.moves(52.522, 13.405);
      await world.says("ben", "march", "/whereis ana");
      expect(world.last("march")).toContain("There is nobody called");
    },

  "A position that was sent before /stop or /forget begins no share after it, however late either of the two arrives.":
    async () => {
      for (const stop of ["/stop", "/forget"]) {
        const world = await createWorld();
        world.room("march", "ana", "ben");
        const early = world.phone(world.position("ana", "march", { at: where, live: 8 * hour }));
        const { comesBack } = world.network.goesAway();
        world.skip(minute);
        // Networks tell time in seconds: both are of the same one.
        await world.receive(world.command("ana", "march", "/here 52.52 13.405"));
        await world.receive(world.command("ana", "march", stop));
        // Said before, and delivered after.
        await world.receive(world.command("ana", "march", stop, { ago: 3 * minute }));
        world.skip(minute);
        await world.receive(early.update(52.52, 13.405));
        comesBack();
        await world.pass(minute);
        await world.says("ben", "march", "/whereis ana");
        expect(world.last("march")).toContain("There is nobody called");
      }
    },

  "A `/wipe` is carried out only when the admin who asked for it says yes.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cem");
    world.network.makeAdmin("march", "ben");
    await world.shares("cem", "march", { at: [52.52, 13.405], live: hour });
    await world.says("ana", "march", "/wipe");
    await world.says("ben", "march", "/wipe yes");
    await world.anonymousAdminSays("march", "/wipe yes");
    await world.says("cem", "march", "/whereis");
    expect(world.last("march")).toContain("52.52000");
    await world.says("ana", "march", "/wipe yes");
    await world.says("cem", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares");
  },

  "What was shared with a room before its `/wipe` begins no share after it, whether its sharer stopped it or not.":
    async () => {
      for (const stopped of [false, true]) {
        const world = await createWorld();
        world.room("march", "ana", "ben", "cem");
        const late = world.phone(world.position("cem", "march", { at: where, live: hour }));
        world.skip(minute);
        if (stopped) await world.says("cem", "march", "/stop");
        await world.says("ana", "march", "/wipe");
        await world.says("ana", "march", "/wipe yes");
        await world.receive(late.update(52.52, 13.405));
        await world.says("ben", "march", "/whereis");
        expect(world.last("march")).toContain("Nobody shares");
        world.network.move("march", "super");
        await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
        await world.receive(late.update(52.52, 13.405));
        await world.says("ben", "super", "/whereis");
        expect(world.last("super")).toContain("Nobody shares");
      }
    },

  "A share that others end, by `/wipe`, by removing the bot or the sharer, or with the room, is told to its sharer in private.":
    async () => {
      const person = personId("telegram", "ben");
      const ends = [
        (world: World) =>
          world.says("ana", "march", "/wipe").then(async () => void (await world.says("ana", "march", "/wipe yes"))),
        (world: World) => world.tell({ kind: "bot-left", room: roomId("telegram", "march") }),
        (world: World) => world.tell({ kind: "room-closed", room: roomId("telegram", "march") }),
        (world: World) => world.tell({ kind: "person-left", person, room: roomId("telegram", "march"), removed: true }),
        async (world: World) => {
          world.network.fail("send", { kind: "gone" });
          await world.says("ana", "march", "/whereis");
        },
      ];
      for (const end of ends) {
        const world = await createWorld();
        world.room("march", "ana", "ben");
        await world.shares("ben", "march", { at: [52.52, 13.405], live: hour });
        await end(world);
        expect(world.shown("ben")).toEqual([expect.stringContaining("your share there is over")]);
        expect(world.shown("ana")).toEqual([]);
      }
      const status = { user: { id: 7, is_bot: false }, status: "kicked" };
      const kicked = { chat: { id: -100, type: "supergroup" }, from: { id: 8 }, new_chat_member: status };
      const [telegram] = readUpdate({ update_id: 1, chat_member: kicked }, { id: 1, username: "whereat_bot" }, now);
      const bot = await createBot();
      bot.room("!a", [ana, ben]);
      await bot.hears(event("m.room.member", { membership: "leave" }, { state_key: ben, sender: ana }));
      for (const told of [telegram, bot.received[0]]) expect(told).toMatchObject({ removed: true });
    },

  "What the bot said in a room goes when the room is closed or replaced, and at the latest when the bot is let in again.":
    async () => {
      const [march, other] = [roomId("telegram", "march"), roomId("telegram", "other")];
      for (const how of ["closed", "replaced", "removed"] as const) {
        const world = await createWorld();
        for (const room of ["march", "other"]) world.room(room, "ana", "ben");
        await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
        await world.says("ben", "march", "/whereis ana");
        await world.says("ana", "march", "/whereis zoe");
        if (how === "closed") await world.tell({ kind: "room-closed", room: march });
        if (how === "replaced") await world.tell({ kind: "room-replaced", from: march, to: other });
        if (how === "removed") {
          world.network.fail("remove", { kind: "gone" });
          await world.tell({ kind: "bot-left", room: march });
          await world.tell({ kind: "bot-joined", room: march });
        }
        expect(world.shown("march").filter((said) => /52\.52000|zoe/.test(said))).toEqual([]);
      }
    },

  "An answer is deleted when the first position in it expires, when its share ends, or when somebody in it chooses to be shown less exactly.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben", "cem");
      await world.shares("ana", "march", { at: where, live: 8 * hour });
      await world.pass(30 * minute);
      const ben = await world.shares("ben", "march", { at: [52.53, 13.405], live: 8 * hour });
      await world.says("cem", "march", "/whereis");
      await world.pass(29 * minute);
      expect(world.shown("march")).toHaveLength(1);
      await world.pass(minute);
      expect(world.shown("march")).toEqual([]);
      await ben.moves(52.53, 13.406);
      await world.says("cem", "march", "/whereis ben");
      expect(world.shown("march")).toHaveLength(1);
      await world.says("ben", undefined, "/precision 1km");
      expect(world.shown("march")).toEqual([]);
      await world.says("cem", "march", "/whereis ben");
      expect(world.shown("march")).toHaveLength(1);
      await ben.stops();
      await world.idle();
      expect(world.shown("march")).toEqual([]);
    },

  "Setting the machine's clock back while the program runs lets nothing live longer.": async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.shares("ana", "march", { at: where, live: 8 * hour });
    await world.says("ben", "march", "/whereis ana");
    await world.pass(30 * minute);
    world.setsClock(-24 * hour);
    await world.pass(29 * minute);
    expect(world.shown("march")).toHaveLength(1);
    await world.pass(minute);
    expect(world.shown("march")).toEqual([]);
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("was destroyed");
  },

  "A shorter expiry applies at once to everything, and copies from before do not open; a longer one lengthens nothing that is shared already.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      const phone = await world.shares("ben", "march", { at: where, live: 8 * hour });
      await world.pass(20 * minute);
      await world.says("ana", "march", "/expiry 3h");
      await phone.moves(52.521, 13.405);
      await world.says("ana", "march", "/whereis ben");
      expect(world.last("march")).toContain("ept for 1 hour.");
      await world.says("ana", "march", "/expiry 10m");
      await world.says("ana", "march", "/whereis ben");
      expect(world.last("march")).toContain("ept for 10 minutes.");
      await world.says("ana", "march", "/expiry 3h");
      await phone.moves(52.522, 13.405);
      await world.says("ana", "march", "/whereis ben");
      expect(world.last("march")).toContain("ept for 10 minutes.");

      const { stage, opened } = await startSmallDrill();
      await stage.playUntil(3);
      const all = await stage.targets(stage.action.people);
      expect(await opened(all)).toBe(9);
      const [ana] = all;
      if (ana) await stage.action.says(stage.action.roomOf(ana.person), "/expiry 10m");
      expect(await opened(all)).toBe(0);
    },

  "Where a room is tidied, the message of a live location is deleted when its share is over, and never sooner.":
    async () => {
      const world = await createWorld();
      world.room("march", "ana", "ben");
      await world.says("ana", "march", "/setup tidy on");
      const phone = await world.shares("ben", "march", { at: [52, 13], live: hour });
      const isGone = () => world.network.withdrawn.includes(phone.first.message);
      await world.says("ana", "march", "/expiry 1m");
      await world.says("ana", "march", "/setup answers private");
      await world.pass(30 * minute);
      await world.tell({ ...phone.update(52.1, 13), until: (phone.first.startedAt + 2 * hour) as never });
      await world.pass(hour);
      expect(isGone()).toBe(false);
      await world.says("ben", "march", "/stop");
      expect(isGone()).toBe(true);
    },
};

/** Ana's row as it is now, which somebody may have copied. */
async function positionOfAna({ store, seal }: World) {
  const inRoom = recordKeys.circleOfRoom(roomId("telegram", "march"));
  const circle = JSON.parse((await seal.open(inRoom, (await store.get(seal.rowId(inRoom))) ?? "")) ?? "{}").value;
  const key = recordKeys.position(circle, personId("telegram", "ana"));
  const id = seal.rowId(key);
  return { id, key, row: (await store.get(id)) ?? "" };
}

function onlySealError(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
}
