import { isAnythingShared } from "../../sharing/seen/reach.ts";
import { text } from "../../text/texts.ts";
import { type Asked, answer, defineCommand, hint, type InRoom, type Services } from "../define-command.ts";
import { isNearest, whereTheyAre } from "./answers.ts";
import { isAboutSomebody } from "./by-name.ts";
import { type Answer, lineOf } from "./tell.ts";

export const whereis = defineCommand({
  listed: { menu: "menu-whereis", help: "help-whereis" },
  where: "both",
  effect: "question",
  async run(services, asked) {
    const { from } = asked;
    if (from.place === "room" && !asked.incoming.follows && (await isOnBoard(services, asked, from))) {
      const { room: to } = from;
      const { id, message } = asked.incoming;
      return [
        { kind: "acknowledge", to, message, orNothing: true },
        { kind: "board", to, asked: { id, asker: from.person, message } },
      ];
    }
    const given = await whereTheyAre(services, asked, lineOf);
    // Whoever did not ask just now is told only what there is to show.
    if (asked.incoming.follows && !given.more.answer) return [];
    return [given.isNobody ? hint(from, given.lines) : answer(from, given.lines, withPicture(asked, given))];
  },
});

/** Whether the board answers it: who shares here, asked where the board stands. */
async function isOnBoard(services: Services, asked: Asked, from: InRoom): Promise<boolean> {
  if (from.network.boards === undefined || isNearest(asked) || isAboutSomebody(asked)) return false;
  const board = await services.settings.board(from.room.room);
  return board !== undefined && board.thread === from.room.thread && (await isAnythingShared(services, from.circle));
}

/** The same as a picture, where there is something to be seen. Whoever was mentioned cannot be named by a button. */
const withPicture = ({ argument, incoming }: Asked, { more }: Answer): Answer["more"] =>
  more.answer === undefined || incoming.mentions.length > 0
    ? more
    : { ...more, shortcuts: [{ label: text("picture-button"), command: `map ${argument}`.trim() }] };
