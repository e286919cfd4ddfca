export type Coordinates = { latitude: number; longitude: number; accuracy?: number };

/**
 * @param latitude degrees
 * @param longitude degrees
 * @returns undefined unless both are numbers that exist on earth; nothing is wrapped or clamped
 */
export function readCoordinates(latitude: unknown, longitude: unknown): Coordinates | undefined {
  if (typeof latitude !== "number" || typeof longitude !== "number") return undefined;
  const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180; // false for NaN
  return onEarth ? { latitude: latitude + 0, longitude: longitude + 0 } : undefined;
}

/** Phones that do not know where they are say this. Nobody is there but a buoy in the Gulf of Guinea. */
export const isNoFix = ({ latitude, longitude }: Coordinates): boolean => latitude === 0 && longitude === 0;

/** @returns metres, or undefined for anything that is not a believable radius */
export function readAccuracy(metres: unknown): number | undefined {
  return typeof metres === "number" && metres > 0 && metres <= 100_000 ? metres : undefined;
}
