import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geoUri, readGeoUri } from "../../../src/core/geo/geo-uri.ts";

describe("a geo: URI (RFC 5870) is read", () => {
  test.each([
    ["geo:48.2010,16.3695,183", { latitude: 48.201, longitude: 16.3695 }],
    ["geo:48.198634,16.371648;crs=wgs84;u=40", { latitude: 48.198634, longitude: 16.371648, accuracy: 40 }],
    ["GEO:66,30;u=6.500;FOo=this%2dthat", { latitude: 66, longitude: 30, accuracy: 6.5 }],
    ["geo:90,-22.43;crs=WGS84", { latitude: 90, longitude: -22.43 }],
    ["geo:1,2?q=Some+Place(label)", { latitude: 1, longitude: 2 }],
    ["geo:1,2?z=3\n", { latitude: 1, longitude: 2 }],
    ["geo:5e-7,-5E-7", { latitude: 5e-7, longitude: -5e-7 }],
    ["geo:0,0", { latitude: 0, longitude: 0 }],
    ["geo:-0,-0.0", { latitude: 0, longitude: 0 }],
    ["geo:1,2;u=", { latitude: 1, longitude: 2 }],
    ["geo:1,2;u=-5", { latitude: 1, longitude: 2, accuracy: -1 }],
    ["geo:1,2;u=abc", { latitude: 1, longitude: 2 }],
    ["geo:1,2;u=1e9", { latitude: 1, longitude: 2 }],
    ["geo:1,2;u=250000", { latitude: 1, longitude: 2, accuracy: 250_000 }],
    ["geo:1,2;u=99999999999", { latitude: 1, longitude: 2, accuracy: 20_004_000 }],
    ["geo:1,2;u=0", { latitude: 1, longitude: 2 }],
    ["geo:1,2;u", { latitude: 1, longitude: 2 }],
    ["geo:1,2;unknown", { latitude: 1, longitude: 2 }],
  ])("%j", (text, place) => {
    const { decimals: _, ...read } = readGeoUri(text) ?? {};
    expect(read).toEqual(place);
  });
});

test.each([
  ["geo:48.2010,16.36,183", [4, 2]],
  ["geo:66,-30", [0, 0]],
  ["geo:5e-7,1.5E-3", [7, 4]],
])("it is read with how many decimals the numbers of %j were written", (text, decimals) => {
  expect(readGeoUri(text)?.decimals).toEqual(decimals);
});

describe("a geo: URI is refused", () => {
  const wrong: readonly (readonly [string, readonly unknown[]])[] = [
    ["when it is in another reference system", ["geo:1,2;crs=nad27", "geo:1,2;crs=", "geo:1,2;crs"]],
    [
      "when its parameters are out of order or said twice",
      [
        "geo:1,2;u=3;crs=wgs84",
        "geo:1,2;crs=wgs84;crs=wgs84",
        "geo:1,2;u=3;u=3",
        "geo:1,2;a=b;u=3",
        "geo:1,2;a=b;crs=wgs84",
      ],
    ],
    [
      "when a part of it is missing",
      ["geo:1,2;", "geo:1,2;;u=3", "geo:1;2", "geo:1", "geo:,", "geo:", "geo:1,", "geo:,1"],
    ],
    [
      "when its numbers are not plain ones",
      [
        "geo:1,2,3,4",
        "geo:.5,1",
        "geo:5.,1",
        "geo:+1,2",
        "geo: 1,2",
        "geo:1e3,2",
        "geo:NaN,1",
        "geo:1,1e-9999",
        "geo:0x1,2",
        "geo:١,٢",
      ],
    ],
    [
      "when its three numbers are whole: one of them may be the decimals of another",
      ["geo:52,51,13", "geo:-33,86,151", "geo:52,51,13;u=5"],
    ],
    ["when it is not on earth", ["geo:91,0", "geo:-90.0001,0", "geo:0,180.5", "geo:0,-999"]],
    [
      "when it is percent-encoded where it must not be",
      ["geo:0.5%2C1", "geo:%", "geo:1,2%", "geo:1,2;a=\u0000", "geo:1,2%00", "geo:%ff,1"],
    ],
    [
      "when something invisible is in it",
      [
        "geo:1,2\nm.room.redaction",
        "geo:1,2\n",
        "geo:1,\u202e2",
        "geo:1\u0000,2",
        "geo:1,2;a=b\n",
        "\ngeo:1,2",
        " geo:1,2",
      ],
    ],
    ["when it is too long to be one", [`geo:1,2${";a=b".repeat(50_000)}`, `geo:1,2;u=${"1".repeat(600)}`]],
    ["when it is something else", ["", "geo", "http://example.org", "52.5,13.4", null, undefined, 1, {}, ["geo:1,2"]]],
  ];
  for (const [when, texts] of wrong)
    test(when, () => {
      for (const text of texts) expect([text, readGeoUri(text)]).toEqual([text, undefined]);
    });
});

test("what is written is read again as the same place, to a tenth of a metre", () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracy: fc.double({ min: 1, max: 100_000, noNaN: true }),
  });
  fc.assert(
    fc.property(place, ({ latitude, longitude, accuracy }) => {
      const read = readGeoUri(geoUri({ latitude, longitude, accuracy }));
      expect(Math.abs((read?.latitude ?? NaN) - latitude)).toBeLessThan(1e-6);
      expect(Math.abs((read?.longitude ?? NaN) - longitude)).toBeLessThan(1e-6);
      expect(read?.accuracy).toBe(Math.ceil(accuracy));
    }),
  );
});

test("no text makes it throw, or takes it long", () => {
  const piece = fc.constantFrom("geo:", "1", ",", "-", ".", ";", "u=", "crs=", "%", "?", "e-7", "\n", "a", "wgs84");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const place = readGeoUri(pieces.join(""));
      if (place) expect(Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
