import type { Duration } from "../../lib/time.ts";
import { hour, minute } from "../../lib/time.ts";
import type { PlainTextId } from "../text/texts.ts";

/** What somebody who is asked where they are can choose, in the order in which it is offered. */
export const requestChoices = ["once", "quarter", "hour", "not-now", "never"] as const;
export type RequestChoice = (typeof requestChoices)[number];

/** Those after which the next location goes to the circle, each with how long that share lasts at most; once: a single point. */
export const sharingChoices = { once: undefined, quarter: 15 * minute, hour } as const satisfies Partial<
  Record<RequestChoice, Duration | undefined>
>;
export type SharingChoice = keyof typeof sharingChoices;

export const isSharingChoice = (choice: RequestChoice): choice is SharingChoice =>
  Object.hasOwn(sharingChoices, choice);
export const isRequestChoice = (word: string): word is RequestChoice =>
  requestChoices.some((choice) => choice === word);

/** What stands on the button of each. */
export const requestLabels: Readonly<Record<RequestChoice, PlainTextId>> = {
  once: "request-once",
  quarter: "request-quarter",
  hour: "request-hour",
  "not-now": "request-not-now",
  never: "request-never",
};

/** What choosing one says. */
export const commandOf = (choice: RequestChoice): string => `answer ${choice}`;
