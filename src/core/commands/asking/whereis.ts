import type { Instant } from "../../../lib/time.ts";
import { wayTo } from "../../geo/geodesy.ts";
import { maxPeopleInList, peopleBeforeFold } from "../../model/limits.ts";
import type { WhyUnconfirmed } from "../../model/ports.ts";
import { adviceOn, whatHelps } from "../../rooms/admin-advice.ts";
import { isLocated, readSharers, type Seen, type View } from "../../sharing/find-sharers.ts";
import { confirm } from "../../sharing/visible-positions.ts";
import { text } from "../../text/texts.ts";
import {
  type Asked,
  answer,
  defineCommand,
  hint,
  type InPrivate,
  type InRoom,
  type Services,
} from "../define-command.ts";
import { isAboutSomebody, tellByName } from "./by-name.ts";
import { seenWithPlaces, withPlaces } from "./places.ts";
import { type Answer, type Found, headingOf, lineOf, meetingLines, named, tell, tellAll } from "./tell.ts";
import { inOrder, viewInRoom, viewsInPrivate } from "./views.ts";

export const whereis = defineCommand({
  listed: { menu: "menu-whereis", help: "help-whereis" },
  where: "both",
  effect: "question",
  async run(services, asked) {
    const { from } = asked;
    if (from.place === "room" && !asked.incoming.follows && (await isOnBoard(services, asked, from))) {
      const { room: to } = from;
      const { id, message } = asked.incoming;
      return [
        { kind: "acknowledge", to, message, orNothing: true },
        { kind: "board", to, asked: { id, asker: from.person, message } },
      ];
    }
    const given = from.place === "room" ? await inRoom(services, asked, from) : await inPrivate(services, asked, from);
    // Whoever did not ask just now is told only what there is to show.
    if (asked.incoming.follows && !given.more.answer) return [];
    return [given.isNobody ? hint(from, given.lines) : answer(from, given.lines, given.more)];
  },
});

/** Whether the board answers it: who shares here, asked where the board stands. */
async function isOnBoard({ settings, shares }: Services, asked: Asked, from: InRoom): Promise<boolean> {
  if (from.network.boards === undefined || isNearest(asked) || isAboutSomebody(asked)) return false;
  const board = await settings.board(from.room.room);
  return board !== undefined && board.thread === from.room.thread && (await shares.sharers(from.circle)).length > 0;
}

/** A word in the place of a name: whoever is called so is found by a username or a mention. */
const isNearest = ({ argument, incoming }: Asked) =>
  incoming.mentions.length === 0 && /^nearest[\s.?!]*$/i.test(argument);

async function inRoom(services: Services, asked: Asked, from: InRoom): Promise<Answer> {
  const view = await viewInRoom(services, from, from.answers === "private");
  if (isNearest(asked)) return withLeftOut(services, asked, from, await nearest(services, [view], asked.now));
  if (isAboutSomebody(asked)) return tellByName(services, [view], asked);
  const found = await firstOf(services, view, maxPeopleInList);
  const told = { ...tellAll([found], asked.now), unconfirmed: found.unconfirmed };
  return withLeftOut(services, asked, from, told);
}

type Incomplete = Answer & { unconfirmed?: WhyUnconfirmed | undefined };

async function withLeftOut(services: Services, asked: Asked, from: InRoom, told: Incomplete): Promise<Answer> {
  const { unconfirmed, ...answered } = told;
  const { lines, more } = answered;
  if (!unconfirmed) return answered;
  const about = { what: "needs admin", room: from.room.room, command: asked.incoming.id, now: asked.now } as const;
  const helps = await whatHelps(services.records, unconfirmed, about);
  return { lines: helps ? [...lines, text("some-left-out", { advice: helps })] : lines, more };
}

async function inPrivate(services: Services, asked: Asked, from: InPrivate): Promise<Answer> {
  const { views, unconfirmed } = await viewsInPrivate(services, from);
  const isForNearest = isNearest(asked) && views.length > 0;
  // Of one person, unknown and not confirmed are told in the same words.
  if (!isForNearest && isAboutSomebody(asked)) return tellByName(services, views, asked);
  const each = Math.floor(maxPeopleInList / Math.max(1, views.length)) || 1;
  const found = isForNearest ? [] : await Promise.all(views.map((view) => firstOf(services, view, each)));
  const told: Incomplete = isForNearest ? await nearest(services, views, asked.now) : tellAll(found, asked.now);
  const why = unconfirmed ?? told.unconfirmed ?? found.find((view) => view.unconfirmed)?.unconfirmed;
  const unknown = why ? [text("rooms-unconfirmed", { advice: adviceOn(why) })] : [];
  if (views.length === 0) return { lines: unknown.length > 0 ? unknown : [text("no-common-room")], more: {} };
  return { ...told, lines: [...told.lines, ...unknown] };
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
async function nearest(services: Services, views: readonly View[], now: Instant): Promise<Incomplete> {
  if (!views.some(({ own }) => own)) return { lines: [text("nearest-to-whom")], more: {}, isNobody: true };
  let why: WhyUnconfirmed | undefined;
  const found: Seen[] = [];
  for (const view of views.filter(({ own }) => own)) {
    const sharers = await readSharers(view, view.people);
    const others = inOrder(sharers, view).filter((sharer) => sharer.person !== view.asker && isLocated(sharer));
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
  if (!closest) return { lines: [text("nobody-near")], more: {}, unconfirmed: why };
  const nameOf = named([closest], now);
  const meeting = meetingLines([closest.view], now);
  const lines = [...headingOf([closest], nameOf), lineOf(closest, now, nameOf), ...meeting];
  return { ...tell([closest], lines, nameOf), unconfirmed: why };
}

const wayOf = ({ sighting, view }: Seen) =>
  view.own && sighting.position ? wayTo(view.own.position, sighting.position).distance : Number.POSITIVE_INFINITY;
