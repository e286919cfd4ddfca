/** The access token belongs to no device, as those of application services and of admin tools do. */
export class NoDeviceError extends Error {
  override name = "NoDeviceError";
  readonly code = "NO_DEVICE";
  constructor() {
    super(
      "This Matrix access token belongs to no device, so encrypted rooms cannot be read. Log the bot in with its password instead.",
    );
  }
}

/** The key store was made by another device or account than the access token's. */
export class OtherDeviceError extends Error {
  override name = "OtherDeviceError";
  readonly code = "OTHER_DEVICE";
  constructor() {
    super(
      "The Matrix key store belongs to another login than this access token. Bring back the token it was made with, or move the key store away and log the bot in again as a new device.",
    );
  }
}

/** The homeserver knows this device by keys that are not in the key store: the store was lost or replaced by an older one. */
export class KeysLostError extends Error {
  override name = "KeysLostError";
  readonly code = "KEYS_LOST";
  constructor() {
    super(
      "The keys of this Matrix device are gone, and a device cannot get new ones. Log the bot in again as a new device: give MATRIX_USER, and MATRIX_PASSWORD where the homeserver takes one.",
    );
  }
}

/** The homeserver wants the account's password before it takes the bot's new identity. */
export class PasswordNeededError extends Error {
  override name = "PasswordNeededError";
  readonly code = "PASSWORD_NEEDED";
  constructor() {
    super(
      "The homeserver asks for the account's password to set up the bot's cross-signing identity. Give MATRIX_USER and MATRIX_PASSWORD, in the place of a token, and start again.",
    );
  }
}

/** The homeserver wants the account's owner to allow that its identity is replaced. */
export class ApprovalNeededError extends Error {
  override name = "ApprovalNeededError";
  readonly code = "APPROVAL_NEEDED";
  /** @param url where they can */
  constructor(url: string) {
    super(
      `The homeserver wants it allowed that the identity of the bot's account is replaced: open ${url} in a browser, log in there as the bot's account, and allow it. Then start whereat again, within ten minutes.`,
    );
  }
}

/** The operator could not be given the recovery key of the bot's identity. */
export class RecoveryFileError extends Error {
  override name = "RecoveryFileError";
  readonly code = "RECOVERY_FILE";
  constructor(cause: unknown) {
    super(
      "The file for the recovery key of the bot's account could not be written. Look at its folder and its rights.",
      { cause },
    );
  }
}

/** The text is no recovery key, or not this account's. */
export class RecoveryKeyError extends Error {
  override name = "RecoveryKeyError";
  readonly code = "RECOVERY_KEY";
  constructor(what: string) {
    super(`The Matrix recovery key was not accepted: ${what}.`);
  }
}
/** An event's own type and content. */
export type Decrypted = { readonly type: string; readonly content: unknown };

/** An encrypted event that could not be read, or that nobody may answer. */
export class DecryptionError extends Error {
  override name = "DecryptionError";
  /** What matrix-sdk-crypto calls it: "MissingRoomKey", "MismatchedSender" and so on; or "Replayed", "Unreadable". */
  readonly reason: string;
  readonly said: Decrypted | undefined;
  /** Whether it came from a device that its owner has not signed, as far as is known. */
  readonly isUnverified: boolean;
  /** Whether the key, or the device's signature, may still arrive, and the event then be read. */
  readonly retryable: boolean;

  /** @param said what an unverified device says; only to tell whoever uses it that it is not taken */
  constructor(reason: string, said?: Decrypted) {
    super(`an encrypted event could not be read: ${reason}`);
    this.reason = reason;
    this.said = said;
    this.isUnverified = reason === "UnknownSenderDevice" || reason === "UnsignedSenderDevice";
    this.retryable = this.isUnverified || reason === "MissingRoomKey" || reason === "UnknownMessageIndex";
  }
}

/** The room is encrypted in a way that whereat does not know, or is not encrypted at all. Nothing was sent. */
export class CannotEncryptError extends Error {
  override name = "CannotEncryptError";
  readonly code = "CANNOT_ENCRYPT";
}
