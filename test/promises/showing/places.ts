import { expect } from "vitest";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** What it is called where people are. */
export const places: Record<string, () => Promise<void>> = {
  "A street is named only of a position that is shown exactly and known to 50 metres; in the square that somebody chose, none ever is.":
    async () => {
      const world = await createWorld({
        places: {
          street: async () => "Altgeld Street",
          district: async () => "Montclare",
        },
      });
      world.room("march", "ana", "ben");
      const asks = async (precision: string, accuracy: number) => {
        // So much is not asked in a minute.
        await world.pass(minute);
        await world.says("ana", "march", `/precision ${precision}`);
        await world.shares("ana", "march", { at: [41.925, -87.8], live: hour, accuracy });
        let said = "";
        for (const words of ["/whereis", "/whereis ana", "/whereis nearest"]) {
          await world.says("ben", "march", words);
          said += world.last("march");
        }
        for (const words of ["/whereis", "/pin ana"]) {
          await world.says("ben", undefined, words);
          said += world.last("ben");
        }
        return said;
      };
      await world.shares("ben", "march", { at: [41.93, -87.8], live: 8 * hour });
      expect(await asks("exact", 50)).toContain("on Altgeld Street, Montclare");
      for (const [precision, accuracy] of [
        ["exact", 51],
        ["100m", 5],
        ["1km", 5],
        ["5km", 5],
      ] as const) {
        const said = await asks(precision, accuracy);
        const ofAna = said.split("\n").filter((line) => line.includes("Ana is"));
        expect(ofAna.length).toBeGreaterThan(3);
        expect(ofAna.join()).not.toContain("Altgeld");
      }
    },
};
