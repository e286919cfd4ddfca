import type { Duration, Instant } from "../../lib/time.ts";
import { type Precision, precisions } from "../geo/precision.ts";
import { formatDuration } from "../model/duration.ts";
import type { CircleId, Network } from "../model/ids.ts";
import { bold, code, type Line, line, type Message } from "../model/message.ts";

import { formatDistance } from "./answer.ts";
import { roomsUnconfirmed } from "./unconfirmed.ts";

/** Of a message that is for its sharer alone. */
type Said = Pick<Message, "lines" | "choices">;

const say = (...lines: Line[]): Said => ({ lines });

/** Not every network tells a bot that a message was deleted. */
export const deletingYourMessage: Record<Network, string> = {
  telegram: "Deleting your message does not end it.",
  matrix: "Removing your message ends it too, as soon as I hear of that.",
  console: "Deleting your message does not end it.",
};

type SharedWith = {
  room: string;
  live: boolean;
  until: Instant;
  expiry: Duration;
  now: Instant;
  /** where it was sent */
  network: Network;
  precision: Precision;
};

export function sharedWith({ room, live, until, expiry, now, network, precision }: SharedWith): Said {
  const left = formatDuration(until - now);
  const square = formatDistance(precisions[precision]);
  const coarse =
    precision === "exact"
      ? []
      : [line(`They see only a fixed square of ${square}, as you chose with `, code("/precision"), ".")];
  if (!live) {
    return say(
      line("The members of ", bold(room), ` can see this position for ${left}. Then it is destroyed.`),
      ...coarse,
      line("To end it sooner, say ", code("/stop"), `. ${deletingYourMessage[network]}`),
    );
  }
  return say(
    line("The members of ", bold(room), ` can see where you are, live, for ${left}.`),
    ...coarse,
    line(`Only your latest position is kept, ${formatDuration(expiry)} at the longest.`),
    line("To end it, stop the live location or say ", code("/stop"), `. ${deletingYourMessage[network]}`),
  );
}

export const howToBegin = (): Said =>
  say(
    line("Nobody can see this position, and it was not kept: I know of no room that we are both in."),
    line("Say ", code("/share"), " in a room that I am in, and come back here as my answer there says."),
  );

export const notNow = (): Said => say(line("Nobody can see this position, and it was not kept."), roomsUnconfirmed());

/** @param question its id, so that a choice is never taken for that of another position */
export const whichCircle = (choices: readonly { circle: CircleId; room: string }[], question: string): Said => ({
  ...say(line("Who may see where you are? Until you choose, nobody can see this position.")),
  choices: choices.map(({ circle, room }) => ({ label: room, command: `choose ${circle} ${question}` })),
});

export const nothingWaits = (): Said =>
  say(line("There is no position waiting for a choice. Send your location again, and I will ask."));

export const notYours = (): Said =>
  say(
    line("That is none of the rooms that you can choose now. Nobody can see the position that waits for your choice."),
  );

export const askedBefore = (): Said =>
  say(line("I asked that about an earlier position. Nobody can see it. Choose under my latest question."));

export const alreadyOver = (): Said =>
  say(
    line(
      "This share is already over, or it came too late. Nobody can see it. To share again, send your location again.",
    ),
  );

export const tooManyShares = (): Said =>
  say(
    line(
      "This position was not taken: you are known in more rooms, or more people share with that one, than I can keep.",
    ),
    line("Say ", code("/forget"), " to begin anew, or try again later."),
  );

export const stopped = (wasSharing: boolean, where: Line): Said =>
  wasSharing
    ? say(
        line("Stopped. Nobody in ", ...where, " can see where you are; your last position is destroyed."),
        line("If your phone still sends a live location, stop it there too. I ignore it from now on."),
      )
    : say(line("You do not share a position with ", ...where, "."));

export const notAPlace = (): Said =>
  say(
    line("I need two numbers, latitude and longitude in degrees, for example ", code("/here 52.5200 13.4050"), "."),
    line("A geo: link works as well: ", code("/here geo:52.5200,13.4050"), "."),
  );

export const noFix = (): Said =>
  say(
    line("Latitude 0, longitude 0 is what phones say when they do not know where they are. Nothing was changed."),
    line("Send your location again when your phone knows it."),
  );

export const linkOver = (): Said =>
  say(
    line("This link is over, or it is not for you."),
    line("Say ", code("/share"), " in the room again, and come back here as my new answer says."),
  );

export const linkedTo = (room: string, steps: readonly Line[]): Said =>
  say(line("From here you share with the members of ", bold(room), ". Nobody sees anything yet."), ...steps);
