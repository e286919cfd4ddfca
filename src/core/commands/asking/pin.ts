import { forEverybody, forOnePerson, type Otherwise, toPerson } from "../../model/effects.ts";
import { adviceOn } from "../../rooms/admin-advice.ts";
import { isLocated } from "../../sharing/find-sharers.ts";
import { text } from "../../text/texts.ts";
import { answer, defineCommand, hint } from "../define-command.ts";
import { whoIsMeant } from "./by-name.ts";
import { seenWithPlaces } from "./places.ts";
import { headingOf, lineOf, named, tell } from "./tell.ts";
import { viewInRoom, viewsInPrivate } from "./views.ts";

/** The network's own pin: its app draws it through a map service, so the asker alone gets it, and is told. */
export const pin = defineCommand({
  listed: { menu: "menu-pin", help: "help-pin" },
  where: "both",
  asOneself: true,
  effect: "question",
  answersAlone: true,
  async run(services, asked) {
    const { from, argument, incoming, now } = asked;
    if (argument === "" && incoming.mentions.length === 0) return [hint(from, [text("pin-of-whom")])];
    const inPlace = from.place === "room";
    const { views, unconfirmed } = inPlace
      ? { views: [await viewInRoom(services, from, true)], unconfirmed: undefined }
      : await viewsInPrivate(services, from);
    const meant = await whoIsMeant(services, views, asked);
    if (!("found" in meant)) {
      if (!meant.isNobody) return [answer(from, meant.lines)];
      const why = unconfirmed ?? meant.unconfirmed;
      const left = why ? [text(inPlace ? "some-left-out" : "rooms-unconfirmed", { advice: adviceOn(why) })] : [];
      return [hint(from, [...meant.lines, ...left])];
    }
    const [first, ...others] = meant.found;
    if (!first) return [];
    // Shared with more than one circle: the newest that the asker may see.
    const newest = others.reduce((one, other) => (atOf(other) > atOf(one) ? other : one), first);
    const [seen = newest] = await seenWithPlaces(services, [newest]);
    const nameOf = named([seen], now);
    const { lines, more } = tell([seen], [...headingOf([seen], nameOf), lineOf(seen, now, nameOf)], nameOf);
    const { sighting } = seen;
    if (!isLocated(sighting)) return [answer(from, lines)];
    const { latitude, longitude, accuracy, wider } = sighting.position;
    const { widestPin = Number.POSITIVE_INFINITY } = from.network.capabilities;
    // A smaller circle would say that somebody is known to be nearer than they are.
    const isTooWide = wider === true || (accuracy !== undefined && accuracy > widestPin);
    const shown = isTooWide
      ? { lines: [...lines, text("pin-too-wide")] }
      : {
          lines: [...lines, text("pin-drawn-by-service")],
          pin: accuracy === undefined ? { latitude, longitude } : { latitude, longitude, accuracy },
        };
    const message = forOnePerson({ ...shown, ...more });
    const otherwise: Otherwise = inPlace
      ? { to: from.room, asker: from.person, message: forEverybody({ lines: [text("pin-not-reached")] }) }
      : { to: from.alone, message: forOnePerson({ lines: [text("pin-not-sent")] }) };
    return [toPerson({ person: from.person }, message, otherwise)];
  },
});

const atOf = ({ sighting: { position } }: Parameters<typeof lineOf>[0]) => position?.at ?? 0;
