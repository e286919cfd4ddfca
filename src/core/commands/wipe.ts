import { later, minute } from "../../lib/time.ts";
import { defaultExpiry } from "../rooms/circles.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import * as text from "../text/room.ts";
import { answer, defineCommand } from "./define-command.ts";

const confirmWithin = 5 * minute;

export const wipe = defineCommand({
  usage: "",
  summary: "destroy everything that is shared with this room, for everybody; asks back",
  where: "room",
  adminOnly: true,
  rights: { adminSays: () => true, refusal: async () => text.adminsOnly("destroy what is shared with it") },
  async run({ records, rooms }, { from, incoming, argument, now }) {
    const asked = recordKeys.wipeAsked(from.room.room);
    const until = later(now, confirmWithin);
    if (argument.toLowerCase() !== "yes") {
      await records.set(asked, true, until);
      return [answer(from, text.wipeAsks(confirmWithin))];
    }
    const askedBy = await records.get(asked);
    if (askedBy !== true && askedBy !== incoming.id) return [answer(from, text.wipeNotAsked())];
    // Cut off and told again, it is still the one that was asked for; said once more, it is not.
    await records.set(asked, incoming.id, until);
    await rooms.wipe(from.circle);
    return [answer(from, text.wiped(defaultExpiry))];
  },
});
