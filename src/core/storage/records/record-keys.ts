import * as v from "valibot";
import type { CircleId, Network, PersonId, RoomId, ShareId } from "../../model/ids.ts";
import { linkKeys } from "./link-keys.ts";
import { lookKeys } from "./look-keys.ts";
import { meetingKeys } from "./meeting-key.ts";
import { privateKeys } from "./private-keys.ts";
import { circleId, duration, personId, recordKind, roomId, text, time } from "./record-kind.ts";
import { queuedItem } from "./schemas/queue-schema.ts";

import { acquaintance, openShare, storedPosition } from "./schemas/share-schema.ts";

export type ChosenSetting = v.InferOutput<typeof chosenSetting>;
export type { QueuedItem } from "./schemas/queue-schema.ts";
export type { OpenRequests, Request } from "./schemas/request-schema.ts";
export type { Acquaintance, HeldShare, OpenShare, StoredPosition } from "./schemas/share-schema.ts";

const yes = v.literal(true);

/** What admins of a room chose for it: which value, when, by which command, and in which topic where that matters. */
const chosenSetting = v.strictObject({
  name: text,
  value: text,
  chosenAt: time,
  by: text,
  thread: v.exactOptional(text),
});

/** Everything that whereat keeps: how each kind of record looks, and under whose keys it is sealed. */
export const recordKeys = {
  ...privateKeys,
  ...linkKeys,
  ...lookKeys,
  ...meetingKeys,

  circles: recordKind({
    name: "circles",
    version: 2,
    guarded: true,
    remembered: true,
    value: v.array(circleId),
    key: () => ({ about: [] }),
  }),

  circleOfRoom: recordKind({
    name: "room",
    version: 2,
    guarded: true,
    remembered: true,
    value: circleId,
    key: (room: RoomId) => ({ about: [room] }),
  }),

  roomsOfCircle: recordKind({
    name: "rooms",
    version: 2,
    guarded: true,
    remembered: true,
    value: v.array(roomId),
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  expiry: recordKind({
    name: "expiry",
    version: 2,
    guarded: true,
    remembered: true,
    value: duration,
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  /** what admins chose for a room; one that its network calls otherwise by now keeps its settings for a while */
  settings: recordKind({
    name: "settings",
    version: 4,
    guarded: true,
    remembered: true,
    value: v.array(chosenSetting),
    key: (room: RoomId) => ({ about: [room] }),
  }),

  /** what the expiry was before the command of this id changed it */
  expiryBefore: recordKind({
    name: "expiry before",
    version: 1,
    guarded: false,
    value: duration,
    key: (circle: CircleId, command: string) => ({ about: [circle, command] }),
  }),

  /** what was chosen for the circle before the latest loss is not certain */
  choicesLost: recordKind({
    name: "choices lost",
    version: 2,
    guarded: true,
    remembered: true,
    value: yes,
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  /** who has an open share with the circle */
  sharers: recordKind({
    name: "sharers",
    version: 1,
    guarded: false,
    remembered: true,
    value: v.array(personId),
    key: (circle: CircleId) => ({ about: [circle], circle }),
  }),

  /** who was seen in the circle, sharing or not: what is known of them goes with it */
  people: recordKind({
    name: "people",
    version: 1,
    guarded: false,
    remembered: true,
    value: v.array(personId),
    key: (circle: CircleId) => ({ about: [circle] }),
  }),

  openShares: recordKind({
    name: "shares",
    version: 4,
    guarded: true,
    remembered: true,
    value: v.array(openShare),
    key: (circle: CircleId, person: PersonId) => ({ about: [circle, person], circle }),
  }),

  position: recordKind({
    name: "position",
    version: 2,
    guarded: false,
    value: storedPosition,
    key: (circle: CircleId, person: PersonId) => ({ about: [circle, person], circle, member: person }),
  }),

  /** a share that is over, so that a late update does not begin it again; says nothing else */
  ended: recordKind({
    name: "ended",
    version: 2,
    guarded: true,
    value: yes,
    key: (share: ShareId) => ({ about: [share] }),
  }),

  acquaintances: recordKind({
    name: "acquaintances",
    version: 3,
    guarded: true,
    remembered: true,
    value: v.array(acquaintance),
    key: (person: PersonId) => ({ about: [person] }),
  }),

  /** when the person last said that nothing is to be shared with the circle; without one, with any */
  stoppedAt: recordKind({
    name: "stopped at",
    version: 2,
    guarded: true,
    remembered: true,
    value: time,
    key: (person: PersonId, circle: CircleId | undefined) => ({
      about: circle === undefined ? [person] : [person, circle],
    }),
  }),

  /** when everything that was shared with the room was last destroyed */
  wipedAt: recordKind({
    name: "wiped at",
    version: 1,
    guarded: true,
    remembered: true,
    value: time,
    key: (room: RoomId) => ({ about: [room] }),
  }),

  /** the command of this id found something to end */
  stoppedBy: recordKind({
    name: "stopped",
    version: 1,
    guarded: false,
    value: yes,
    key: (command: string) => ({ about: [command] }),
  }),

  /** asked for by one of the room's admins, or carried out by their command of this id; one admin's does not stand for another's */
  wipeAsked: recordKind({
    name: "wipe",
    version: 2,
    guarded: false,
    value: v.union([yes, text]),
    key: (room: RoomId, by: PersonId | "its admins, anonymously") => ({ about: [room, by] }),
  }),

  /** what a room, or somebody in it, has been told lately, and by the id of which command; of a loss: of which */
  told: recordKind({
    name: "told",
    version: 1,
    guarded: false,
    value: text,
    key: (
      room: RoomId,
      what: "needs admin" | "asker unconfirmed" | "data lost" | "everybody asked",
      person?: PersonId,
    ) => ({
      about: person === undefined ? [room, what] : [room, what, person],
    }),
  }),

  /** what a network's adapter keeps over restarts */
  networkText: recordKind({
    name: "network",
    version: 1,
    guarded: false,
    value: text,
    key: (network: Network, name: string) => ({ about: [network, name] }),
  }),

  /** a network's adapter keeps something by which it knows that store and ring were put back */
  networkKnown: recordKind({
    name: "network known",
    version: 2,
    guarded: true,
    value: yes,
    key: (network: Network) => ({ about: [network] }),
  }),

  /** something of this id came in and was dealt with */
  handled: recordKind({
    name: "handled",
    version: 1,
    guarded: false,
    value: yes,
    key: (id: string) => ({ about: [id] }),
  }),

  /** the ids of what is to be sent */
  queue: recordKind({ name: "queue", version: 1, guarded: false, value: v.array(text), key: () => ({ about: [] }) }),

  queued: recordKind({
    name: "queued",
    version: 4,
    guarded: false,
    value: queuedItem,
    key: (id: string) => ({ about: [id] }),
  }),
};
