import type { Duration } from "../../lib/time.ts";
import type { RoomId } from "./ids.ts";

/** The store did not do what it was asked to. Nothing was promised: try again. */
export class StoreError extends Error {
  override name = "StoreError" as const;
}

/** The store's server is not there, or not yet: a later try may do. */
export class StoreAway extends StoreError {}

/** The key ring cannot be used as it is. Nothing was changed or destroyed; its message says what is wrong and what to do. */
export class KeyRingError extends Error {
  override name = "KeyRingError" as const;
}

/** A row is not what was sealed for its record: changed, cut, swapped or replayed. */
export class SealError extends Error {
  override name = "SealError" as const;
}

export type DeliveryFailure =
  /** try again, after so many milliseconds; `isUnsure`: it may have been taken all the same */
  | { kind: "later"; after: Duration; isUnsure?: true }
  /** the chat is no longer there for the bot: nothing will ever arrive */
  | { kind: "gone" }
  | { kind: "moved"; to: RoomId }
  /** the person was invited to the private chat, and has not come yet; to be asked again after so many milliseconds */
  | { kind: "not joined"; after: Duration }
  /** this message will never be taken */
  | { kind: "refused" };

/** A network did not take what the bot sent, or cannot be asked. */
export class DeliveryError extends Error {
  override name = "DeliveryError" as const;
  readonly failure: DeliveryFailure;

  constructor(failure: DeliveryFailure, options?: ErrorOptions) {
    super(`not delivered: ${failure.kind}`, options);
    this.failure = failure;
  }
}

/** What failed changes nothing, and is to be tried again: the store, or a network, cannot be had at the moment. */
export const mayPass = (error: unknown): boolean =>
  error instanceof StoreError || (error instanceof DeliveryError && error.failure.kind === "later");
