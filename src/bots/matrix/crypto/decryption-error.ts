/** An encrypted event that could not be read. */
export class DecryptionError extends Error {
  override name = "DecryptionError";
  /** What matrix-sdk-crypto calls it: "MissingRoomKey", "MismatchedSender" and so on. */
  readonly reason: string;
  /** Whether the key may still arrive, and the event then be read. */
  readonly retryable: boolean;

  constructor(reason: string) {
    super(`an encrypted event could not be read: ${reason}`);
    this.reason = reason;
    this.retryable = reason === "MissingRoomKey" || reason === "UnknownMessageIndex";
  }
}
