import { at, countOf, listOf, membersOf, textOf, textsOf } from "../../../lib/json-value.ts";
import type { DeviceChanges } from "../crypto/olm-machine.ts";
import { MatrixRequestError } from "../http/request-error.ts";

export type JoinedRoom = {
  readonly roomId: string;
  /** As it was before the timeline begins. */
  readonly state: readonly unknown[];
  readonly timeline: readonly unknown[];
  /** Where the timeline begins. */
  readonly prevBatch: string | undefined;
  /** Events before the timeline were left out. */
  readonly limited: boolean;
};
export type SyncAnswer = {
  readonly nextBatch: string;
  readonly devices: DeviceChanges;
  readonly joined: readonly JoinedRoom[];
  readonly invited: readonly { readonly roomId: string; readonly state: readonly unknown[] }[];
  readonly left: readonly { readonly roomId: string; readonly timeline: readonly unknown[] }[];
};

/**
 * Reads an answer to /sync.
 * @throws MatrixRequestError when it is no such answer: it then does not even say that nothing happened
 */
export function readSyncAnswer(answer: unknown): SyncAnswer {
  const nextBatch = textOf(at(answer, "next_batch"));
  if (!nextBatch) throw new MatrixRequestError({ code: "BAD_SYNC", label: "sync" });
  const rooms = (section: string) => [...membersOf(at(answer, "rooms", section))];
  return {
    nextBatch,
    devices: readDevices(answer),
    joined: rooms("join").map(([roomId, room]) => ({
      roomId,
      state: listOf(at(room, "state", "events")),
      timeline: listOf(at(room, "timeline", "events")),
      prevBatch: textOf(at(room, "timeline", "prev_batch")),
      limited: at(room, "timeline", "limited") === true,
    })),
    invited: rooms("invite").map(([roomId, room]) => ({ roomId, state: listOf(at(room, "invite_state", "events")) })),
    left: rooms("leave").map(([roomId, room]) => ({ roomId, timeline: listOf(at(room, "timeline", "events")) })),
  };
}

function readDevices(answer: unknown): DeviceChanges {
  const counts = [...membersOf(at(answer, "device_one_time_keys_count"))];
  const fallback = at(answer, "device_unused_fallback_key_types");
  return {
    toDevice: listOf(at(answer, "to_device", "events")),
    changed: textsOf(at(answer, "device_lists", "changed")),
    left: textsOf(at(answer, "device_lists", "left")),
    keyCounts: new Map(
      counts.flatMap(([name, count]) => (countOf(count) === undefined ? [] : [[name, Number(count)]])),
    ),
    unusedFallbackKeys: Array.isArray(fallback) ? textsOf(fallback) : undefined,
  };
}
