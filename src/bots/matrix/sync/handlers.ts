/**
 * How an event came: never encrypted; encrypted and decrypted; encrypted and not (yet) decryptable, and then with its outer type and content; or from
 * a device that its owner has not verified, as far as is known. The last two come again, decrypted, if the key or the verification arrives.
 */
export type Decryption = "clear" | "decrypted" | "undecryptable" | "unverified";

/**
 * What happens in rooms, at least once: after a crash, the events since the last stored sync token come again. The calls about one room are
 * made in order, each awaited before the next; different rooms do not wait for each other. When a call fails for a time only, it is made again
 * after a pause, and its room waits. When it fails otherwise, this is logged and the rest goes on. When the login is no longer accepted,
 * everything ends.
 */
export type SyncHandlers = {
  onEvent(roomId: string, event: unknown, decryption: Decryption): Promise<void>;
  /** A piece of the room's state as it was before the events that follow, when the homeserver sends any. */
  onState(roomId: string, event: unknown): Promise<void>;
  /** These people have said something, encrypted or not, in the events that follow. Nothing waits for this call. */
  onSenders(roomId: string, senders: readonly string[]): void;
  onInvite(roomId: string, inviteState: readonly unknown[]): Promise<void>;
  onJoin(roomId: string): Promise<void>;
  /** The bot is no longer in the room, or the invitation is gone; with its own membership event when that is known. */
  onLeave(roomId: string, event: unknown): Promise<void>;
  /** Events of the room were lost: read again what follows from its state. */
  onGap(roomId: string): Promise<void>;
  /** A sync has come: about twice a minute or more often while the homeserver answers. Nothing waits for this call. */
  onSynced(): void;
  /** Resolves when everything that was handed over so far is durable. Nothing more is received until then. */
  durable(): Promise<void>;
};
