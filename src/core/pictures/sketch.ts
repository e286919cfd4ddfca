import type { Instant } from "../../lib/time.ts";
import { cellOf, precisions } from "../geo/precision.ts";
import type { Pictured, Sketch } from "../model/pictures.ts";
import { isLocated, type Located, type Seen } from "../sharing/find-sharers.ts";
import type { Sighting } from "../sharing/visible-positions.ts";
import { staleAfter } from "../text/where-is.ts";

/**
 * An answer as it is to be drawn, from the same that its text is made of: positions as they are shown, and nothing of what they were before.
 * @param seen who is told of, in the order of their numbers
 * @returns undefined where nobody is to be seen
 */
export function sketchOf(seen: readonly Seen[], now: Instant): Sketch | undefined {
  const located = seen.flatMap(({ sighting, view }) => (isLocated(sighting) ? [{ sighting, view }] : []));
  const [first] = located;
  if (first === undefined) return undefined;
  const own = located.find(({ view }) => view.own)?.view.own?.position;
  const by = first.view.askerTold?.name;
  const meetings = [...new Set(located.map(({ view }) => view.meeting))].flatMap((meeting) => meeting ?? []);
  return {
    people: located.map(({ sighting, view }, index) => ({
      ...pictured(sighting, now),
      number: index + 1,
      ...(view.isSelf(sighting) && { isAsker: true }),
    })),
    ...(own && { from: { latitude: own.latitude, longitude: own.longitude } }),
    meetings: meetings.map(({ latitude, longitude }) => ({ latitude, longitude })),
    at: now,
    ...(by !== undefined && { by }),
  };
}

function pictured({ name, position, precision, expiry }: Located<Sighting>, now: Instant): Omit<Pictured, "number"> {
  const { latitude, longitude, accuracy, wider, heading, at } = position;
  const isOld = now - at > staleAfter(expiry);
  const around = aroundOf();
  return {
    name,
    latitude,
    longitude,
    ...(around && { around }),
    ...(heading !== undefined && !isOld && { heading }),
    ...(isOld && { isOld }),
  };

  function aroundOf(): Pictured["around"] {
    const isWide = accuracy !== undefined && accuracy > 1.5 * precisions[precision];
    // Who may be far beyond the cell is not shown as if they were within.
    if (precision !== "exact" && !isWide) return { cell: cellOf(position, precision) };
    if (accuracy === undefined) return undefined;
    return wider ? { radius: accuracy, isOpen: true } : { radius: accuracy };
  }
}
