import type { Audience } from "../../../core/model/audience.ts";
import { bareId, networkOf, type PersonId, type RoomId } from "../../../core/model/ids.ts";
import { idOf } from "../client/fields.ts";
import type { SentMessage } from "./message-ref.ts";

/** `person`: the one member of the group who is to see it. */
export type Target = { chat: number; thread: number | undefined; person?: number };

const ownId = (id: PersonId | RoomId) => (networkOf(id) === "telegram" ? idOf(Number(bareId(id))) : undefined);

export function targetOf(to: Audience): Target | undefined {
  const room = "room" in to ? to : to.within;
  const person = "room" in to ? undefined : ownId(to.person);
  if (person !== undefined && person < 0) return undefined;
  if (!room) return person === undefined ? undefined : { chat: person, thread: undefined };
  const chat = ownId(room.room);
  const thread = room.thread === undefined ? undefined : idOf(Number(room.thread));
  if (chat === undefined || chat > 0) return undefined;
  if ("room" in to) return { chat, thread };
  return person === undefined ? undefined : { chat, thread, person };
}

export const receiverOf = ({ chat, person }: Target) => (person === undefined ? undefined : { chat, person });

/** Whose share of what Telegram takes it counts for: what one member sees is no message to the group. */
export const laneOf = ({ chat, person }: Target): number => person ?? chat;

export const idsOf = ({ chat, person, ephemeral }: Extract<SentMessage, { ephemeral: number }>) => ({
  chat_id: chat,
  receiver_user_id: person,
  ephemeral_message_id: ephemeral,
});
