import { type Text, text } from "../../../src/core/text/texts.ts";

/** A text that is only these words. */
export const words = (said: string): Text => text("room-choice", { room: said });

/** How a value stands in a text: isolated. */
export const apart = (value: string): string => `\u2068${value}\u2069`;

/** What people see of a text: the marks of isolation are invisible. */
export const seen = (shown: string): string => shown.replace(/[\u2068\u2069]/g, "");
