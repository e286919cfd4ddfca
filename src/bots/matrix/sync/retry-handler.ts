import { mayPass } from "../../../core/model/errors.ts";
import { isGone, isPassing } from "../http/refusal.ts";
import { isRevoked, MatrixRequestError } from "../http/request-error.ts";
import { RetrySync } from "./handlers.ts";

/** A homeserver that fails at one room must not hold up all others for ever. */
const mostTries = 5;

/**
 * Handles something that came with a sync so that nothing is lost to a failure that passes: the same thing is handed over again then.
 * @param subject what came, the same object each time
 */
export type Handle = (subject: object, work: () => Promise<void>) => Promise<void>;

export function createHandle(): Handle {
  const tries = new WeakMap<object, number>();
  return async (subject, work) => {
    try {
      await work();
    } catch (error) {
      if (isRevoked(error)) throw error;
      // The core waits for its store, and for the homeserver, by itself, and gives up only when the program ends.
      if (mayPass(error)) throw new RetrySync();
      if (isRevoked(error)) throw error;
      const retryAfterMs = error instanceof MatrixRequestError ? error.retryAfterMs : undefined;
      if (isPassing(error)) throw new RetrySync(retryAfterMs);
      // The bot was removed from the room meanwhile: that is told by an event of its own.
      if (isGone(error)) return;
      const tried = (tries.get(subject) ?? 0) + 1;
      tries.set(subject, tried);
      if (error instanceof MatrixRequestError && tried < mostTries) throw new RetrySync();
      throw error;
    }
  };
}
