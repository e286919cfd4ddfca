import { connectMatrix } from "../../../src/bots/matrix/http/connect.ts";
import type { MatrixConnection } from "../../../src/bots/matrix/http/matrix-connection.ts";
import { tokenRest } from "../../../src/bots/matrix/limits.ts";
import type { Decryption, SyncHandlers } from "../../../src/bots/matrix/sync/handlers.ts";
import type { SyncEnd } from "../../../src/bots/matrix/sync/sync-loop.ts";
import { unwatched } from "../../../src/bots/network-plugin.ts";
import { StoreError } from "../../../src/core/model/errors.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { type Disk, makeDisk } from "../homeserver/whereat-account.ts";
import { type FakeHomeserver, startFakeHomeserver } from "./fake-homeserver.ts";

export const accessToken = "syt_secret_token";

/** A connection to a fake homeserver, on a disk of its own, whose waits end at once and are written down. */
export type BotAtFake = {
  readonly homeserver: FakeHomeserver;
  readonly disk: Disk;
  readonly bot: MatrixConnection;
  /** What came, in order: "event clear one", "join !a:fake.test", "token s2" and so on. */
  readonly happened: string[];
  readonly waits: number[];
  readonly lines: string[];
  /** can be moved */
  readonly clock: { now: number };
  /** Handles an event in place of the recorder alone. */
  handle(handler: (event: { event_id: string }) => Promise<void>): void;
  /** Has what is handed on become durable only then. */
  hold(until: Promise<void>): void;
  receive(): Promise<SyncEnd>;
  /** Waits until something has happened. */
  until(what: string): Promise<void>;
  leave(): Promise<void>;
};

/** @param sleep in place of waits that end at once; it ends when its signal aborts */
export async function botAtFake(sleep?: (ms: number, signal?: AbortSignal) => Promise<void>): Promise<BotAtFake> {
  const homeserver = await startFakeHomeserver();
  const disk = await makeDisk();
  const happened: string[] = [];
  const waits: number[] = [];
  const lines: string[] = [];
  let durable = Promise.resolve();
  const clock = { now: 1_800_000_000_000 };
  const watchers = new Set<() => void>();
  let handler = async (_event: { event_id: string }) => {};

  const note = (what: string) => {
    happened.push(what);
    for (const look of watchers) look();
  };
  const bot = await connectMatrix({
    homeserver: new URL(homeserver.url),
    access: { accessToken },
    keep: {
      get: (name) => disk.keep.get(name),
      async set(name, text) {
        await disk.keep.set(name, text);
        if (name === "matrix sync token") note(`token ${text}`);
      },
    },
    crypto: { path: disk.keyStore, fileKeys: disk.fileKeys, keep: { replaced: 1, unreplaced: 8 } },
    pulse: unwatched,
    pace: {
      now: () => instant(clock.now),
      async sleep(ms, signal) {
        waits.push(ms);
        await (sleep?.(ms, signal) ?? new Promise((resolve) => setImmediate(resolve)));
      },
      random: () => 0.5,
    },
    log: createLog("debug", (line) => lines.push(line)),
  });
  const handlers: SyncHandlers = {
    async onEvent(_room, event, decryption: Decryption) {
      const given = event as { event_id: string };
      await handler(given);
      note(`event ${decryption} ${given.event_id}`);
    },
    onState: async (room, event) => {
      await handler(event as { event_id: string });
      note(`state ${room} ${(event as { event_id: string }).event_id}`);
    },
    onInvite: async (room) => note(`invite ${room}`),
    onSenders: () => undefined,
    onJoin: async (room) => note(`join ${room}`),
    onLeave: async (room) => note(`leave ${room}`),
    onGap: async (room) => note(`gap ${room}`),
    onSynced: () => undefined,
    durable: () => durable,
  };

  return {
    homeserver,
    disk,
    bot,
    happened,
    waits,
    lines,
    clock,
    handle(given) {
      handler = given;
    },
    hold(until) {
      durable = until;
    },
    receive: () => bot.receive(handlers),
    until(what) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => {
        if (happened.includes(what)) resolve();
      };
      watchers.add(look);
      look();
      return promise;
    },
    async leave() {
      await bot.stop();
      await homeserver.stop();
      await disk.remove();
    },
  };
}

/** A wait lasts until it is given up, but for the one before a sync's token is stored: by that it is known to be taken in. */
export const untilGivenUp = async (ms: number, signal?: AbortSignal): Promise<void> => {
  if (ms !== tokenRest) await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
};

/** A handler that cannot work the first times it is called. */
export function downFor(times: number): () => Promise<void> {
  let calls = 0;
  return async () => {
    if (calls++ < times) throw new StoreError("down");
  };
}

export const message = (event_id: string, more: object = {}): object => ({
  event_id,
  type: "m.room.message",
  sender: "@ana:fake.test",
  content: { body: "hello" },
  ...more,
});

/** The join section of a sync with one room. */
export const inRoom = (roomId: string, events: readonly object[], more: object = {}): object => ({
  join: { [roomId]: { timeline: { events, ...more } } },
});
