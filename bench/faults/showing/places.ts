import type { Faults } from "../fault.ts";

const places = "src/core/commands/asking/places.ts";

/** What it is called where people are. */
export const namesOfPlaces: Faults = {
  "A street is named only of a position that is shown exactly and known to 50 metres; in the square that somebody chose, none ever is.":
    [
      [
        "shown exactly",
        [places, 'sighting.precision === "exact" && !wider', "!wider"],
        [places, "accuracy <= streetWithin", "accuracy <= 10 * streetWithin"],
      ],
      ["known to 50 metres", [places, "accuracy <= streetWithin", "accuracy <= districtWithin"]],
    ],
};
