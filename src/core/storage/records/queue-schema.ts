import * as v from "valibot";
import { theRoomItself } from "../../model/effects.ts";
import { type CommandIncoming, type Incoming, type PositionIncoming, uselessKinds } from "../../model/incoming.ts";
import type { Answer, Keyboard, Message, Shown } from "../../model/message.ts";
import { planned } from "../../text/languages.ts";
import { readText } from "../../text/read-text.ts";
import type { Text } from "../../text/texts.ts";
import { audience, onePerson, origin, place, schemaOf } from "./audience-schema.ts";
import {
  circleId,
  duration,
  fix,
  latitude,
  list,
  longitude,
  measure,
  messageRef,
  personId,
  precision,
  roomId,
  shareId,
  text,
  time,
} from "./record-kind.ts";

const order = v.exactOptional(measure);

export const command = schemaOf<CommandIncoming>()(
  v.strictObject({
    kind: v.literal("command"),
    id: text,
    from: origin,
    name: text,
    argument: text,
    mentions: list(personId),
    sentAt: time,
    order,
    message: messageRef,
    addressed: v.exactOptional(v.literal(true)),
    unmarked: v.exactOptional(v.literal(true)),
    edited: v.exactOptional(v.literal(true)),
    shares: v.exactOptional(v.literal(true)),
    follows: v.exactOptional(v.literal(true)),
  }),
);

const position = schemaOf<PositionIncoming>()(
  v.strictObject({
    kind: v.literal("position"),
    from: v.strictObject({ person: personId, place: v.exactOptional(place) }),
    share: shareId,
    live: v.boolean(),
    position: v.strictObject(fix),
    startedAt: time,
    until: v.exactOptional(time),
    first: v.boolean(),
    message: messageRef,
  }),
);

const newsId = { id: v.exactOptional(text) };
const incoming = schemaOf<Incoming>()(
  v.union([
    command,
    position,
    v.strictObject({
      kind: v.literal("useless"),
      what: v.picklist(uselessKinds),
      command: v.exactOptional(text),
      id: text,
      from: origin,
      sentAt: time,
      message: messageRef,
    }),
    v.strictObject({ kind: v.literal("share-ended"), person: personId, share: shareId }),
    v.strictObject({ kind: v.literal("position-removed"), person: personId, order: measure }),
    v.strictObject({
      kind: v.literal("person-left"),
      person: personId,
      room: roomId,
      removed: v.exactOptional(v.literal(true)),
      name: v.exactOptional(text),
      ...newsId,
    }),
    v.strictObject({ kind: v.literal("person-blocked-bot"), person: personId, ...newsId }),
    v.strictObject({
      kind: v.literal("bot-joined"),
      room: roomId,
      event: v.exactOptional(text),
      at: v.exactOptional(time),
    }),
    v.strictObject({ kind: v.literal("bot-left"), room: roomId, name: v.exactOptional(text), ...newsId }),
    v.strictObject({ kind: v.literal("bot-rights-changed"), room: roomId, ...newsId }),
    v.strictObject({ kind: v.literal("room-moved"), from: roomId, to: roomId }),
    v.strictObject({ kind: v.literal("room-closed"), room: roomId }),
    v.strictObject({ kind: v.literal("language-heard"), person: personId, language: v.picklist(planned) }),
    v.strictObject({ kind: v.literal("bot-brought"), room: roomId, by: personId }),
    v.strictObject({ kind: v.literal("room-replaced"), from: roomId, to: roomId }),
    v.strictObject({
      kind: v.literal("request"),
      id: text,
      asker: personId,
      wanted: text,
      mentions: list(personId),
      isTooMany: v.exactOptional(v.literal(true)),
    }),
    v.strictObject({ kind: v.literal("request-next"), person: personId }),
    v.strictObject({ kind: v.literal("request-over"), person: personId, request: text }),
  ]),
);

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

const content = {
  kind: v.literal("message"),
  lines: list(said),
  folds: v.exactOptional(list(v.strictObject({ from: measure, to: measure }))),
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
    /** of which kind the word is whose place the next of that kind takes */
    passing: v.exactOptional(text),
    /** somebody else wrote it: where it cannot be deleted, it stays */
    others: v.exactOptional(v.literal(true)),
    /** the answers that may stand there, of which it is noted whom they showed */
    looks: v.exactOptional(list(text)),
    /** on networks where a message can be deleted for some time only, however often it is edited */
    deletableUntil: v.exactOptional(time),
  }),
  /** the quiet sign that a message was taken in; in memory only */
  v.strictObject({ ...item, kind: v.literal("reaction"), to: audience, message: messageRef }),
]);

/** Something to be worked on, sent or deleted, kept until that is done. */
export type QueuedItem = v.InferOutput<typeof queuedItem>;
