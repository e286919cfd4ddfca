import { type Line, line, type Span } from "../model/message.ts";

export type Advice = "make it an admin" | "ask again";

const advice: Record<Advice, string> = {
  "make it an admin": " Make me an admin of this room, and I can ask.",
  "ask again": " Ask again in a minute.",
};

export const someLeftOut = (helps: Advice): Line =>
  line(
    "Somebody else may share here, but this network does not tell me now if they are still a member.",
    advice[helps],
  );

export const askerUnconfirmed = (helps: Advice): Line[] => [
  line("I answer members of this room only, and the network does not tell me now who is one.", advice[helps]),
];

/** Instead of saying that nobody shares, which is not known. */
export const nobodyToShow = (where: Span): Line =>
  line("There is nobody in ", where, " whose position I can show you now.");

export const roomsUnconfirmed = (): Line =>
  line("The network does not tell me now in which rooms we both are.", advice["ask again"]);
