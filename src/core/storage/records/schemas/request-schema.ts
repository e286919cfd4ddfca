import * as v from "valibot";
import { requestChoices, type SharingChoice, sharingChoices } from "../../../model/request.ts";
import { circleId, list, personId, text, time } from "../record-kind.ts";

const request = v.strictObject({
  id: text,
  /** who would see what is sent for it */
  circle: circleId,
  /** who asks, by what name, and with which command */
  askers: list(v.strictObject({ person: personId, wanted: text, command: text })),
  askedAt: time,
  until: time,
  /** what the person asked chose last, where it was to share */
  choice: v.exactOptional(
    v.strictObject({ how: v.picklist(Object.keys(sharingChoices) as SharingChoice[]), at: time }),
  ),
});
/** Somebody is asked where they are, by people of one circle. */
export type Request = v.InferOutput<typeof request>;

export const openRequests = v.strictObject({
  /** the first is the one that the person sees; the others wait for it to be over */
  open: list(request),
  /** a number answers the question which room, which was asked later than the request */
  numbersMeanRooms: v.exactOptional(v.literal(true)),
});
export type OpenRequests = v.InferOutput<typeof openRequests>;

/** What a request was answered with, and by which command. */
export const requestAnswer = v.strictObject({ command: text, circle: circleId, choice: v.picklist(requestChoices) });
