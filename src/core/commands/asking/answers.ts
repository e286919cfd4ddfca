import type { Instant } from "../../../lib/time.ts";
import { wayTo } from "../../geo/geodesy.ts";
import { maxPeopleInList, peopleBeforeFold } from "../../model/limits.ts";
import type { WhyUnconfirmed } from "../../model/ports.ts";
import { adviceOn, whatHelps } from "../../rooms/admin-advice.ts";
import { isLocated, readSharers, type Seen, type View } from "../../sharing/find-sharers.ts";
import { confirm } from "../../sharing/seen/confirm.ts";
import { text } from "../../text/texts.ts";
import type { Asked, InPrivate, InRoom, Services } from "../define-command.ts";
import { isAboutSomebody, tellByName } from "./by-name.ts";
import { seenWithPlaces, withPlaces } from "./places.ts";
import {
  type Answer,
  type Found,
  headingOf,
  type Incomplete,
  inAnswer,
  type LineOf,
  meetingLines,
  named,
  tell,
  tellAll,
} from "./tell.ts";
import { inOrder, viewInRoom, viewsInPrivate } from "./views.ts";

/** Who shares with whoever asks, as it is answered there. @param line how each person is told */
export const whereTheyAre = (services: Services, asked: Asked, line: LineOf): Promise<Answer> =>
  asked.from.place === "room"
    ? inRoom(services, asked, asked.from, line)
    : inPrivate(services, asked, asked.from, line);

/** A word in the place of a name: whoever is called so is found by a username or a mention. */
export const isNearest = ({ argument, incoming }: Asked) =>
  incoming.mentions.length === 0 && /^nearest[\s.?!]*$/i.test(argument);

async function inRoom(services: Services, asked: Asked, from: InRoom, line: LineOf): Promise<Answer> {
  const view = await viewInRoom(services, from, from.answers === "private");
  if (isNearest(asked)) return withLeftOut(services, asked, from, await nearest(services, [view], asked.now, line));
  if (isAboutSomebody(asked))
    return withLeftOut(services, asked, from, await tellByName(services, [view], asked, line));
  const found = await firstOf(services, view, maxPeopleInList);
  const told = { ...tellAll([found], asked.now, { ...inAnswer, line }), unconfirmed: found.unconfirmed };
  return withLeftOut(services, asked, from, told);
}

async function withLeftOut(services: Services, asked: Asked, from: InRoom, told: Incomplete): Promise<Answer> {
  const { unconfirmed, ...answered } = told;
  const { lines } = answered;
  if (!unconfirmed) return answered;
  const about = { what: "needs admin", room: from.room.room, command: asked.incoming.id, now: asked.now } as const;
  const helps = await whatHelps(services.records, unconfirmed, about);
  return { ...answered, lines: helps ? [...lines, text("some-left-out", { advice: helps })] : lines };
}

async function inPrivate(services: Services, asked: Asked, from: InPrivate, line: LineOf): Promise<Answer> {
  const { views, unconfirmed } = await viewsInPrivate(services, from);
  const isForNearest = isNearest(asked) && views.length > 0;
  // Of one person, unknown and not confirmed are told in the same words.
  const isForName = !isForNearest && isAboutSomebody(asked);
  const each = Math.floor(maxPeopleInList / Math.max(1, views.length)) || 1;
  const found = isForNearest || isForName ? [] : await Promise.all(views.map((view) => firstOf(services, view, each)));
  const how = { ...inAnswer, line };
  const told: Incomplete = isForNearest
    ? await nearest(services, views, asked.now, line)
    : isForName
      ? await tellByName(services, views, asked, line)
      : tellAll(found, asked.now, how);
  // Who was found is found, whatever other rooms there may be.
  const ofRooms = isForName && !told.isNobody ? undefined : unconfirmed;
  const why = ofRooms ?? told.unconfirmed ?? found.find((view) => view.unconfirmed)?.unconfirmed;
  const unknown = why ? [text("rooms-unconfirmed", { advice: adviceOn(why) })] : [];
  const noRoom = unknown.length > 0 ? unknown : [text("no-common-room")];
  if (views.length > 0) return { ...told, lines: [...told.lines, ...unknown] };
  return isForName ? { ...told, lines: [...told.lines, ...noRoom] } : { lines: noRoom, more: {}, seen: [] };
}

/** Those who will be listed, and nobody else is asked about. */
async function firstOf(services: Services, view: View, max: number): Promise<Found> {
  const sharers = await readSharers(view, view.people);
  const asked = inOrder(sharers, view).slice(0, max);
  const confirmed = await confirm(asked, view, services);
  const visible = await withPlaces(services, confirmed.visible);
  return { ...confirmed, visible, view, isCutOff: sharers.length > asked.length };
}

/** The one person who is closest to the asker. People are asked about from the closest on, until one of them is a member. */
async function nearest(services: Services, views: readonly View[], now: Instant, line: LineOf): Promise<Incomplete> {
  if (!views.some(({ own }) => own)) return { lines: [text("nearest-to-whom")], more: {}, seen: [], isNobody: true };
  let why: WhyUnconfirmed | undefined;
  const found: Seen[] = [];
  for (const view of views.filter(({ own }) => own)) {
    const sharers = await readSharers(view, view.people);
    const others = inOrder(sharers, view).filter((sharer) => !view.isSelf(sharer) && isLocated(sharer));
    const asked = others.slice(0, maxPeopleInList);
    for (let from = 0; from < asked.length; from += peopleBeforeFold) {
      const { visible, unconfirmed } = await confirm(asked.slice(from, from + peopleBeforeFold), view, services);
      why ??= unconfirmed;
      const [sighting] = visible;
      if (!sighting) continue;
      found.push({ sighting, view });
      break;
    }
  }
  const [closest] = await seenWithPlaces(services, found.toSorted((a, b) => wayOf(a) - wayOf(b)).slice(0, 1));
  if (!closest) return { lines: [text("nobody-near")], more: {}, seen: [], unconfirmed: why };
  const nameOf = named([closest], now);
  const meeting = meetingLines([closest.view], now);
  const lines = [...headingOf([closest], nameOf), line(closest, now, nameOf), ...meeting];
  return { ...tell([closest], lines, nameOf), unconfirmed: why };
}

const wayOf = ({ sighting, view }: Seen) =>
  view.own && sighting.position ? wayTo(view.own.position, sighting.position).distance : Number.POSITIVE_INFINITY;
