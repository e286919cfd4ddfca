import type { Receive } from "../../../core/messaging/inbox.ts";
import { type PersonId, personId, type RoomId, roomId, type ShareId } from "../../../core/model/ids.ts";
import type { Text } from "../../../core/text/texts.ts";
import type { Clock } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import type { DirectChats } from "../rooms/direct-chats.ts";
import type { RoomNotes } from "../rooms/room-notes.ts";
import type { Relation } from "../send/message-content.ts";
import { messageRef } from "../send/message-ref.ts";

/** What everything that handles events of rooms needs. */
export type ReceiveContext = {
  readonly ask: () => MatrixConnection;
  readonly receive: Receive;
  /** Says something that only Matrix makes necessary. @param key the same for what is to be said once; @returns whether it was taken */
  readonly say: (room: string, said: readonly Text[], key: string, relation?: Relation) => Promise<boolean>;
  readonly notes: RoomNotes;
  readonly chats: DirectChats;
  readonly now: Clock;
};

export const roomOf = (room: string): RoomId => roomId("matrix", room);
export const personOf = (user: string): PersonId => personId("matrix", user);
/** A share goes by the event that began it, whether that was a beacon_info, a location or a typed command. */
export const shareOf = (room: string, event: string): ShareId => messageRef({ room, event }) as string as ShareId;
