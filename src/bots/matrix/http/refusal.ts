import { DeliveryError } from "../../../core/model/errors.ts";
import { CannotEncryptError } from "../crypto/room-encryption.ts";
import { MatrixRequestError } from "./request-error.ts";

const whenItDoesNotSay = 5000;

/** The homeserver says that the room, or what was asked for in it, is not there for the bot. */
export const isGone = (error: unknown): boolean =>
  error instanceof MatrixRequestError && (error.status === 403 || error.status === 404);

/** The answer is more than the bot takes in. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof MatrixRequestError && error.code === "TOO_LARGE";

/** The homeserver wants to be asked later. */
export const isLimited = (error: unknown): boolean =>
  error instanceof MatrixRequestError && error.code === "M_LIMIT_EXCEEDED";

/** The homeserver cannot be reached, or says itself that it is for the time being only. */
export const isPassing = (error: unknown): boolean =>
  error instanceof MatrixRequestError &&
  (error.status === undefined || [401, 429, 502, 503, 504].includes(error.status)) &&
  !isTooLarge(error);

/**
 * What a failed request means for what was to be sent. Whatever fails about encryption leaves nothing sent.
 * @param isInRoom whether the bot is still there, asked only when that makes the difference
 */
export async function deliveryErrorOf(cause: unknown, isInRoom: () => Promise<boolean>): Promise<DeliveryError> {
  if (cause instanceof DeliveryError) return cause;
  if (cause instanceof CannotEncryptError || isTooLarge(cause)) return new DeliveryError({ kind: "refused" });
  const isRefusal = cause instanceof MatrixRequestError && !isPassing(cause) && (cause.status ?? 500) < 500;
  if (!isRefusal) {
    const after = cause instanceof MatrixRequestError ? cause.retryAfterMs : undefined;
    return new DeliveryError({ kind: "later", after: after ?? whenItDoesNotSay });
  }
  if (!isGone(cause)) return new DeliveryError({ kind: "refused" });
  const isThere = await isInRoom().catch(() => undefined);
  if (isThere === undefined) return new DeliveryError({ kind: "later", after: whenItDoesNotSay });
  return new DeliveryError({ kind: isThere ? "refused" : "gone" });
}
