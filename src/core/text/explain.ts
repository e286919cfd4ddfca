import type { Duration } from "../../lib/time.ts";
import { formatDuration } from "../model/duration.ts";
import type { Network } from "../model/ids.ts";
import { code, type Line, line } from "../model/message.ts";
import { deletingYourMessage } from "./sharing.ts";

type Listed = { usage: string; summary: string };

export const helpText = (place: "room" | "private", commands: readonly (readonly [string, Listed])[]): Line[] => [
  place === "room"
    ? line(
        "Through me, people of this room can let each other see where they are. Nobody is shown who did not choose it.",
      )
    : line("I let people of a room that we are both in see where you are, for as long as you choose."),
  ...commands.map(([name, { usage, summary }]) =>
    line(code(usage ? `/${name} ${usage}` : `/${name}`), `: ${summary}.`),
  ),
];

const whoElseSees: Record<Network, string> = {
  telegram: "Telegram can read and keep whatever is sent to a bot, and what the bot answers",
  matrix:
    "the Matrix servers of the room can see who shares and when, and read everything in a room without encryption",
  console: "this console shows everything to whoever sits here",
};

const notProtected = (network: Network): Line =>
  line(
    `I cannot protect you from whoever runs this bot, who can read what is not yet destroyed; ${whoElseSees[network]}; `,
    "a member can keep or pass on an answer.",
  );

const ends = (network: Network) =>
  line(
    "The position is destroyed at once when the live location ends, when you say ",
    code("/stop"),
    ", or when you leave. ",
    code("/forget"),
    ` destroys all that I keep of you. ${deletingYourMessage[network]}`,
  );

const coarse = line(
  "With ",
  code("/precision 1km"),
  " only a fixed square is shown. When you cross into the next square, that can be seen.",
);

export const privacyOfRoom = (expiry: Duration, network: Network): Line[] => [
  line(
    `Of you I keep the latest position only, encrypted, for ${formatDuration(expiry)} after it was reported; `,
    "besides, your choices, and which rooms I saw you in.",
  ),
  line(
    "Whoever is a member of this room at that moment can ask for it, and nobody else. Admins see no more than others.",
  ),
  ends(network),
  coarse,
  notProtected(network),
];

export const privacyInPrivate = (network: Network): Line[] => [
  line(
    "Of you I keep the latest position only, encrypted, for as long as the room's expiry says; ",
    "besides, your choices, and which rooms I saw you in.",
  ),
  line(
    "Whoever is a member of the room that you chose can ask for it, and nobody else. Until you choose one, nobody can.",
  ),
  ends(network),
  coarse,
  notProtected(network),
];
