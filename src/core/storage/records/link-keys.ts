import * as v from "valibot";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { circleId, list, personId, recordKind, roomId, text, time } from "./record-kind.ts";

/** A circle names another one. Nothing is shown across until that one names it as well. */
const link = v.strictObject({ circle: circleId, since: time });
const ending = v.strictObject({ circle: circleId, sharers: list(personId), others: list(circleId) });
/** What ends of a circle: who shared with it, and whom its links were with. */
export type Ending = v.InferOutput<typeof ending>;
/** A circle that another one names, and since when. */
export type Link = v.InferOutput<typeof link>;

/** An admin of another room gave this room's code, and waits until an admin here confirms. */
const offered = v.strictObject({ circle: circleId, room: roomId, by: personId, command: text });

/** Two accounts of one person. */
const join = v.strictObject({ one: personId, other: personId, since: time });
export type Join = v.InferOutput<typeof join>;

/** What is kept of circles whose people see each other, and of accounts that are one person's. Part of `recordKeys`. */
export const linkKeys = {
  links: recordKind({
    name: "links",
    version: 4,
    guarded: true,
    remembered: true,
    value: list(link),
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  /** what a code stands for: the row's id is an HMAC of it, and nothing else is kept of the code */
  linkCode: recordKind({
    name: "link code",
    version: 4,
    guarded: false,
    value: v.union([
      v.strictObject({ circle: circleId, room: roomId, number: text }),
      v.strictObject({ person: personId, number: text }),
    ]),
    key: (code: string) => ({ about: [code] }),
  }),

  /** a circle waits for another: which code of its room is good, who gave it, and which admins here have read who it was */
  linkOffer: recordKind({
    name: "link offer",
    version: 4,
    guarded: false,
    value: v.strictObject({
      number: text,
      until: time,
      from: v.exactOptional(offered),
      readBy: list(personId),
      /** by the command of this id */
      confirmedBy: v.exactOptional(text),
    }),
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  /** who has to hear that something ended: by what ended it */
  ending: recordKind({
    name: "ending",
    version: 4,
    guarded: false,
    value: ending,
    key: (cause: string) => ({ about: [cause] }),
  }),

  /** which accounts are joined with which */
  joins: recordKind({
    name: "joins",
    version: 4,
    guarded: true,
    remembered: true,
    value: list(join),
    key: () => ({ about: [] }),
  }),

  /** an account waits for another of the same person: which code is good, who gave it, and which of the two have read who the other is */
  accountOffer: recordKind({
    name: "account offer",
    version: 4,
    guarded: false,
    value: v.strictObject({
      number: text,
      until: time,
      from: v.exactOptional(v.strictObject({ person: personId, command: text })),
      readBy: list(personId),
      /** whoever made the code said yes, by the command of this id */
      agreedBy: v.exactOptional(text),
      /** so did whoever gave it */
      joinedBy: v.exactOptional(text),
    }),
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** whose code the person gave */
  accountGiven: recordKind({
    name: "account given",
    version: 4,
    guarded: false,
    value: v.strictObject({ to: personId, until: time }),
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** in which linked circles somebody was asked to be seen with what they shared before the link */
  crossingAsked: recordKind({
    name: "crossing asked",
    version: 4,
    guarded: false,
    value: list(v.strictObject({ circle: circleId, to: circleId, since: time })),
    key: (person: PersonId) => ({ about: [person] }),
  }),
};
