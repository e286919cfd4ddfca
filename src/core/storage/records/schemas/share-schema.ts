import * as v from "valibot";
import { circleId, duration, fix, list, precision, shareId, text, time } from "../record-kind.ts";

export const openShare = v.strictObject({
  id: shareId,
  live: v.boolean(),
  startedAt: time,
  /** when it ends by itself: as the network says, and at 24 h at the latest */
  until: time,
  /** the circle's expiry when it began, or shorter if that was shortened since */
  expiry: duration,
  /** linked circles that its sharer lets see it, though it began before the link; and since when */
  crosses: v.exactOptional(list(v.strictObject({ circle: circleId, at: time }))),
});
/** A share that has not ended. */
export type OpenShare = v.InferOutput<typeof openShare>;

export const storedPosition = v.strictObject({ ...fix, share: shareId, expiresAt: time });
/** The latest position of a member in a circle. */
export type StoredPosition = v.InferOutput<typeof storedPosition>;

export const acquaintance = v.strictObject({
  circle: circleId,
  /** the person chose it, by its link or when asked */
  named: v.boolean(),
  /** how exactly the person wants to be shown there */
  precision,
  /** whether others there may have them asked where they are; absent while they have not said */
  askable: v.exactOptional(v.boolean()),
  /** when they last said each of the three */
  namedAt: v.exactOptional(time),
  chosenAt: v.exactOptional(time),
  askableAt: v.exactOptional(time),
  /** when the person was first seen there */
  since: time,
  /** the first name of theirs that was heard there, as a mark that tells only whether another name is the same */
  firstName: v.exactOptional(text),
});
/** A circle that a person was seen in. */
export type Acquaintance = v.InferOutput<typeof acquaintance>;

export const heldShare = v.strictObject({
  share: shareId,
  live: v.boolean(),
  startedAt: time,
  until: v.exactOptional(time),
  choices: list(circleId),
  /** the id of the question that was asked about it */
  question: text,
  position: v.strictObject(fix),
});
/** A share that was sent in private and waits for its sharer to say with which circle; nobody can see it. */
export type HeldShare = v.InferOutput<typeof heldShare>;
