import { asciiDigits } from "../../../lib/digits.ts";

/** `place` is what stands before the time; absent: the time behind it is none. */
export type TypedMeeting = { place: string; time?: string } | { place?: never; given: string };

/** What people write before a time of day, in the languages that are spoken here. */
const before = /(?:^|[\s,،])(?:at|@|um|à|a las|às|as|в|на|о|об|saat|الساعة|ساعت)\s*(?=\p{Nd})/iu;
const clock = /^(\d{1,2})(?:\s*[:.h]\s*([0-5]\d))?\s*(?:h|uhr|o'?clock)?\s*([ap])?\.?(?:m\.?)?$/i;

/** A place, and the time of day if one stands behind it: "here at 15:30", "52.52 13.405 um 15.30 Uhr", "here at 3 pm". */
export function readMeeting(argument: string): TypedMeeting {
  const found = before.exec(argument);
  if (found === null) return { place: argument.trim() };
  const given = argument.slice(found.index + found[0].length).trim();
  const time = readTimeOfDay(given);
  return time === undefined ? { given } : { place: argument.slice(0, found.index).replace(/[\s,،]+$/u, ""), time };
}

/** @returns "15:30" */
function readTimeOfDay(typed: string): string | undefined {
  const [, hours, minutes = "00", half] = clock.exec(asciiDigits(typed.normalize("NFC")).replace(/\p{Cf}/gu, "")) ?? [];
  if (hours === undefined) return undefined;
  const hour = Number(hours);
  if (half === undefined) return hour < 24 ? `${hours.padStart(2, "0")}:${minutes}` : undefined;
  if (hour < 1 || hour > 12) return undefined;
  const ofDay = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return `${String(ofDay).padStart(2, "0")}:${minutes}`;
}
