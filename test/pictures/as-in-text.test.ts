import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { directionOf } from "../../src/core/geo/geodesy.ts";
import type { Spoken } from "../../src/core/model/message.ts";
import { createLog } from "../../src/lib/log.ts";
import { hour } from "../../src/lib/time.ts";
import { height } from "../../src/pictures/limits.ts";
import { openPictures } from "../../src/pictures/open-pictures.ts";
import { mapFileOf } from "../map/map-folder.ts";
import { createWorld } from "../support/world/world.ts";
import { maps } from "./drawings.ts";
import { blots, decoded } from "./pixels.ts";

const places = {
  ben: [41.9036, -87.6878],
  cleo: [41.8981, -87.6925],
  dee: [41.8977, -87.6842],
  eli: [41.9031, -87.6949],
} as const;

const sleep = async (milliseconds: number, signal: AbortSignal) => {
  await after(milliseconds, undefined, { signal }).catch(() => undefined);
};

test.each(["with streets", "without"])(
  "each person stands in the picture %s as far away as the text says, within a tenth, and in the direction that it says",
  async (kind) => {
    const map = kind === "without" ? undefined : mapFileOf(maps.chicago());
    const pictures = openPictures({ sleep, map, log: createLog("warn", () => undefined) });
    onTestFinished(() => pictures.close());
    const world = await createWorld({ pictures });
    world.room("march", "ana", ...Object.keys(places));
    await world.shares("ana", "march", { at: [41.9, -87.69], live: hour, accuracy: 5 });
    for (const [name, at] of Object.entries(places)) await world.shares(name, "march", { at, live: hour, accuracy: 5 });
    await world.says("ana", "march", "/map");

    const said = [...(world.last("march") ?? "").matchAll(/^\d\. .*? ([\d.,]+) (metres|kilometres) ([a-z-]+) of /gm)];
    expect(said).toHaveLength(Object.keys(places).length);
    const drawn = (world.network.posts.at(-1)?.message as Spoken | undefined)?.drawn;
    if (drawn === undefined) throw new Error("no picture");
    const image = decoded(drawn);
    const pins = blots(image, [0x14, 0x53, 0x9a], 500);
    expect(pins).toHaveLength(said.length);
    const [asker] = blots(image, [0xb8, 0x46, 0x0e], 500).toSorted((a, b) => b.width - a.width);
    // The bar is as long as 200 metres, which is written beside it.
    const [bar] = blots(image, [0x1d, 0x27, 0x33], 100).filter(({ x, y }) => x < 300 && y > height - 60);
    if (!asker || !bar) throw new Error("no asker, or no scale");
    const metres = 200 / (bar.width - 3);
    const seen = pins.map(({ x, y }) => ({
      distance: Math.hypot(x - asker.x, y - asker.y) * metres,
      direction: directionOf((Math.atan2(x - asker.x, asker.y - y) * 180) / Math.PI),
    }));
    for (const [, number = "", unit, direction] of said) {
      const distance = Number(number) * (unit === "metres" ? 1 : 1000);
      const fitting = seen.filter(
        (pin) => pin.direction === direction && Math.abs(pin.distance - distance) < distance / 10,
      );
      expect(fitting, `${distance} metres ${direction}: ${JSON.stringify(seen)}`).toHaveLength(1);
    }
  },
  30_000,
);
