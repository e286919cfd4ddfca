import { isNoFix } from "../geo/coordinates.ts";
import { type Reading, readTyped } from "../geo/typed-coordinates.ts";
import { shareOfCommand } from "../model/incoming.ts";
import { cleanName } from "../rooms/names.ts";
import { type Text, text } from "../text/texts.ts";
import { defineCommand, hint } from "./define-command.ts";

export const here = defineCommand({
  listed: { menu: "menu-here", help: "help-here" },
  where: "both",
  asOneself: true,
  shares: true,
  async run({ sharing }, { from, incoming, argument, now }) {
    const typed = readTyped(argument);
    if (!typed) return [hint(from, [text("not-a-place")])];
    if (typed.kind === "two readings") {
      const [first, second] = [meaning(typed.first), meaning(typed.second)];
      return [hint(from, [text("two-readings", { given: cleanName(argument), first, second })])];
    }
    const { place } = typed;
    if (isNoFix(place)) return [hint(from, [text("no-fix")])];
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

/** What one of two readings means, and what to type to say that and nothing else. */
function meaning(reading: Reading): Text {
  switch (reading.kind) {
    case "numbers":
      return text("read-as-numbers", { command: `${reading.latitude} ${reading.longitude}` });
    case "minutes":
      return text("read-with-minutes", { command: `${reading.latitude} ${reading.longitude}` });
    case "one number":
      return text("read-as-one-number", { number: reading.number });
    case "latitude with minutes": {
      const { degrees, minutes, number } = reading;
      return text("read-as-latitude-with-minutes", { degrees, minutes, number });
    }
  }
}
