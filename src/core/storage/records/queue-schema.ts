import * as v from "valibot";
import type { Audience } from "../../model/audience.ts";
import type { CommandIncoming, Origin, Place } from "../../model/incoming.ts";
import type { Answer, Line, Message, Shown } from "../../model/message.ts";
import {
  circleId,
  latitude,
  list,
  longitude,
  measure,
  messageRef,
  network,
  personId,
  precision,
  roomId,
  shareId,
  text,
  time,
} from "./record-kind.ts";

/** A schema of exactly the values of a type that is declared elsewhere: whatever can be written can be read, and nothing else. */
const schemaOf =
  <T>() =>
  <Schema extends v.GenericSchema<unknown, T>>(schema: T extends v.InferOutput<Schema> ? Schema : never) =>
    schema as v.GenericSchema<T, T>;

const place = schemaOf<Place>()(v.strictObject({ room: roomId, thread: v.exactOptional(text) }));

const origin = schemaOf<Origin>()(
  v.union([v.strictObject({ person: personId, place: v.exactOptional(place) }), v.strictObject({ place })]),
);

const audience = schemaOf<Audience>()(
  v.union([place, v.strictObject({ person: personId }), v.strictObject({ person: personId, within: place })]),
);

const command = schemaOf<CommandIncoming>()(
  v.strictObject({
    kind: v.literal("command"),
    id: text,
    from: origin,
    name: text,
    argument: text,
    mentions: list(personId),
    sentAt: time,
    message: messageRef,
  }),
);

const shown = schemaOf<Shown>()(
  v.strictObject({ circle: circleId, person: personId, precision, share: shareId, at: time }),
);

const answer = schemaOf<Answer>()(v.strictObject({ shows: list(shown), until: time }));

const line = schemaOf<Line>()(list(v.union([text, v.strictObject({ bold: text }), v.strictObject({ code: text })])));

const message = schemaOf<Message>()(
  v.strictObject({
    kind: v.literal("message"),
    reader: v.picklist(["everybody", "one person"]),
    lines: list(line),
    pin: v.exactOptional(v.strictObject({ latitude, longitude, accuracy: v.exactOptional(measure) })),
    choices: v.exactOptional(list(v.strictObject({ label: text, command: text }))),
    privateChat: v.exactOptional(v.strictObject({ label: text, payload: text })),
    answer: v.exactOptional(answer),
  }),
);

/** What every item has: where it goes, when it is to be worked on, and when nobody waits for it any more. */
const item = { id: text, to: audience, due: time, droppedAt: time, network };

export const queuedItem = v.variant("kind", [
  v.strictObject({ ...item, kind: v.literal("message"), message, replyTo: v.exactOptional(messageRef) }),
  /** answered when its turn comes, so that an answer that had to wait is not an old one */
  v.strictObject({
    ...item,
    kind: v.literal("question"),
    question: command,
    /** what an answer that the network may have taken shows */
    told: v.exactOptional(answer),
  }),
  v.strictObject({
    ...item,
    kind: v.literal("removal"),
    refs: list(messageRef),
    shows: list(shown),
    textOnly: v.boolean(),
    /** on networks where a message can be deleted for some time only, however often it is edited */
    deletableUntil: v.exactOptional(time),
  }),
]);

/** Something to be sent or deleted, kept until that is done. */
export type QueuedItem = v.InferOutput<typeof queuedItem>;
