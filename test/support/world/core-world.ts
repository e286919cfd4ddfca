import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { readCommand } from "../../../src/bots/parse-command.ts";
import { plainWords } from "../../../src/bots/render.ts";
import { type Core, createCore } from "../../../src/core/core.ts";
import { StoreError } from "../../../src/core/model/errors.ts";
import type { Network } from "../../../src/core/model/ids.ts";
import { personId, roomId, shareId } from "../../../src/core/model/ids.ts";
import type { CommandIncoming, Incoming, Origin, PositionIncoming } from "../../../src/core/model/incoming.ts";
import type { Loss } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import type { RingTier } from "../../../src/core/storage/ring-file/kept-ring.ts";
import { createClock } from "../../../src/lib/clock.ts";
import { createLog } from "../../../src/lib/log.ts";
import { type Duration, hour, instant, second } from "../../../src/lib/time.ts";
import { createChatNetwork } from "./chat-network.ts";
import { seen } from "./words.ts";
import type { Options, Said, Sharing } from "./world-options.ts";

export const began = Date.UTC(2026, 10, 21, 12, 0, 0);

const storageIn = (folder: string | undefined): { url: string; tier: RingTier } =>
  folder === undefined
    ? { url: "memory:", tier: { kind: "memory" } }
    : { url: `sqlite:${join(folder, "whereat.db")}`, tier: { kind: "file", path: join(folder, "keyring") } };

/** As the program does every second: what failed is tried again with the next tick. */
function unlessStoreError(error: unknown) {
  if (!(error instanceof StoreError)) throw error;
}

