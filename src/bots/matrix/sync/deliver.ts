import { at, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import type { CryptoClient } from "../crypto/crypto-client.ts";
import { DecryptionError } from "../crypto/crypto-errors.ts";
import type { Decryption, SyncHandlers } from "./handlers.ts";
import { isState, membershipOf, type RoomBatch } from "./room-batch.ts";
import type { Gap } from "./sync-request.ts";

export type Delivery = {
  readonly me: string;
  readonly crypto: Pick<CryptoClient, "decrypt" | "keepWaiting" | "dropWaiting">;
  readonly handlers: SyncHandlers;
  readonly log: Log;
};

/** One call of a handler. It may be made again. */
export type Step = () => Promise<void>;

/** The calls for a batch, in order: the state before the timeline, and what was left out before the rest. */
export function stepsOf(roomId: string, batch: RoomBatch, gap: Gap | undefined, delivery: Delivery): Step[] {
  const { me, handlers } = delivery;
  const deliverAll = (events: readonly unknown[]) => events.map((event) => () => deliverEvent(roomId, event, delivery));
  if (batch.kind === "late") return [() => deliverLate(roomId, batch.event, delivery)];
  if (batch.kind === "invited") return [() => handlers.onInvite(roomId, batch.state)];
  if (batch.kind === "left") {
    const own = batch.timeline.findLast((event) => membershipOf(event, me) !== undefined);
    return [...deliverAll(batch.timeline), () => handlers.onLeave(roomId, own)];
  }
  const events = [...(gap?.events ?? []), ...batch.timeline];
  const said = events.filter((event) => !isState(event)).flatMap((event) => textOf(at(event, "sender")) ?? []);
  handlers.onSenders(roomId, [...new Set(said)]);
  const hasJoined = [...batch.state, ...events].some((event) => isOwnJoin(event, me));
  // What people said before the bot came, or while it was away, was not said to the bot. Of that, only the state counts.
  const since = events.findLastIndex((event) => isOwnJoin(event, me));
  const isForBot = (event: unknown, index: number) => index > since || isState(event);
  return [
    ...batch.state.map((event) => () => handlers.onState(roomId, event)),
    ...(hasJoined ? [() => handlers.onJoin(roomId)] : []),
    ...(gap?.complete === false ? [() => handlers.onGap(roomId)] : []),
    ...deliverAll(events.filter(isForBot)),
  ];
}

async function deliverEvent(roomId: string, event: unknown, delivery: Delivery): Promise<void> {
  const { me, crypto, handlers } = delivery;
  if (at(event, "type") === "m.room.redaction") {
    const redacted = textOf(at(event, "redacts")) ?? textOf(at(event, "content", "redacts")); // in content from room version 11 on
    if (redacted) crypto.dropWaiting(roomId, redacted);
  }
  if (at(event, "type") !== "m.room.encrypted" || isState(event)) return handlers.onEvent(roomId, event, "clear");
  if (at(event, "content", "ciphertext") === undefined) return; // redacted: nothing of it is left
  // What it says was said by the bot, or by another session of its account: nothing is made of it.
  if (at(event, "sender") === me) return handlers.onEvent(roomId, event, "clear");
  const { shown, decryption } = await decrypt(roomId, event, delivery);
  if (decryption !== "replayed") await handlers.onEvent(roomId, shown, decryption);
}

async function decrypt(
  roomId: string,
  event: unknown,
  { crypto, log }: Pick<Delivery, "crypto" | "log">,
): Promise<{ shown: unknown; decryption: Decryption | "replayed" }> {
  try {
    return { shown: await crypto.decrypt(roomId, event), decryption: "decrypted" };
  } catch (error) {
    if (!(error instanceof DecryptionError)) throw error;
    if (error.reason === "Replayed") {
      log.warn("Matrix: a message came again as another event and is left out");
      return { shown: event, decryption: "replayed" };
    }
    const missing = error.isUnverified ? " while its device is not verified" : " before its key comes";
    log.debug(`Matrix: a message cannot be decrypted${error.retryable ? missing : ""}`);
    if (error.retryable) crypto.keepWaiting(roomId, event);
    if (!error.isUnverified) return { shown: event, decryption: "undecryptable" };
    return { shown: { ...Object(event), ...error.said }, decryption: "unverified" };
  }
}

async function deliverLate(roomId: string, event: unknown, delivery: Delivery): Promise<void> {
  const { shown, decryption } = await decrypt(roomId, event, delivery);
  if (decryption !== "decrypted") return;
  await delivery.handlers.onEvent(roomId, shown, decryption);
  delivery.crypto.dropWaiting(roomId, textOf(at(event, "event_id")) ?? "");
}

/** When a member changes their name or picture, a "join" follows a "join". */
function isOwnJoin(event: unknown, me: string): boolean {
  const before = at(event, "unsigned", "prev_content", "membership");
  return membershipOf(event, me) === "join" && before !== "join";
}
