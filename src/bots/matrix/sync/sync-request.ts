import { at, listOf, textOf } from "../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import type { JoinedRoom } from "./sync-answer.ts";

const poll = 30_000;
const answerTime = 60_000;
const initialAnswerTime = 300_000;
const maxSyncBytes = 96 * 1024 * 1024;
const pageSize = 100;
/** Beyond these pages of a room's gap, what was said is old, and the handler is told that there is a hole. */
const mostPages = 20;

/** Leaves out what whereat has no use for. Members are lazily loaded in the first sync only: later, a member who left unseen must not be missed. */
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
  const query = { ...from, timeout: wait ? poll : 0, filter: filterFor(since, timelineLimit), set_presence: "offline" };
  const timeoutMs = since === undefined ? initialAnswerTime : poll + answerTime;
  return ask("GET", v3`sync`, { query, timeoutMs, maxBytes: maxSyncBytes, signal });
}

/** A room's events between the last sync and the beginning of this one's timeline, oldest first; `complete` is false when there are too many. */
export type Gap = { readonly events: readonly unknown[]; readonly complete: boolean };

/** @throws MatrixRequestError */
export async function askGap(ask: Homeserver, room: JoinedRoom, since: string, signal: AbortSignal): Promise<Gap> {
  const newestFirst: unknown[] = [];
  let from = room.gapBefore;
  for (let page = 0; from !== undefined; page++) {
    if (page === mostPages) return { events: newestFirst.reverse(), complete: false };
    const query = { dir: "b", from, to: since, limit: pageSize };
    const answer = await ask("GET", v3`rooms/${room.roomId}/messages`, { query, signal });
    newestFirst.push(...listOf(at(answer, "chunk")));
    const end = textOf(at(answer, "end"));
    // A page of which the bot may see nothing is empty, and others may follow it.
    from = end === from ? undefined : end;
  }
  return { events: newestFirst.reverse(), complete: true };
}
