import { describe, expect, test } from "vitest";
import { instant } from "../../../../src/lib/time.ts";
import { ana, beaconInfo, ben, event, location, point, read, sentAt } from "../fake/events.ts";

const own = { "org.matrix.msc3488.asset": { type: "m.self" } };
const positionIn = (given: unknown) => {
  const heard = read(given);
  return heard?.kind === "location" || heard?.kind === "point" ? heard.position : undefined;
};

describe("a location message", () => {
  test("is its sender's own position, whether it says so or says nothing of it", () => {
    const position = { latitude: 52.52, longitude: 13.405, accuracy: 35, decimals: [2, 3], at: sentAt };
    expect(positionIn(location("geo:52.52,13.405;u=35"))).toEqual(position);
    expect(positionIn(location("geo:52.52,13.405;u=35", own))).toEqual(position);
    expect(positionIn(location("geo:52.52,13.405;u=35", { "m.asset": { type: "m.self" } }))).toEqual(position);
  });

  const others: readonly unknown[] = ["m.pin", "m.car", 7, null, {}, { toString: "m.self" }];
  test.each(others)("of something else is nobody's position: %j", (type) => {
    expect(read(location("geo:1,2", { "org.matrix.msc3488.asset": { type } }))).toBeUndefined();
    expect(read(location("geo:1,2", { "m.asset": { type } }))).toBeUndefined();
  });

  test.each([
    ["geo:48.2010,16.3695,183", 48.201, 16.3695],
    ["geo:48.198634,16.371648;crs=wgs84;u=40", 48.198634, 16.371648],
    ["GEO:66,30;u=6.500;FOo=this%2dthat", 66, 30],
    ["geo:90,-22.43;crs=WGS84", 90, -22.43],
    ["geo:5e-7,-1.5e-7", 5e-7, -1.5e-7],
    ["geo:1,2?q=Some+Place(label)", 1, 2],
    ["geo:0,0", 0, 0],
    ["geo:52.5, 13.4", 52.5, 13.4],
    ["geo: 52.5 ,13.4 , 34.5;u=12", 52.5, 13.4],
    ["geo:52.5,13.4,NaN", 52.5, 13.4],
    ["geo:52.5, 13.4,null;u=12", 52.5, 13.4],
    ["geo:52.5,13.4,", 52.5, 13.4],
  ])("%s is read", (uri, latitude, longitude) => {
    expect(positionIn(location(uri))).toMatchObject({ latitude, longitude });
  });

  test.each([
    "geo:1,2;crs=nad27",
    "geo:1,2;crs=",
    "geo:1,2;u=5;crs=wgs84",
    "geo:1,2;crs=wgs84;crs=wgs84",
    "geo:1,2;u=3;u=4",
    "geo:1,2;;u=3",
    "geo:1;2",
    "geo:1",
    "geo:,",
    "geo:1,2,3,4",
    "geo:.5,1",
    "geo:5.,1",
    "geo:+1,2",
    "geo:1e3,2",
    "geo:0.5%2C1",
    "%",
    "geo:1,2%00",
    "geo:91,0",
    "geo:0,181",
    "geo:NaN,1",
    "geo:１,2",
    "geo:1,2\nm.room.redaction",
    "geo:1\u202e,2",
    "http://maps.example/1,2",
    "",
    `geo:1,2${";a=b".repeat(50_000)}`,
  ])("%.40j is refused", (uri) => {
    expect(read(location(uri))).toMatchObject({ kind: "unreadable location" });
  });

  test.each(["u=", "u=abc", "u=1e9", "u=0"])("an accuracy that cannot be read, %s, is left out", (u) => {
    expect(positionIn(location(`geo:1,2;${u}`))).not.toHaveProperty("accuracy");
  });

  test.each([
    ["u=-5", -1],
    ["u=-1.0", -1],
    ["u=100001", 100_001],
    ["u=250000", 250_000],
  ])("an accuracy that is no good one, %s, is told as it is", (u, accuracy) => {
    expect(positionIn(location(`geo:1,2;${u}`))).toMatchObject({ latitude: 1, longitude: 2, accuracy });
  });

  test("is where geo_uri says, whatever else it says", () => {
    const other = { uri: "geo:3,4" };
    const more = { body: "at 5,6", "org.matrix.msc3488.location": other, "m.location": other };
    expect(positionIn(location("geo:1,2", more))).toMatchObject({ latitude: 1, longitude: 2 });
    expect(positionIn(location("nonsense", more))).toBeUndefined();
    expect(positionIn(location(undefined, more))).toMatchObject({ latitude: 3, longitude: 4 });
  });

  test("was reported when its phone says, but never later than the server had it", () => {
    const at = (ts: unknown) => positionIn(location("geo:1,2", { "org.matrix.msc3488.ts": ts }))?.at;
    expect(at(sentAt - 5000)).toBe(sentAt - 5000);
    const seconds = Math.floor(sentAt / 1000) - 5;
    expect([at(seconds), at(seconds + 0.5)]).toEqual([seconds * 1000, seconds * 1000 + 500]);
    for (const ts of [sentAt + 86_400_000, 8.64e15 + 1, -1, 0, "1", Number.NaN, undefined]) expect(at(ts)).toBe(sentAt);
  });
});

