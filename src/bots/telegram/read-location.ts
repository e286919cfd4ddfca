import type { Incoming, PositionIncoming } from "../../core/incoming.ts";
import { type Instant, instant, type Position, shareId } from "../../core/model.ts";
import { type Fields, fieldsOf, instantOf } from "./fields.ts";
import { messageRef } from "./message-ref.ts";

/** What Telegram says for "until turned off". */
const untilTurnedOff = 0x7fff_ffff;

/** What was checked of a message before its content is looked at. */
export type Heard = { chat: number; message: number; edited: boolean; receivedAt: Instant };

/**
 * A location as a position, or as the end of a live share: Telegram says that one was stopped with an edit that has no `live_period`
 * (telegram-bot-api Client.cpp, JsonLocation), and says the same when the share had run out before the edit was handed over.
 */
export function readLocation(message: Fields, heard: Heard, from: PositionIncoming["from"]): Incoming | undefined {
  const location = fieldsOf(message.location);
  // A venue brings a location along, and is where something else is.
  if (location === undefined || message.venue !== undefined) return undefined;
  const share = shareId("telegram", `${heard.chat}/${heard.message}`);
  const period = location.live_period;
  if (period === undefined && heard.edited) return { kind: "share-ended", person: from.person, share };
  if (period !== undefined && !isPeriod(period)) return undefined;

  const startedAt = instantOf(message.date, heard.receivedAt);
  if (startedAt === undefined) return undefined;
  const position = readPosition(location, instantOf(message.edit_date, heard.receivedAt) ?? startedAt);
  if (position === undefined) return undefined;
  return {
    kind: "position",
    from,
    share,
    live: period !== undefined,
    position,
    startedAt,
    ...(period !== undefined &&
      period !== untilTurnedOff && { until: instant((Number(message.date) + period) * 1000) }),
    first: !heard.edited,
    message: messageRef(heard.chat, heard.message),
  };
}

function readPosition(location: Fields, at: Instant): Position | undefined {
  const { latitude, longitude, horizontal_accuracy: accuracy, heading } = location;
  if (!isWithin(latitude, -90, 90) || !isWithin(longitude, -180, 180)) return undefined;
  return {
    latitude,
    longitude,
    ...(isWithin(accuracy, 0, 1500) && accuracy > 0 && { accuracy }),
    ...(isWithin(heading, 1, 360) && { heading }),
    at,
  };
}

const isWithin = (value: unknown, from: number, to: number): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= from && value <= to;

const isPeriod = (value: unknown): value is number => Number.isSafeInteger(value) && isWithin(value, 1, untilTurnedOff);
