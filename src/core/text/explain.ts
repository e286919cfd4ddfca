import type { Duration } from "../../lib/time.ts";
import type { NetworkWords } from "../model/ports.ts";
import { type PlainTextId, type Text, text } from "./texts.ts";

/** @param commands the lines of the commands that can be said there */
export const helpText = (place: "room" | "private", commands: readonly PlainTextId[]): Text[] => [
  text(place === "room" ? "help-in-room" : "help-in-private"),
  ...commands.map((id) => text(id)),
];

/** @param expiry in a room, that of the room */
function privacy(place: "room" | "private", { deleting, whoElseSees }: NetworkWords, expiry?: Duration): Text[] {
  return [
    text("privacy-kept", { expiry }),
    text("privacy-seen-by", { place }),
    text("privacy-ends", { deleting: text(deleting) }),
    text("privacy-square"),
    text("privacy-not-protected", { others: text(whoElseSees) }),
  ];
}

export const privacyOfRoom = (expiry: Duration, words: NetworkWords): Text[] => privacy("room", words, expiry);
export const privacyInPrivate = (words: NetworkWords): Text[] => privacy("private", words);
