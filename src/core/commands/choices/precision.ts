import { type Precision, precisions } from "../../geo/precision.ts";
import type { CircleId } from "../../model/ids.ts";
import { adviceOn } from "../../rooms/admin-advice.ts";
import { cleanName } from "../../rooms/names.ts";
import { text } from "../../text/texts.ts";
import { defineCommand, hint } from "../define-command.ts";
import { readPrecision } from "./read-precision.ts";

const squareOf = (precision: Precision) => (precision === "exact" ? undefined : precisions[precision]);

export const precision = defineCommand({
  listed: { menu: "menu-precision", help: "help-precision" },
  ofAsker: true,
  where: "both",
  asOneself: true,
  async run({ circles, members }, { from, argument }) {
    const { person } = from;
    const theirs = from.place === "room" ? undefined : await members.circlesOf(person);
    const inCircles = from.place === "room" ? [from.circle] : (theirs?.confirmed ?? []).map(({ circle }) => circle);
    if (inCircles.length === 0) {
      const why = theirs?.unconfirmed;
      const unknown = why && [text("precision-not-now"), text("rooms-unconfirmed", { advice: adviceOn(why) })];
      return [hint(from, unknown ?? [text("precision-nowhere")])];
    }
    const namesOf = async (which: readonly CircleId[]) =>
      from.place === "room" ? undefined : Promise.all(which.map((one) => members.roomName(one)));
    if (argument === "") {
      const known = (await circles.acquaintances(person)).filter(({ circle }) => inCircles.includes(circle));
      const lines = await Promise.all(
        known.map(async (one) =>
          text("precision-is", { square: squareOf(one.precision), rooms: await namesOf([one.circle]) }),
        ),
      );
      return [hint(from, [...lines, text("precision-choices")])];
    }
    const chosen = readPrecision(argument);
    if (chosen === undefined) return [hint(from, [text("precision-not-understood", { given: cleanName(argument) })])];
    for (const circle of inCircles) await circles.meet(person, circle, { precision: chosen });
    // Of linked rooms the coarser choice holds, so what was chosen in the others has to follow.
    const linked = (await Promise.all(inCircles.map((circle) => circles.linksOf(circle)))).flat();
    const seeing = new Set([...inCircles, ...linked.map((link) => link.circle)]);
    const twin = await circles.twinOf(person);
    // So it does for the other account of the same person.
    for (const account of twin === undefined ? [person] : [person, twin])
      for (const { circle } of await circles.acquaintances(account))
        if (seeing.has(circle) && (account !== person || !inCircles.includes(circle)))
          await circles.meet(account, circle, { precision: chosen });
    const rooms = await namesOf(inCircles);
    const elsewhere = from.place === "room" && linked.length > 0 ? [text("so-in-linked")] : [];
    return [hint(from, [text("precision-set", { square: squareOf(chosen), rooms }), ...elsewhere])];
  },
});
