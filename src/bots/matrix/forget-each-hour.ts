import type { Log } from "../../lib/log.ts";
import { hour, type Wait } from "../../lib/time.ts";
import type { KeepKeys } from "./crypto/forget-keys.ts";
import type { MatrixConnection } from "./http/matrix-connection.ts";

/**
 * How long keys of received messages are kept, in days. Positions are destroyed after an hour unless a room says otherwise, so a key that its
 * sender no longer uses is kept for an hour, for what arrives late. One in use lasts as long as senders use one: 7 days by default
 * (m.room.encryption, rotation_period_ms), and a day more.
 */
export const keepKeys: KeepKeys = { replaced: 1 / 24, unreplaced: 8 };

/** Forgets old keys once an hour, until the signal. @param wait resolves early when the program is stopping */
export async function forgetKeysEachHour(
  connection: Pick<MatrixConnection, "forgetKeys">,
  wait: Wait,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  for (await wait(hour); !signal.aborted; await wait(hour)) {
    await connection.forgetKeys().catch((error: unknown) => log.warn("Matrix: old keys could not be forgotten", error));
  }
}
