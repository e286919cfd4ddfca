import { backoff, createRetry, createTrouble } from "../../../lib/async/retry.ts";
import type { Log } from "../../../lib/log.ts";
import type { Clock, Duration, Instant } from "../../../lib/time.ts";
import type { Pulse } from "../../network-plugin.ts";
import type { CryptoClient } from "../crypto/crypto-client.ts";
import type { Homeserver } from "../http/homeserver.ts";
import type { Pace } from "../http/pace.ts";
import { pauseAskedFor } from "../http/refusal.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import { maxSyncPause, maxTokenRefusals, timelineLimit, tokenRest } from "../limits.ts";
import { stepsOf } from "./deliver.ts";
import type { SyncHandlers } from "./handlers.ts";
import { batchesOf, isState } from "./room-batch.ts";
import { createRoomLanes, isFatal, type RoomLanes } from "./room-lanes.ts";
import { readSyncAnswer, type SyncAnswer } from "./sync-answer.ts";
import { askGap, askSync } from "./sync-request.ts";
import { createSyncTokens, type SyncTokens, type TextKeep } from "./sync-token.ts";

/** Why the loop ended. It does not start again by itself. */
export type SyncEnd =
  | { readonly kind: "stopped" }
  /** The homeserver no longer accepts the login, or the key store cannot be used any more. */
  | { readonly kind: "failed"; readonly cause: unknown };

export type SyncLoop = {
  readonly me: string;
  readonly ask: Homeserver;
  readonly crypto: Pick<CryptoClient, "broken" | "receive" | "noteState" | "decrypt" | "keepWaiting" | "dropWaiting">;
  readonly handlers: SyncHandlers;
  readonly keep: TextKeep;
  readonly pace: Pace;
  readonly pulse: Pulse;
  readonly log: Log;
  readonly signal: AbortSignal;
};

type Progress = {
  readonly since: string | undefined;
  /** Whether a sync has come since the start. The first one does not wait for anything to happen. */
  readonly running: boolean;
  readonly failures: number;
  /** How often in a row the homeserver refused the request as wrong. */
  readonly refusals: number;
  readonly tooLarge: boolean;
  /** The token was given up, so it is not known what happened in between. */
  readonly lostTrack: boolean;
};

/**
 * Receives everything that happens, at least once, and hands it to the lanes of the rooms without waiting for them. It goes on after every
 * failure of the network, the homeserver and the handlers, and never throws.
 */
export async function runSync(loop: SyncLoop): Promise<SyncEnd> {
  const { pace, pulse, log } = loop;
  const over = new AbortController();
  const signal = AbortSignal.any([loop.signal, over.signal]);
  let end: SyncEnd = { kind: "stopped" };
  const fail = (error: unknown) => {
    if (!signal.aborted) end = { kind: "failed", cause: error };
    over.abort();
  };
  loop.crypto.broken.catch(fail);
  const troubleWith = (what: string) => createTrouble({ what: `Matrix: ${what}` }, { log, now: pace.now });
  const retry = createRetry((ms) => pace.sleep(ms, signal), pace.random);
  const tokens = createSyncTokens(loop.keep, {
    retry,
    rest: () => pace.sleep(tokenRest, signal),
    trouble: troubleWith("how much was received cannot be stored"),
    signal,
  });
  const worked = createWorkingClock(pace.now);
  const lanes = createRoomLanes({
    askGap: async (roomId, { gap }) =>
      gap === undefined || gap === "lost" ? undefined : askGap(loop.ask, roomId, gap),
    stepsOf: (roomId, batch, gap) => stepsOf(roomId, batch, gap, loop),
    onGap: (roomId) => loop.handlers.onGap(roomId),
    retry,
    trouble: troubleWith("what happens in a room cannot be handled"),
    log,
    worked: () => worked.read(),
    fail,
    signal,
  });

  const trouble = troubleWith("nothing can be received");
  let progress: Progress | undefined;
  for (let failures = 0; !signal.aborted; ) {
    try {
      progress ??= startingAt(await tokens.stored());
      progress = await advance(progress, { ...loop, signal, lanes, tokens, worked: () => worked.tick() });
      pulse.progressed();
      trouble.passed();
      failures = 0;
    } catch (error) {
      if (isFatal(error)) fail(error);
      if (signal.aborted) break;
      failures++;
      trouble.met(error);
      progress = progress && afterFailure(progress, failures, error);
      const asked = pauseAskedFor(error);
      pulse.failed(asked ?? 0);
      await pace.sleep(backoff(failures, pace.random(), asked), signal);
    }
  }
  // Without a login or a store, what is under way cannot be finished.
  if (end.kind === "stopped") await lanes.idle();
  await tokens.idle();
  return end;
}

