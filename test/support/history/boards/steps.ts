import fc from "fast-check";
import { disaster, rooms } from "../steps.ts";

/** Olga is an admin of both rooms, and never shares. */
export const people = ["ana", "ben"] as const;
const sharer = fc.constantFrom(...people);
const anybody = fc.constantFrom("olga", ...people);
const room = fc.constantFrom("march", ...rooms);
const place = fc.option(room, { nil: undefined });
const phone = fc.nat(20);
/** Time goes by in steps of a minute here, so a quarter of each is longer than that: within it, a board is noted again. */
const expiry = fc.constantFrom(5, 5, 30, 60, 300, 1440);
const seconds = fc.constantFrom(1, 1, 7, 20, 60, 180, 900, 1800, 3600, 14_400);

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("share"), who: sharer, room, minutes: fc.option(expiry) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("move"), phone }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end"), phone }) },
  { weight: 7, arbitrary: fc.record({ do: fc.constant("pass"), seconds }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("board"), room, isOn: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("answers"), room, isPrivate: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("ask"), who: anybody, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("ask by name"), place, whom: sharer }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("talk"), room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("stop"), who: sharer, place }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget"), who: anybody }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("wipe"), room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("expiry"), room, minutes: expiry }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("precision"), who: sharer, room, isCoarse: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("leave"), who: sharer, room, isTold: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("join"), who: sharer, room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("refused"), act: fc.constantFrom("send", "edit", "edit") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("who"), who: sharer }) },
);

/** What becomes of a room that has boards. */
export const quietHistories = fc.array(step, { minLength: 5, maxLength: 40, size: "max" });
/** The same on a machine that dies, with a store and a network that fail. */
export const deadlyHistories = fc.array(fc.oneof({ weight: 5, arbitrary: step }, { weight: 1, arbitrary: disaster }), {
  minLength: 8,
  maxLength: 50,
  size: "max",
});
export type BoardStep = typeof deadlyHistories extends fc.Arbitrary<(infer T)[]> ? T : never;
