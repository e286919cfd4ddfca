import { defaultExpiry } from "../circles.ts";
import { minute } from "../duration.ts";
import { later } from "../model.ts";
import type { Line, Message } from "../reply.ts";
import { recordKeys } from "../storage/record-keys.ts";
import * as wording from "../wording/room.ts";
import type { Command } from "./command.ts";

const confirmWithin = 5 * minute;
const say = (lines: readonly Line[]): Message => ({ kind: "message", audience: "room", lines });

export const wipe: Command = {
  usage: "",
  summary: "destroy everything that is shared with this room, for everybody; asks back",
  where: "room",
  adminOnly: true,
  async run({ records, rooms }, { from, argument, now }) {
    if (from.place !== "room") return undefined;
    if (!from.isAdmin) return say(wording.adminsOnly("destroy what is shared with it"));
    const asked = recordKeys.wipeAsked(from.circle);
    if (argument.toLowerCase() !== "yes") {
      await records.set(asked, true, later(now, confirmWithin));
      return say(wording.wipeAsks(confirmWithin));
    }
    if (!(await records.get(asked))) return say(wording.wipeNotAsked());
    await rooms.wipe(from.circle);
    await records.delete(asked);
    return say(wording.wiped(defaultExpiry));
  },
};
