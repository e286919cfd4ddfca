import { networkOf } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { adminsOnly, liveAllowed } from "../text/room.ts";
import type { Command } from "./define-command.ts";

/** For the network on which a room can forbid its members to begin a live share. */
export const allowLive: Command = {
  listed: { menu: "menu-allowlive", help: "help-allowlive" },
  where: "room",
  adminOnly: true,
  only: "matrix",
  async run({ networks }, { from }) {
    const network = from.place === "room" ? networks.get(networkOf(from.room)) : undefined;
    if (from.place !== "room" || !network?.allowLive) return undefined;
    const outcome = from.isAdmin ? await network.allowLive(from.room).catch(() => "no power" as const) : undefined;
    const lines = outcome === undefined ? adminsOnly("allowlive") : liveAllowed(outcome);
    const message: Message = { kind: "message", reader: "everybody", lines };
    return message;
  },
};
