import { expect, test } from "vitest";
import { roomId } from "../../../../src/core/model/ids.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, me } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const strict = { users: { [ana]: 100 } };

test("to let members share live is used when it is there, and nothing else is changed", async () => {
  const bot = await createBot();
  const { state } = bot.room("!a", [ana, ben]);
  const allow = () => bot.network.allowLive?.(roomId("matrix", "!a"));
  state.set("m.room.power_levels ", { content: strict });
  expect(await allow()).toBe("no power");
  const able = { users: { [ana]: 100, [me]: 100 }, ban: 70 };
  state.set("m.room.power_levels ", { content: able });
  expect(await allow()).toBe("allowed now");
  const unstable = { "org.matrix.msc3672.beacon_info": 0, "org.matrix.msc3672.beacon": 0 };
  const events = { ...unstable, "m.beacon_info": 0, "m.beacon": 0 };
  expect(state.get("m.room.power_levels ")).toMatchObject({ content: { ...able, events } });
  expect(await allow()).toBe("allowed before");
  state.set("m.room.power_levels ", { content: { ...able, events: { ...events, "org.matrix.msc3672.beacon": 50 } } });
  expect(await allow()).toBe("allowed now");
  // What is not in the list yet may be put there, however much other state takes.
  const little = { users: { [ana]: 100, [me]: 60 }, events: { "m.room.power_levels": 60 }, state_default: 100 };
  state.set("m.room.power_levels ", { content: little });
  expect(await allow()).toBe("allowed now");
});

test("to let members share live is said to be used only when the room says so afterwards", async () => {
  const bot = await createBot();
  const room = bot.room("!a", [ana, ben]);
  const allow = () => bot.network.allowLive?.(roomId("matrix", "!a"));
  const able = { users: { [ana]: 100, [me]: 100 } };
  room.state.set("m.room.power_levels ", { content: able });
  bot.fail((method) => (method === "sendState" ? refusal(403) : undefined));
  expect(await allow()).toBe("no power");
  bot.fail((method) => (method === "sendState" ? refusal(502, "HTTP_502") : undefined));
  await expect(allow()).rejects.toThrow();
  bot.fail(() => undefined);
  // A level above the bot's own, which no server lets it change.
  room.state.set("m.room.power_levels ", { content: { ...able, events: { "m.beacon": 101 } } });
  expect(await allow()).toBe("no power");
  room.encrypted = true;
  room.state.set("m.room.power_levels ", { content: { ...able, events_default: 50 } });
  expect(await allow()).toBe("may not write");
  room.state.set("m.room.power_levels ", { content: able });
  // The homeserver takes it, and leaves it at that.
  room.state.set = () => room.state;
  expect(await allow()).toBe("no power");
});
