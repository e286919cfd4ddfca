import { type PersonId, personId, type RoomId, roomId, type ShareId } from "../../core/model.ts";
import type { Clock } from "../../core/ports.ts";
import type { Receive } from "../../core/reception.ts";
import type { Line } from "../../core/reply.ts";
import type { Chats } from "./chats.ts";
import type { MatrixConnection } from "./matrix-connection.ts";
import type { Relation } from "./message-content.ts";
import { messageRef } from "./message-ref.ts";
import type { RoomNotes } from "./room-notes.ts";

/** What everything that hears a room needs. */
export type Hearing = {
  readonly ask: () => MatrixConnection;
  readonly receive: Receive;
  /** Says something that only Matrix makes necessary. @param key the same for what is to be said once; @returns whether it was taken */
  readonly say: (room: string, lines: readonly Line[], key: string, relation?: Relation) => Promise<boolean>;
  readonly notes: RoomNotes;
  readonly chats: Chats;
  readonly now: Clock;
};

export const roomOf = (room: string): RoomId => roomId("matrix", room);
export const personOf = (user: string): PersonId => personId("matrix", user);
/** A share goes by the event that began it, whether that was a beacon_info, a location or a typed command. */
export const shareOf = (room: string, event: string): ShareId => messageRef({ room, event }) as string as ShareId;
