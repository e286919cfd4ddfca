import { DeliveryError } from "../../../core/model/errors.ts";
import type { Duration } from "../../../lib/time.ts";
import { CannotEncryptError } from "../crypto/crypto-errors.ts";
import { pauseWhenNotTold } from "../limits.ts";
import { MatrixRequestError } from "./request-error.ts";

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

/** The homeserver understood, and does not do it: asked again, it says the same. */
export const isRefusal = (error: unknown): error is MatrixRequestError =>
  error instanceof MatrixRequestError && !isPassing(error) && (error.status ?? 500) < 500;

/** The pause that the homeserver asks for. */
export const pauseAskedFor = (error: unknown): Duration | undefined =>
  error instanceof MatrixRequestError ? error.retryAfterMs : undefined;

/**
 * What a failed request means for what was to be sent. Whatever fails about encryption leaves nothing sent.
 * @param isInRoom whether the bot is still there, asked only when that makes the difference
 */
export async function deliveryErrorOf(cause: unknown, isInRoom: () => Promise<boolean>): Promise<DeliveryError> {
  if (cause instanceof DeliveryError) return cause;
  if (cause instanceof CannotEncryptError || isTooLarge(cause)) return new DeliveryError({ kind: "refused" });
  if (!isRefusal(cause)) return new DeliveryError({ kind: "later", after: pauseAskedFor(cause) ?? pauseWhenNotTold });
  if (!isGone(cause)) return new DeliveryError({ kind: "refused" });
  const isThere = await isInRoom().catch(() => undefined);
  if (isThere === undefined) return new DeliveryError({ kind: "later", after: pauseWhenNotTold });
  return new DeliveryError({ kind: isThere ? "refused" : "gone" });
}
