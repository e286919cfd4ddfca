import { isNoFix } from "../geo/coordinates.ts";
import { parseCoordinates } from "../geo/typed-coordinates.ts";
import type { ShareId } from "../model/ids.ts";
import { noFix, notAPlace } from "../text/sharing.ts";
import { answer, defineCommand } from "./define-command.ts";

export const here = defineCommand({
  usage: "<latitude> <longitude>",
  summary: "share a position once, as numbers or a geo: link",
  where: "both",
  asOneself: true,
  shares: true,
  async run({ sharing }, { from, incoming, argument, now }) {
    const place = parseCoordinates(argument);
    if (!place) return [answer(from, notAPlace().lines)];
    if (isNoFix(place)) return [answer(from, noFix().lines)];
    const at = incoming.sentAt < now ? incoming.sentAt : now;
    const { person } = from;
    return sharing.report({
      kind: "position",
      from: from.place === "room" ? { person, place: from.room } : { person },
      share: incoming.id as ShareId,
      live: false,
      position: { ...place, at },
      startedAt: at,
      first: true,
      message: incoming.message,
    });
  },
});
