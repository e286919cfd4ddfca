import type { ParameterTypes } from "./texts.ts";

/** The texts that only one network, or several of them, make necessary: the core says none of these by itself. */
export const networkTexts = {
  // networks.ftl
  "answer-over": {},
  "numbered-choice": { number: "count", label: "text" },
  "typed-choice": { label: "text", command: "words" },
  "answer-with-number": {},

  // telegram.ftl
  "telegram-steps-in-room": {},
  "telegram-steps-in-private": {},
  "telegram-deleting": {},
  "telegram-sees": {},
  "telegram-description": {},
  "telegram-short-description": {},

  // matrix.ftl
  "matrix-steps-in-room": {},
  "matrix-steps-in-private": {},
  "matrix-deleting": {},
  "matrix-sees": {},
  "matrix-private-chat": { label: "text", bot: "words", payload: "words" },
  "matrix-came-in-clear": {},
  "matrix-not-read": {},
  "matrix-room-is-plain": {},
  "matrix-hello-in-private": {},
  "matrix-crowded": {},
  "matrix-no-live": { bot: "words?", types: "names" },
  "matrix-move-on": {},
  "matrix-room-of-two": { one: "person", other: "person" },
  "matrix-room-of-many": { one: "person", others: "count" },

  // console.ftl
  "console-steps-in-room": {},
  "console-steps-in-private": {},
  "console-deleting": {},
  "console-sees": {},
  "console-greeting": { kept: ["in-memory", "as-set"] },
  "console-help": {},
  "console-in": { room: "words" },
  "console-to": { person: "words" },
  "console-in-place": { where: "words" },
  "console-choose": {},
  "console-private-chat": { label: "text", payload: "words" },
  "console-pin": {},
  "console-deleted": { beginning: "words" },
  "console-reacts": {},
  "console-unclear": {},
  "console-unknown": {},
  "console-not-in": { person: "words", room: "words" },
  "console-gone-from": { person: "words", room: "words" },
  "console-who-and-where": { verb: "words" },
  "console-how-long": {},
  "console-longest": { longest: "duration" },
  "console-later": { time: "duration" },
  "console-people": { people: "list" },
  "console-nobody-yet": {},
  "console-no-rooms": {},
  "console-room": { room: "words", people: "list" },
  "console-empty-room": { room: "words" },
  "console-admin": { person: "words" },
} as const satisfies Readonly<Record<string, ParameterTypes>>;
