import { type Duration, day, hour, minute } from "../../lib/time.ts";

const units: Record<string, Duration> = { m: minute, h: hour, d: day };
const part = String.raw`(\d{1,5})\s*(m|min|mins|minutes?|h|hr|hrs|hours?|d|days?)`;
const whole = new RegExp(`^${part}(?:\\s*${part})?(?:\\s*${part})?$`);

/**
 * "90m", "1h30m", "2 hours", "1 day".
 * @returns milliseconds, or undefined for anything else: no bare number, no fraction, no unit twice or out of order
 */
export function parseDuration(text: string): Duration | undefined {
  const match = whole.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let group = 1; group < match.length; group += 2) {
    const unit = units[match[group + 1]?.[0] ?? ""];
    if (unit === undefined) break;
    if (unit >= last) return undefined;
    total += Number(match[group]) * unit;
    last = unit;
  }
  return total;
}
