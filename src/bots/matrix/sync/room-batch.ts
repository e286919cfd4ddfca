import { at, textOf } from "../../../lib/json-value.ts";
import type { SyncAnswer } from "./sync-answer.ts";
import type { GapRange } from "./sync-request.ts";

export type JoinedBatch = {
  readonly kind: "joined";
  readonly state: readonly unknown[];
  readonly timeline: readonly unknown[];
  readonly prevBatch: string | undefined;
  /** What came before the timeline: still to be fetched, or lost. */
  readonly gap: GapRange | "lost" | undefined;
  /** The sync token after which all of it happened. */
  readonly since: string | undefined;
};

/** What one sync says about one room. */
export type RoomBatch =
  | JoinedBatch
  | { readonly kind: "invited"; readonly state: readonly unknown[] }
  | { readonly kind: "left"; readonly timeline: readonly unknown[] }
  /** an earlier undecryptable event whose key may have come */
  | { readonly kind: "late"; readonly event: unknown };

export const isState = (event: unknown) => typeof at(event, "state_key") === "string";

/**
 * What a sync says, room by room.
 * @param since the token that the sync was asked with
 * @param lostTrack nothing is known of what happened before
 */
export function batchesOf(
  answer: SyncAnswer,
  since: string | undefined,
  lostTrack: boolean,
): { roomId: string; batch: RoomBatch }[] {
  const gapOf = ({ limited, prevBatch }: SyncAnswer["joined"][number]): JoinedBatch["gap"] => {
    if (lostTrack) return "lost";
    if (!limited || since === undefined) return undefined;
    return prevBatch === undefined ? "lost" : { from: prevBatch, to: since };
  };
  return [
    ...answer.left.map(({ roomId, timeline }) => ({ roomId, batch: { kind: "left" as const, timeline } })),
    ...answer.invited.map(({ roomId, state }) => ({ roomId, batch: { kind: "invited" as const, state } })),
    ...answer.joined.map((room) => {
      const { roomId, state, timeline, prevBatch } = room;
      return { roomId, batch: { kind: "joined" as const, state, timeline, prevBatch, gap: gapOf(room), since } };
    }),
  ];
}

/**
 * Makes one sync of several syncs of a room. It has the last timeline; everything before that is a gap, still to be fetched. So a room that
 * waits longer needs no more memory.
 */
export function mergeJoined(batches: readonly [JoinedBatch, ...JoinedBatch[]]): JoinedBatch {
  const [first] = batches;
  const last = batches.at(-1) ?? first;
  const state = new Map(batches.flatMap((batch) => batch.state).map((event) => [placeOf(event), event]));
  const isLost = batches.some(({ gap }) => gap === "lost");
  const canFetch = !isLost && last.prevBatch !== undefined && first.since !== undefined;
  const gap = canFetch ? { from: String(last.prevBatch), to: String(first.since) } : "lost";
  return { ...last, state: [...state.values()], gap, since: first.since };
}

const placeOf = (event: unknown) => JSON.stringify([at(event, "type"), at(event, "state_key")]);

/** The membership that an event gives to a user, if it gives one. */
export function membershipOf(event: unknown, userId: string): string | undefined {
  const isTheirs = at(event, "type") === "m.room.member" && at(event, "state_key") === userId;
  return isTheirs ? textOf(at(event, "content", "membership")) : undefined;
}
