import type { Duration } from "../../lib/time.ts";
import { networkOf } from "../model/ids.ts";
import type { NetworkWords } from "../model/ports.ts";
import { ifTold } from "../rooms/membership.ts";
import { type Text, text } from "../text/texts.ts";
import { defineCommand, hint } from "./define-command.ts";

export const help = defineCommand({
  listed: { menu: "menu-help", help: "help-help" },
  ofAsker: true,
  tellsAdmins: true,
  where: "both",
  async run({ commands }, { from }) {
    const here = [...commands.values()].flatMap(({ listed, needs, where, adminOnly }) =>
      listed &&
      (needs === undefined || from.network[needs] !== undefined) &&
      (where === "both" || where === from.place) &&
      (!adminOnly || from.place === "private" || from.isAdmin)
        ? [text(listed.help)]
        : [],
    );
    return [hint(from, [text(from.place === "room" ? "help-in-room" : "help-in-private"), ...here])];
  },
});

export const privacy = defineCommand({
  listed: { menu: "menu-privacy", help: "help-privacy" },
  ofAsker: true,
  where: "both",
  async run({ circles, members, networks }, { from, argument }) {
    if (argument.toLowerCase() === "more") return [hint(from, morePrivacy)];
    const { words } = from.network;
    if (from.place === "private") {
      const lines = privacyOf(text("privacy-seen-by", { place: "private" }), words);
      const isJoined = (await circles.twinOf(from.person)) !== undefined;
      return [hint(from, isJoined ? [...lines, text("privacy-joined")] : lines)];
    }
    const expiry = await circles.expiry(from.circle);
    const links = await circles.linksOf(from.circle);
    if (links.length === 0) return [hint(from, privacyOf(text("privacy-seen-by", { place: "room" }), words, expiry))];
    const rooms = await Promise.all(links.map(({ circle }) => ifTold(members.roomName(circle))));
    const there = (await Promise.all(links.map(({ circle }) => circles.rooms(circle)))).flat();
    const others = new Set(there.flatMap((room) => networks.get(networkOf(room))?.words.whoElseSees ?? []));
    others.delete(words.whoElseSees);
    const told = privacyOf(text("privacy-seen-linked", { rooms }), words, expiry);
    // The last line says where there is more.
    return [hint(from, [...told.slice(0, -1), ...[...others].map((seen) => text(seen)), ...told.slice(-1)])];
  },
});

/** @param expiry in a room, that of the room */
const privacyOf = (seenBy: Text, { deleting, whoElseSees }: NetworkWords, expiry?: Duration): Text[] => [
  text("privacy-kept", { expiry }),
  seenBy,
  text("privacy-ends", { deleting: text(deleting) }),
  text("privacy-not-protected"),
  text("privacy-others", { others: text(whoElseSees) }),
];

const morePrivacy: readonly Text[] = [
  text("privacy-also-kept"),
  text("privacy-looks"),
  text("privacy-also-ends"),
  text("privacy-square"),
  text("privacy-pictures"),
  text("privacy-operator"),
];
