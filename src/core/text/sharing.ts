import type { Duration, Instant } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import type { CircleId } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import type { NetworkWords } from "../model/ports.ts";
import { type PlainTextId, type Text, text } from "./texts.ts";

const say = (...lines: Text[]): Message => ({ kind: "message", reader: "one person", lines });

type SharedWith = {
  room: string;
  live: boolean;
  until: Instant;
  expiry: Duration;
  now: Instant;
  /** of the network where it was sent */
  words: NetworkWords;
  precision: Precision;
};

export function sharedWith({ room, live, until, expiry, now, words, precision }: SharedWith): Message {
  const left = until - now;
  const coarse = precision === "exact" ? [] : [text("shared-as-square", { square: precisions[precision] })];
  const deleting = text(words.deleting);
  if (!live) return say(text("shared-once", { room, left }), ...coarse, text("end-sooner", { deleting }));
  return say(
    text("shared-live", { room, left }),
    ...coarse,
    text("only-latest-kept", { expiry }),
    text("end-live", { deleting }),
  );
}

export const howToBegin = (): Message => say(text("nothing-shared-yet"));
export const notNow = (): Message => say(text("position-not-kept"), text("rooms-unconfirmed"));

/** @param question its id, so that a choice is never taken for that of another position */
export const whichCircle = (choices: readonly { circle: CircleId; room: string }[], question: string): Message => ({
  ...say(text("which-room")),
  choices: choices.map(({ circle, room }) => ({
    label: text("room-choice", { room }),
    command: `choose ${circle} ${question}`,
  })),
});

export const nothingWaits = (): Message => say(text("nothing-waits"));
export const notYours = (): Message => say(text("not-your-room"));
export const askedBefore = (): Message => say(text("asked-before"));
export const alreadyOver = (): Message => say(text("share-over"));

export const stopped = (wasSharing: boolean, where: "here" | "anywhere"): Message =>
  say(text(wasSharing ? "stopped" : "not-sharing", { where }));

export const notAPlace = (): Message => say(text("not-a-place"));
export const noFix = (): Message => say(text("no-fix"));
export const linkOver = (): Message => say(text("link-over"));

export const linkedTo = (room: string, steps: PlainTextId): Message => say(text("linked-to", { room }), text(steps));
