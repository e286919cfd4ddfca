import { districtWithin, streetWithin } from "../../model/places.ts";
import { cleanName } from "../../rooms/names.ts";
import { isLocated, type Seen } from "../../sharing/find-sharers.ts";
import type { PlaceNames, Sighting } from "../../sharing/visible-positions.ts";
import type { Services } from "../define-command.ts";

type Named = Pick<Services, "places">;

/**
 * The same people, with what it is called where they are. Asked is about the position as it is shown, and never for more than it tells: within a
 * square of a kilometre there are many streets, and none is named.
 */
export const withPlaces = async ({ places }: Named, visible: readonly Sighting[]): Promise<readonly Sighting[]> =>
  places === undefined ? visible : Promise.all(visible.map((sighting) => withPlace(places, sighting)));

/** The same for what several circles show. */
export async function seenWithPlaces(services: Named, seen: readonly Seen[]): Promise<readonly Seen[]> {
  const placed = await withPlaces(
    services,
    seen.map(({ sighting }) => sighting),
  );
  return seen.map((one, index) => ({ ...one, sighting: placed[index] ?? one.sighting }));
}

async function withPlace(places: NonNullable<Named["places"]>, sighting: Sighting): Promise<Sighting> {
  if (!isLocated(sighting)) return sighting;
  const { latitude, longitude, accuracy = 0, wider } = sighting.position;
  const isExact = sighting.precision === "exact" && !wider;
  const at = { latitude, longitude };
  const [street, district] = await Promise.all([
    isExact && accuracy <= streetWithin ? places.street(at) : undefined,
    accuracy <= districtWithin ? places.district(at) : undefined,
  ]);
  const place: PlaceNames = { ...named("street", street), ...named("district", district) };
  return { ...sighting, place };
}

/** A map is drawn by strangers: what they call a place is shown as any other name is. */
function named(what: keyof PlaceNames, name: string | undefined): PlaceNames {
  const clean = cleanName(name ?? "");
  return clean === "" ? {} : { [what]: clean };
}
