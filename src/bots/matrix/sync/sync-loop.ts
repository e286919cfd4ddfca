import type { Homeserver } from "../http/homeserver.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { StoreFailedError } from "../indexeddb/store-errors.ts";
import { type Delivery, deliver, isState } from "./deliver.ts";
import { backoffMs } from "./pace.ts";
import { readSyncAnswer, type SyncAnswer } from "./sync-answer.ts";
import { askGap, askSync, type Gap } from "./sync-request.ts";

/** Durable texts by name. `set` resolves when the text is safely stored. */
export type TextKeep = {
  get(name: string): Promise<string | undefined>;
  set(name: string, text: string): Promise<void>;
};

/** Why the loop ended. Nothing goes on by itself after any of these. */
export type SyncEnd =
  | { readonly kind: "stopped" }
  /** The homeserver no longer accepts the access token. */
  | { readonly kind: "token-revoked" }
  | { readonly kind: "store-failed"; readonly cause: StoreFailedError };

export type SyncLoop = Delivery & { readonly ask: Homeserver; readonly keep: TextKeep };

type Progress = {
  readonly since: string | undefined;
  /** Whether a sync of this run has been handled. The first one does not wait for anything to happen. */
  readonly running: boolean;
  readonly failures: number;
  /** How often in a row the homeserver refused the request as wrong. */
  readonly refusals: number;
  readonly tooLarge: boolean;
  /** The token was given up: what happened in between is not known. */
  readonly lostTrack: boolean;
};

const tokenName = "matrix sync token";
/** A homeserver that was restored from a backup never takes the old token again. */
const mostRefusals = 3;
const timelineLimit = 50;

/**
 * Receives what happens, at least once: the token of a sync is stored after all that came with it was handled. It outlives every failure of
 * the network, the homeserver and the handlers, and never throws.
 */
export async function runSync(loop: SyncLoop): Promise<SyncEnd> {
  const { pace, log, signal } = loop;
  let progress: Progress | undefined;
  let failures = 0;
  while (!signal.aborted) {
    try {
      progress = await advance(progress ?? startingAt(await loop.keep.get(tokenName)), loop);
      if (failures > 0) log.info("Matrix: connected again");
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof StoreFailedError) return { kind: "store-failed", cause: error };
      if (isRevoked(error)) return { kind: "token-revoked" };
      failures++;
      if (failures === 1) log.warn("Matrix: receiving failed and is tried again", error);
      progress = progress && afterFailure(progress, failures, error);
      const retryAfterMs = error instanceof MatrixRequestError ? error.retryAfterMs : undefined;
      await pace.sleep(backoffMs(failures, pace.random(), retryAfterMs), signal);
    }
  }
  return { kind: "stopped" };
}

const startingAt = (since: string | undefined): Progress => ({
  since,
  running: false,
  failures: 0,
  refusals: 0,
  tooLarge: false,
  lostTrack: false,
});

async function advance(progress: Progress, loop: SyncLoop): Promise<Progress> {
  const { ask, keep, pace, signal } = loop;
  const { since, running, failures, tooLarge, lostTrack } = progress;
  const wait = running && failures === 0;
  const answer = readSyncAnswer(
    await askSync(ask, { since, wait, timelineLimit: tooLarge ? 1 : timelineLimit }, signal),
  );
  const isFirst = since === undefined && !lostTrack;
  const gaps = lostTrack ? gapsEverywhere(answer) : await askGaps(ask, answer, since, signal);
  await deliver(isFirst ? withoutSpeech(answer) : answer, gaps, loop);
  for (let tries = 1; !signal.aborted; tries++) {
    const stored = await keep.set(tokenName, answer.nextBatch).then(
      () => true,
      () => false,
    );
    if (stored) break;
    await pace.sleep(backoffMs(tries, pace.random()), signal);
  }
  // A homeserver that answers at once with the same token must not be asked without end.
  if (answer.nextBatch === since && wait) await pace.sleep(backoffMs(1, pace.random()), signal);
  return { ...startingAt(answer.nextBatch), running: true };
}

/**
 * Of what was said before the first sync nothing is known: whether it was answered, or whether what was shared by it was ended since, maybe in another
 * room, by a program that kept nothing over its end.
 */
const withoutSpeech = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  joined: answer.joined.map((room) => ({ ...room, timeline: room.timeline.filter(isState) })),
});

async function askGaps(ask: Homeserver, answer: SyncAnswer, since: string | undefined, signal: AbortSignal) {
  const gaps = new Map<string, Gap>();
  if (since === undefined) return gaps;
  for (const room of answer.joined)
    if (room.gapBefore !== undefined) gaps.set(room.roomId, await askGap(ask, room, since, signal));
  return gaps;
}

const gapsEverywhere = (answer: SyncAnswer): Map<string, Gap> =>
  new Map(answer.joined.map((room) => [room.roomId, { events: [], complete: false }]));

function afterFailure(progress: Progress, failures: number, error: unknown): Progress {
  const isOurFault = error instanceof MatrixRequestError && error.label === "sync" && error.status === 400;
  const refusals = isOurFault ? progress.refusals + 1 : 0;
  const tooLarge = progress.tooLarge || (error instanceof MatrixRequestError && error.code === "TOO_LARGE");
  if (refusals < mostRefusals) return { ...progress, failures, refusals, tooLarge };
  return { ...startingAt(undefined), failures, tooLarge, lostTrack: true };
}
