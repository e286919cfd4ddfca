import { type Instant, instant } from "../../../lib/time.ts";

/** A JSON object whose fields are not checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** Ids above 2^53 lose digits in JSON.parse and could be somebody else's, so they are not taken as ids. */
export function idOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isSafeInteger(value) && value !== 0 ? value : undefined;
}

const lastSecond = 8.64e12;

/** Telegram's seconds since 1970 as an Instant, never later than it was received: Telegram's clock and ours differ. */
export function instantOf(seconds: unknown, receivedAt: Instant): Instant | undefined {
  const valid = typeof seconds === "number" && Number.isSafeInteger(seconds) && seconds > 0 && seconds <= lastSecond;
  return valid ? instant(Math.min(seconds * 1000, receivedAt)) : undefined;
}
