/** Degrees. */
type Point = { latitude: number; longitude: number };

/** What a place is called, by a map that is here. Neither rejects, and neither makes an answer wait: then there is no name. */
export interface Places {
  /** the street that is nearest, within `streetWithin` */
  street(at: Point): Promise<string | undefined>;
  /** the part of town whose name stands nearest on the map, within `districtWithin` */
  district(at: Point): Promise<string | undefined>;
}

/** Metres. A position that is known less exactly than this may be on another street. */
export const streetWithin = 50;
/** Metres. A position that is known less exactly than this may be in any of several districts. */
export const districtWithin = 1500;
