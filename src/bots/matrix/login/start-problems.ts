import { FormatError } from "../../../lib/format.ts";
import {
  ApprovalNeededError,
  KeysLostError,
  NoDeviceError,
  OtherDeviceError,
  PasswordNeededError,
  RecoveryFileError,
  RecoveryKeyError,
} from "../crypto/crypto-errors.ts";
import {
  OlderKeyStoreError,
  StoreExposedError,
  StoreFailedError,
  StoreInUseError,
  WrongSecretError,
} from "../crypto/indexeddb/store-errors.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { NoHomeserverError } from "./find-homeserver.ts";
import { LoginDeniedError, NoCodeLoginError, NoPasswordLoginError, WrongAccountError } from "./login-errors.ts";

/** Errors whose words are ours, and say what to do. */
const own = [
  ApprovalNeededError,
  FormatError,
  KeysLostError,
  LoginDeniedError,
  NoCodeLoginError,
  NoDeviceError,
  NoHomeserverError,
  NoPasswordLoginError,
  OlderKeyStoreError,
  OtherDeviceError,
  PasswordNeededError,
  RecoveryFileError,
  RecoveryKeyError,
  StoreExposedError,
  StoreFailedError,
  StoreInUseError,
  WrongAccountError,
  WrongSecretError,
];

/** What the operator is told when the bot cannot get into its account. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof Error && own.some((kind) => error instanceof kind)) return error.message;
  if (!(error instanceof MatrixRequestError)) return "the bot could not be started, for a reason that is not known.";
  if (error.code === "M_USER_DEACTIVATED") return "the bot's account is deactivated.";
  if (["M_USER_LOCKED", "M_USER_SUSPENDED"].includes(error.code))
    return "the bot's account is locked. Whoever runs the homeserver can unlock it.";
  if (error.label === "login" && error.code === "M_FORBIDDEN")
    return "the homeserver refused MATRIX_USER with this password. Check both, and that it is the homeserver of the account.";
  if (["M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"].includes(error.code))
    return "the homeserver does not accept the access token (any more). Log the bot in again, as a new device: move the key store away, and give a new token; or MATRIX_USER, and its password where the homeserver takes one.";
  return `the homeserver did not do what is needed at the start (${error.message}). Is MATRIX_HOMESERVER_URL right?`;
}

/** What the operator is told when the bot could go on, and cannot any more. */
export const whyEnded = (cause: unknown): string =>
  isRevoked(cause) && cause.code !== "M_USER_DEACTIVATED"
    ? "the homeserver no longer accepts the bot's login. Log it in again."
    : whyNotStarted(cause);
