import type { Instant } from "../../lib/time.ts";
import type { Coordinates } from "../geo/coordinates.ts";

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** A network by its name: lower case letters, as ids begin with it. */
export type Network = string;

/** A person on one network: the name of the network, a colon, and the id there, as in "network:42". */
export type PersonId = Brand<string, "PersonId">;
/** A room on one network, written in the same way. */
export type RoomId = Brand<string, "RoomId">;
/** The people who may see each other's positions: random, tells nothing. */
export type CircleId = Brand<string, "CircleId">;
/** One act of sharing: the message that began it, unique over all networks. */
export type ShareId = Brand<string, "ShareId">;
/** A message on one network, in whatever form its adapter needs to find it again. */
export type MessageRef = Brand<string, "MessageRef">;

export const personId = (network: Network, id: string | number): PersonId => `${network}:${id}` as PersonId;
export const roomId = (network: Network, id: string | number): RoomId => `${network}:${id}` as RoomId;
export const shareId = (network: Network, message: string): ShareId => `${network}:${message}` as ShareId;

export const networkOf = (id: PersonId | RoomId): Network => id.slice(0, id.indexOf(":"));
/** The id as its own network writes it. */
export const bareId = (id: PersonId | RoomId): string => id.slice(id.indexOf(":") + 1);

/** One fix. */
export type Position = Coordinates & {
  /** degrees clockwise from north, 1 to 360 */
  heading?: number;
  /** when it was reported, never later than when it was received */
  at: Instant;
  /** its place among all that its network tells, where the network counts: of two of the same time the greater is the later */
  order?: number;
};

/** 128 random bits as text of A-Za-z0-9_-. */
export type RandomId = () => string;
