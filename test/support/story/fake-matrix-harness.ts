import { liveTypes } from "../../../src/bots/matrix/rooms/read-power-levels.ts";
import { createCore } from "../../../src/core/core.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute } from "../../../src/lib/time.ts";
import { createBot } from "../../bots/matrix/fake/bot-at-fake.ts";
import { me } from "../../bots/matrix/fake/events.ts";
import { seen } from "../world/words.ts";
import { type Harness, inPrivate, inRoom, type Shown } from "./harness.ts";

const userOf = (name: string) => `@${name}:example.org`;
const privateRoom = (name: string) => `!private-${name}`;

/** People in encrypted rooms of a fake account, with the real adapter and the real core, and a clock that moves when told. */
export async function startFakeMatrix(): Promise<Harness> {
  let receive: (incoming: Incoming) => Promise<void> = async () => undefined;
  const bot = await createBot({ receive: (incoming) => receive(incoming) });
  const clock = () => instant(bot.clock.now);
  const { store, seal, continuity } = await openSealedStore("memory:", { kind: "memory" }, clock);
  const networks = new Map<string, ChatNetwork>([["matrix", bot.network]]);
  const log = createLog("warn", (line) => {
    throw new Error(`Matrix logged: ${line}`);
  });
  let ids = 0;
  const wait = async () => undefined;
  const newId = () => `id-${++ids}`;
  const core = createCore({ store, seal, continuity, networks, clock, wait, random: () => 0.5, newId, log });
  await core.resume();
  receive = (incoming) => core.receive(incoming);
  let events = 0;

  async function post(room: string, name: string, body: string) {
    events += 1;
    const content = { msgtype: "m.text", body: body.replace(/^\//, "!") };
    const at = { event_id: `$said${events}`, sender: userOf(name), origin_server_ts: bot.clock.now };
    await bot.hears({ type: "m.room.message", content, ...at }, room, "decrypted");
    await bot.idle();
    await core.idle();
  }

  async function join(name: string, room: string) {
    const known = bot.rooms.get(room);
    if (known && !known.members.includes(userOf(name))) known.members.push(userOf(name));
    if (known) return;
    const made = bot.room(room, [userOf(name)], { encrypted: true });
    made.state.set("m.room.name ", { content: { name: room.slice(1) } });
    const users = { [userOf(name)]: 100, [me]: 50 };
    const events = Object.fromEntries(liveTypes.map((type) => [type, 0]));
    made.state.set("m.room.power_levels ", { content: { users, events } });
    // It is a room for several, though only one of them is there as yet.
    made.members.push(userOf("zed"));
    await bot.joins(room);
    await bot.idle();
    await core.idle();
  }

  function shown(): Shown[] {
    return bot.sent
      .filter(({ id, type }) => type === "m.room.message" && !bot.redacted.includes(id))
      .map(({ id, room, content }) => {
        const to = room.startsWith("!private-") ? inPrivate(room.slice("!private-".length)) : inRoom(room.slice(1));
        return { id, to, text: seen(String(content["body"])) };
      });
  }
  const leave = async (): Promise<never> => {
    throw new Error("Nobody leaves here.");
  };

  return {
    ownLines: [],
    async say(name, room, text) {
      if (room !== undefined) {
        await join(name, `!${room}`);
        return post(`!${room}`, name, text);
      }
      if (!bot.rooms.has(privateRoom(name))) {
        bot.room(privateRoom(name), [userOf(name)], { encrypted: true });
        bot.direct.set(userOf(name), [privateRoom(name)]);
      }
      return post(privateRoom(name), name, text);
    },
    async wait(milliseconds) {
      for (let left = milliseconds; left > 0; left -= minute) {
        bot.clock.now += Math.min(left, minute);
        await core.tick();
        await core.idle();
      }
    },
    join: (name, room) => join(name, `!${room}`),
    leave,
    kick: leave,
    admin: leave,
    shown,
    settle: async () => undefined,
  };
}

/** Who the bot is there. */
export const matrixBot = me;
