import * as v from "valibot";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { circleId, duration, fix, list, personId, recordKind, text, time } from "./record-kind.ts";

const { latitude, longitude, accuracy, decimals } = fix;

/** Where the people of a circle meet. */
const meetingPoint = v.strictObject({
  latitude,
  longitude,
  accuracy,
  decimals,
  /** the time of day, as it was typed: a clock without a zone, which the room knows how to read */
  time: v.exactOptional(text),
  setAt: time,
  /** the circle's, then or since when it is shorter */
  expiry: duration,
  /** whose own position it was, so that /forget finds it; absent where numbers were typed */
  of: v.exactOptional(personId),
});
export type StoredMeetingPoint = v.InferOutput<typeof meetingPoint>;

/** The name under which the ring has the key of a circle's meeting point: no copy of it opens once it is over. */
export const meetingOf = (circle: CircleId) => `meeting point of ${circle}` as PersonId;

/** What is kept of meeting points. Part of `recordKeys`. */
export const meetingKeys = {
  meetingPoint: recordKind({
    name: "meeting point",
    version: 4,
    guarded: false,
    value: meetingPoint,
    key: (circle: CircleId) => ({ about: [circle], member: meetingOf(circle) }),
  }),

  /** the command of this id took one back, which these circles read */
  meetingEndedBy: recordKind({
    name: "meeting ended",
    version: 4,
    guarded: false,
    value: list(circleId),
    key: (command: string) => ({ about: [command] }),
  }),
};
