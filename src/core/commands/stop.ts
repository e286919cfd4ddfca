import { line } from "../reply.ts";
import { forgotten } from "../wording/room.ts";
import { stopped } from "../wording/sharing.ts";
import type { Command } from "./command.ts";

export const stop: Command = {
  usage: "",
  summary: "end what you share with this room; in private, with every room",
  where: "both",
  atAnyAge: true,
  async run({ shares, sharing }, { from }) {
    if (from.place === "private") return stopped(await sharing.endAll(from.person), line("any room"));
    if (!from.person) return undefined;
    return stopped(await shares.end(from.circle, from.person), line("this room"));
  },
};

export const forget: Command = {
  usage: "",
  summary: "destroy everything that is kept about you, in all rooms",
  where: "both",
  atAnyAge: true,
  async run({ circles, sharing }, { from }) {
    if (!from.person) return undefined;
    await sharing.endAll(from.person);
    await circles.forget(from.person);
    return { kind: "message", audience: "room", lines: forgotten() };
  },
};
