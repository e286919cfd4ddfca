import * as v from "valibot";
import { type CommandIncoming, type Incoming, type PositionIncoming, uselessKinds } from "../../../model/incoming.ts";
import { planned } from "../../../text/languages.ts";
import { circleId, fix, list, measure, messageRef, personId, roomId, shareId, text, time } from "../record-kind.ts";
import { origin, place, schemaOf } from "./audience-schema.ts";

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
    point: v.exactOptional(messageRef),
  }),
);

const newsId = { id: v.exactOptional(text) };
export const incoming = schemaOf<Incoming>()(
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
    v.strictObject({ kind: v.literal("circles-unlinked"), room: roomId, circles: list(circleId) }),
  ]),
);
