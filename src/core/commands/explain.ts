import { networkOf } from "../model/ids.ts";
import { helpText, privacyInPrivate, privacyOfRoom } from "../text/explain.ts";
import { answer, defineCommand } from "./define-command.ts";

export const help = defineCommand({
  usage: "",
  summary: "what I do here",
  where: "both",
  async run({ commands }, { from }) {
    const here = [...commands].filter(
      ([, { hidden, needs, where, adminOnly }]) =>
        !hidden &&
        (needs === undefined || from.network?.[needs] !== undefined) &&
        (where === "both" || where === from.place) &&
        (!adminOnly || (from.place === "room" && from.isAdmin)),
    );
    return [answer(from, helpText(from.place, here))];
  },
});

export const privacy = defineCommand({
  usage: "",
  summary: "what is kept, for how long, who can see it, and what I cannot protect",
  where: "both",
  async run({ circles }, { from }) {
    if (from.place === "private") return [answer(from, privacyInPrivate(networkOf(from.person)))];
    return [answer(from, privacyOfRoom(await circles.expiry(from.circle), networkOf(from.room.room)))];
  },
});
