import { networkOf } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { networkFor } from "../rooms/membership.ts";
import { helpText, privacyInPrivate, privacyOfRoom } from "../text/explain.ts";
import type { Command } from "./define-command.ts";

/** @param table all commands by name, as a function because it holds this one */
export const help = (table: () => ReadonlyMap<string, Command>): Command => ({
  listed: { menu: "menu-help", help: "help-help" },
  where: "both",
  async run(_, { from }) {
    const network = networkOf(from.place === "room" ? from.room : from.person);
    const here = [...table().values()].flatMap(({ listed, only, where, adminOnly }) =>
      listed &&
      (only ?? network) === network &&
      (where === "both" || where === from.place) &&
      (!adminOnly || (from.place === "room" && from.isAdmin))
        ? [listed.help]
        : [],
    );
    const message: Message = { kind: "message", reader: "everybody", lines: helpText(from.place, here) };
    return message;
  },
});

export const privacy: Command = {
  listed: { menu: "menu-privacy", help: "help-privacy" },
  where: "both",
  async run({ circles, networks }, { from }) {
    if (from.place === "private") {
      return {
        kind: "message",
        reader: "one person",
        lines: privacyInPrivate(networkFor(networks, from.person).words),
      };
    }
    const lines = privacyOfRoom(await circles.expiry(from.circle), networkFor(networks, from.room).words);
    return { kind: "message", reader: "everybody", lines };
  },
};
