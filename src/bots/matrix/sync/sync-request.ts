import { at, listOf, textOf } from "../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import {
  gapPageSize,
  initialSyncTime,
  maxGapPages,
  maxSyncBytes,
  requestTime,
  syncAnswerTime,
  syncPoll,
} from "../limits.ts";

/** Leaves out what whereat does not need. Members are loaded lazily in the first sync only: later, no member's leaving may be missed. */
function filterFor(since: string | undefined, timelineLimit: number): string {
  const none = { not_types: ["*"] };
  return JSON.stringify({
    presence: none,
    account_data: none,
    room: {
      account_data: none,
      ephemeral: none,
      state: { lazy_load_members: since === undefined },
      timeline: { limit: timelineLimit },
    },
  });
}

export type SyncQuestion = {
  readonly since: string | undefined;
  /** Whether to wait for something to happen. */
  readonly wait: boolean;
  readonly timelineLimit: number;
};

/** @throws MatrixRequestError */
export function askSync(
  ask: Homeserver,
  { since, wait, timelineLimit }: SyncQuestion,
  signal: AbortSignal,
): Promise<unknown> {
  const from = since === undefined ? {} : { since };
  const filter = filterFor(since, timelineLimit);
  const query = { ...from, timeout: wait ? syncPoll : 0, filter, set_presence: "offline" };
  const timeoutMs = since === undefined ? initialSyncTime : syncPoll + syncAnswerTime;
  return ask("GET", v3`sync`, { query, timeoutMs, maxBytes: maxSyncBytes, signal });
}

/** What was left out of a room's timeline: from its beginning back to an earlier sync token. */
export type GapRange = { readonly from: string; readonly to: string };
/** A room's events that were left out, oldest first; `complete` is false when there are too many. */
export type Gap = { readonly events: readonly unknown[]; readonly complete: boolean };

/** @throws MatrixRequestError */
export async function askGap(ask: Homeserver, roomId: string, range: GapRange): Promise<Gap> {
  const newestFirst: unknown[] = [];
  let from: string | undefined = range.from;
  for (let page = 0; from !== undefined; page++) {
    if (page === maxGapPages) return { events: newestFirst.reverse(), complete: false };
    const query = { dir: "b", from, to: range.to, limit: gapPageSize };
    const answer = await ask("GET", v3`rooms/${roomId}/messages`, { query, timeoutMs: requestTime });
    newestFirst.push(...listOf(at(answer, "chunk")));
    const end = textOf(at(answer, "end"));
    // A page is empty when the bot may see nothing of it. Other pages may follow.
    from = end === from ? undefined : end;
  }
  return { events: newestFirst.reverse(), complete: true };
}
