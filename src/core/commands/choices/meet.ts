import { type Instant, later } from "../../../lib/time.ts";
import { type Coordinates, isNoFix } from "../../geo/coordinates.ts";
import { precisions } from "../../geo/precision.ts";
import { readTyped } from "../../geo/typed-coordinates.ts";
import type { Room } from "../../model/audience.ts";
import { type Effect, forEverybody, passing, toRoom } from "../../model/effects.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import { handledKept } from "../../model/limits.ts";
import type { MeetingPoint } from "../../rooms/meeting-points.ts";
import { ifTold } from "../../rooms/membership.ts";
import { cleanName } from "../../rooms/names.ts";
import { sharersOf } from "../../sharing/visible-positions.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import { meetingTold, staleAfter } from "../../text/where-is.ts";
import { type Asked, announce, answer, defineCommand, hint, type InRoom, type Services } from "../define-command.ts";
import { saidIn } from "./join-circles.ts";
import { readMeeting } from "./read-meeting.ts";

/** Where the people of a room meet: set by its admins, and shown to everybody who may see positions there. */
export const meet = defineCommand({
  listed: { menu: "menu-meet", help: "help-meet" },
  where: "room",
  rights: {
    adminSays: (argument) => argument !== "",
    refusal: async (services, { from, now }) => [
      text("admins-only", { what: "meet" }),
      ...(await current(services, from.circle, now)),
    ],
  },
  async run(services, asked) {
    const { meetings } = services;
    const { from, argument, incoming, now } = asked;
    if (argument === "") return [answer(from, [...(await current(services, from.circle, now)), text("meet-how")])];
    if (argument.toLowerCase() === "off") return takeBack(services, asked);
    const typed = readMeeting(argument);
    if (typed.place === undefined)
      return [hint(from, [text("meet-time-not-read", { given: cleanName(typed.given) }), text("meet-how")])];
    const found = /^here$/i.test(typed.place) ? await ownPlace(services, asked) : typedPlace(typed.place);
    if ("why" in found) return [hint(from, [found.why, text("meet-how")])];
    const { latitude, longitude, accuracy, decimals } = found.place;
    const before = await readersOf(services, from.circle);
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
    return [...(await tellAll(services, from, point, now)), ...(await toldOfNone(services, before))];
  },
});

type Found = { place: Coordinates; of?: PersonId } | { why: Text };

/** Of one that was set in a linked room, that is told, and in which: an admin of this one may want another. */
async function current({ meetings, members }: Services, circle: CircleId, now: Instant): Promise<Text[]> {
  const point = await meetings.of(circle);
  if (point === undefined) return [text("no-meeting")];
  const told = text("meeting-is", meetingTold(point, now));
  if (point.circle === circle) return [told];
  return [told, text("meeting-set-there", { room: await ifTold(members.roomName(point.circle)) })];
}

/** It goes when it is over, as the meeting point does. Who reads it in a linked room is told where it was set. */
async function tellAll(
  services: Services,
  { room, circle }: InRoom,
  point: MeetingPoint,
  now: Instant,
): Promise<Effect[]> {
  const { circles, meetings, members } = services;
  const set = text("meeting-set", meetingTold(point, now));
  const stands = Math.max(0, point.expiresAt - now);
  const said = (to: Room, lines: readonly Text[]) => toRoom(to, passing(forEverybody({ lines }), undefined, stands));
  const others = (await meetings.readIn(circle)).filter((one) => one !== circle);
  if (others.length === 0) return [said(room, [set])];
  const there = [set, text("meeting-set-there", { room: await ifTold(members.roomName(circle)) })];
  const rooms = (await Promise.all(others.map((one) => circles.rooms(one)))).flat();
  return [said(room, [set]), ...rooms.map((one) => said({ room: one }, there))];
}

/** By an admin of any of the rooms in which it is read: of these, none has one any more. */
async function takeBack(services: Services, { from, incoming, now }: Asked<"room">): Promise<Effect[]> {
  const { meetings, records } = services;
  // Cut off and told again, the command is still the one that took it back.
  const noted = recordKeys.meetingEndedBy(incoming.id);
  const begun = await records.get(noted);
  if ((await meetings.of(from.circle)) === undefined && !begun) return [hint(from, [text("no-meeting")])];
  const before = begun ?? (await readersOf(services, from.circle));
  await records.set(noted, [...before], later(now, handledKept));
  for (const one of [from.circle, ...(await linkedWith(services, from.circle))])
    if ((await meetings.readIn(one)).includes(from.circle)) await meetings.end(one);
  const there = await toldOfNone(
    services,
    before.filter((reader) => reader !== from.circle),
  );
  return [announce(from, [text("meeting-ended")]), ...there];
}

const linkedWith = async ({ circles }: Services, circle: CircleId) =>
  (await circles.linksOf(circle)).map((link) => link.circle);

/** Where the meeting point of the circle is read, and those of circles that it is linked with: these end with its own. */
async function readersOf(services: Services, circle: CircleId): Promise<readonly CircleId[]> {
  const own = [circle, ...(await linkedWith(services, circle))];
  const readers = await Promise.all(own.map((one) => services.meetings.readIn(one)));
  return [...new Set(readers.flat())];
}

/** Those who have none any more are told so, however far their rooms are. */
async function toldOfNone({ circles, meetings }: Services, readers: readonly CircleId[]): Promise<Effect[]> {
  const points = await Promise.all(readers.map((reader) => meetings.of(reader)));
  const without = readers.filter((_, index) => points[index] === undefined);
  const rooms = (await Promise.all(without.map((reader) => circles.rooms(reader)))).flat();
  return rooms.map((room) => saidIn(room, [text("meeting-ended")]));
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
