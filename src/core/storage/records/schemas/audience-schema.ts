import * as v from "valibot";
import type { Audience, OnePerson, Room } from "../../../model/audience.ts";
import type { Origin } from "../../../model/incoming.ts";
import { personId, roomId, text } from "../record-kind.ts";

/** A schema of exactly the values of a type that is declared elsewhere: whatever can be written can be read, and nothing else. */
export const schemaOf =
  <T>() =>
  <Schema extends v.GenericSchema<unknown, T>>(schema: T extends v.InferOutput<Schema> ? Schema : never) =>
    schema as v.GenericSchema<T, T>;

export const place = schemaOf<Room>()(v.strictObject({ room: roomId, thread: v.exactOptional(text) }));

export const origin = schemaOf<Origin>()(
  v.union([v.strictObject({ person: personId, place: v.exactOptional(place) }), v.strictObject({ place })]),
);

export const onePerson = schemaOf<OnePerson>()(
  v.union([v.strictObject({ person: personId }), v.strictObject({ person: personId, within: place })]),
);
export const audience = schemaOf<Audience>()(v.union([place, onePerson]));
