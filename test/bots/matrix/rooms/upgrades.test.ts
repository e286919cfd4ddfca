import { describe, expect, test } from "vitest";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event } from "../fake/events.ts";

const room = "matrix:!a";

describe("a room that takes the place of another", () => {
  const tombstone = event("m.room.tombstone", { replacement_room: "!new" }, { state_key: "", event_id: "$t" });
  const replaced = { kind: "room-replaced", from: room, to: "matrix:!new" };

  async function upgrade(predecessor = "!a", replacement = "!new") {
    const bot = await createBot();
    const old = bot.room("!a", [ana, ben]);
    await bot.joins("!a");
    old.state.set("m.room.tombstone ", { content: { replacement_room: replacement } });
    const open = () => {
      const next = bot.room("!new", [ana, ben]);
      next.state.set("m.room.create ", { content: { predecessor: { room_id: predecessor } } });
    };
    return { ...bot, open };
  }

  test("is followed when the bot comes there, and the old room says where to go", async () => {
    const bot = await upgrade();
    await bot.hears(tombstone);
    expect(bot.bodies("!a").at(-1)).toContain("This room has been replaced");
    expect(bot.received.splice(1)).toEqual([{ kind: "room-closed", room: "matrix:!a" }]);
    bot.open();
    await bot.joins("!new");
    expect(bot.received.slice(1)).toEqual([replaced]);
  });

  test("is followed when the bot was there before", async () => {
    const bot = await upgrade();
    bot.open();
    await bot.hears(tombstone);
    expect(bot.received.slice(1)).toEqual([replaced]);
  });

  test.each([
    ["!else", "!new"],
    ["!a", "!else"],
  ])("is a room like any other unless both say so: %s, %s", async (predecessor, replacement) => {
    const bot = await upgrade(predecessor, replacement);
    bot.open();
    await bot.joins("!new");
    expect(bot.received.slice(1)).toEqual([{ kind: "bot-joined", room: "matrix:!new", event: "$join!new" }]);
  });
});
