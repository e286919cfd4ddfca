import { createCore } from "../../../../src/core/core.ts";
import type { Incoming } from "../../../../src/core/model/incoming.ts";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant, minute } from "../../../../src/lib/time.ts";
import { seen } from "../../../support/world/words.ts";
import { createBot } from "./bot-at-fake.ts";
import { event } from "./events.ts";

/** The real core and adapter on a fake account; what people say comes encrypted where the room is. */
export async function coreAtFake() {
  let receive: (incoming: Incoming) => Promise<void> = async () => undefined;
  const bot = await createBot({ receive: (incoming) => receive(incoming) });
  const clock = () => instant(bot.clock.now);
  const { store, seal, continuity } = await openSealedStore("memory:", { kind: "memory" }, clock);
  const networks = new Map<string, ChatNetwork>([["matrix", bot.network]]);
  const log = createLog("warn", (line) => {
    throw new Error(line);
  });
  let ids = 0;
  const wait = async (milliseconds: number) => void (bot.clock.now += milliseconds);
  const newId = () => `id-${++ids}`;
  const core = createCore({ store, seal, continuity, networks, clock, wait, random: () => 0.5, newId, log });
  await core.resume();
  receive = (incoming) => core.receive(incoming);

  let events = 0;
  /** @returns the event's id */
  async function does(sender: string, room: string, type: string, content: object): Promise<string> {
    const id = `$said${++events}`;
    const said = event(type, content, { sender, event_id: id, origin_server_ts: bot.clock.now });
    bot.events.set(id, said);
    await bot.hears(said, room, bot.rooms.get(room)?.encrypted ? "decrypted" : "clear");
    await core.idle();
    await bot.idle();
    return id;
  }
  const says = (sender: string, room: string, body: string, more: object = {}) =>
    does(sender, room, "m.room.message", { msgtype: "m.text", body, ...more });
  const answer = async (said: () => Promise<unknown>, room: string): Promise<string[]> => {
    const before = bot.bodies(room).length;
    await said();
    return bot.bodies(room).map(seen).slice(before);
  };
  const pass = async (time: number) => {
    for (let left = time; left > 0; left -= minute) {
      bot.clock.now += Math.min(left, minute);
      await core.tick();
      await core.idle();
    }
  };
  return {
    ...bot,
    core,
    does,
    says,
    edits: (sender: string, room: string, event_id: string, body: string) => {
      const content = { msgtype: "m.text", body };
      return says(sender, room, `* ${body}`, {
        "m.new_content": content,
        "m.relates_to": { rel_type: "m.replace", event_id },
      });
    },
    shares: (sender: string, room: string, geo_uri = "geo:52.5163,13.3777;u=9") =>
      says(sender, room, "here", { msgtype: "m.location", geo_uri }),
    /** What the bot said in a room, as people read it, from the so-manieth on. */
    read: (room: string, from = 0) => bot.bodies(room).map(seen).slice(from),
    /** What one message was answered with. */
    answer,
    pass,
  };
}
