import { bareId, type MessageRef } from "../src/core/model/ids.ts";
import type { Message } from "../src/core/model/message.ts";
import type { ChatNetwork } from "../src/core/model/ports.ts";

/** What is looked for afterwards: everything that identifies somebody, or says where they are, holds one of these. */
export const markers = {
  latitude: "52.7331",
  longitude: "13.7331",
  person: "733100",
  room: "-100733100",
  name: "Drillname",
};

/**
 * A chat network on which everybody is who they say and everything arrives.
 * @param said is given every message that the bot sends
 */
export function createMarkedNetwork(said: (message: Message) => void): ChatNetwork {
  let messages = 0;
  return {
    network: "telegram",
    capabilities: { knowsRepeats: false, whispers: "in private" },
    words: {
      stepsInRoom: "telegram-steps-in-room",
      stepsInPrivate: "telegram-steps-in-private",
      sendOnce: "telegram-send-once",
      sendLive: "telegram-send-live",
      deleting: "telegram-deleting",
      whoElseSees: "telegram-sees",
    },
    async membership(_room, person) {
      return { kind: "member", name: `${markers.name} ${bareId(person)}`, isAdmin: false };
    },
    async roomName(room) {
      return `${markers.name} room ${bareId(room)}`;
    },
    async standing() {
      return { isAdmin: true, hearsEverything: true };
    },
    async send(_to, message) {
      said(message);
      messages += 1;
      return [`${markers.room}/${messages}` as MessageRef];
    },
    async edit() {},
    async remove() {},
    async acknowledge() {},
    isNewest: () => false,
  };
}
