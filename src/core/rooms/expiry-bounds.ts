import { type Duration, day, minute } from "../../lib/time.ts";

export const shortestExpiry: Duration = minute;
export const longestExpiry: Duration = 7 * day;

export const isPossibleExpiry = (expiry: Duration): boolean => expiry >= shortestExpiry && expiry <= longestExpiry;
