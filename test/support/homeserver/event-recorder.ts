import type { Decryption, SyncHandlers } from "../../../src/bots/matrix/sync/handlers.ts";
import { patience } from "./nio-person.ts";

export type Heard = {
  kind: "event" | "joined" | "left" | "invited" | "gap" | "state";
  roomId: string;
  eventId: string;
  type: string;
  sender: string;
  content: Record<string, unknown>;
  reading: Decryption | undefined;
};

/** Notes what a connection receives, and lets a test wait for it. */
export function createRecorder() {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();

  const note = async (kind: Heard["kind"], roomId: string, event: unknown = {}, reading?: Decryption) => {
    const { event_id = "", type = "", sender = "", content = {} } = Object(event);
    heard.push({ kind, roomId, eventId: event_id, type, sender, content, reading });
    for (const look of waiting) look();
  };
  const handlers: SyncHandlers = {
    onEvent: (roomId, event, reading) => note("event", roomId, event, reading),
    onState: (roomId) => note("state", roomId),
    onInvite: (roomId) => note("invited", roomId),
    onJoin: (roomId) => note("joined", roomId),
    onLeave: (roomId, event) => note("left", roomId, event),
    onGap: (roomId) => note("gap", roomId),
    onSenders: () => undefined,
    onSynced: () => undefined,
    durable: async () => undefined,
  };
  const next = (wanted: (one: Heard) => boolean): Promise<Heard> => {
    const { promise, resolve, reject } = Promise.withResolvers<Heard>();
    const timer = setTimeout(() => reject(new Error("what was waited for was not heard")), patience);
    const look = () => {
      const found = heard.find(wanted);
      if (!found) return;
      clearTimeout(timer);
      waiting.delete(look);
      resolve(found);
    };
    waiting.add(look);
    look();
    return promise;
  };
  return {
    heard,
    handlers,
    next,
    text: (roomId: string, body: string) => next((one) => one.roomId === roomId && one.content.body === body),
  };
}
