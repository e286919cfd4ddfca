/** What a link says of a place, without asking anybody: words that are read as something typed, or why there is none. */
export type LinkedPlace = { words: string } | "short link" | undefined;

const isLink = /^<?(?:https?|om|comgooglemaps|maps|geo):\/\//i;
const pair = String.raw`(-?\d{1,3}\.\d{1,20}),(?:\+|%20|\s)*(-?\d{1,3}\.\d{1,20})`;
/** Hosts whose links lead somewhere only they know. */
const shorteners =
  /(?:^|\.)(?:goo\.gl|app\.goo\.gl|omaps\.app|bit\.ly|tinyurl\.com|w3w\.co|what3words\.com|g\.co|is\.gd|go\.2gis\.com)$/i;
/** Parameters in which maps put the place that is meant, before those of the view. */
const parameters = ["q", "query", "daddr", "destination", "pin", "ll", "sll", "coordinate", "center"];

/**
 * A link of a map. The place that was marked comes before the middle of the view, which may be far from it (osmandapp/OsmAnd#12521).
 * @returns undefined for what is no link; words without a place in them are read as any other words
 */
export function readMapLink(text: string): LinkedPlace {
  if (!isLink.test(text)) return undefined;
  const [link = ""] = text.replace(/^<|>$/g, "").split(/\s/);
  const url = URL.parse(link);
  if (!url) return { words: "" };
  if (shorteners.test(url.hostname)) return "short link";
  // !3d and !4d: the place itself (Google Maps); 2gis puts the longitude first.
  const marked = /!3d(-?[\d.]+)!4d(-?[\d.]+)/.exec(link);
  if (marked) return { words: `${marked[1]}, ${marked[2]}` };
  const { lat, lon, lng } = Object.fromEntries(url.searchParams);
  if (lat !== undefined && (lon ?? lng) !== undefined) return { words: `${lat}, ${lon ?? lng}` };
  for (const name of parameters) {
    const value = url.searchParams.get(name)?.replace(/^loc:/i, "").trim();
    if (value) return { words: value };
  }
  const other = /2gis\./i.test(url.hostname) ? new RegExp(`/${pair}`).exec(link) : null;
  if (other) return { words: `${other[2]}, ${other[1]}` };
  const [, latitude, longitude] =
    new RegExp(`@${pair}`).exec(link) ??
    /#(?:map=)?[\d.]+\/(-?\d{1,3}\.\d+)\/(-?\d{1,3}\.\d+)/.exec(link) ??
    new RegExp(`/(?:place|search|dir)/${pair}`).exec(link) ??
    [];
  return { words: latitude === undefined ? "" : `${latitude}, ${longitude}` };
}
