import { type Audience, chatOf, isRoom } from "../model/audience.ts";
import type { RoomId } from "../model/ids.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";

/** What waits to be sent, said or deleted. */
export type Outgoing = Exclude<QueuedItem, { kind: "incoming" }>;

export const isSaid = (item: Outgoing): item is Extract<Outgoing, { kind: "message" | "question" }> =>
  item.kind === "message" || item.kind === "question";

export const laneOf = (item: Outgoing): string => `${isSaid(item) ? "say" : item.kind} ${chatOf(item.to)}`;

/** The same item for another room. A question counts as asked there. */
export function inRoom(item: Outgoing & { to: Audience }, room: RoomId): Outgoing {
  const to: Audience = isRoom(item.to) ? { room } : { ...item.to, within: { room } };
  if (item.kind !== "question") return { ...item, to } as Outgoing;
  const { from } = item.question;
  return { ...item, to, question: { ...item.question, from: { ...from, place: { room } } } };
}

/** The room in which it is read; undefined for a private chat. */
export const roomOf = (to: Audience): RoomId | undefined => (isRoom(to) ? to.room : to.within?.room);

/** The news that the bot has lost the chat, as if the network had reported it. A message to one person in a room was sent to the room. */
export const goneFrom = (to: Audience) =>
  isRoom(to) || to.within
    ? ({ kind: "bot-left", room: isRoom(to) ? to.room : to.within.room } as const)
    : ({ kind: "person-blocked-bot", person: to.person } as const);
