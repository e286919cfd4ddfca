import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createCore } from "../../../src/core/core.ts";
import { type MessageRef, type PersonId, personId, type RoomId, roomId, shareId } from "../../../src/core/model/ids.ts";
import type { CommandIncoming, PositionIncoming } from "../../../src/core/model/incoming.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { hour, type Instant, instant, later, minute, second } from "../../../src/lib/time.ts";
import { createQuietNetwork, nameOf } from "./quiet-network.ts";

const network = "telegram";
const quarter = 15 * minute;
const began = Date.UTC(2026, 10, 21, 12, 0, 30);

/** Where the store and the ring are. @param time what the clock says, in milliseconds since 1970; a ring refuses an earlier one */
export type Kept = { folder: string; passphrase?: string; time?: number };
export type Sharer = { person: PersonId; room: RoomId; message: MessageRef; startedAt: Instant };
export type Group = { room: RoomId; sharers: Sharer[] };

/** The real core over a SQLite file and a ring file, on a network that does nothing. Its clock moves only when it is told to. */
export async function openCoreWorld({ folder, passphrase, time: start = began }: Kept) {
  let time = start;
  const clock = () => instant(time);
  const wait = async () => {
    await nextTurn();
  };
  const log = createLog("warn");
  const path = join(folder, "keyring");
  const tier =
    passphrase === undefined ? { kind: "file" as const, path } : { kind: "sealed" as const, path, passphrase };
  const sealed = await openSealedStore(`sqlite:${join(folder, "whereat.db")}`, tier, clock, { wait, log });
  const { port, calls, newRef } = createQuietNetwork(network);
  const core = createCore({
    store: sealed.store,
    seal: sealed.seal,
    continuity: sealed.continuity,
    networks: new Map([[network, port]]),
    clock,
    wait,
    random: Math.random,
    newId: () => randomBytes(16).toString("base64url"),
    log,
  });
  await core.resume();
  let moves = 0;
  let questions = 0;

  /** The next point of a live share. */
  function moved({ person, room, message, startedAt }: Sharer, first = false): PositionIncoming {
    moves += 1;
    return {
      kind: "position",
      from: { person, place: { room } },
      share: shareId(network, message),
      live: true,
      position: {
        latitude: 52.4 + (moves % 20_000) / 1e5,
        longitude: 13.2 + (moves % 39_999) / 1e5,
        accuracy: 12,
        at: clock(),
      },
      startedAt,
      until: later(startedAt, 23 * hour),
      first,
      message,
    };
  }

  function asked(person: PersonId, room: RoomId, argument: string): CommandIncoming {
    questions += 1;
    const message = newRef();
    const id = `${message}/question/${questions}`;
    return {
      kind: "command",
      id,
      from: { person, place: { room } },
      name: "whereis",
      argument,
      mentions: [],
      sentAt: clock(),
      message,
    };
  }

  return {
    core,
    sealed,
    calls,
    clock,
    moved,
    asked,
    nameOf: ({ person }: Sharer) => nameOf(person.slice(network.length + 1)),
    group: (number: number, size: number): Group => {
      const room = roomId(network, `-100${number}`);
      const sharers = Array.from({ length: size }, (_, index) => {
        const person = personId(network, number * 1000 + index + 1);
        return { person, room, message: `${network}:-100${number}/${index + 1}` as MessageRef, startedAt: clock() };
      });
      return { room, sharers };
    },
    pass: (milliseconds: number) => void (time += milliseconds),
    /** The clock goes to shortly after the next edge of a quarter of an hour, at which keys change; the core does then what is due. */
    passToNextQuarter: async () => {
      time = (Math.floor(time / quarter) + 1) * quarter + second;
      await core.destroyKeys();
      await core.tick();
    },
    /** Milliseconds until the next edge. */
    leftOfQuarter: () => quarter - (time % quarter),
    async close() {
      await core.stop();
      await sealed.close();
    },
  };
}

export type CoreWorld = Awaited<ReturnType<typeof openCoreWorld>>;

/** Does something for each, so many at the same time. */
export async function inFlight<T>(
  most: number,
  each: Iterable<T>,
  work: (one: T) => Promise<unknown>,
): Promise<number> {
  const iterator = each[Symbol.iterator]();
  let done = 0;
  const lane = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) {
      await work(next.value);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: most }, lane));
  return done;
}
