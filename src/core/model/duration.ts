import { type Duration, day, hour, minute, second } from "../../lib/time.ts";

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

/** "40 s", "4 min", "1 h 30 min", "2 days": two units at most, rounded down, so that nothing is promised for longer than it is kept. */
export function formatDuration(milliseconds: Duration): string {
  const ms = Math.max(0, milliseconds);
  if (ms < minute) return `${Math.floor(ms / second)} s`;
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < 2 * day) return two(ms, hour, "h", minute, "min");
  return two(ms, day, "days", hour, "h");
}

function two(ms: Duration, large: Duration, largeName: string, small: Duration, smallName: string): string {
  const rest = Math.floor((ms % large) / small);
  const first = `${Math.floor(ms / large)} ${largeName}`;
  return rest === 0 ? first : `${first} ${rest} ${smallName}`;
}
