import { later, minute } from "../../lib/time.ts";
import { defaultExpiry } from "../rooms/circles.ts";
import { tellSharers } from "../sharing/room-changes.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";
import { unlinkedFrom } from "./choices/join-circles.ts";
import { announce, answer, defineCommand, hint } from "./define-command.ts";

const confirmWithin = 5 * minute;

export const wipe = defineCommand({
  listed: { menu: "menu-wipe", help: "help-wipe" },
  where: "room",
  rights: { adminSays: () => true, refusal: async () => [text("admins-only", { what: "wipe" })] },
  async run(services, { from, incoming, argument, now }) {
    const { records, circles, members, rooms } = services;
    // Admins who speak as the room itself are not known apart.
    const asked = recordKeys.wipeAsked(from.room.room, from.person ?? "its admins, anonymously");
    const until = later(now, confirmWithin);
    if (argument.toLowerCase() !== "yes") {
      await records.set(asked, true, until);
      return [answer(from, [text("wipe-asks", { within: confirmWithin })])];
    }
    const askedBy = await records.get(asked);
    if (askedBy !== true && askedBy !== incoming.id) return [hint(from, [text("wipe-not-asked")])];
    // Cut off and told again, it is still the one that was asked for; said once more, it is not.
    await records.set(asked, incoming.id, until);
    const room = await members.roomName(from.circle);
    const linked = await circles.linkedBefore(incoming.id, from.circle);
    const there = linked ? await unlinkedFrom(services, linked, room) : [];
    const sharers = (await rooms.wipe(from.circle, incoming.sentAt)).filter((person) => person !== from.person);
    return [
      announce(from, [text("wiped", { expiry: defaultExpiry })]),
      ...tellSharers(sharers, "wiped", room),
      ...there,
    ];
  },
});
