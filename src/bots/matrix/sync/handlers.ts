/**
 * How an event came: never encrypted; encrypted and read; or encrypted and not (yet) readable, and then with its outer type and content.
 * An unreadable event comes again, decrypted, if its key arrives.
 */
export type Reading = "clear" | "decrypted" | "unreadable";

/**
 * What happens in rooms, at least once and in order: after a crash, the events since the last stored sync token come again. Each call is awaited
 * before the next. One that throws is reported and does not hold up the rest, except for RetrySync, and for a login that is no longer accepted, which
 * ends it all.
 */
export type SyncHandlers = {
  onEvent(roomId: string, event: unknown, reading: Reading): Promise<void>;
  /** A piece of the room's state as it was before the events that follow, when the homeserver sends any. */
  onState(roomId: string, event: unknown): Promise<void>;
  onInvite(roomId: string, inviteState: readonly unknown[]): Promise<void>;
  onJoin(roomId: string): Promise<void>;
  /** The bot is no longer in the room, or the invitation is gone; with its own membership event when that is known. */
  onLeave(roomId: string, event: unknown): Promise<void>;
  /** Events of the room were lost: what follows from its state is to be read anew. */
  onGap(roomId: string): Promise<void>;
  /** All that a sync brought has been handled. Comes at least about twice a minute while the homeserver answers. */
  onSynced(): Promise<void>;
};

/** Thrown by a handler when it cannot do its work now (the store is down): it is called again, and nothing else is handled before. */
export class RetrySync extends Error {
  override name = "RetrySync";
  readonly retryAfterMs: number | undefined;

  /** @param retryAfterMs how long the homeserver wants to be left alone, in milliseconds */
  constructor(retryAfterMs?: number) {
    super();
    this.retryAfterMs = retryAfterMs;
  }
}
