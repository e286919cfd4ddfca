/** The key store was sealed under another secret, or a row of it was changed. */
export class WrongSecretError extends Error {
  override name = "WrongSecretError";
  readonly code = "WRONG_SECRET";
  constructor() {
    super(
      "The Matrix key store cannot be opened with this key ring. Bring back the key ring it was made with, or move the key store away and log the bot in again as a new device.",
    );
  }
}

/** Another process has the key store open. Two on one store would reuse message keys. */
export class StoreInUseError extends Error {
  override name = "StoreInUseError";
  readonly code = "STORE_IN_USE";
  constructor() {
    super("The Matrix key store is in use by another whereat. Stop that one first.");
  }
}

/** The key store could not be read or written. What is in memory is then ahead of the disk, so nothing may go on. */
export class StoreFailedError extends Error {
  override name = "StoreFailedError";
  readonly code = "STORE_FAILED";
  constructor(cause: unknown) {
    super("The Matrix key store could not be read or written. Check the disk, then start whereat again.", { cause });
  }
}
