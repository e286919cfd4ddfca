import { describe, expect, test } from "vitest";
import {
  allowingLive,
  type Creators,
  mayShareLive,
  mayWrite,
  readCreators,
  readPower,
} from "../../../../src/bots/matrix/rooms/read-power-levels.ts";
import { ana, ben, me } from "../fake/events.ts";

const nobody: Creators = new Set();
const isAdmin = (levels: unknown, user: string, creators = nobody) => readPower(levels, creators).isAdmin(user);

describe("an admin", () => {
  test("has at least the power that the room's state takes", () => {
    expect(isAdmin({ users: { [ana]: 50 } }, ana)).toBe(true);
    expect(isAdmin({ users: { [ana]: 49 } }, ana)).toBe(false);
    expect(isAdmin({ users: { [ana]: 50 }, state_default: 100 }, ana)).toBe(false);
    expect(isAdmin({ users_default: 60 }, ben)).toBe(true);
  });

  test.each([
    { users: { [ana]: "100" } },
    { users: { [ana]: 99.5 } },
    { users: null },
    { users: [100] },
    {},
    null,
    "x",
    { users: { [ana]: true } },
  ])("has a level that is a whole number: not in %j", (levels) => {
    expect(isAdmin(levels, ana)).toBe(false);
  });

  test("is not made by a state_default that is no number", () => {
    expect(isAdmin({ state_default: "0" }, ana)).toBe(false);
    expect(isAdmin({ state_default: null, users: { [ana]: 50 } }, ana)).toBe(true);
  });

  test.each([
    [{ users: { [ana]: "0" }, users_default: 100 }, "a level of their own that is no whole number"],
    [{ users: { [ana]: -1.5 }, users_default: 50 }, "a level of their own that is no whole number"],
    [{ users_default: "100", state_default: 0 }, "everybody's level that is no whole number"],
    [{ users: { [ana]: 60 }, state_default: "100" }, "what it takes being no whole number"],
    [{ users: { [ana]: 100 }, state_default: 1e300 }, "what it takes being beyond all numbers"],
  ])("is not made by %j: %s counts against them", (levels: unknown, _what: string) => {
    expect(isAdmin(levels, ana)).toBe(false);
  });

  test.each([
    [{ state_default: 0 }, ben],
    [{ state_default: -5, users_default: -5 }, ben],
    [{ state_default: 0, users: { [ben]: 49 } }, ben],
    [{ state_default: 0, users_default: 20 }, ben],
    [{ events_default: 0, redact: 0, ban: 0, kick: 0, invite: 0, state_default: 0 }, ben],
  ])("is nobody because the room lets everybody set its state: not in %j", (levels, user) => {
    expect(isAdmin(levels, user)).toBe(false);
  });

  test("has 50 at least, where the room's state takes less", () => {
    expect(isAdmin({ state_default: 0, users: { [ben]: 50 } }, ben)).toBe(true);
  });

  test("is named by the room itself, not by what every object has", () => {
    const levels: unknown = JSON.parse(
      '{"users": {"__proto__": 100, "constructor": "x"}, "__proto__": {"users_default": 100}}',
    );
    expect(isAdmin(levels, ana)).toBe(false);
    for (const user of ["toString", "constructor", "hasOwnProperty"]) expect(isAdmin(levels, user)).toBe(false);
    expect(isAdmin(levels, "__proto__")).toBe(true);
  });

  test("in a room without levels is who made it", () => {
    const power = readPower(undefined, nobody, ana);
    expect([power.isAdmin(ana), power.isAdmin(ben)]).toEqual([true, false]);
  });
});

describe("the creators of a room", () => {
  const create = (room_version: unknown, more = {}) => ({ sender: ana, content: { room_version, ...more } });

  test("have power that no level can take from version 12 on, the additional ones too", () => {
    const creators = readCreators(create("12", { additional_creators: [ben, 7] }));
    expect(creators).toEqual(new Set([ana, ben]));
    expect(isAdmin({ users: { [ana]: 0 } }, ana, creators)).toBe(true);
    expect(readCreators(create("org.matrix.hydra.11"))).toEqual(new Set([ana]));
  });

  test("have what the levels say before that", () => {
    for (const version of ["1", "9", "10", "11", undefined, 12, "org.matrix.msc3757.11", "made up", "012", "-1"])
      expect(readCreators(create(version, { additional_creators: [ben] }))).toEqual(nobody);
  });
});

describe("live locations", () => {
  const [info, point] = ["org.matrix.msc3672.beacon_info", "org.matrix.msc3672.beacon"];

  test.each([
    { users: { [ana]: 100 } },
    { events: { [info]: 10 } },
    { events: { "m.beacon_info": 0 } },
    { events: { [info]: "0" }, state_default: 0 },
    { events: { [info]: 0 }, users_default: "x" },
    { events: { [info]: 0, [point]: 50 } },
    { events: { [info]: 0, [point]: "0" } },
    { events: { [info]: 0 }, events_default: 50 },
  ])("are forbidden to members by %j", (levels) => {
    expect(mayShareLive(levels, false)).toBe(false);
    expect(mayShareLive(levels, true)).toBe(false);
  });

  test.each<unknown>([
    { events: { [info]: 0 } },
    { events: { [info]: 10 }, users_default: 10 },
    { state_default: 0 },
    undefined,
  ])("are allowed where the names that phones use today ask for no more than everybody has: %j", (levels) => {
    expect(mayShareLive(levels, false)).toBe(true);
    expect(mayShareLive(levels, true)).toBe(true);
  });

  test("need leave to write where they are encrypted", () => {
    for (const more of [{ events_default: 50 }, { events: { "m.room.encrypted": 50 } }]) {
      const levels = allowingLive(more);
      expect([mayShareLive(levels, false), mayShareLive(levels, true)]).toEqual([true, false]);
      expect([mayWrite(levels, false), mayWrite(levels, true)]).toEqual([true, false]);
    }
  });

  test("are allowed by a change of four levels and nothing else", () => {
    const levels = { ban: 50, users: { [me]: 100 }, events: { "m.room.name": 50, [info]: 50, [point]: 50 } };
    expect(allowingLive(levels)).toEqual({
      ...levels,
      events: { "m.room.name": 50, [info]: 0, "m.beacon_info": 0, [point]: 0, "m.beacon": 0 },
    });
    for (const before of [levels, { users_default: -5 }]) expect(mayShareLive(allowingLive(before), false)).toBe(true);
  });
});
