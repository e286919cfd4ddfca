import { type Duration, type Instant, minute, second } from "../../lib/time.ts";
import { asKnown, type Coordinates, decimalsOf } from "../geo/coordinates.ts";
import { directionOf, wayTo } from "../geo/geodesy.ts";
import type { Precision } from "../geo/precision.ts";
import { type Text, text } from "./texts.ts";

/** Somebody who is shown. */
type Shown = {
  /** how they are told from others */
  name: Text;
  /** how long a position of theirs is kept, in milliseconds */
  expiry: Duration;
  /** how exactly they chose to be shown; absent: as exactly as is known */
  precision?: Precision;
  /** absent when the last one was destroyed */
  /** what it is called where they are, no nearer than they are shown */
  place?: { street?: string; district?: string };
  position?: Coordinates & { heading?: number; at: Instant; expiresAt: Instant };
};

/** From where distances are told; `asker` is how who is there is told from others, absent in private. */
export type Viewpoint = Coordinates & { asker?: Text | undefined };

/** Past this age an answer says "last seen", never "is". */
export const staleAfter = (expiry: Duration): Duration => Math.min(5 * minute, expiry / 4);

/** One person in an answer: complete without a map. @param from absent when the asker does not share */
export function whereIs(shown: Shown, now: Instant, from?: Viewpoint): Text {
  const { name, position, expiry, precision } = shown;
  if (!position) return text("position-destroyed", { name, expiry });
  const said = asSaid(position, precision);
  const told = { ...common(shown, said, now), left: position.expiresAt - now };
  return from ? seenFrom(from, said, told) : text("where-is", told);
}

/** One person on a board, which stands while time goes by: how long a position is still kept would not stay true. */
export function whereIsOnBoard(shown: Shown, now: Instant): Text {
  const { name, position, expiry, precision } = shown;
  if (!position) return text("position-destroyed", { name, expiry });
  return text("where-is-on-board", common(shown, asSaid(position, precision), now));
}

/** How far somebody is from where people meet, no more exactly than either is known. */
export function fromMeeting({ position, precision }: Shown, meeting: Coordinates): Text | undefined {
  if (!position) return undefined;
  const said = asSaid(position, precision);
  const { distance, direction } = wayTo(meeting, said);
  const known = knownOf(meeting, said);
  if (distance < known) return text("near-meeting", { distance: distance + known });
  return text("from-meeting", { distance: roundedTo(known, distance), direction });
}

/** Where people meet, when, and for how long it is still told. */
export const meetingTold = (
  { time, expiresAt, ...place }: Coordinates & { time?: string; expiresAt: Instant },
  now: Instant,
) => {
  const { latitude, longitude, accuracy, decimals } = asSaid(asKnown(place));
  return { position: { latitude, longitude, decimals }, accuracy, time, left: Math.max(0, expiresAt - now) };
};

const ofMeetings: ReadonlySet<string> = new Set(["meeting-is", "from-meeting", "near-meeting"]);

/** Whether some of it says where people meet, or how far that is. */
export const tellsOfMeeting = (said: readonly Text[]): boolean =>
  said.some(
    ({ id, parameters = {} }) =>
      ofMeetings.has(id) ||
      Object.values(parameters).some((one) => typeof one === "object" && "id" in one && tellsOfMeeting([one])),
  );

type Said = ReturnType<typeof asSaid<NonNullable<Shown["position"]>>>;

/** What is said of a position from wherever it is looked at. */
function common({ name, expiry, precision, place }: Shown, position: Said, now: Instant) {
  const isStale = now - position.at > staleAfter(expiry);
  const { latitude, longitude, decimals, accuracy, wider, heading } = position;
  const isInSquare = precision !== undefined && precision !== "exact";
  return {
    name,
    seen: isStale ? "last" : "now",
    position: { latitude, longitude, decimals },
    bound: wider ? "at-least" : isInSquare ? "somewhere" : "within",
    accuracy,
    heading: heading === undefined || isStale ? undefined : directionOf(heading),
    place: placeOf(place),
    when: { since: position.at, age: now - position.at < 5 * second ? undefined : now - position.at },
  } as const;
}

const placeOf = ({ street, district }: NonNullable<Shown["place"]> = {}): Text | undefined =>
  street !== undefined
    ? text("at-street", { street, district })
    : district === undefined
      ? undefined
      : text("near-district", { district });

function seenFrom(from: Viewpoint, position: Said, told: ReturnType<typeof common> & { left: Duration }): Text {
  const { distance, direction } = wayTo(from, position);
  const known = knownOf(from, position);
  const { asker } = from;
  if (distance < known) return text("where-is-near", { ...told, distance: distance + known, asker });
  return text("where-is-from", { ...told, distance: roundedTo(known, distance), direction, asker });
}

/** Each of the two may be off towards the other, or away: within that, a direction would be made up. */
const knownOf = (from: Coordinates, position: Coordinates) =>
  Math.max(10, (from.accuracy ?? 0) + (position.accuracy ?? 0));

/**
 * A place with as many decimals as say something: of a square, those that tell it from the next one. What they leave open is added to its accuracy.
 */
export function asSaid<P extends Coordinates>(position: P, precision: Precision = "exact") {
  if (precision === "exact") return { ...position, decimals: decimalsOf(position) };
  const count = precision === "100m" ? 3 : 2;
  const rounded = {
    latitude: Number(position.latitude.toFixed(count)),
    longitude: Number(position.longitude.toFixed(count)),
  };
  const moved = wayTo(position, rounded).distance;
  return { ...position, ...rounded, accuracy: (position.accuracy ?? 0) + moved, decimals: [count, count] as const };
}

/** A distance with no digit that stands for less than half of what is not known of it. */
function roundedTo(known: number, distance: number): number {
  const step = 10 ** Math.floor(Math.log10(known));
  return Math.round(distance / step) * step;
}
