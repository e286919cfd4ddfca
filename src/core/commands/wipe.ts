import { later, minute } from "../../lib/time.ts";
import type { Message } from "../model/message.ts";
import { defaultExpiry } from "../rooms/circles.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import * as wording from "../text/room.ts";
import type { Text } from "../text/texts.ts";
import type { Command } from "./define-command.ts";

const confirmWithin = 5 * minute;
const say = (lines: readonly Text[]): Message => ({ kind: "message", reader: "everybody", lines });

export const wipe: Command = {
  listed: { menu: "menu-wipe", help: "help-wipe" },
  where: "room",
  adminOnly: true,
  async run({ records, rooms }, { from, incoming, argument, now }) {
    if (from.place !== "room") return undefined;
    if (!from.isAdmin) return say(wording.adminsOnly("wipe"));
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
