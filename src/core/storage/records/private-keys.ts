import * as v from "valibot";
import type { PersonId, ShareId } from "../../model/ids.ts";
import { circleId, personId, recordKind, roomId, shareId, text, time } from "./record-kind.ts";
import { command } from "./schemas/incoming-schema.ts";
import { message } from "./schemas/queue-schema.ts";
import { openRequests, requestAnswer } from "./schemas/request-schema.ts";
import { heldShare } from "./schemas/share-schema.ts";

/** What is kept of what people do in private: whom they let see a position, and what others asked of them. Part of `recordKeys`. */
export const privateKeys = {
  /** which circle sees a share that was sent in private; while its sharer has not said, the question that was asked */
  destination: recordKind({
    name: "destination",
    version: 1,
    guarded: false,
    value: v.union([
      v.strictObject({
        circle: circleId,
        /** only its first position is shared */
        once: v.exactOptional(v.literal(true)),
        /** it ends by then, however long its phone goes on */
        cap: v.exactOptional(time),
      }),
      v.strictObject({ circle: v.null(), question: text }),
    ]),
    key: (share: ShareId) => ({ about: [share] }),
  }),

  held: recordKind({
    name: "held",
    version: 2,
    guarded: false,
    value: heldShare,
    key: (person: PersonId) => ({ about: [person], member: person }),
  }),

  /**
   * the last choice that the person made, by which command, and to which question; not under the person's own key, which is destroyed
   * together with what was held
   */
  chosen: recordKind({
    name: "chosen",
    version: 1,
    guarded: false,
    value: v.strictObject({ command: text, question: text, circle: circleId, share: shareId }),
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** that others ask where the person is, and what they chose to that; nothing is shared by one that was put back */
  requests: recordKind({
    name: "requests",
    version: 2,
    guarded: true,
    value: openRequests,
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** the last request that the person answered with no */
  requestAnswered: recordKind({
    name: "request answered",
    version: 2,
    guarded: false,
    value: requestAnswer,
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** in which language the person wants to be spoken to, whatever their app speaks */
  languageChosen: recordKind({
    name: "language chosen",
    version: 3,
    guarded: false,
    value: text,
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** which language the person's app speaks, as the network says */
  languageHeard: recordKind({
    name: "language heard",
    version: 3,
    guarded: false,
    value: text,
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** what a link into the private chat stands for */
  invitation: recordKind({
    name: "invitation",
    version: 1,
    guarded: false,
    value: roomId,
    key: (payload: string) => ({ about: [payload] }),
  }),

  /** what waits for who asked to open the private chat by a link: the answer, or the question, which is answered anew then */
  heldAnswer: recordKind({
    name: "held answer",
    version: 4,
    guarded: false,
    value: v.union([
      v.strictObject({ person: personId, message }),
      v.strictObject({ person: personId, question: command }),
    ]),
    key: (payload: string) => ({ about: [payload] }),
  }),
};
