import { DeliveryError, type DeliveryFailure } from "../../../core/model/errors.ts";
import { roomId } from "../../../core/model/ids.ts";
import { fieldsOf, idOf } from "./fields.ts";

/** An error of the Bot API: Telegram answered, and refused. */
export type Refusal = {
  code: number;
  description: string;
  /** milliseconds */
  retryAfter?: number;
  /** the id of the supergroup that the group has become */
  movedTo?: number;
};

/** @returns undefined when it is no answer of the Bot API; it is then not known whether Telegram did what it was asked */
export function refusalOf(cause: unknown): Refusal | undefined {
  const answer = fieldsOf(cause);
  if (typeof answer?.error_code !== "number" || typeof answer.description !== "string") return undefined;
  const parameters = fieldsOf(answer.parameters);
  const seconds = parameters?.retry_after;
  const movedTo = idOf(parameters?.migrate_to_chat_id);
  return {
    code: answer.error_code,
    description: answer.description,
    ...(typeof seconds === "number" && seconds > 0 && { retryAfter: seconds * 1000 }),
    ...(movedTo !== undefined && { movedTo }),
  };
}

// The words of telegram-bot-api Client.cpp and td's MessagesManager.cpp. The code alone is not enough: some 403 arrive as 400 (fail_query_with_error).
const gone = [
  /chat not found/,
  /chat was (?:deleted|deactivated)/,
  /bot was kicked/,
  /bot is not a member/,
  /bot was blocked by the user|USER_IS_BLOCKED/,
  /user is deactivated|INPUT_USER_DEACTIVATED/,
];

const whenItDoesNotSay = 5000;
/** Telegram may have done all the same what it was asked. */
const unsure: DeliveryFailure = { kind: "later", after: whenItDoesNotSay, isUnsure: true };

/** @param cause what a call of the Bot API threw. It is not put into the error: it contains the message, and maybe the token */
export function deliveryErrorOf(cause: unknown): DeliveryError {
  return cause instanceof DeliveryError ? cause : new DeliveryError(failureOf(refusalOf(cause)));
}

function failureOf(refusal: Refusal | undefined): DeliveryFailure {
  if (refusal === undefined) return unsure;
  const { code, description, retryAfter, movedTo } = refusal;
  if (movedTo !== undefined) return { kind: "moved", to: roomId("telegram", movedTo) };
  // The operator can correct a token that is refused. Until then nobody's messages are lost.
  if (code >= 500) return unsure;
  if (code === 429 || code === 401) return { kind: "later", after: retryAfter ?? whenItDoesNotSay };
  return gone.some((words) => words.test(description)) ? { kind: "gone" } : { kind: "refused" };
}

/** 500 "sent message was immediately deleted and can't be returned": it was sent, and is no longer there. */
export const wasDeletedAtOnce = (cause: unknown): boolean =>
  /immediately deleted/.test(refusalOf(cause)?.description ?? "");

/** A person who never wrote to the bot, and of whom it knows nothing: they have blocked nobody. */
export const wasNeverWritten = (cause: unknown): boolean => /chat not found/.test(refusalOf(cause)?.description ?? "");
