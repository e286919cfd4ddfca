import { at, membersOf, textOf, textsOf } from "./json-value.ts";
import { beaconInfoTypes } from "./read-location.ts";

/** Who made a room, where that gives power that no level can take away: from room version 12 on (MSC4289). */
export type Creators = ReadonlySet<string>;

/** The power of a room's members, as its state says it now. */
export type Power = {
  of(userId: string): number;
  /** what one needs to set a state event of this type */
  toSet(type: string): number;
  readonly toRedact: number;
  isAdmin(userId: string): boolean;
};

const beforeCreatorsHadPower = /^([1-9]|1[01])$/;

/** @param create the room's whole m.room.create event */
export function readCreators(create: unknown): Creators {
  const version = textOf(at(create, "content", "room_version")) ?? "1";
  if (beforeCreatorsHadPower.test(version)) return new Set();
  const sender = textOf(at(create, "sender"));
  return new Set([...(sender === undefined ? [] : [sender]), ...textsOf(at(create, "content", "additional_creators"))]);
}

/**
 * Reads the content of m.room.power_levels. A level that is no whole number is none: old rooms may hold strings, and "100" must not
 * make an admin. Own members only, so that a user called `__proto__` has no power.
 * @param levels undefined when the room has none; then its creator has 100 and nobody else anything (spec, m.room.power_levels)
 * @param creator who made the room, for that case
 */
export function readPower(levels: unknown, creators: Creators, creator?: string): Power {
  const level = (fallback: number, ...path: string[]) => levelOf(at(levels, ...path)) ?? fallback;
  const toSetState = level(50, "state_default");
  const of = (userId: string) => {
    if (creators.has(userId)) return Number.POSITIVE_INFINITY;
    if (levels === undefined) return userId === creator ? 100 : 0;
    return levelOf(membersOf(at(levels, "users")).get(userId)) ?? level(0, "users_default");
  };
  return {
    of,
    toSet: (type) => levelOf(membersOf(at(levels, "events")).get(type)) ?? toSetState,
    toRedact: level(50, "redact"),
    isAdmin: (userId) => of(userId) >= toSetState,
  };
}

const levelOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;

/** Whether a member without any power of their own may begin a live share, under the name that clients use today. */
export function mayShareLive(levels: unknown): boolean {
  if (levels === undefined) return true;
  const everybody = levelOf(at(levels, "users_default")) ?? 0;
  const [today = ""] = beaconInfoTypes;
  return readPower(levels, new Set()).toSet(today) <= everybody;
}

/** The same levels, with which every member may begin a live share. */
export function allowingLive(levels: unknown): object {
  const everybody = Math.min(0, levelOf(at(levels, "users_default")) ?? 0);
  const events = [...membersOf(at(levels, "events")), ...beaconInfoTypes.map((type) => [type, everybody] as const)];
  return Object.fromEntries([...membersOf(levels), ["events", Object.fromEntries(events)]]);
}
