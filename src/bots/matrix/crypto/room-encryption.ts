import { at, listOf, textOf } from "../../../lib/json-value.ts";
import { createOneAtATime, type OneAtATime } from "../../../lib/one-at-a-time.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { isNotFound } from "../http/request-error.ts";
import { type EncryptedRooms, megolm } from "./encrypted-rooms.ts";
import type { MachineOutbox } from "./machine-outbox.ts";
import type { Machine } from "./olm-machine.ts";

/** The room is encrypted in a way that whereat does not know, or is not encrypted at all. Nothing was sent. */
export class CannotEncryptError extends Error {
  override name = "CannotEncryptError";
  readonly code = "CANNOT_ENCRYPT";
}

export type RoomEncryptor = {
  /** @returns the content of an m.room.encrypted event that every device of the room's members now can read */
  encrypt(roomId: string, type: string, content: unknown): Promise<unknown>;
  /** The room's history visibility, as its latest state event has it. */
  noteVisibility(roomId: string, content: unknown): void;
};

/**
 * Encrypts for a room: one message at a time for each, so that keys are shared once and ratchets move in order.
 * @param keepMs milliseconds after which the bot's own messages get a new key, or sooner where the room says so
 */
export function createRoomEncryptor(
  machine: Machine,
  outbox: MachineOutbox,
  ask: Homeserver,
  rooms: EncryptedRooms,
  keepMs: number,
): RoomEncryptor {
  const turns = new Map<string, OneAtATime>();
  const claiming = createOneAtATime();
  const visibilities = new Map<string, string>();

  const noteVisibility = (roomId: string, content: unknown) => {
    const visibility = textOf(at(content, "history_visibility")) ?? "shared";
    visibilities.set(roomId, visibility);
    return visibility;
  };
  const visibilityOf = async (roomId: string) =>
    visibilities.get(roomId) ??
    noteVisibility(
      roomId,
      await ask("GET", v3`rooms/${roomId}/state/m.room.history_visibility/`).catch((error: unknown) => {
        if (isNotFound(error)) return {};
        throw error;
      }),
    );

  return {
    noteVisibility,
    encrypt(roomId, type, content) {
      const inTurn = turns.get(roomId) ?? createOneAtATime();
      turns.set(roomId, inTurn);
      return inTurn(async () => {
        const encryption = await rooms.of(roomId);
        if (encryption?.algorithm !== megolm)
          throw new CannotEncryptError(
            "The room's encryption is not one that whereat knows, so nothing was sent to it.",
          );
        const visibility = await visibilityOf(roomId);
        const readers = await readersOf(ask, roomId, visibility);
        await machine.track(readers);
        await outbox.drain();
        await claiming(async () => {
          const claim = await machine.missingSessions(readers);
          if (claim) await outbox.send(claim);
        });
        const rotationMs = Math.min(encryption.rotationMs ?? keepMs, keepMs);
        const settings = { visibility, rotationMs, rotationMessages: encryption.rotationMessages };
        for (const request of await machine.shareRoomKey(roomId, readers, settings)) await outbox.send(request);
        return machine.encrypt(roomId, type, content);
      });
    },
  };
}

/** Asked anew for each message: who left a second ago gets no key. */
async function readersOf(ask: Homeserver, roomId: string, visibility: string): Promise<string[]> {
  const answer = await ask("GET", v3`rooms/${roomId}/members`, { query: { not_membership: "leave" } });
  const reads = visibility === "joined" ? ["join"] : ["join", "invite"];
  return listOf(at(answer, "chunk")).flatMap((event) => {
    const userId = textOf(at(event, "state_key"));
    const membership = textOf(at(event, "content", "membership")) ?? "";
    return userId && reads.includes(membership) ? [userId] : [];
  });
}
