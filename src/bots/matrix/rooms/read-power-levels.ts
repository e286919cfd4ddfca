import { at, membersOf, textOf, textsOf } from "../../../lib/json-value.ts";
import { beaconInfoTypes, beaconTypes } from "../receive/read-location.ts";

/** Who made a room, where that gives power that no level can take away: from room version 12 on (MSC4289). */
export type Creators = ReadonlySet<string>;

/** The power of a room's members, as its state says it now. */
export type Power = {
  of(userId: string): number;
  /** what one needs to set a state event of this type */
  toSet(type: string): number;
  /** what one needs to send an event of this type that is no state */
  toSend(type: string): number;
  readonly toRedact: number;
  readonly toInvite: number;
  /** what a member has to whom nothing is given */
  readonly everybody: number;
  isAdmin(userId: string): boolean;
};

/** What a moderator has, and what state takes where nothing is said (spec, m.room.power_levels). */
const moderatorPower = 50;

/** Of the versions that are not stable, only the one that version 12 was tried as. */
const creatorsHavePower = (version: string) => /^(1[2-9]|[2-9]\d)$/.test(version) || version === "org.matrix.hydra.11";

/** @param create the room's whole m.room.create event */
export function readCreators(create: unknown): Creators {
  const version = textOf(at(create, "content", "room_version")) ?? "1";
  if (!creatorsHavePower(version)) return new Set();
  const sender = textOf(at(create, "sender"));
  return new Set([...(sender === undefined ? [] : [sender]), ...textsOf(at(create, "content", "additional_creators"))]);
}

/**
 * Reads the content of m.room.power_levels. What stands there and is no whole number (old rooms may hold strings) counts against whoever it would
 * help: it gives a person no power at all, and it asks for more than anybody has. Own members only, so that a user called `__proto__` has no power.
 * @param levels undefined when the room has none; then its creator has 100 and nobody else anything (spec, m.room.power_levels)
 * @param creator who made the room, for that case
 */
export function readPower(levels: unknown, creators: Creators, creator?: string): Power {
  const has = (fallback: number, ...path: string[]) => levelOf(levels, path, Number.NEGATIVE_INFINITY) ?? fallback;
  const takes = (fallback: number, ...path: string[]) => levelOf(levels, path, Number.POSITIVE_INFINITY) ?? fallback;
  const toSetState = takes(50, "state_default");
  const of = (userId: string) => {
    if (creators.has(userId)) return Number.POSITIVE_INFINITY;
    if (levels === undefined) return userId === creator ? 100 : 0;
    return has(has(0, "users_default"), "users", userId);
  };
  return {
    of,
    toSet: (type) => takes(toSetState, "events", type),
    toSend: (type) => takes(takes(0, "events_default"), "events", type),
    toRedact: takes(50, "redact"),
    // Nothing said, everybody may (spec, m.room.power_levels).
    toInvite: takes(0, "invite"),
    everybody: has(0, "users_default"),
    // A room in which everybody may set state, its name for instance, has not made everybody an admin.
    isAdmin: (userId) => of(userId) >= Math.max(toSetState, moderatorPower),
  };
}

/** @returns undefined where nothing is said; `odd` where what is said is no whole number */
function levelOf(levels: unknown, path: readonly string[], odd: number): number | undefined {
  const value = at(levels, ...path);
  if (value === undefined || value === null) return undefined;
  return typeof value === "number" && Number.isSafeInteger(value) ? value : odd;
}

const everybodysLevel = (levels: unknown) => levelOf(levels, ["users_default"], Number.NEGATIVE_INFINITY) ?? 0;

/**
 * Whether a member without any power of their own may share live: begin a share, which is state, and send its points. By the names that clients use
 * today; newer ones ask for both before they begin, also where points go encrypted.
 */
export function mayShareLive(levels: unknown, encrypted: boolean): boolean {
  if (levels === undefined) return true;
  const everybody = everybodysLevel(levels);
  const [[info = ""], [point = ""]] = [beaconInfoTypes, beaconTypes];
  const power = readPower(levels, new Set());
  return power.toSet(info) <= everybody && power.toSend(point) <= everybody && mayWrite(levels, encrypted);
}

/** Whether such a member may send what is encrypted; in a room without encryption each kind of event has a level of its own. */
export const mayWrite = (levels: unknown, encrypted: boolean): boolean =>
  !encrypted || readPower(levels, new Set()).toSend("m.room.encrypted") <= everybodysLevel(levels);

/** The levels that are changed so that every member may share live. */
export const liveTypes = [...beaconInfoTypes, ...beaconTypes];

/** Whether somebody with so much power may change those: no level in the list above their own, whatever is not in it yet takes (spec, "Authorization rules"). */
export const mayChangeLive = (levels: unknown, own: number): boolean =>
  liveTypes.every((type) => own >= (levelOf(levels, ["events", type], Number.POSITIVE_INFINITY) ?? 0));

/** The same levels, with which every member may begin a live share and send its points. */
export function allowingLive(levels: unknown): object {
  const everybody = Math.min(0, levelOf(levels, ["users_default"], 0) ?? 0);
  const events = [...membersOf(at(levels, "events")), ...liveTypes.map((type) => [type, everybody] as const)];
  return Object.fromEntries([...membersOf(levels), ["events", Object.fromEntries(events)]]);
}