/** A clock that goes on only while the homeserver answers. */
function createWorkingClock(now: Clock) {
  let worked: Duration = 0;
  let last: Instant | undefined;
  return {
    read: () => worked,
    tick() {
      worked += Math.min(now() - (last ?? now()), maxSyncPause);
      last = now();
    },
  };
}

const startingAt = (since: string | undefined): Progress => ({
  since,
  running: false,
  failures: 0,
  refusals: 0,
  tooLarge: false,
  lostTrack: false,
});

type Parts = SyncLoop & { lanes: RoomLanes; tokens: SyncTokens; worked: () => void };

async function advance(progress: Progress, parts: Parts): Promise<Progress> {
  const { ask, pace, handlers, signal } = parts;
  const { since, running, failures, tooLarge, lostTrack } = progress;
  const wait = running && failures === 0;
  const limit = tooLarge ? 1 : timelineLimit;
  const answer = readSyncAnswer(await askSync(ask, { since, wait, timelineLimit: limit }, signal));
  const isFirst = since === undefined && !lostTrack;
  await receive(isFirst ? withoutSpeech(answer) : answer, progress, parts);
  // While the core's store cannot be reached, new events wait at the homeserver.
  const stopped = Promise.withResolvers<void>();
  const stop = () => stopped.resolve();
  signal.addEventListener("abort", stop, { once: true });
  await Promise.race([handlers.durable(), stopped.promise]);
  signal.removeEventListener("abort", stop);
  // A homeserver that answers at once with the same token must not be asked without end.
  if (answer.nextBatch === since && wait) await pace.sleep(backoff(1, pace.random()), signal);
  return { ...startingAt(answer.nextBatch), running: true };
}

/** Takes in keys first, so that events can be decrypted with them. Then come the encryption settings of rooms: nothing is sent by older ones. */
async function receive(answer: SyncAnswer, { since, lostTrack }: Progress, parts: Parts): Promise<void> {
  const { crypto, handlers, lanes, tokens, worked } = parts;
  worked();
  const readable = await crypto.receive(answer.devices);
  for (const { roomId, state, timeline } of answer.joined) {
    const states = [...state, ...timeline].filter(isState);
    if (states.length > 0) await crypto.noteState(roomId, states);
  }
  const late = readable.map(({ roomId, event }) => ({ roomId, batch: { kind: "late" as const, event } }));
  const batches = [...late, ...batchesOf(answer, since, lostTrack)];
  tokens.add(answer.nextBatch, Promise.all(batches.map(({ roomId, batch }) => lanes.add(roomId, batch))));
  lanes.giveUpOld();
  handlers.onSynced();
}

/**
 * Leaves out what was said before the first sync. An earlier run that kept nothing may have answered it, or may have ended what was shared by it,
 * even from another room.
 */
const withoutSpeech = (answer: SyncAnswer): SyncAnswer => ({
  ...answer,
  joined: answer.joined.map((room) => ({ ...room, timeline: room.timeline.filter(isState) })),
});

function afterFailure(progress: Progress, failures: number, error: unknown): Progress {
  const isOurFault = error instanceof MatrixRequestError && error.label === "sync" && error.status === 400;
  const refusals = isOurFault ? progress.refusals + 1 : 0;
  const tooLarge = progress.tooLarge || (error instanceof MatrixRequestError && error.code === "TOO_LARGE");
  if (refusals < maxTokenRefusals) return { ...progress, failures, refusals, tooLarge };
  return { ...startingAt(undefined), failures, tooLarge, lostTrack: true };
}
