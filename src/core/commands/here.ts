import { parseCoordinates } from "../geo/typed-coordinates.ts";
import { type ShareId } from "../model/ids.ts";
import { notAPlace } from "../text/sharing.ts";
import type { Command } from "./define-command.ts";

export const here: Command = {
  listed: { menu: "menu-here", help: "help-here" },
  where: "both",
  asOneself: true,
  async run({ sharing }, { from, incoming, argument, now }) {
    const { person } = from;
    if (!person) return undefined;
    const place = parseCoordinates(argument);
    if (!place) return notAPlace();
    const at = incoming.sentAt < now ? incoming.sentAt : now;
    return sharing.report({
      kind: "position",
      from: from.place === "room" ? { person, place: { room: from.room } } : { person },
      share: incoming.id as ShareId,
      live: false,
      position: { ...place, at },
      startedAt: at,
      first: true,
      message: incoming.message,
    });
  },
};
