import { type Duration, minute, second } from "../lib/time.ts";

/** Pixels: read on a phone, on which it is shown half as large. */
export const [width, height] = [800, 800];
/** Pixels beneath the map, for its scale and for when it was drawn. */
export const footer = 60;
/** Metres that a picture shows at least: nearer than that, phones do not know where they are. */
export const leastAcross = 120;
/** Pictures that wait to be drawn, each some tenth of a second; further ones are not drawn. */
export const maxWaiting = 20;
/** How long one picture may take. Ours: a hundred times what it takes. */
export const patience: Duration = 10 * second;
/** How long the thread is kept after a picture: it takes some 90 MB, and a second to start. */
export const keptFor: Duration = 5 * minute;
/** Letters of a name that are shown beside its number. The text beside the picture says all of it. */
export const maxLetters = 16;
/** People of whom the names are shown; among more, the numbers alone can be read. */
export const maxNamed = 25;
/** Metres across which streets can still be seen; a picture of more shows rings and bearings. */
export const mostAcross = 300_000;
/** Tiles of a map beneath one picture: of the wanted size, 12 are enough. */
export const maxTilesDrawn = 36;
/** Corners of what a map has beneath one picture. The middle of a large city has some 40,000. */
export const maxCornersDrawn = 300_000;
/** Names of streets and of parts of town in one picture. */
export const maxNamesDrawn = 30;
/** How long a picture waits for what lies beneath it. Then it is drawn without. */
export const mapPatience: Duration = 2 * second;
