import type { Duration, Instant } from "../../../lib/time.ts";
import type { Coordinates } from "../../geo/coordinates.ts";
import type { Precision } from "../../geo/precision.ts";
import type { Audience } from "../../model/audience.ts";
import type { CircleId, MessageRef, Network, PersonId, RoomId, ShareId } from "../../model/ids.ts";
import type { CommandIncoming, Incoming } from "../../model/incoming.ts";
import type { Answer, Message, Shown } from "../../model/message.ts";
import type { RecordOf } from "./sealed-records.ts";

/** A share that has not ended. */
export type OpenShare = {
  id: ShareId;
  live: boolean;
  startedAt: Instant;
  /** when it ends by itself: as the network says, and at 24 h at the latest */
  until: Instant;
  /** the circle's expiry when it began, or shorter if that was shortened since */
  expiry: Duration;
};

/** The latest position of a member in a circle. */
export type StoredPosition = Coordinates & { heading?: number; at: Instant; share: ShareId; expiresAt: Instant };

/** A circle that a person was seen in. */
export type Acquaintance = {
  circle: CircleId;
  /** the person chose it, by its link or when asked */
  named: boolean;
  /** how exactly the person wants to be shown there */
  precision: Precision;
};

/** A share that was sent in private and waits for its sharer to say with which circle; nobody can see it. */
export type HeldShare = {
  share: ShareId;
  live: boolean;
  startedAt: Instant;
  until?: Instant;
  choices: readonly CircleId[];
  /** the id of the question that was asked about it */
  question: string;
  position: Coordinates & { heading?: number; at: Instant };
};

/** Something to be worked on, sent or deleted, kept until that is done. */
export type QueuedItem = {
  id: string;
  due: Instant;
  droppedAt: Instant;
} /** came in, and needs an answer of a network */ & (
  | { kind: "incoming"; incoming: Incoming /** what is to be said of it was said before */; quiet?: true }
  | { kind: "message"; to: Audience; message: Message; replyTo?: MessageRef }
  /** answered when its turn comes, so that an answer that had to wait is not an old one */
  | {
      kind: "question";
      to: Audience;
      question: CommandIncoming;
      /** what an answer that the network may have taken shows */
      told?: Answer;
    }
  | {
      kind: "removal";
      to: Audience;
      refs: readonly MessageRef[];
      shows: readonly Shown[];
      textOnly: boolean;
      /** on networks where a message can be deleted for some time only, however often it is edited */
      deletableUntil?: Instant;
    }
  /** the quiet sign that a message was taken in; in memory only */
  | { kind: "reaction"; to: Audience; message: MessageRef }
);

/** Everything that whereat keeps, and under which keys it is sealed. */
export const recordKeys = {
  circles: (): RecordOf<CircleId[]> => ({ kind: "circles", about: [] }),
  circleOfRoom: (room: RoomId): RecordOf<CircleId> => ({ kind: "room", about: [room] }),
  roomsOfCircle: (circle: CircleId): RecordOf<RoomId[]> => ({ kind: "rooms", about: [circle] }),
  expiry: (circle: CircleId): RecordOf<Duration> => ({ kind: "expiry", about: [circle] }),
  /** what the expiry was before the command of this id changed it */
  expiryBefore: (circle: CircleId, command: string): RecordOf<Duration> => ({
    kind: "expiry before",
    about: [circle, command],
  }),
  /** who has an open share with the circle */
  sharers: (circle: CircleId): RecordOf<PersonId[]> => ({ kind: "sharers", about: [circle], circle }),
  openShares: (circle: CircleId, person: PersonId): RecordOf<OpenShare[]> => ({
    kind: "shares",
    about: [circle, person],
    circle,
  }),
  position: (circle: CircleId, person: PersonId): RecordOf<StoredPosition> => ({
    kind: "position",
    about: [circle, person],
    circle,
    member: person,
  }),
  /** a share that is over, so that a late update does not begin it again; says nothing else */
  ended: (share: ShareId): RecordOf<true> => ({ kind: "ended", about: [share] }),
  acquaintances: (person: PersonId): RecordOf<Acquaintance[]> => ({ kind: "acquaintances", about: [person] }),
  /** with which circle a share that was sent in private is; while its sharer has not said, the question that was asked */
  destination: (share: ShareId): RecordOf<{ circle: CircleId } | { circle: null; question: string }> => ({
    kind: "destination",
    about: [share],
  }),
  /** when the person last said that nothing is to be shared with the circle; without one, with any */
  stoppedAt: (person: PersonId, circle: CircleId | undefined): RecordOf<Instant> => ({
    kind: "stopped at",
    about: circle === undefined ? [person] : [person, circle],
  }),
  /** the command of this id found something to end */
  stoppedBy: (command: string): RecordOf<true> => ({ kind: "stopped", about: [command] }),
  held: (person: PersonId): RecordOf<HeldShare> => ({ kind: "held", about: [person], member: person }),
  /** the last choice that the person made, by which command, and to which question; not under the person's own key, which is destroyed with what was held */
  chosen: (person: PersonId): RecordOf<{ command: string; question: string; circle: CircleId; share: ShareId }> => ({
    kind: "chosen",
    about: [person],
  }),
  /** what a link into the private chat stands for */
  invitation: (payload: string): RecordOf<RoomId> => ({ kind: "invitation", about: [payload] }),
  /** asked for, or carried out by the command of this id */
  wipeAsked: (room: RoomId): RecordOf<true | string> => ({ kind: "wipe", about: [room] }),
  /** what a room has been told once, and by the id of which command */
  told: (room: RoomId, what: "needs admin" | "asker unconfirmed"): RecordOf<string> => ({
    kind: "told",
    about: [room, what],
  }),
  /** what a network's adapter keeps over restarts */
  networkText: (network: Network, name: string): RecordOf<string> => ({ kind: "network", about: [network, name] }),
  handled: (id: string): RecordOf<true> => ({ kind: "handled", about: [id] }),
  queue: (): RecordOf<string[]> => ({ kind: "queue", about: [] }),
  queued: (id: string): RecordOf<QueuedItem> => ({ kind: "queued", about: [id] }),
};
