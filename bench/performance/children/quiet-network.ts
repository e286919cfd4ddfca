import type { Audience } from "../../../src/core/model/audience.ts";
import { bareId, type MessageRef, type Network } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { hour } from "../../../src/lib/time.ts";

/** What was asked of the network, and said there. */
export type Calls = { memberships: number; sent: number; edited: number; removed: number };

/**
 * A network that can do what Telegram can, takes everything at once, and remembers nothing: what is measured over it is the core alone.
 * Everybody is a member of every room.
 */
export function createQuietNetwork(network: Network): { port: ChatNetwork; calls: Calls; newRef: () => MessageRef } {
  const calls: Calls = { memberships: 0, sent: 0, edited: 0, removed: 0 };
  let messages = 0;
  const newRef = () => `${network}:1/${++messages}` as MessageRef;
  const chatOf = (to: Audience) => bareId("room" in to ? to.room : to.person);
  const port: ChatNetwork = {
    network,
    capabilities: { knowsRepeats: false, deletesWithin: 47 * hour, whispers: "in private" },
    words: {
      stepsInRoom: "telegram-steps-in-room",
      stepsInPrivate: "telegram-steps-in-private",
      sendOnce: "telegram-send-once",
      sendLive: "telegram-send-live",
      deleting: "telegram-deleting",
      whoElseSees: "telegram-sees",
    },
    async membership(_, person) {
      calls.memberships += 1;
      return { kind: "member", name: nameOf(bareId(person)), isAdmin: false };
    },
    roomName: async () => "March",
    standing: async () => ({ isAdmin: true, hearsEverything: true }),
    async send(to) {
      calls.sent += 1;
      return [`${network}:${chatOf(to)}/${++messages}` as MessageRef];
    },
    async edit() {
      calls.edited += 1;
    },
    async remove() {
      calls.removed += 1;
    },
    acknowledge: async () => undefined,
    // Other people speak meanwhile.
    isNewest: () => false,
  };
  return { port, calls, newRef };
}

/** No two people have the same. */
export const nameOf = (id: string): string => `Walker${id}`;
