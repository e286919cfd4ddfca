import * as v from "valibot";
import { theRoomItself } from "../../../model/effects.ts";
import type { Answer, Keyboard, Message, Shown } from "../../../model/message.ts";
import type { Sketch } from "../../../model/pictures.ts";
import { readText } from "../../../text/read-text.ts";
import type { Text } from "../../../text/texts.ts";
import {
  circleId,
  duration,
  latitude,
  list,
  longitude,
  measure,
  messageRef,
  personId,
  precision,
  shareId,
  text,
  time,
} from "../record-kind.ts";
import { audience, onePerson, place, schemaOf } from "./audience-schema.ts";
import { command, incoming } from "./incoming-schema.ts";

const shown = schemaOf<Shown>()(
  v.strictObject({
    circle: circleId,
    person: personId,
    precision,
    share: shareId,
    at: time,
    known: v.exactOptional(duration),
  }),
);

const answer = schemaOf<Answer>()(v.strictObject({ shows: list(shown), until: time }));

/** Parsed by its own list of ids and parameters. */
const said = v.pipe(
  v.unknown(),
  v.check((stored) => readText(stored) !== undefined),
  v.transform((stored) => readText(stored) as Text),
) as v.GenericSchema<Text, Text>;

const keyboard = schemaOf<Keyboard>()(
  v.union([
    v.strictObject({
      kind: v.literal("replies"),
      replies: list(v.strictObject({ label: said, command: text })),
    }),
    v.strictObject({ kind: v.literal("location"), label: said }),
    v.strictObject({ kind: v.literal("none") }),
  ]),
);

const point = { latitude, longitude };
const angle = v.pipe(v.number(), v.finite());
const picture = schemaOf<Sketch>()(
  v.strictObject({
    people: list(
      v.strictObject({
        ...point,
        number: measure,
        name: text,
        around: v.exactOptional(
          v.union([
            v.strictObject({ radius: measure, isOpen: v.exactOptional(v.literal(true)) }),
            v.strictObject({ cell: v.strictObject({ south: angle, north: angle, west: angle, east: angle }) }),
          ]),
        ),
        heading: v.exactOptional(measure),
        isOld: v.exactOptional(v.literal(true)),
        isAsker: v.exactOptional(v.literal(true)),
      }),
    ),
    from: v.exactOptional(v.strictObject(point)),
    meetings: list(v.strictObject(point)),
    at: time,
    by: v.exactOptional(text),
  }),
);

const content = {
  kind: v.literal("message"),
  lines: list(said),
  folds: v.exactOptional(list(v.strictObject({ from: measure, to: measure }))),
  picture: v.exactOptional(picture),
  copies: v.exactOptional(list(v.strictObject({ label: said, words: text }))),
  choices: v.exactOptional(list(v.strictObject({ label: said, command: text }))),
  shortcuts: v.exactOptional(list(v.strictObject({ label: said, command: text }))),
  asked: v.exactOptional(v.strictObject({ about: v.picklist(["rooms", "request", "answer"]), until: time })),
  passing: v.exactOptional(v.strictObject({ kind: text, stands: duration, asker: v.exactOptional(personId) })),
  silent: v.exactOptional(v.literal(true)),
  onlyIfOpen: v.exactOptional(v.literal(true)),
  privateChat: v.exactOptional(v.strictObject({ label: said, payload: text })),
  answer: v.exactOptional(answer),
};
/** What is for one person is never read as what a room may be told. */
const forEverybody = v.strictObject({ ...content, reader: v.literal("everybody") }) as v.GenericSchema<
  Message<"everybody">,
  Message<"everybody">
>;
export const message = schemaOf<Message>()(
  v.strictObject({
    ...content,
    reader: v.picklist(["everybody", "one person"]),
    pin: v.exactOptional(v.strictObject({ latitude, longitude, accuracy: v.exactOptional(measure) })),
    keyboard: v.exactOptional(keyboard),
  }),
);

const asker = v.exactOptional(v.union([v.literal(theRoomItself), personId]));
const otherwise = v.union([
  v.strictObject({ to: place, message: forEverybody, asker }),
  v.strictObject({ to: onePerson, message }),
]);

/** What every item has: when it is to be worked on, and when nobody waits for it any more. */
const item = { id: text, due: time, droppedAt: time };

export const queuedItem = v.variant("kind", [
  /** came in, and needs an answer of a network */
  v.strictObject({
    ...item,
    kind: v.literal("incoming"),
    incoming,
    /** what is to be said of it was said before */
    quiet: v.exactOptional(v.literal(true)),
    /** waits until what came in under this id was worked on, and what that said is durable */
    after: v.exactOptional(text),
  }),
  v.strictObject({
    ...item,
    kind: v.literal("message"),
    to: audience,
    message,
    replyTo: v.exactOptional(messageRef),
    /** said in its place when the network does not take it */
    otherwise: v.exactOptional(otherwise),
  }),
  /** answered when its turn comes, so that an answer that had to wait is not an old one */
  v.strictObject({
    ...item,
    kind: v.literal("question"),
    to: audience,
    question: command,
    /** asked in a room, and answered in the private chat, whatever the answer is */
    alone: v.exactOptional(v.literal(true)),
    /** what an answer that the network may have taken shows */
    told: v.exactOptional(answer),
    /** with a picture beside it */
    isPictured: v.exactOptional(v.literal(true)),
  }),
  v.strictObject({
    ...item,
    kind: v.literal("removal"),
    to: audience,
    /** whose answer it is; absent where the asker is not known */
    asker: v.exactOptional(personId),
    refs: list(messageRef),
    shows: list(shown),
    textOnly: v.boolean(),
    /** a picture stands beside the text */
    isPictured: v.exactOptional(v.literal(true)),
    /** of which kind the word is whose place the next of that kind takes */
    passing: v.exactOptional(text),
    /** somebody else wrote it: where it cannot be deleted, it stays */
    others: v.exactOptional(v.literal(true)),
    /** the share whose own message it is: it goes when that is over. `at`: it shows one position, of then, and goes with that */
    of: v.exactOptional(
      v.strictObject({ circle: circleId, person: personId, share: shareId, at: v.exactOptional(time) }),
    ),
    /** the answers that may stand there, of which it is noted whom they showed */
    looks: v.exactOptional(list(text)),
    /** on networks where a message can be deleted for some time only, however often it is edited */
    deletableUntil: v.exactOptional(time),
  }),
  /** the board of a room: what is known of the message that stands, so that none with a position stands unknown */
  v.strictObject({
    ...item,
    kind: v.literal("board"),
    to: place,
    /** empty while none stands */
    refs: list(messageRef),
    shows: list(shown),
    sentAt: v.exactOptional(time),
    /** when the meeting point was set that may stand there */
    meets: v.exactOptional(time),
    /** when it was edited, or was to be, in the last minute */
    edits: list(time),
  }),
  /** the quiet sign that a message was taken in; in memory only */
  v.strictObject({
    ...item,
    kind: v.literal("reaction"),
    to: audience,
    message: messageRef,
    orNothing: v.exactOptional(v.literal(true)),
  }),
]);

/** Something to be worked on, sent or deleted, kept until that is done. */
export type QueuedItem = v.InferOutput<typeof queuedItem>;
