import { readGeoUri } from "../../../core/geo/geo-uri.ts";
import { type Position } from "../../../core/model/ids.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { type Instant, instant, later } from "../../../lib/time.ts";
import { maxBeacon } from "../limits.ts";
import type { Beacon } from "./room-event.ts";

// MSC3488 (location), MSC3672 (live location): clients still write the unstable names, and may write both.
const locationNames = ["org.matrix.msc3488.location", "m.location"];
const assetNames = ["org.matrix.msc3488.asset", "m.asset"];
const timeNames = ["org.matrix.msc3488.ts", "m.ts"];
export const beaconInfoTypes = ["org.matrix.msc3672.beacon_info", "m.beacon_info"];
export const beaconTypes = ["org.matrix.msc3672.beacon", "m.beacon"];

/**
 * The sender's own position in an `m.location` message; a dropped pin (asset `m.pin`) is nobody's. `geo_uri`, which all clients write, decides
 * when other fields say something else.
 */
export function readStaticLocation(content: unknown, sentAt: Instant): Position | undefined {
  if (at(content, "msgtype") !== "m.location" || !isOwn(content)) return undefined;
  const place = readGeoUri(at(content, "geo_uri") ?? locationOf(content));
  return place && { ...place, at: earlier(timeOf(content), sentAt) };
}

/** A point of a live share: the event that began the share, the sharer's own time, and the place. */
export function readPoint(
  content: unknown,
  sentAt: Instant,
): { info: string; ts: number; position: Position } | undefined {
  const info = textOf(at(content, "m.relates_to", "event_id"));
  const place = readGeoUri(locationOf(content) ?? at(content, "geo_uri"));
  if (info === undefined || at(content, "m.relates_to", "rel_type") !== "m.reference" || !place) return undefined;
  const ts = timeOf(content) ?? sentAt;
  return { info, ts, position: { ...place, at: earlier(ts, sentAt) } };
}

/** @returns undefined when the share that the content describes is not live, or not the sender's own position */
export function readBeacon(content: unknown, sentAt: Instant): Beacon | undefined {
  const timeout = at(content, "timeout");
  if (at(content, "live") !== true || !isOwn(content)) return undefined;
  if (typeof timeout !== "number" || !Number.isFinite(timeout) || timeout < 1) return undefined;
  const ts = timeOf(content) ?? sentAt;
  const atMost = Math.min(Math.floor(timeout), maxBeacon);
  return { ts, startedAt: sentAt, until: later(earlier(ts, sentAt), atMost), timeout: atMost };
}

const firstOf = (content: unknown, names: readonly string[], ...path: string[]): unknown =>
  names.map((name) => at(content, name, ...path)).find((value) => value !== undefined);

const locationOf = (content: unknown) => firstOf(content, locationNames, "uri");
const isOwn = (content: unknown) =>
  firstOf(content, assetNames) === undefined || firstOf(content, assetNames, "type") === "m.self";

function timeOf(content: unknown): number | undefined {
  const ts = firstOf(content, timeNames);
  return typeof ts === "number" && Number.isSafeInteger(ts) && ts > 0 ? ts : undefined;
}

const earlier = (ts: number | undefined, sentAt: Instant): Instant => instant(Math.min(ts ?? sentAt, sentAt));