/** The whole core over a store in memory under the real seal, on a fake chat network, with a clock that moves when told. */
export async function createCoreWorld(options: Options = {}) {
  const first = options.network ?? "telegram";
  let wall = began;
  let running = 0;
  let ids = 0;
  const logged: string[] = [];
  const tokens: string[] = [];
  const newClock = () =>
    createClock(
      () => wall,
      () => running,
    );
  let clock = newClock();
  const now = () => clock();
  const network = createChatNetwork(first, now, options);
  const beside = options.beside === undefined ? undefined : createChatNetwork(options.beside, now, options);
  /** the network that people are on, of whom the test speaks now */
  let here = { name: first, network };
  const disk = storageIn(options.folder);
  let opened = await openSealedStore(disk.url, disk.tier, now);
  const log = createLog("debug", (line) => logged.push(line));
  const newId = () => {
    ids += 1;
    tokens.push(`token${ids}`.padEnd(22, "x"));
    return tokens.at(-1) ?? "";
  };
  const newCore = () =>
    createCore({
      store: options.store?.(opened.store) ?? opened.store,
      seal: options.seal ?? opened.seal,
      continuity: opened.continuity,
      networks: new Map([
        [first, options.connect?.(network.port) ?? network.port],
        ...(beside && options.beside ? [[options.beside, options.connect?.(beside.port) ?? beside.port] as const] : []),
      ]),
      clock: now,
      wait: async () => {
        await nextTurn();
      },
      random: () => 0.5,
      newId,
      log,
      ...(options.places && { places: options.places }),
      ...(options.pictures && { pictures: options.pictures }),
      ...(options.commands && { commands: options.commands }),
    });
  let core: Core = newCore();
  await core.resume().catch((error: unknown) => {
    if (!options.triesToResume) throw error;
    core = newCore();
    return core.resume();
  });

  async function resumeAnew() {
    core = newCore();
    await core.resume();
    await core.idle();
  }

  const survive = options.survive ?? ((work) => work());
  const tell = (incoming: Incoming) =>
    survive(async () => {
      // Telegram tells again what it was not told to have arrived.
      await core.receive(incoming);
      await core.idle();
    }, resumeAnew);
  const tick = () =>
    survive(async () => {
      await core.tick().catch(unlessStoreError);
      await core.idle();
    }, resumeAnew);

  const originOf = (who: string, room: string | undefined, thread?: string) => {
    const person = personId(here.name, who);
    if (room === undefined) return { person };
    const place = { room: roomId(here.name, room) };
    return { person, place: thread === undefined ? place : { ...place, thread } };
  };

  function command(from: Origin, chat: string, text: string, said: Said): CommandIncoming {
    const message = here.network.newRef(chat);
    const read = readCommand(text, "/");
    if (!read) throw new Error("not a command");
    const mentions = (said.mentions ?? []).map((who) => personId(here.name, who));
    const sentAt = instant(now() - (said.ago ?? 0));
    return { kind: "command", id: said.id ?? message, from, ...read, mentions, sentAt, message };
  }

  const world = {
    network,
    beside,
    /** the test speaks of people on this network from now on */
    on(which: Network) {
      here = which === options.beside && beside ? { name: which, network: beside } : { name: first, network };
    },
    logged,
    /** every random id that the core was given */
    tokens,
    now,
    tell,
    receive: (...batch: Incoming[]) => core.receive(...batch),
    tick: () => survive(() => core.tick(), resumeAnew),
    idle: () => core.idle(),
    store: opened.store,
    seal: opened.seal,
    continuity: opened.continuity,

    /** a room with these people, the first of them its admin, and the bot */
    room(room: string, ...people: string[]) {
      here.network.open(room, people);
    },

    /** @param room undefined: in the private chat */
    command: (who: string, room: string | undefined, text: string, said: Said = {}) =>
      command(originOf(who, room, said.thread), room ?? who, text, said),
    async says(who: string, room: string | undefined, text: string, said: Said = {}) {
      const incoming = world.command(who, room, text, said);
      await tell(incoming);
      return incoming;
    },
    anonymousAdminSays: (room: string, text: string) =>
      tell(command({ place: { room: roomId(here.name, room) } }, room, text, {})),

    /** the first message of a share, to be sent by `tell` or by the phone that `shares` gives */
    position(who: string, room: string | undefined, sharing: Sharing): PositionIncoming {
      const message = here.network.newRef(room ?? who);
      const [latitude, longitude] = sharing.at;
      const { accuracy, heading, live } = sharing;
      const fix = { latitude, longitude, at: now(), ...(accuracy && { accuracy }), ...(heading && { heading }) };
      const from = originOf(who, room, sharing.thread);
      const share = shareId(here.name, message);
      const base = { kind: "position", from, share, position: fix, startedAt: now(), first: true, message } as const;
      if (live === undefined) return { ...base, live: false };
      return live === "forever" ? { ...base, live: true } : { ...base, live: true, until: instant(now() + live) };
    },

    /** a person shares; @returns the phone that goes on with it */
    async shares(who: string, room: string | undefined, sharing: Sharing) {
      const first = world.position(who, room, sharing);
      await tell(first);
      return world.phone(first);
    },
    phone: (first: PositionIncoming) => ({
      first,
      /** what the phone would tell now, where it is now */
      update: (latitude: number, longitude: number): PositionIncoming => ({
        ...first,
        first: false,
        position: { ...first.position, latitude, longitude, at: now() },
      }),
      async moves(latitude: number, longitude: number) {
        await tell(this.update(latitude, longitude));
      },
      stops: () => tell({ kind: "share-ended", person: first.from.person, share: first.share }),
    }),

    async leaves(who: string, room: string) {
      here.network.exit(room, who);
      await tell({ kind: "person-left", person: personId(here.name, who), room: roomId(here.name, room) });
    },

    /** time goes by, in steps of at most a minute while it is less than an hour, and the core is told every step */
    async pass(time: Duration) {
      const step = time <= hour ? 60 * second : time / 60;
      for (let left = time; left > 0; left -= step) {
        wall += Math.min(left, step);
        running += Math.min(left, step);
        await tick();
      }
    },
    /** time goes by while the program does not run, or is too busy to notice */
    skip(time: Duration) {
      wall += time;
      running += time;
    },
    /** somebody sets the clock of the machine */
    setsClock(by: Duration) {
      wall += by;
    },

    /** the program ends and begins again, over the same store and ring */
    /** the program ends, something is done to its folder, and a second later it begins again */
    async restartAfter(change: () => unknown) {
      await core.stop();
      await opened.close();
      await change();
      wall += second;
      running += second;
      opened = await openSealedStore(disk.url, disk.tier, now);
      await resumeAnew();
    },
    lose: (loss: Loss) => opened.continuity.lose(loss),
    close: () => opened.close(),
    restart: () =>
      survive(async () => {
        await core.stop();
        // A ring whose keys are destroyed up to a time that has not come is not to be worked with: the clock is right again by then.
        wall = Math.max(wall, now());
        clock = newClock();
        await resumeAnew();
      }, resumeAnew),
    /** the program begins again as if the one before had died; what that one still does goes on, so let it have nothing to do */
    resumeAnew,
    stop: () => core.stop(),

    shown: (chat: string) => here.network.shown(chat),
    /** all that the bot has said in a chat, also what is gone */
    said: (chat: string) =>
      here.network.posts.filter((post) => post.chat === chat).map(({ message }) => seen(plainWords(message.lines))),
    /** the last thing that the bot said in a chat and that is still there */
    last: (chat: string) => here.network.shown(chat).at(-1),
  };
  return world;
}

export type CoreWorld = Awaited<ReturnType<typeof createCoreWorld>>;
