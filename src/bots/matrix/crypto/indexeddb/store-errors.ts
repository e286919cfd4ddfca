/** The key store was sealed under another secret, or a row of it was changed. */
export class WrongSecretError extends Error {
  override name = "WrongSecretError";
  readonly code = "WRONG_SECRET";
  constructor() {
    super(
      "The Matrix key store is not the one that this key ring was last used with, or it was changed. Bring that one back, or move the key store away and log the bot in again as a new device.",
    );
  }
}

/** Others than this user can reach the key store. */
export class StoreExposedError extends Error {
  override name = "StoreExposedError";
  readonly code = "STORE_EXPOSED";
  /** @param problem what is wrong, and what to do about it */
  constructor(problem: string) {
    super(`The Matrix key store was not opened: ${problem}`);
  }
}

/** The key store is a copy from before: the homeserver and other devices have gone on since, and its keys must not be used twice. */
export class OlderKeyStoreError extends Error {
  override name = "OlderKeyStoreError";
  readonly code = "OLDER_KEY_STORE";
  constructor() {
    super(
      "The Matrix key store is an older copy, and its keys cannot be used again. Bring back the newest one, or move it away and log the bot in again as a new device.",
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
