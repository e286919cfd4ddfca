import { networkOf } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { helpText, privacyInPrivate, privacyOfRoom } from "../text/explain.ts";
import type { Command } from "./define-command.ts";

/** @param table all commands by name, as a function because it holds this one */
export const help = (table: () => ReadonlyMap<string, Command>): Command => ({
  usage: "",
  summary: "what I do here",
  where: "both",
  async run(_, { from }) {
    const network = networkOf(from.place === "room" ? from.room : from.person);
    const here = [...table()].filter(
      ([, { hidden, only, where, adminOnly }]) =>
        !hidden &&
        (only ?? network) === network &&
        (where === "both" || where === from.place) &&
        (!adminOnly || (from.place === "room" && from.isAdmin)),
    );
    const message: Message = { kind: "message", reader: "everybody", lines: helpText(from.place, here) };
    return message;
  },
});

export const privacy: Command = {
  usage: "",
  summary: "what is kept, for how long, who can see it, and what I cannot protect",
  where: "both",
  async run({ circles }, { from }) {
    if (from.place === "private") {
      return { kind: "message", reader: "one person", lines: privacyInPrivate(networkOf(from.person)) };
    }
    const lines = privacyOfRoom(await circles.expiry(from.circle), networkOf(from.room));
    return { kind: "message", reader: "everybody", lines };
  },
};
