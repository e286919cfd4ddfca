import { createNetworkClock } from "../../../src/bots/network-clock.ts";
import { type NetworkWorld, unwatched } from "../../../src/bots/network-plugin.ts";
import { DeliveryError } from "../../../src/core/model/errors.ts";
import type { MessageRef, PersonId, RoomId } from "../../../src/core/model/ids.ts";
import type { Incoming } from "../../../src/core/model/incoming.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { createLog } from "../../../src/lib/log.ts";
import { type Clock, instant, minute } from "../../../src/lib/time.ts";
import { freshFileKeys } from "../stores/file-keys.ts";
import { nothingLost } from "../world/past.ts";

/** One network with a bot on it that is connected, and its people. */
export type NetworkHarness = {
  readonly network: ChatNetwork;
  /** what the network told the core, oldest first */
  readonly received: readonly Incoming[];
  /** a person whom the bot can write to in private */
  person: (name: string) => Promise<PersonId>;
  /** a room with the bot and these people, the first of them its admin */
  room: (name: string, ...people: readonly PersonId[]) => Promise<RoomId>;
  /** a room of this network that does not exist */
  readonly nowhere: RoomId;
  /** what the bot said there that can be read there now, as `reader` sees it, else as everybody in the chat does */
  shown: (chat: RoomId | PersonId, reader?: PersonId) => readonly string[];
  /** each of these resolves when the core was told. @param room undefined: in private */
  says: (person: PersonId, room: RoomId | undefined, text: string) => Promise<void>;
  leaves: (person: PersonId, room: RoomId) => Promise<void>;
  /** the person chooses one of the replies that were offered in private: by its key, or by its number */
  chooses: (person: PersonId, number: number) => Promise<void>;
  /** a plain position of a phone; absent on a network without phones */
  sendsPosition?: (
    person: PersonId,
    room: RoomId | undefined,
    at: { latitude: number; longitude: number },
  ) => Promise<void>;
  /** from now on nothing gets through to the network. @returns what mends it; absent where there is no wire */
  cut?: () => () => void;
};

/** What a network may be without. */
export type Without = { wire?: true; phones?: true };

/** What the program gives to a network, with a core that only writes down what it is told. */
export function createNetworkWorld(now: Clock = () => instant(1_795_435_200_000)) {
  const received: Incoming[] = [];
  const lines: string[] = [];
  const kept = new Map<string, string>();
  const watchers = new Set<() => void>();
  const atOnce = () => new Promise<void>((resolve) => void setImmediate(resolve));
  /** Pauses between attempts are over at once; what is to be done each hour is not done here. */
  const pause = (milliseconds: number) => (milliseconds < minute ? atOnce() : new Promise<void>(() => undefined));
  const log = createLog("debug", (line) => lines.push(line));
  const world: NetworkWorld = {
    core: {
      async receive(...batch) {
        received.push(...batch);
        for (const look of watchers) look();
      },
      tick: atOnce,
      idle: atOnce,
    },
    now,
    theirs: createNetworkClock("the network", { now, log }),
    pulse: unwatched,
    wait: pause,
    sleep: pause,
    random: () => 0.5,
    log,
    keep: { get: async (name) => kept.get(name), set: async (name, text) => void kept.set(name, text) },
    past: nothingLost,
    fileKeys: freshFileKeys,
    atExit: () => undefined,
  };
  return {
    world,
    received,
    lines,
    /** does something, and waits until the core is told this because of it */
    tells: async (isIt: (incoming: Incoming) => boolean, act: () => unknown): Promise<void> => {
      const before = received.length;
      const { promise, resolve } = Promise.withResolvers<void>();
      const look = () => {
        if (received.slice(before).some(isIt)) resolve();
      };
      watchers.add(look);
      await act();
      await promise;
      watchers.delete(look);
    },
  };
}

/** The message of the last command that the core was told of. */
export function lastMessage(received: readonly Incoming[]): MessageRef {
  const last = received.findLast((incoming) => incoming.kind === "command");
  if (last === undefined) throw new Error("Nothing was said.");
  return last.message;
}

/** Why a network did not do something: the kind of its DeliveryError; "done" when it did. @throws what is no DeliveryError */
export async function failureOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "done";
  } catch (error) {
    if (error instanceof DeliveryError) return error.failure.kind;
    throw error;
  }
}
