declare const brand: unique symbol;

/** Milliseconds since 1970, UTC. Seconds of a network are converted in its adapter, and nowhere else. */
export type Instant = number & { readonly [brand]: "Instant" };
/** Milliseconds. */
export type Duration = number;

export type Clock = () => Instant;
/** Resolves after so many milliseconds, or at once when the program is stopping. */
export type Wait = (milliseconds: Duration) => Promise<void>;

export const instant = (milliseconds: number): Instant => milliseconds as Instant;
export const later = (from: Instant, by: Duration): Instant => (from + by) as Instant;

export const second: Duration = 1000;
export const minute: Duration = 60 * second;
export const hour: Duration = 60 * minute;
export const day: Duration = 24 * hour;
