import type { Instant } from "../../lib/time.ts";
import type { Cell } from "../geo/precision.ts";

/** Degrees. */
type Point = { latitude: number; longitude: number };

/**
 * One person as a picture shows them, by what is said of them and nothing finer. `around`: how far off they may be, as a circle in metres or
 * as the cell that they chose; absent where nobody knows.
 */
export type Pictured = Point & {
  /** as in the answer's text */
  number: number;
  name: string;
  around?: { readonly radius: number; readonly isOpen?: true } | { readonly cell: Cell };
  /** degrees clockwise from north */
  heading?: number;
  /** where they were last seen; absent: where they are */
  isOld?: true;
  isAsker?: true;
};

/** An answer as a picture: what is to be drawn, as data. */
export type Sketch = {
  people: readonly Pictured[];
  /** from where distances are told */
  from?: Point;
  /** where people meet */
  meetings: readonly Point[];
  at: Instant;
  /** who asked, where others see it too */
  by?: string;
};

/** A sketch in the words of whoever looks at it. */
export type Drawing = Sketch & {
  /** numbers and units are written as there */
  locale: string;
  caption: string;
  north: string;
  meeting: string;
};

/**
 * Why there is no picture: too many wait to be drawn; it could not be drawn; the chat did not take it; or it is a room in which servers would
 * keep a file that they can read.
 */
export type WhyNoPicture = "busy" | "failed" | "not-taken" | "plain-room";

export class NoPicture extends Error {
  override name = "NoPicture" as const;
  readonly why: WhyNoPicture;
  constructor(why: WhyNoPicture) {
    super(`no picture: ${why}`);
    this.why = why;
  }
}

/** Draws by itself, from nothing but what it is given. */
export interface Pictures {
  /** @returns a PNG. @throws (rejects) NoPicture */
  draw(drawing: Drawing): Promise<Uint8Array>;
}
