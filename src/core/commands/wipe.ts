import { later, minute } from "../../lib/time.ts";
import type { Line, Message } from "../model/message.ts";
import { defaultExpiry } from "../rooms/circles.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import * as wording from "../text/room.ts";
import type { Command } from "./define-command.ts";

const confirmWithin = 5 * minute;
const say = (lines: readonly Line[]): Message => ({ kind: "message", reader: "everybody", lines });

export const wipe: Command = {
  usage: "",
  summary: "destroy everything that is shared with this room, for everybody; asks back",
  where: "room",
  adminOnly: true,
  async run({ records, rooms }, { from, incoming, argument, now }) {
    if (from.place !== "room") return undefined;
    if (!from.isAdmin) return say(wording.adminsOnly("destroy what is shared with it"));
    const asked = recordKeys.wipeAsked(from.room);
    const until = later(now, confirmWithin);
    if (argument.toLowerCase() !== "yes") {
      await records.set(asked, true, until);
      return say(wording.wipeAsks(confirmWithin));
    }
    const askedBy = await records.get(asked);
    if (askedBy !== true && askedBy !== incoming.id) return say(wording.wipeNotAsked());
    // Cut off and told again, it is still the one that was asked for; said once more, it is not.
    await records.set(asked, incoming.id, until);
    await rooms.wipe(from.circle);
    return say(wording.wiped(defaultExpiry));
  },
};
