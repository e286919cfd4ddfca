import { sketchOf } from "../../pictures/sketch.ts";
import { isLocated } from "../../sharing/find-sharers.ts";
import { text } from "../../text/texts.ts";
import { answer, defineCommand, hint } from "../define-command.ts";
import { whereTheyAre } from "./answers.ts";
import { type LineOf, lineOf } from "./tell.ts";

/** The answer to /whereis once more, numbered, and beside it a picture that whereat draws by itself. */
export const map = defineCommand({
  listed: { menu: "menu-map", help: "help-map" },
  where: "both",
  effect: "question",
  async run(services, asked) {
    const { from, now } = asked;
    const { lines, more, seen, isNobody } = await whereTheyAre(services, asked, numbered());
    if (isNobody) return [hint(from, lines)];
    const picture = sketchOf(seen, now);
    return [answer(from, lines, picture ? { ...more, picture } : more)];
  },
});

/** Whoever has no position now is not in the picture, and has no number. */
function numbered(): LineOf {
  let number = 0;
  return (seen, now, nameOf) => {
    const line = lineOf(seen, now, nameOf);
    if (!isLocated(seen.sighting)) return line;
    number += 1;
    return text("on-picture", { number, line });
  };
}
