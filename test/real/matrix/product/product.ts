import { connectMatrix } from "../../../../src/bots/matrix/http/connect.ts";
import { keepKeysDays } from "../../../../src/bots/matrix/limits.ts";
import { createMatrixBot } from "../../../../src/bots/matrix/matrix-bot.ts";
import type { SyncHandlers } from "../../../../src/bots/matrix/sync/handlers.ts";
import { unwatched } from "../../../../src/bots/network-plugin.ts";
import { type Core, createCore } from "../../../../src/core/core.ts";
import { type Network } from "../../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../../src/core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../../../../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { instant, minute } from "../../../../src/lib/time.ts";
import { openPictures } from "../../../../src/pictures/open-pictures.ts";
import { passwordOf, register } from "../../../support/homeserver/homeserver.ts";
import { makeDisk, realPace } from "../../../support/homeserver/whereat-account.ts";

export type Product = {
  userId: string;
  readonly core: Core;
  logged: readonly string[];
  /** the last message of a room that the bot has heard, its own among them */
  newestIn: (room: string) => string | undefined;
  /** whether the bot has taken in this event */
  hasHeard: (event: string) => boolean;
  /** as the product has it, in milliseconds */
  now: () => number;
  /** lets time go by, with a sweep after each step, in milliseconds */
  pass: (time: number, step?: number) => Promise<void>;
  /** ends, lets time go by, and begins again over the same store; @param meanwhile what happens in between */
  isDownFor: (time: number, meanwhile?: () => Promise<unknown>) => Promise<void>;
  stop: () => Promise<void>;
};

type Options = {
  allowedInviters?: readonly string[];
  /** the product's time goes on only when it is told to */
  timeStands?: boolean;
};

/**
 * The whole product on a real homeserver: the real connection, adapter and core, and a clock that can be moved ahead.
 * @param name of the account that is made for it
 */
export async function startProduct(homeserver: string, name: string, options: Options = {}): Promise<Product> {
  const { allowedInviters = [], timeStands = false } = options;
  await register(homeserver, name);
  const disk = await makeDisk();
  let ahead = 0;
  const began = Date.now();
  const clock = () => instant((timeStands ? began : Date.now()) + ahead);
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line));
  const { store, seal, continuity } = await openSealedStore("memory:", { kind: "memory" }, clock);
  const pictures = openPictures({ sleep: realPace.sleep, log });
  const keep = createNetworkTexts(createSealedRecords(store, seal, clock, log), "matrix");
  const fileKeys = await seal.fileKeys("matrix store");
  const newest = new Map<string, string>();
  const heard = new Set<string>();
  // The homeserver's clock cannot be moved: what it says of time is moved along with ours, once for each event.
  const times = new Map<string, number>();
  const movedAlong = (event: unknown) => {
    const { event_id: id, origin_server_ts: at } = Object(event);
    if (typeof at !== "number") return event;
    const moved = times.get(id) ?? (timeStands ? clock() : at + ahead);
    times.set(id, moved);
    return { ...Object(event), origin_server_ts: moved };
  };
  let ids = 0;

  async function begin() {
    const networks = new Map<Network, ChatNetwork>();
    const core = createCore({
      store,
      seal,
      continuity,
      networks,
      pictures,
      clock,
      wait: (milliseconds) => realPace.sleep(milliseconds),
      random: () => 0.5,
      newId: () => `id-${++ids}`,
      log,
    });
    const bot = createMatrixBot({ allowedInviters, keep }, core.receive, {
      now: clock,
      wait: (milliseconds) => realPace.sleep(milliseconds),
      random: realPace.random,
      log,
    });
    networks.set("matrix", bot.network);
    await core.resume();
    const connection = await connectMatrix({
      homeserver: new URL(homeserver),
      access: { user: name, password: passwordOf(name) },
      keep,
      crypto: { path: disk.keyStore, fileKeys, keep: keepKeysDays },
      pulse: unwatched,
      pace: realPace,
      log,
    });
    await bot.connected({
      ...connection,
      getStateEvent: async (...asked) => movedAlong(await connection.getStateEvent(...asked)),
    });
    const handlers: SyncHandlers = {
      ...bot.handlers,
      onEvent: async (room, event, decryption) => {
        await bot.handlers.onEvent(room, movedAlong(event), decryption);
        heard.add(Object(event).event_id);
        if (/^m\.room\.(message|encrypted)$/.test(Object(event).type)) newest.set(room, Object(event).event_id);
      },
    };
    void connection.receive(handlers);
    const sweeping = setInterval(() => void core.tick(), 1000);
    return {
      core,
      connection,
      async stop() {
        clearInterval(sweeping);
        await connection.stop();
        await core.stop();
      },
    };
  }

  let running = await begin();
  return {
    userId: running.connection.userId,
    get core() {
      return running.core;
    },
    logged,
    newestIn: (room) => newest.get(room),
    hasHeard: (event) => heard.has(event),
    now: clock,
    async stop() {
      await running.stop();
      await pictures.close();
      await disk.remove();
    },
    async isDownFor(time, meanwhile = async () => undefined) {
      await running.stop();
      ahead += time;
      await meanwhile();
      running = await begin();
    },
    async pass(time, step = minute) {
      for (let left = time; left > 0; left -= step) {
        ahead += Math.min(left, step);
        await running.core.tick();
        await running.core.idle();
      }
    },
  };
}