describe("a point of a live share", () => {
  test("names the event that began the share, under either name", () => {
    expect(read(point("geo:1,2"))).toMatchObject({ kind: "point", info: "$info", ts: sentAt });
    const stable = {
      "m.relates_to": { rel_type: "m.reference", event_id: "$info" },
      "m.location": { uri: "geo:1,2" },
      "m.ts": sentAt - 5,
    };
    expect(read(event("m.beacon", stable))).toMatchObject({
      kind: "point",
      ts: sentAt - 5,
      position: { latitude: 1, at: sentAt - 5 },
    });
  });

  test.each([
    [],
    "x",
    null,
    { rel_type: "m.annotation", event_id: "$info" },
    { rel_type: "m.reference" },
    { rel_type: "m.reference", event_id: 7 },
  ])("that belongs to nothing is none: %j", (relates) => {
    expect(read(point("geo:1,2", { "m.relates_to": relates }))).toBeUndefined();
  });

  test.each([undefined, {}, 7, "1,2", "geo:1,200"])("without a place cannot be read: %j", (uri) => {
    expect(read(point(uri))).toMatchObject({ kind: "unreadable location", info: "$info" });
  });
});

describe("the state that begins and ends a live share", () => {
  test.each(["org.matrix.msc3672.beacon_info", "m.beacon_info"])("is read as %s", (type) => {
    expect(read(beaconInfo({}, { type }))).toMatchObject({
      kind: "beacon",
      sender: ana,
      beacon: { startedAt: sentAt, ts: sentAt, until: sentAt + 3_600_000, skew: 0 },
    });
  });

  test("is the sender's own", () => {
    for (const state_key of [ben, "", `${ana}_2`]) expect(read(beaconInfo({}, { state_key }))).toBeUndefined();
  });

  test.each([false, "true", 1, undefined, null])("ends it when live is %j", (live) => {
    expect(read(beaconInfo({ live }))).toEqual({
      kind: "beacon",
      type: "org.matrix.msc3672.beacon_info",
      event: "$info",
      sender: ana,
      sentAt,
    });
  });

  test.each([0, -1, "3600000", Number.NaN, null, undefined])("begins none with a length of %j", (timeout) => {
    expect(read(beaconInfo({ timeout }))).not.toHaveProperty("beacon");
  });

  test("is bounded, however long it says and whenever it says it began", () => {
    const beacon = (content: Record<string, unknown>) => {
      const heard = read(beaconInfo(content));
      return heard?.kind === "beacon" ? heard.beacon : undefined;
    };
    expect(beacon({ timeout: 1e18 })?.until).toBe(sentAt + 7 * 86_400_000);
    const until = instant(sentAt + 3_600_000);
    expect(beacon({ "org.matrix.msc3488.ts": sentAt + 86_400_000 })).toMatchObject({ startedAt: sentAt, until });
    expect(beacon({ "org.matrix.msc3488.ts": sentAt - 600_000 })).toMatchObject({ startedAt: sentAt, until });
  });

  test("measures its length by the server's time, and by the phone's only where it tells the same share once more", () => {
    const ts = sentAt - 600_000;
    const beacon = (before: object) =>
      Object(read(beaconInfo({ "org.matrix.msc3488.ts": ts }, { unsigned: { prev_content: before } }))).beacon;
    expect(beacon({})).toMatchObject({ until: sentAt + 3_600_000, skew: 600_000 });
    expect(beacon({ "org.matrix.msc3488.ts": ts - 1 })).toMatchObject({ until: sentAt + 3_600_000 });
    expect(beacon({ "org.matrix.msc3488.ts": ts })).toMatchObject({ until: sentAt + 3_000_000, skew: 0 });
  });

  test("of somebody's car is not a share", () => {
    expect(read(beaconInfo({ "org.matrix.msc3488.asset": { type: "m.pin" } }))).not.toHaveProperty("beacon");
  });

  test.each([0, -1, 0.5, "900000", null])("that lasts for %j is not live", (timeout) => {
    expect(read(beaconInfo({ timeout }))).not.toHaveProperty("beacon");
  });

  test("names what it replaces", () => {
    expect(read(beaconInfo({}, { unsigned: { replaces_state: "$old" } }))).toMatchObject({ replaces: "$old" });
  });
});
