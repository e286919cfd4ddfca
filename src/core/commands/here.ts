import { isNoFix } from "../geo/coordinates.ts";
import { parseCoordinates } from "../geo/typed-coordinates.ts";
import { shareOfCommand } from "../model/incoming.ts";
import { text } from "../text/texts.ts";
import { answer, defineCommand } from "./define-command.ts";

export const here = defineCommand({
  listed: { menu: "menu-here", help: "help-here" },
  where: "both",
  asOneself: true,
  shares: true,
  async run({ sharing }, { from, incoming, argument, now }) {
    const place = parseCoordinates(argument);
    if (!place) return [answer(from, [text("not-a-place")])];
    if (isNoFix(place)) return [answer(from, [text("no-fix")])];
    const at = incoming.sentAt < now ? incoming.sentAt : now;
    const { person } = from;
    return sharing.report({
      kind: "position",
      from: from.place === "room" ? { person, place: from.room } : { person },
      share: shareOfCommand(incoming),
      live: false,
      position: { ...place, at, ...(incoming.order !== undefined && { order: incoming.order }) },
      startedAt: at,
      first: true,
      message: incoming.message,
    });
  },
});
