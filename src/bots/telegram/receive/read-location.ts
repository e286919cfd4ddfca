import { readAccuracy } from "../../../core/geo/coordinates.ts";
import { type MessageRef, type Position, shareId } from "../../../core/model/ids.ts";
import type { Incoming, PositionIncoming } from "../../../core/model/incoming.ts";
import { type Instant, instant, minute } from "../../../lib/time.ts";
import { type Fields, fieldsOf, instantOf } from "../client/fields.ts";
import { livePeriodForever, maxAccuracy } from "../limits.ts";

/**
 * A live location that ran out, or was stopped, before its first message is delivered looks like a plain one (telegram-bot-api
 * Client.cpp, JsonLocation). Only a live one is ever edited; Telegram's apps share for a quarter of an hour at least. What is neither
 * edited nor older than this is a plain one.
 */
const surelyPlainFor = 5 * minute;

/** What is known of a message before its content is read; `key` tells it from all others, and `ref` finds it again. */
export type MessageContext = { key: string; ref: MessageRef; edited: boolean; receivedAt: Instant };

/**
 * A location as a position, or as the end of a live share: Telegram says that one was stopped with an edit that has no `live_period`
 * (telegram-bot-api Client.cpp, JsonLocation), and says the same when the share had run out before the edit was delivered.
 */
export function readLocation(
  message: Fields,
  context: MessageContext,
  from: PositionIncoming["from"],
): Incoming | undefined {
  const location = fieldsOf(message.location);
  if (location === undefined) return undefined;
  const share = shareId("telegram", context.key);
  const period = location.live_period;
  if (period === undefined && context.edited) return { kind: "share-ended", person: from.person, share };
  if (period !== undefined && !isPeriod(period)) return undefined;

  const startedAt = instantOf(message.date, context.receivedAt);
  if (startedAt === undefined) return undefined;
  const position = readPosition(location, instantOf(message.edit_date, context.receivedAt) ?? startedAt);
  if (position === undefined) return undefined;
  const base = {
    kind: "position",
    from,
    share,
    position,
    startedAt,
    first: !context.edited,
    message: context.ref,
  } as const;
  if (period === livePeriodForever) return { ...base, live: true };
  if (period !== undefined) return { ...base, live: true, until: instant((Number(message.date) + period) * 1000) };
  const isPlain = message.edit_date === undefined && context.receivedAt - startedAt <= surelyPlainFor;
  return isPlain ? { ...base, live: false } : { ...base, live: true, until: startedAt };
}

function readPosition(location: Fields, at: Instant): Position | undefined {
  const { latitude, longitude, horizontal_accuracy, heading } = location;
  if (!isWithin(latitude, -90, 90) || !isWithin(longitude, -180, 180)) return undefined;
  const accuracy = readAccuracy(horizontal_accuracy);
  return {
    latitude,
    longitude,
    ...(accuracy !== undefined && { accuracy }),
    ...(accuracy === maxAccuracy && { wider: true }),
    ...(isWithin(heading, 1, 360) && { heading }),
    at,
  };
}

const isWithin = (value: unknown, from: number, to: number): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= from && value <= to;

const isPeriod = (value: unknown): value is number =>
  Number.isSafeInteger(value) && isWithin(value, 1, livePeriodForever);
