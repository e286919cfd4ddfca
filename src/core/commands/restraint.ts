import { createRateLimit } from "../../lib/bounded/rate-limit.ts";
import { type Clock, minute } from "../../lib/time.ts";
import {
  adviceEvery,
  linkCodeLasts,
  maxCodesInAll,
  maxCodesPerPerson,
  maxRequestsByPerson,
  requestLasts,
} from "../model/limits.ts";
import type { Services } from "./define-command.ts";

/** People who are told that they have nothing left to end, counted at the same time. */
const maxRepeatsCounted = 10_000;

/** What is said, or asked of others, only so often. */
export function createRestraint(clock: Clock): Pick<Services, "mayRepeat" | "mayRequest" | "mayTell" | "mayTry"> {
  const limited = (max: number, within: number) => {
    const limit = createRateLimit({ max, within, maxKeys: maxRepeatsCounted }, clock);
    return (key: string) => limit(key) === "free";
  };
  const mayTryOwn = limited(maxCodesPerPerson, linkCodeLasts);
  const mayTryAny = limited(maxCodesInAll, linkCodeLasts);
  const mayTell = limited(1, adviceEvery);
  return {
    mayRepeat: limited(1, minute),
    mayRequest: limited(maxRequestsByPerson, requestLasts),
    mayTry: (person) => mayTryOwn(person) && mayTryAny("all"),
    mayTell: (chat, what) => mayTell(`${chat} ${what}`),
  };
}
