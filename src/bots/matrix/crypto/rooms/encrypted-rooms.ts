import { at, countOf, textOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { isNotFound } from "../../http/request-error.ts";
import type { SealedFile } from "../indexeddb/sealed-file.ts";

export type RoomEncryption = {
  readonly algorithm: string;
  /** Milliseconds. */
  readonly rotationMs: number | undefined;
  readonly rotationMessages: number | undefined;
};

export type EncryptedRooms = {
  /**
   * A room's encryption; undefined when the homeserver says now that the room has none. A room that was encrypted once stays so, whatever its
   * state says later.
   * @throws MatrixRequestError when the homeserver does not say: an error never means "not encrypted"
   */
  of(roomId: string): Promise<RoomEncryption | undefined>;
  /** Notes the content of an m.room.encryption event. */
  note(roomId: string, content: unknown): RoomEncryption;
  has(roomId: string): boolean;
};

export const megolm = "m.megolm.v1.aes-sha2";
const table = "encrypted rooms";

export function createEncryptedRooms(file: SealedFile, ask: Homeserver): EncryptedRooms {
  const known = new Map<string, RoomEncryption>();
  for (const { key, value } of file.rows(table)) known.set(JSON.parse(key), readEncryption(JSON.parse(value)));

  const note = (roomId: string, content: unknown) => {
    const before = known.get(roomId);
    const said = readEncryption(content);
    // A later event may change how often keys change, but not end the encryption, nor make it one that nobody knows.
    const encryption = before?.algorithm === megolm && said.algorithm !== megolm ? before : said;
    file.write([{ kind: "put", table, key: JSON.stringify(roomId), value: JSON.stringify(toContent(encryption)) }]);
    known.set(roomId, encryption);
    return encryption;
  };

  return {
    note,
    has: (roomId) => known.has(roomId),
    async of(roomId) {
      const encryption = known.get(roomId);
      if (encryption) return encryption;
      try {
        return note(roomId, await ask("GET", v3`rooms/${roomId}/state/m.room.encryption/`));
      } catch (error) {
        if (isNotFound(error)) return undefined;
        throw error;
      }
    },
  };
}

function readEncryption(content: unknown): RoomEncryption {
  return {
    algorithm: textOf(at(content, "algorithm")) ?? "unknown",
    rotationMs: countOf(at(content, "rotation_period_ms")),
    rotationMessages: countOf(at(content, "rotation_period_msgs")),
  };
}

function toContent({ algorithm, rotationMs, rotationMessages }: RoomEncryption) {
  return { algorithm, rotation_period_ms: rotationMs, rotation_period_msgs: rotationMessages };
}
