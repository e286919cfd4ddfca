import { at, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import type { CryptoClient } from "../crypto/crypto-client.ts";
import { DecryptionError } from "../crypto/decryption-error.ts";
import { isRevoked } from "../http/request-error.ts";
import { StoreFailedError } from "../indexeddb/store-errors.ts";
import { type Reading, RetrySync, type SyncHandlers } from "./handlers.ts";
import { backoffMs, type Pace } from "./pace.ts";
import type { SyncAnswer } from "./sync-answer.ts";
import type { Gap } from "./sync-request.ts";

export type RoomCrypto = Pick<CryptoClient, "receive" | "noteState" | "decrypt" | "keepWaiting" | "dropWaiting">;

export type Delivery = {
  readonly me: string;
  readonly crypto: RoomCrypto;
  readonly handlers: SyncHandlers;
  readonly pace: Pace;
  readonly log: Log;
  readonly signal: AbortSignal;
};

/** Thrown when the work was to stop before everything was delivered. */
export class DeliveryStopped extends Error {
  override name = "DeliveryStopped";
}

/**
 * Hands everything in a sync to the handlers: keys first, then rooms left, invitations, and joined rooms with state before timeline.
 * @param gaps what came before a room's timeline, by room id
 * @throws DeliveryStopped, StoreFailedError; MatrixRequestError when the login is over
 */
export async function deliver(answer: SyncAnswer, gaps: ReadonlyMap<string, Gap>, delivery: Delivery): Promise<void> {
  const { me, crypto, handlers } = delivery;
  const handle = (work: () => Promise<void>) => handleOnce(work, delivery);

  const readable = await crypto.receive(answer.devices);
  for (const { roomId, event } of readable) await handle(() => deliverLate(roomId, event, delivery));

  for (const { roomId, timeline } of answer.left) {
    for (const event of timeline) await handle(() => deliverEvent(roomId, event, delivery));
    await handle(() =>
      handlers.onLeave(
        roomId,
        timeline.findLast((event) => membershipOf(event, me) !== undefined),
      ),
    );
  }
  for (const { roomId, state } of answer.invited) await handle(() => handlers.onInvite(roomId, state));
  for (const { roomId, state, timeline } of answer.joined) {
    const gap = gaps.get(roomId);
    const events = [...(gap?.events ?? []), ...timeline];
    const states = [...state, ...events].filter(isState);
    if (states.length > 0) await handle(() => crypto.noteState(roomId, states));
    for (const event of state) await handle(() => handlers.onState(roomId, event));
    if (states.some((event) => isOwnJoin(event, me))) await handle(() => handlers.onJoin(roomId));
    if (gap?.complete === false) await handle(() => handlers.onGap(roomId));
    // Nobody said to the bot what they said before it came, or while it was away: of that, only the state counts.
    const since = events.findLastIndex((event) => isOwnJoin(event, me));
    const heard = events.filter((event, index) => index > since || isState(event));
    for (const event of heard) await handle(() => deliverEvent(roomId, event, delivery));
  }
  await handle(() => handlers.onSynced());
}

async function handleOnce(work: () => Promise<void>, { pace, log, signal }: Delivery): Promise<void> {
  for (let tries = 1; !signal.aborted; tries++) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreFailedError || isRevoked(error)) throw error;
      if (!(error instanceof RetrySync))
        return log.warn("Matrix: an event could not be handled and is left out", error);
      if (tries === 1) log.warn("Matrix: events wait until they can be handled", error);
      await pace.sleep(backoffMs(tries, pace.random(), error.retryAfterMs), signal);
    }
  }
  throw new DeliveryStopped();
}

async function deliverEvent(roomId: string, event: unknown, delivery: Delivery): Promise<void> {
  const { crypto, handlers } = delivery;
  if (at(event, "type") === "m.room.redaction") {
    const redacted = textOf(at(event, "redacts")) ?? textOf(at(event, "content", "redacts")); // in content from room version 11 on
    if (redacted) crypto.dropWaiting(roomId, redacted);
  }
  if (at(event, "type") !== "m.room.encrypted" || isState(event)) return handlers.onEvent(roomId, event, "clear");
  if (at(event, "content", "ciphertext") === undefined) return; // redacted: nothing of it is left
  const { shown, reading } = await read(roomId, event, delivery);
  await handlers.onEvent(roomId, shown, reading);
}

async function read(
  roomId: string,
  event: unknown,
  { crypto, log }: Pick<Delivery, "crypto" | "log">,
): Promise<{ shown: unknown; reading: Reading }> {
  try {
    return { shown: await crypto.decrypt(roomId, event), reading: "decrypted" };
  } catch (error) {
    if (!(error instanceof DecryptionError)) throw error;
    log.debug(`Matrix: a message cannot be read${error.retryable ? " before its key comes" : ""}`);
    if (error.retryable) crypto.keepWaiting(roomId, event);
    return { shown: event, reading: "unreadable" };
  }
}

async function deliverLate(roomId: string, event: unknown, delivery: Delivery): Promise<void> {
  const { shown, reading } = await read(roomId, event, delivery);
  if (reading !== "decrypted") return;
  await delivery.handlers.onEvent(roomId, shown, reading);
  delivery.crypto.dropWaiting(roomId, textOf(at(event, "event_id")) ?? "");
}

export const isState = (event: unknown) => typeof at(event, "state_key") === "string";

function membershipOf(event: unknown, userId: string): string | undefined {
  const isTheirs = at(event, "type") === "m.room.member" && at(event, "state_key") === userId;
  return isTheirs ? textOf(at(event, "content", "membership")) : undefined;
}

/** A change of name or picture is a "join" after a "join". */
function isOwnJoin(event: unknown, me: string): boolean {
  const before = at(event, "unsigned", "prev_content", "membership");
  return membershipOf(event, me) === "join" && before !== "join";
}
