import { later, minute } from "../../lib/time.ts";
import { defaultExpiry } from "../rooms/circles.ts";
import { tellSharers } from "../sharing/ending/room-changes.ts";
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
    const { records, endings, members, rooms } = services;
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
    const name = await members.roomName(from.circle);
    const cause = incoming.id;
    const ending = await endings.begin(cause, from.circle, "all");
    const there = ending ? await unlinkedFrom(services, ending, { room: from.room.room, name, cause }) : [];
    const ended = new Set([...(ending?.sharers ?? []), ...(await rooms.wipe(from.circle, incoming.sentAt))]);
    const sharers = [...ended].filter((person) => person !== from.person);
    return [
      announce(from, [text("wiped", { expiry: defaultExpiry })]),
      ...tellSharers(sharers, "wiped", name),
      ...there,
    ];
  },
});
