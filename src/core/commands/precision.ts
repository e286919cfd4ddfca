import { isPrecision } from "../geo/precision.ts";
import type { CircleId } from "../model/ids.ts";
import { bold, type Line, line } from "../model/message.ts";
import { cleanName } from "../rooms/names.ts";
import * as text from "../text/room.ts";
import { answer, defineCommand } from "./define-command.ts";

/** "one, two and three" */
const list = (names: readonly string[]): Line =>
  names.flatMap((name, index) => [index === 0 ? "" : index < names.length - 1 ? ", " : " and ", bold(name)]);

export const precision = defineCommand({
  usage: "[exact|100m|1km|5km]",
  summary: "how exactly you are shown here",
  where: "both",
  asOneself: true,
  async run({ circles, members }, { from, argument }) {
    const { person } = from;
    const theirs = from.place === "room" ? undefined : await members.circlesOf(person);
    const inCircles = from.place === "room" ? [from.circle] : (theirs?.confirmed ?? []).map(({ circle }) => circle);
    if (inCircles.length === 0)
      return [answer(from, theirs?.someUnconfirmed ? text.precisionNotNow() : text.precisionNowhere())];
    const namesOf = async (which: readonly CircleId[]) =>
      from.place === "room" ? line("this room") : list(await Promise.all(which.map((one) => members.roomName(one))));
    const chosen = argument.toLowerCase().replace(/\s+/g, "");
    if (chosen === "") {
      const known = (await circles.acquaintances(person)).filter(({ circle }) => inCircles.includes(circle));
      const lines = await Promise.all(
        known.map(async (one) => text.precisionIs(one.precision, await namesOf([one.circle]))),
      );
      return [answer(from, [...lines.flat(), text.precisionChoices()])];
    }
    if (!isPrecision(chosen)) return [answer(from, text.precisionNotUnderstood(cleanName(argument)))];
    for (const circle of inCircles) await circles.meet(person, circle, { precision: chosen });
    return [answer(from, text.precisionSet(chosen, await namesOf(inCircles)))];
  },
});
