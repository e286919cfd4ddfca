import { day, type Instant, later } from "../../lib/time.ts";
import { type Audience, chatOf, isInPlace, isRoom } from "../model/audience.ts";
import { forEverybody, forOnePerson, type Otherwise } from "../model/effects.ts";
import { DeliveryError } from "../model/errors.ts";
import type { MessageRef, RoomId } from "../model/ids.ts";
import { heldAnswerKept, maxCommandAge } from "../model/limits.ts";
import type { Asked, Message } from "../model/message.ts";
import { askedPrefix } from "../queue/answer-expiry.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";

/** What waits to be sent, said or deleted. */
export type Outgoing = Exclude<QueuedItem, { kind: "incoming" }>;

export const isSaid = (item: Outgoing): item is Extract<Outgoing, { kind: "message" | "question" }> =>
  item.kind === "message" || item.kind === "question";

/** What is for one person in a room waits for nobody else there. */
export const laneOf = (item: Outgoing): string =>
  `${isSaid(item) ? "say" : item.kind} ${chatOf(item.to)}${isSaid(item) && isInPlace(item.to) ? ` ${item.to.person}` : ""}`;

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

/** `otherwise`: said in its place when the network does not take it */
export type Addressed = { to: Audience; message: Message; otherwise?: Otherwise };

/** What is said in the place of an item: in the lane of the chat in which it is read, and under the id of the item. */
export function elsewhere(item: Outgoing, { to, message, otherwise }: Addressed, now: Instant): Outgoing {
  const inRoomOf = isRoom(to) || isInPlace(to);
  const replyTo = item.kind === "question" ? item.question.message : item.kind === "message" ? item.replyTo : undefined;
  const droppedAt = later(now, isInPlace(to) && !otherwise ? heldAnswerKept : day);
  const said = { kind: "message", id: item.id, to, message, due: now, droppedAt } as const;
  return { ...said, ...(inRoomOf && replyTo !== undefined && { replyTo }), ...(otherwise && { otherwise }) };
}

/** What is said where the room forbids reactions: whoever shares must see that it was taken in. */
export function inWords({ id, to, message }: Extract<Outgoing, { kind: "reaction" }>, now: Instant): Outgoing {
  const lines = [text("taken-in")];
  const said = isRoom(to) ? forEverybody({ lines }) : forOnePerson({ lines });
  const droppedAt = later(now, maxCommandAge);
  return { kind: "message", id: `words/${id}`, to, message: said, replyTo: message, due: now, droppedAt };
}

/** The planned deletion of a question that the bot asked. */
export function removalOfAsked(
  { to }: Extract<Outgoing, { kind: "message" }>,
  refs: readonly MessageRef[],
  about: Asked["about"],
  due: Instant,
): Outgoing {
  const asked = {
    kind: "removal",
    id: `${askedPrefix(about)}${refs[0]}`,
    to,
    refs,
    shows: [],
    textOnly: true,
  } as const;
  return { ...asked, due, droppedAt: later(due, day) };
}

/** If one message of an answer cannot be deleted, the others are deleted all the same. */
export function whenRefused(error: unknown): void {
  if (!(error instanceof DeliveryError) || error.failure.kind !== "refused") throw error;
}
