import { type Instant, instant } from "../../../lib/time.ts";
import type { PersonId } from "../../model/ids.ts";
import { peopleBeforeFold } from "../../model/limits.ts";
import type { Message } from "../../model/message.ts";
import type { WhyUnconfirmed } from "../../model/ports.ts";
import { toldApart } from "../../rooms/told-apart.ts";
import { isLocated, type Seen, type View } from "../../sharing/find-sharers.ts";
import type { Confirmed } from "../../sharing/seen/confirm.ts";
import { type Text, text } from "../../text/texts.ts";
import { coordinates } from "../../text/values.ts";
import { asSaid, fromMeeting, meetingTold, whereIs, whereIsOnBoard } from "../../text/where-is.ts";

type NameOf = (person: PersonId) => Text;
/** Those of a view who can be shown; `isCutOff`: more share than were asked about. */
export type Found = Confirmed & { view: View; isCutOff: boolean };
/** `isNobody`: there is nobody who was asked for, or nobody who may be shown, which is the asker's matter alone. */
export type Answer = {
  lines: readonly Text[];
  more: Pick<Message<"everybody">, "answer" | "copies" | "folds" | "shortcuts">;
  /** who is told of, in the order of their lines */
  seen: readonly Seen[];
  isNobody?: true;
};
/** `unconfirmed`: why somebody may be left out, of whom the network did not say if they are a member. */
export type Incomplete = Answer & { unconfirmed?: WhyUnconfirmed | undefined };

/** How everybody in an answer is told from the others, the asker too. @param fitting those whom one name fits */
export function named(seen: readonly Seen[], now: Instant, fitting: readonly PersonId[] = []): NameOf {
  // Whoever reads it, reads it on one network; where nobody is told of, it says none.
  const readOn = seen[0]?.view.readOn ?? "";
  const askers = seen.flatMap(({ view }) => (view.own && view.askerTold ? [view.askerTold] : []));
  const people = seen.map(({ sighting }) => ({ ...sighting, person: sighting.as }));
  return toldApart([...people, ...askers], now, readOn, fitting);
}

/** Everybody, in each view by itself: a long list folds after the first of it. @param how each of them is told, and where they meet */
export function tellAll(views: readonly Found[], now: Instant, { line, meeting } = inAnswer): Answer {
  const shown = views.flatMap(({ view, visible }) => visible.map((sighting) => ({ sighting, view })));
  const nameOf = named(shown, now);
  const lines: Text[] = [];
  const folds: { from: number; to: number }[] = [];
  for (const { view, visible, unconfirmed, isCutOff } of views) {
    const { room } = view;
    if (visible.length === 0) {
      lines.push(text(unconfirmed || isCutOff ? "nobody-to-show" : "nobody-shares", { room }));
      lines.push(...meeting([view], now));
      continue;
    }
    const isAll = !unconfirmed && !isCutOff;
    lines.push(text(isAll ? "how-many-share" : "some-of-those-who-share", { people: visible.length, room }));
    const first = lines.length;
    lines.push(...visible.map((sighting) => line({ sighting, view }, now, nameOf)));
    if (visible.length > peopleBeforeFold) folds.push({ from: first + peopleBeforeFold, to: lines.length });
    if (isCutOff) lines.push(text("more-by-name"));
    lines.push(...meeting([view], now));
  }
  const isNobody = shown.length === 0 && !views.some((view) => view.unconfirmed || view.isCutOff);
  const { more, seen } = tell(shown, lines, nameOf);
  return {
    seen,
    lines: isNobody ? [...lines, text("share-yours")] : lines,
    more: folds.length > 0 ? { ...more, folds } : more,
  };
}

export type LineOf = (seen: Seen, now: Instant, nameOf: NameOf) => Text;

type How = { line: LineOf; meeting: (views: readonly View[], now: Instant) => Text[] };

/** The same on a board, which nobody in particular looks at. */
const lineOnBoard: LineOf = ({ sighting, view: { meeting } }, now, nameOf) => {
  const shown = { ...sighting, name: nameOf(sighting.as) };
  return andFromMeeting(whereIsOnBoard(shown, now), meeting && fromMeeting(shown, meeting));
};

const andFromMeeting = (first: Text, second: Text | undefined): Text =>
  second ? text("said-together", { first, second }) : first;

/** The line of one person. @param nameOf how each person in the answer is told from the others */
export function lineOf(
  { sighting, view: { isSelf, own, askerTold, meeting } }: Seen,
  now: Instant,
  nameOf: NameOf,
): Text {
  const isOwn = isSelf(sighting);
  const viewer = askerTold && nameOf(askerTold.person);
  const shown = { ...sighting, name: nameOf(sighting.as) };
  const where = whereIs(shown, now, own && !isOwn ? { ...own.position, asker: viewer } : undefined);
  return andFromMeeting(where, meeting && fromMeeting(shown, meeting));
}

/** Where the circles of these views meet. */
export const meetingLines = (views: readonly View[], now: Instant): Text[] =>
  [...new Set(views)].flatMap(({ meeting }) => (meeting ? [text("meeting-is", meetingTold(meeting, now))] : []));

/** The same on a board, where nothing is said that would not stay true. */
const meetingOnBoard: How["meeting"] = (views, now) =>
  views.flatMap(({ meeting }) => {
    if (!meeting) return [];
    const { left: _, ...told } = meetingTold(meeting, now);
    return [text("meeting-on-board", told)];
  });

export const inAnswer: How = { line: lineOf, meeting: meetingLines };
export const onBoard: How = { line: lineOnBoard, meeting: meetingOnBoard };

/** The first line of an answer about one person. Lock screens show it, so it holds no coordinate. */
export function headingOf(seen: readonly Seen[], nameOf: NameOf): Text[] {
  const [first] = seen;
  if (!first || !seen.some(({ sighting }) => isLocated(sighting))) return [];
  const rooms = seen.flatMap(({ view: { room } }) => (room === undefined ? [] : [room]));
  return [text("one-shares", { name: nameOf(first.sighting.as), rooms: rooms.length > 0 ? rooms : undefined })];
}

export function tell(seen: readonly Seen[], lines: readonly Text[], nameOf: NameOf): Answer {
  const shown = seen.flatMap(({ sighting }) => (isLocated(sighting) ? [sighting] : []));
  if (shown.length === 0) return { lines, more: {}, seen };
  // A distance from the asker tells where the asker is, to whoever knows where the others are.
  const askers = seen.flatMap(({ view }) => (view.own ? [view.own] : []));
  const each = new Map([...shown, ...askers].map((one) => [`${one.source.circle}/${one.person}`, one]));
  const told = [...each.values()];
  const shows = told.map(({ source: { circle, expiry: known }, person, precision, share, position: { at } }) => ({
    circle,
    person,
    precision,
    share,
    at,
    known,
  }));
  const meetings = seen.flatMap(({ view: { meeting } }) => (meeting ? [meeting.expiresAt] : []));
  const until = instant(Math.min(...told.map(({ position }) => position.expiresAt), ...meetings));
  const copies = shown.map(({ as, position, precision }) => ({
    label: text("copy-coordinates", shown.length > 1 ? { name: nameOf(as) } : {}),
    words: coordinates(asSaid(position, precision)),
  }));
  return { lines, more: { answer: { shows, until }, copies }, seen };
}
