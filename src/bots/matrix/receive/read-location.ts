import { readGeoUri } from "../../../core/geo/geo-uri.ts";
import { type Position } from "../../../core/model/ids.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { type Instant, instant, later } from "../../../lib/time.ts";
import { maxBeacon, maxGeoUri } from "../limits.ts";
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
export function readStaticLocation(content: unknown, sentAt: Instant): StaticLocation | "unreadable" | undefined {
  if (at(content, "msgtype") !== "m.location" || !isOwn(content)) return undefined;
  const place = readPlace(at(content, "geo_uri") ?? locationOf(content));
  if (!place) return "unreadable";
  const ts = timeOf(content) ?? sentAt;
  return { ts, position: { ...place, at: earlier(ts, sentAt) } };
}

/** @property ts the sender's own time */
type StaticLocation = { ts: number; position: Position };

/** A point of a live share: the event that began the share, the sharer's own time, and the place, none when it cannot be read. */
export function readPoint(
  content: unknown,
  sentAt: Instant,
): { info: string; ts: number; position: Position | undefined } | undefined {
  const info = textOf(at(content, "m.relates_to", "event_id"));
  if (info === undefined || at(content, "m.relates_to", "rel_type") !== "m.reference") return undefined;
  const place = readPlace(locationOf(content) ?? at(content, "geo_uri"));
  const ts = timeOf(content) ?? sentAt;
  return { info, ts, position: place && { ...place, at: earlier(ts, sentAt) } };
}

/**
 * The length of a share is measured from when the server had it: a phone's clock may be wrong. Where the same share is told once more, only the
 * phone knows when it began.
 * @param before the content that this one replaces
 * @returns undefined when the share that the content describes is not live, or not the sender's own position
 */
export function readBeacon(content: unknown, before: unknown, sentAt: Instant): Beacon | undefined {
  const timeout = at(content, "timeout");
  if (at(content, "live") !== true || !isOwn(content)) return undefined;
  if (typeof timeout !== "number" || !Number.isFinite(timeout) || timeout < 1) return undefined;
  const ts = timeOf(content) ?? sentAt;
  const atMost = Math.min(Math.floor(timeout), maxBeacon);
  const isToldAgain = ts === timeOf(before);
  const until = later(isToldAgain ? earlier(ts, sentAt) : sentAt, atMost);
  return { ts, startedAt: sentAt, until, skew: isToldAgain ? 0 : sentAt - ts };
}

const firstOf = (content: unknown, names: readonly string[], ...path: string[]): unknown =>
  names.map((name) => at(content, name, ...path)).find((value) => value !== undefined);

const locationOf = (content: unknown) => firstOf(content, locationNames, "uri");
const isOwn = (content: unknown) =>
  firstOf(content, assetNames) === undefined || firstOf(content, assetNames, "type") === "m.self";

/** Before 1973 in milliseconds: a time in seconds, as some bridges write it. */
const maxSeconds = 1e11;

function timeOf(content: unknown): number | undefined {
  const ts = firstOf(content, timeNames);
  if (typeof ts !== "number" || !(ts > 0) || ts > Number.MAX_SAFE_INTEGER) return undefined;
  return Math.floor(ts < maxSeconds ? ts * 1000 : ts);
}

/** Other clients take blanks around the comma, and an altitude that is none; neither can be read in two ways. */
const readPlace = (uri: unknown) =>
  readGeoUri(typeof uri === "string" && uri.length <= maxGeoUri ? uri.replace(/^geo:[^;?]*/i, tidied) : uri);
const tidied = (path: string) =>
  path
    .replace(/^(geo:) +/i, "$1")
    .replace(/ *, */g, ",")
    .replace(/^([^,]+,[^,]+),(?:nan|null|undefined)?$/i, "$1");

const earlier = (ts: number | undefined, sentAt: Instant): Instant => instant(Math.min(ts ?? sentAt, sentAt));
