import { MapError } from "../../map/map-error.ts";
import type { MapFile } from "../../map/open-map.ts";
import type { Scene } from "../scene.ts";
import { type Ground, readGround } from "./read-ground.ts";

/** What lies beneath a picture, and what is wrong with the map, in words without a place. */
export type GroundRead = { ground?: Ground; wrong?: string };

export interface GroundReader {
  /** Never rejects. */
  read(scene: Scene, locale: string): Promise<GroundRead>;
  /** There is no more time: what is being read is left, and the picture is drawn without it. */
  hurry(): void;
}

const tooSlow: GroundRead = { wrong: "the map file is read too slowly" };

/**
 * Reads a map that may be broken, of another region, or on a disk that does not answer. While one reading hangs there is no other, so a
 * disk that does not answer holds up one read at most.
 */
export function createGroundReader(open: () => Promise<MapFile>): GroundReader {
  let opened: Promise<MapFile> | undefined;
  let hanging: Promise<unknown> | undefined;
  let late = Promise.withResolvers<undefined>();

  async function reading(scene: Scene, locale: string, isLate: () => boolean): Promise<GroundRead> {
    try {
      opened ??= open();
      const ground = await readGround(await opened, scene, locale, isLate);
      return ground ? { ground } : {};
    } catch (error) {
      return { wrong: error instanceof MapError ? error.message : "the map file cannot be read" };
    }
  }

  return {
    async read(scene, locale) {
      if (hanging) return tooSlow;
      const { promise } = (late = Promise.withResolvers<undefined>());
      let isLate = false;
      const read = reading(scene, locale, () => isLate);
      const over = read.finally(() => {
        if (hanging === over) hanging = undefined;
      });
      hanging = over;
      const first = await Promise.race([read, promise]);
      isLate = first === undefined;
      return first ?? tooSlow;
    },
    hurry: () => late.resolve(undefined),
  };
}
