import { type Duration, type Instant, minute, second } from "../../lib/time.ts";
import { directionOf, wayTo } from "../geo/geodesy.ts";
import { formatDuration } from "../model/duration.ts";
import { bold, code, type Line, line, type Span } from "../model/message.ts";
import type { Sighting } from "../sharing/visible-positions.ts";

/** From where distances are told; absent when the asker does not share. */
export type Viewpoint = { latitude: number; longitude: number; accuracy?: number; whose: Span };

/** Past this age an answer says "last seen", never "is". */
export const staleAfter = (expiry: Duration): Duration => Math.min(5 * minute, expiry / 4);

/** One person in an answer: complete without a map. */
export function whereIs(sighting: Sighting, now: Instant, from?: Viewpoint): Line {
  const name = bold(sighting.name);
  const { position, expiry } = sighting;
  if (!position) {
    return line(
      name,
      ` still shares, but I have no position now. The last one was destroyed, as each is after ${formatDuration(expiry)} at the latest.`,
    );
  }
  const age = now - position.at < 5 * second ? "just now" : `${formatDuration(now - position.at)} ago`;
  const isStale = now - position.at > staleAfter(expiry);
  const verb = isStale ? " was last seen" : " is";
  const moving = position.heading === undefined || isStale ? "" : `, heading ${directionOf(position.heading)}`;
  const at = code(`${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`);
  const within = position.accuracy === undefined ? "" : `, within ${formatDistance(position.accuracy)}`;
  const kept = `ept for ${formatDuration(position.expiresAt - now)}.`;
  if (!from) return line(name, `${verb} at `, at, `${within}${moving}, ${age}. K${kept}`);
  return line(name, `${verb} `, ...howFar(from, position), `${moving}, ${age}. At `, at, `${within}, k${kept}`);
}

function howFar(from: Viewpoint, to: { latitude: number; longitude: number; accuracy?: number }): Line {
  const { distance, direction } = wayTo(from, to);
  // Nearer than either of the two is known, a direction would be made up.
  const known = Math.max(10, from.accuracy ?? 0, to.accuracy ?? 0);
  if (distance < known) return line(`less than ${formatDistance(known)} from `, from.whose);
  return line(`${formatDistance(distance)} ${direction} of `, from.whose);
}

/** @param metres shown as metres below 1 km, never with more digits than a phone can know */
export function formatDistance(metres: number): string {
  if (metres < 100) return `${Math.max(1, Math.round(metres))} m`;
  if (metres < 995) return `${Math.round(metres / 10) * 10} m`;
  if (metres < 9950) return `${Number((metres / 1000).toFixed(1))} km`;
  return `${Math.round(metres / 1000)} km`;
}

export const nobodyShares = (where: Span): Line => line("Nobody shares a position with ", where, " now.");
export const toShareYours = (): Line => line("To share yours, say ", code("/share"), ".");

/** The same words for somebody unknown, not sharing, and not visible to the asker. */
export const nobodyCalled = (wanted: string): Line[] => [
  line(`There is nobody called “${wanted}” whose position I can show you now.`),
];

/** @param all how many fit, when not all of their names are listed */
export const whichOne = (wanted: string, names: readonly string[], all = names.length): Line[] => [
  line(
    `More than one fits “${wanted}”: `,
    ...names.flatMap((name, index) => [index === 0 ? "" : ", ", bold(name)]),
    all > names.length ? `, and ${all - names.length} more.` : ".",
  ),
  line("Ask with more of the name, or mention the person."),
];

export const howMany = (people: number, where: Span): Line =>
  people === 1 ? line("One person shares with ", where, " now.") : line(`${people} people share with `, where, " now.");

/** Where not everybody was asked about, or the network did not say: no number is stated that is not known. */
export const someOf = (people: number, where: Span): Line =>
  people === 1
    ? line("I can show you one person now of those who share with ", where, ".")
    : line(`I can show you ${people} people now of those who share with `, where, ".");

export const moreByName = (): Line => line("More may share. Ask for one of them by name: ", code("/whereis NAME"), ".");

export const noRoom = (): Line[] => [
  line("I know of no room that we are both in, so there is nobody I can show you."),
  line("Ask in the room itself: ", code("/whereis"), "."),
];
