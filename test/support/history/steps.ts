import fc from "fast-check";

export const people = ["ana", "ben"] as const;
export const rooms = ["march", "family"] as const;
const who = fc.constantFrom("ana", "ana", "ben");
const room = fc.constantFrom(...rooms);
const place = fc.option(room, { nil: undefined });
const phone = fc.nat(20);
/** Whether something happens that seldom does. */
const rarely = fc.constantFrom(false, false, false, true);
const minutes = fc.constantFrom(1, 5, 14, 30, 60, 61, 300, 1440, 4000);

const share = (isLate: fc.Arbitrary<boolean>) =>
  fc.record({ do: fc.constant("share"), who, place, live: fc.boolean(), minutes, isLate, moves: rarely });
/** @param of of which phone: one that the bot has heard nothing of, where there is one */
const tellLate = (of: fc.Arbitrary<"any" | "not heard of">) =>
  fc.record({ do: fc.constant("tell late"), phone, report: fc.nat(9), of });

const stop = fc.record({ do: fc.constant("stop"), who, place });
const forget = fc.record({ do: fc.constant("forget"), who });
const wipe = fc.record({ do: fc.constant("wipe"), room });
const leave = fc.record({ do: fc.constant("leave"), who, room, isTold: fc.boolean() });

export const step = fc.oneof(
  { weight: 6, arbitrary: share(rarely) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("move"), phone, isLost: fc.boolean() }) },
  { weight: 3, arbitrary: tellLate(fc.constantFrom("any", "not heard of")) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("extend"), phone, minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("end"), phone }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pass"), minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("set clock"), minutes, isBack: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("ask"), room }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("look"), who, room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("who"), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("choose"), who, number: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("speak"), who, room }) },
  { weight: 1, arbitrary: stop },
  { weight: 1, arbitrary: forget },
  { weight: 1, arbitrary: wipe },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("expiry"), room, minutes }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("precision"), who, room, isCoarse: fc.boolean() }) },
  { weight: 1, arbitrary: leave },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("join"), who, room }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart") }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What somebody sends reaches the bot after something else was done, most often after what should undo it. */
export const lateArrival: fc.Arbitrary<Step[]> = fc.tuple(
  share(fc.constant(true)),
  fc.oneof({ weight: 3, arbitrary: stop }, forget, wipe, leave, step),
  tellLate(fc.constant("not heard of")),
);

/** When the call over which the machine dies is carried out: not, half, or all of it. */
export type Death = "before" | "half" | "after";

export const disaster = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("die"),
      calls: fc.integer({ min: 1, max: 40 }),
      how: fc.constantFrom<Death>("before", "half", "after"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("store fails"),
      calls: fc.integer({ min: 1, max: 6 }),
      how: fc.constantFrom("before", "after"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("network fails"),
      act: fc.constantFrom("send", "edit", "remove", "acknowledge"),
      isTaken: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("network away"), minutes: fc.constantFrom(1, 4, 16, 61) }) },
);
export type Disaster = typeof disaster extends fc.Arbitrary<infer T> ? T : never;
