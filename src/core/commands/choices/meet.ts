import { later } from "../../../lib/time.ts";
import { type Coordinates, isNoFix } from "../../geo/coordinates.ts";
import { precisions } from "../../geo/precision.ts";
import { readTyped } from "../../geo/typed-coordinates.ts";
import { type Effect, forEverybody, passing, toRoom } from "../../model/effects.ts";
import type { PersonId } from "../../model/ids.ts";
import { handledKept } from "../../model/limits.ts";
import type { MeetingPoint } from "../../rooms/meeting-points.ts";
import { cleanName } from "../../rooms/names.ts";
import { sharersOf } from "../../sharing/visible-positions.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import { meetingTold, staleAfter } from "../../text/where-is.ts";
import { type Asked, announce, answer, defineCommand, hint, type InRoom, type Services } from "../define-command.ts";
import { readMeeting } from "./read-meeting.ts";

/** Where the people of a room meet: set by its admins, and shown to everybody who may see positions there. */
export const meet = defineCommand({
  listed: { menu: "menu-meet", help: "help-meet" },
  where: "room",
  rights: {
    adminSays: (argument) => argument !== "",
    refusal: async ({ meetings }, { from, now }) => [
      text("admins-only", { what: "meet" }),
      current(await meetings.of(from.circle), now),
    ],
  },
  async run(services, asked) {
    const { meetings } = services;
    const { from, argument, incoming, now } = asked;
    if (argument === "") return [answer(from, [current(await meetings.of(from.circle), now), text("meet-how")])];
    if (argument.toLowerCase() === "off") return [await takeBack(services, asked)];
    const typed = readMeeting(argument);
    if (typed.place === undefined)
      return [hint(from, [text("meet-time-not-read", { given: cleanName(typed.given) }), text("meet-how")])];
    const found = /^here$/i.test(typed.place) ? await ownPlace(services, asked) : typedPlace(typed.place);
    if ("why" in found) return [hint(from, [found.why, text("meet-how")])];
    const { latitude, longitude, accuracy, decimals } = found.place;
    const point = await meetings.set(from.circle, {
      latitude,
      longitude,
      ...(accuracy !== undefined && { accuracy }),
      ...(decimals && { decimals }),
      ...(typed.time !== undefined && { time: typed.time }),
      ...(found.of !== undefined && { of: found.of }),
      setAt: incoming.sentAt < now ? incoming.sentAt : now,
      expiry: await services.circles.expiry(from.circle),
    });
    return [tellAll(from, point, now)];
  },
});

type Found = { place: Coordinates; of?: PersonId } | { why: Text };

const current = (point: MeetingPoint | undefined, now: MeetingPoint["setAt"]): Text =>
  point === undefined ? text("no-meeting") : text("meeting-is", meetingTold(point, now));

/** It goes when it is over, as the meeting point does. */
function tellAll({ room }: InRoom, point: MeetingPoint, now: MeetingPoint["setAt"]): Effect {
  const lines = [text("meeting-set", meetingTold(point, now))];
  return toRoom(room, passing(forEverybody({ lines }), undefined, Math.max(0, point.expiresAt - now)));
}

async function takeBack({ meetings, records }: Services, { from, incoming, now }: Asked<"room">): Promise<Effect> {
  // Cut off and told again, the command is still the one that took it back.
  const noted = recordKeys.meetingEndedBy(incoming.id);
  const hasEnded = (await records.get(noted)) === true;
  if ((await meetings.of(from.circle)) === undefined && !hasEnded) return hint(from, [text("no-meeting")]);
  await records.set(noted, true, later(now, handledKept));
  await meetings.end(from.circle);
  return announce(from, [text("meeting-ended")]);
}

/** The admin's own position, no more exactly than the room may see it. A square is no place to meet. */
async function ownPlace({ circles, shares, members }: Services, { from, now }: Asked<"room">): Promise<Found> {
  const { person, circle, rooms, acquaintance } = from;
  if (person === undefined) return { why: text("meet-as-the-room") };
  const expiry = await circles.expiry(circle);
  const read = new Map(acquaintance ? [[person, acquaintance]] : []);
  const [sharer] = await sharersOf([person], { circle, rooms, expiry }, circle, read, { circles, shares, members });
  if (!sharer?.position || now - sharer.position.at > staleAfter(sharer.expiry))
    return { why: text("meet-from-where") };
  const square = precisions[sharer.precision];
  return square > 0 ? { why: text("meet-too-coarse", { square }) } : { place: sharer.position, of: person };
}

function typedPlace(words: string): Found {
  const typed = readTyped(words);
  const given = cleanName(words);
  if (typed?.kind === "two readings") return { why: text("meet-two-places", { given }) };
  if (typed?.kind !== "place" || isNoFix(typed.place)) return { why: text("place-not-read", { given }) };
  return { place: typed.place };
}
