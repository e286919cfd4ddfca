import { setImmediate as turn } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { startMatrix } from "../../../src/bots/matrix/start-matrix.ts";
import { createCore } from "../../../src/core/core.ts";
import type { Network } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createNetworkTexts } from "../../../src/core/storage/records/network-texts.ts";
import { createSealedRecords } from "../../../src/core/storage/records/sealed-records.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { makeDisk } from "../homeserver/whereat-account.ts";
import { nothingLost } from "../world/past.ts";
import { encryptedTalk } from "./encrypted-talk.ts";
import { type Asked, botId, startFakeHomeserver } from "./fake-homeserver.ts";
import { createFakeRooms } from "./fake-rooms.ts";
import { byPassword } from "./matrix-at-fake.ts";
import { type OtherDevice, otherDevice } from "./other-device.ts";

/** What is not asked for a message, but waits for something to happen. */
const isPoll = ({ path }: Asked) => path === "sync";

/**
 * The whole product in files of its own, in an encrypted room on a fake homeserver. What the bot does there is told to it, as a homeserver does.
 * @param names of the people in the room, of whom the first has all power
 */
export async function talkingRoom(names: readonly string[]) {
  const room = "!march:fake.test";
  const clock = { now: 1_800_000_000_000 };
  const now = () => instant(clock.now);
  const homeserver = await startFakeHomeserver();
  const rooms = createFakeRooms(homeserver, () => clock.now);
  const disk = await makeDisk();
  const devices = new Map<string, OtherDevice>();
  for (const name of names) devices.set(name, await otherDevice(`@${name}:fake.test`));
  rooms.open(
    room,
    "March",
    [...devices.values()].map(({ userId }) => userId),
  );
  const lines: string[] = [];
  const log = createLog("warn", (line) => lines.push(line));
  const tokens = new Set<string>();
  const watchers = new Set<() => void>();

  async function start() {
    const tier = { kind: "file" as const, path: `${disk.folder}/keyring` };
    const { store, seal, continuity, close } = await openSealedStore(`sqlite:${disk.folder}/whereat.db`, tier, now);
    const networks = new Map<Network, ChatNetwork>();
    let ids = 0;
    const never = () => new Promise<void>(() => undefined);
    const core = createCore({
      store,
      seal,
      continuity,
      networks,
      clock: now,
      wait: never,
      random: () => 0.5,
      newId: () => `id-${++ids}`,
      log,
    });
    const texts = createNetworkTexts(createSealedRecords(store, seal, now, log), "matrix");
    const keep: typeof texts = {
      get: (name) => texts.get(name),
      async set(name, text) {
        await texts.set(name, text);
        if (name === "matrix sync token") tokens.add(text);
        for (const look of watchers) look();
      },
    };
    const config = { homeserver: new URL(homeserver.url), login: byPassword, allowedInviters: [] };
    const bot = startMatrix(config, core.receive, {
      now,
      wait: never,
      log,
      keep,
      past: nothingLost,
      keyStore: disk.keyStore,
      fileKeys: await seal.fileKeys("matrix store"),
      pace: { now, wall: now, sleep: () => turn(), random: () => 0.5 },
    });
    networks.set("matrix", bot.network);
    await core.resume();
    await bot.start();
    return {
      core,
      async stop() {
        await bot.stop();
        await core.stop();
        await close();
      },
    };
  }

  let product = await start();
  onTestFinished(async () => {
    await product.stop();
    await homeserver.stop();
    await disk.remove();
  });
  const until = (what: string) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const look = () => {
      if (tokens.has(what.replace("token ", ""))) resolve();
    };
    watchers.add(look);
    look();
    return promise;
  };
  const talk = encryptedTalk({ homeserver, clock, until } as never, room, [...devices.values()]);
  let told = 0;
  let events = 0;

  /** Tells the bot of what it has sent and redacted meanwhile. */
  async function echo(): Promise<void> {
    const done = homeserver.asked
      .slice(told)
      .filter(({ method, path }) => method === "PUT" && /\/(send|redact)\//.test(path));
    told = homeserver.asked.length;
    if (done.length === 0) return;
    const echoes = done.map(({ path, body }) => {
      const [, , act = "", what = "", txn = ""] = path.split("/");
      const own = { sender: botId, origin_server_ts: clock.now, unsigned: { transaction_id: txn } };
      const event = { ...own, event_id: `$echo${++events}`, content: body };
      return act === "redact" ? { ...event, type: "m.room.redaction", redacts: what } : { ...event, type: what };
    });
    await talk.hears(echoes);
    await settle();
  }
  async function settle(): Promise<void> {
    await product.core.idle();
    await echo();
  }

  await talk.hears([]);
  return {
    homeserver,
    clock,
    room,
    lines,
    /** Somebody says something, and all that follows from it is over. */
    async says(name: string, body: string): Promise<void> {
      clock.now += 1000;
      const said = await talk.says(devices.get(name)!, `$said${++events}`, body);
      await talk.hears([said.event], { to_device: { events: said.toDevice } });
      await settle();
    },
    /** What is asked of the homeserver while this is done, but for the polls. */
    async asked(work: () => Promise<void>): Promise<string[]> {
      const before = homeserver.asked.length;
      await work();
      return homeserver.asked
        .slice(before)
        .filter((one) => !isPoll(one))
        .map(({ method, path }) => `${method} ${path.replace(/\/[^/]*$/, "")}`);
    },
    async startAnew(): Promise<void> {
      await product.stop();
      product = await start();
    },
    /** Time passes, and the core does what is due. */
    async pass(time: number) {
      clock.now += time;
      await product.core.tick();
      await settle();
    },
  };
}
