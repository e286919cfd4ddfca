import { cellOf, type Precision, snap } from "../../src/core/geo/precision.ts";
import type { Drawing, Pictured } from "../../src/core/model/pictures.ts";
import { instant } from "../../src/lib/time.ts";
import { chicago, pmtilesOf } from "../support/world/map-file.ts";
import { townOfScripts } from "../support/world/town.ts";

type Point = { latitude: number; longitude: number };

const words = { locale: "en", north: "N", caption: "Ana asked at 18:03 UTC", meeting: "Meeting point" };

export const drawing = (people: readonly Pictured[], more: Partial<Drawing> = {}): Drawing => ({
  ...words,
  at: instant(0),
  meetings: [],
  people,
  ...more,
});

export const at = (
  number: number,
  name: string,
  [latitude, longitude]: readonly [number, number],
  more = {},
): Pictured => ({
  number,
  name,
  latitude,
  longitude,
  ...more,
});

/** Somebody who chose to be shown as a square. */
export function within(
  number: number,
  name: string,
  place: readonly [number, number],
  precision: Exclude<Precision, "exact">,
) {
  const { latitude, longitude } = snap({ latitude: place[0], longitude: place[1], accuracy: 5 }, precision);
  return at(number, name, [latitude, longitude], { around: { cell: cellOf({ latitude, longitude }, precision) } });
}

const names = [
  "Ben",
  "Carla",
  "Müller",
  "Ольга",
  "محمد",
  "中文",
  "Łukasz",
  "Σωτήρης",
  "Nguyễn Văn Anh",
  "Wilhelmina Konstantinopolous",
];

/** People around a place, the same each time. @param degrees how far apart */
export function crowd(
  count: number,
  degrees: number,
  around: Point = { latitude: 52.52, longitude: 13.4 },
): Pictured[] {
  let seed = 7;
  const next = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647 - 0.5;
  };
  return Array.from({ length: count }, (_, index) => {
    const place = [around.latitude + next() * degrees, around.longitude + next() * degrees * 1.6] as const;
    return at(index + 1, names[index % names.length] ?? "", place, { around: { radius: 20 } });
  });
}

const middle = { latitude: 52.52, longitude: 13.405 };

/** What a picture may have to show: each is looked at, and kept as a file of docs/pictures. */
export const drawings: Readonly<Record<string, Drawing>> = {
  one: drawing([at(1, "Ben", [52.5226, 13.4082], { around: { radius: 25 } })], { caption: "18:03 UTC" }),
  two: drawing(
    [
      at(1, "Ben", [52.5226, 13.4082], { around: { radius: 25 } }),
      at(2, "Ana", [52.52, 13.405], { around: { radius: 12 }, isAsker: true }),
    ],
    { from: middle },
  ),
  few: drawing(
    [
      at(1, "Ben", [52.5226, 13.4082], { around: { radius: 25 }, heading: 70 }),
      at(2, "Łukasz", [52.5181, 13.4011], { around: { radius: 60 }, isOld: true }),
      within(3, "Ольга", [52.5191, 13.4142], "100m"),
      at(4, "Ana", [52.52, 13.405], { around: { radius: 12 }, isAsker: true }),
    ],
    { from: middle, meetings: [{ latitude: 52.5215, longitude: 13.4105 }] },
  ),
  twenty: drawing(crowd(20, 0.02), { from: middle }),
  fifty: drawing(crowd(50, 0.02)),
  "one-place": drawing(crowd(50, 0.000_01)),
  antimeridian: drawing([
    at(1, "Ben", [-17, 179.99], { around: { radius: 400 } }),
    within(2, "Sina", [-17.01, -179.985], "1km"),
  ]),
  pole: drawing(
    [within(1, "Ben", [89.95, 20], "5km"), within(2, "Ai", [89.99, -100], "5km"), at(3, "Cleo", [89.93, 160])],
    {
      from: { latitude: 90, longitude: 0 },
    },
  ),
  far: drawing([at(1, "Ben", [35.7, 139.7]), at(2, "Carla", [-33.9, 151.2]), at(3, "Dee", [40.7, -74])], {
    from: middle,
  }),
  scripts: drawing(
    [
      at(1, "علی رضا", [52.5226, 13.4082], { around: { radius: 25 }, heading: 70 }),
      at(2, "Ольга Їжак", [52.5181, 13.4011], { around: { radius: 60 } }),
      at(3, "محمد", [52.52, 13.405], { around: { radius: 12 }, isAsker: true }),
      at(4, "Łukasz 🌸", [52.5176, 13.408]),
      at(5, "中文", [52.5208, 13.4115]),
    ],
    {
      locale: "fa",
      north: "ش",
      caption: "محمد ساعت ۱۸:۰۳ (UTC) پرسید",
      meeting: "محل دیدار",
      from: middle,
      meetings: [{ latitude: 52.5192, longitude: 13.4015 }],
    },
  ),
};

const inChicago = { latitude: 41.9, longitude: -87.69 };

/** Maps as they may be: read one by one, a large file stays where it is. */
export const maps = {
  chicago: () => pmtilesOf(chicago("openmaptiles")),
  town: () => pmtilesOf(townOfScripts(), { metadata: {} }),
  broken: () => pmtilesOf(townOfScripts()).fill(255, 127, 200),
} as const;

/** The same with a map file: of there, of another region, and one that is broken. */
export const drawingsOnMaps: Readonly<Record<string, { drawn: Drawing; map: keyof typeof maps }>> = {
  "streets-one": { drawn: drawing([at(1, "Ben", [41.79, -87.585], { around: { radius: 250 } })]), map: "chicago" },
  "streets-two": {
    drawn: drawing([
      within(1, "Ben", [41.88, -87.62], "1km"),
      at(2, "Carla", [41.866, -87.64], { around: { radius: 30 } }),
    ]),
    map: "chicago",
  },
  "streets-few": {
    drawn: drawing(
      [
        at(1, "Ben", [41.9026, -87.6882], { around: { radius: 25 }, heading: 70 }),
        at(2, "Łukasz", [41.8981, -87.6911], { around: { radius: 60 }, isOld: true }),
        within(3, "Ольга", [41.8991, -87.6842], "100m"),
        at(4, "Ana", [41.9, -87.69], { around: { radius: 12 }, isAsker: true }),
      ],
      { from: inChicago, meetings: [{ latitude: 41.9015, longitude: -87.6845 }] },
    ),
    map: "chicago",
  },
  "streets-fifty": { drawn: drawing(crowd(50, 0.03, inChicago)), map: "chicago" },
  "streets-scripts": { drawn: drawings["scripts"] ?? drawing([]), map: "town" },
  "map-of-another-region": { drawn: drawings["few"] ?? drawing([]), map: "chicago" },
  "map-broken": { drawn: drawings["few"] ?? drawing([]), map: "broken" },
};
