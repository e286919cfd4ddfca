import type { Log } from "../../lib/log.ts";
import { type Clock, day, type Instant, later } from "../../lib/time.ts";
import { type Audience, chatOf, isInPlace, isRoom } from "../model/audience.ts";
import { forEverybody, forOnePerson, type Otherwise, passing } from "../model/effects.ts";
import { DeliveryError } from "../model/errors.ts";
import type { MessageRef, RoomId } from "../model/ids.ts";
import { heldAnswerKept, maxCommandAge, maxRemovalWait } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import type { ChatNetwork } from "../model/ports.ts";
import { type AnswerExpiry, askedPrefix, type Removal } from "../queue/answer-expiry.ts";
import type { Queue } from "../queue/queue.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";

/** What waits to be sent, said or deleted. */
export type Outgoing = Exclude<QueuedItem, { kind: "incoming" }>;

export const isSaid = (item: Outgoing): item is Extract<Outgoing, { kind: "message" | "question" }> =>
  item.kind === "message" || item.kind === "question";

/** What is for one person in a room waits for nobody else there. */
export const laneOf = (item: Outgoing): string =>
  `${isSaid(item) ? "say" : item.kind} ${chatOf(item.to)}${isSaid(item) && isInPlace(item.to) ? ` ${item.to.person}` : ""}`;

/** What is done first of what waits. Of deletions, where a network takes few at once, the newest that shows somebody. */
export function firstOf(items: readonly QueuedItem[], isNext: (item: Outgoing) => boolean): Outgoing | undefined {
  const next = items.filter((item): item is Outgoing => item.kind !== "incoming" && isNext(item));
  return next.findLast((item) => item.kind === "removal" && item.shows.length > 0) ?? next[0];
}

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

type Reaction = Extract<Outgoing, { kind: "reaction" }>;

/** Shows whoever shares that it was taken in. Many rooms forbid reactions: there it is said in words. */
export async function acknowledge(
  item: Reaction,
  network: Pick<ChatNetwork, "acknowledge">,
  { queue, clock, log }: Pick<Ends, "queue" | "clock"> & { log: Log },
): Promise<void> {
  try {
    await network.acknowledge(item.message);
  } catch (error) {
    const kind = error instanceof DeliveryError ? error.failure.kind : "error";
    log.debug(`a reaction was not taken: ${kind}`);
    if (kind === "refused" && !item.orNothing) await queue.put(inWords(item, clock()));
  }
}

function inWords({ id, to, message }: Reaction, now: Instant): Outgoing {
  const lines = [text("taken-in")];
  const said = isRoom(to) ? passing(forEverybody({ lines })) : forOnePerson({ lines });
  const droppedAt = later(now, maxCommandAge);
  return { kind: "message", id: `words/${id}`, to, message: said, replyTo: message, due: now, droppedAt };
}

/** The planned deletion of what was said, where it has an end: of a question that the bot asked, or of a word for who asked. */
function removalOf(
  { to, message: { asked, passing } }: Extract<Outgoing, { kind: "message" }>,
  refs: readonly MessageRef[],
  now: Instant,
): Removal | undefined {
  if (refs.length === 0) return undefined;
  const removal = { kind: "removal", to, refs, shows: [], textOnly: true } as const;
  if (asked) {
    const due = asked.until;
    return { ...removal, id: `${askedPrefix(asked.about)}${refs[0]}`, due, droppedAt: later(due, day) };
  }
  if (!passing) return undefined;
  const due = later(now, passing.stands);
  const of = passing.asker === undefined ? {} : { asker: passing.asker };
  return {
    ...removal,
    id: `passing/${refs[0]}`,
    passing: passing.kind,
    ...of,
    due,
    droppedAt: later(due, maxRemovalWait),
  };
}

/** Whether the one word takes the place of the other: the same person asked for it there, and it is of the same kind. */
const takesPlaceOf = (one: Removal, other: Removal): boolean =>
  one.passing !== undefined &&
  one.passing === other.passing &&
  one.asker !== undefined &&
  one.asker === other.asker &&
  one.id !== other.id &&
  chatOf(one.to) === chatOf(other.to);

type Ends = {
  queue: Pick<Queue, "items" | "put">;
  answerExpiry: Pick<AnswerExpiry, "planned" | "bringForward">;
  clock: Clock;
};

/** A question is deleted when it is over. It may be over already: then it was taken from the queue while it was on its way. */
export async function planEnd(
  item: Extract<Outgoing, { kind: "message" }>,
  refs: readonly MessageRef[],
  { queue, answerExpiry, clock }: Ends,
): Promise<void> {
  const removal = removalOf(item, refs, clock());
  if (removal === undefined) return;
  const isOver = item.message.asked && !queue.items().some(({ id }) => id === item.id);
  await queue.put(isOver ? { ...removal, due: clock() } : removal);
  const before = answerExpiry.planned().filter((other) => takesPlaceOf(removal, other));
  for (const other of before) await answerExpiry.bringForward(other, [clock()]);
}

/** If one message of an answer cannot be deleted, the others are deleted all the same. */
export function whenRefused(error: unknown): void {
  if (!(error instanceof DeliveryError) || error.failure.kind !== "refused") throw error;
}
