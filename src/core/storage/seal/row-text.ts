import { type Instant, instant } from "../../../lib/time.ts";
import { isEdge } from "../keys/ring-keys.ts";

/** How a sealed row looks in the store, as far as it can be read without a key. */
export type RowText = {
  /** it was sealed under a ring in memory: nothing opens it any more once the program has ended */
  isInMemory: boolean;
  /** the edge at which its bucket key is destroyed; undefined: it has no expiry */
  edge: Instant | undefined;
  /** it must be there, exactly as it was last written */
  isGuarded: boolean;
  body: Buffer;
};

/** The edge or "-", then what the row is, then the message: "~" before it for a ring in memory, "!" in place of "." for a guarded row. */
const form = /^(~?)(-|\d+)([.!])([A-Za-z0-9+/=]+)$/;
const guarded = /^~?(-|\d+)!/;
const head = /^~?(-|\d+)[.!]/;

export const writeRow = ({ isInMemory, edge, isGuarded, body }: RowText): string =>
  `${isInMemory ? "~" : ""}${edge ?? "-"}${isGuarded ? "!" : "."}${body.toString("base64")}`;

/** @returns undefined when `writeRow` does not write it so */
export function readRow(row: string): RowText | undefined {
  const [, inMemory, edgeText = "", mark, bodyText = ""] = form.exec(row) ?? [];
  const body = Buffer.from(bodyText, "base64");
  // There is one way to write a row. Base64 is read leniently, so many texts would stand for the same bytes.
  if (body.length === 0 || body.toString("base64") !== bodyText) return undefined;
  const edge = edgeOf(edgeText);
  if (edge === "none") return undefined;
  return { isInMemory: inMemory === "~", edge, isGuarded: mark === "!", body };
}

/** The edge of a guarded row, "none" where it has no expiry; undefined: the row is not marked as guarded. */
export function guardedEdge(row: string): Instant | "none" | undefined {
  const [, edge] = guarded.exec(row) ?? [];
  return edge === undefined ? undefined : (edgeOf(edge) ?? "none");
}

/** The edge of a row, read without its message; undefined: it has none, or does not begin like a row. */
export function edgeOfRow(row: string): Instant | undefined {
  const [, text = "-"] = head.exec(row) ?? [];
  const edge = edgeOf(text);
  return edge === "none" ? undefined : edge;
}

/** Ends of messages differ: each message ends with an authentication tag of 16 bytes, which nobody can choose without the key. */
export const endOfRow = (row: string): string => row.slice(-24);

export const isOfMemoryRing = (row: string): boolean => row.startsWith("~");

function edgeOf(text: string): Instant | undefined | "none" {
  if (text === "-") return undefined;
  const edge = Number(text);
  return isEdge(edge) && String(edge) === text ? instant(edge) : "none";
}
