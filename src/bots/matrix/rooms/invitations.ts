import { at, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { createQuota } from "../../../lib/rate-limit.ts";
import { hour, type Instant } from "../../../lib/time.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { isGone, isLimited } from "../http/refusal.ts";
import { isRevoked } from "../http/request-error.ts";
import type { Background } from "./background.ts";
import type { RoomNotes } from "./room-notes.ts";

/** Who may invite the bot: people and servers, as `@ana:example.org` and `example.org`. */
export type AllowedInviters = readonly string[];

export type Invitation = {
  readonly inviter: string;
  readonly isDirect: boolean;
};

const mostInAnHour = 20;

/** @returns undefined when the invitation does not say who made it, or is into a space, where nobody talks */
export function readInvitation(inviteState: readonly unknown[], me: string): Invitation | undefined {
  const find = (type: string, stateKey: string) =>
    inviteState.find((event) => at(event, "type") === type && at(event, "state_key") === stateKey);
  const own = find("m.room.member", me);
  const inviter = textOf(at(own, "sender"));
  const isInvited = at(own, "content", "membership") === "invite";
  const isSpace = at(find("m.room.create", ""), "content", "type") === "m.space";
  if (inviter === undefined || !isInvited || isSpace) return undefined;
  return { inviter, isDirect: at(own, "content", "is_direct") === true };
}

/**
 * Whose invitations are taken: of those who are allowed, so many an hour each.
 * @param allowed nobody named: everybody on the bot's own server
 */
export function createDoor(allowed: AllowedInviters, me: string, now: () => Instant): (inviter: string) => boolean {
  const welcome = new Set(allowed.length > 0 ? allowed : [serverOf(me)]);
  const mayAgain = createQuota(mostInAnHour, hour, now);
  return (inviter) => (welcome.has(inviter) || welcome.has(serverOf(inviter))) && mayAgain(inviter);
}

export type Invitations = {
  /** Takes an invitation, or turns it down. Resolves when that is sure to be done, which may take long: other servers have a say in it. */
  came(room: string, isTaken: boolean): Promise<void>;
  /** Tries again what has not succeeded yet; to be called now and then. */
  goOn(): Promise<void>;
};

type Parts = {
  ask: () => Pick<MatrixConnection, "join" | "leave">;
  notes: RoomNotes;
  background: Background;
  log: Log;
};

const mostTries = 5;
const mostAtOnce = 5;

/** Carries out invitations, a few at once, beside everything else, also after a restart. */
export function createInvitations({ ask, notes, background, log }: Parts): Invitations {
  const failures = new Map<string, number>();
  const waiting = new Map<string, boolean>();
  const underWay = new Set<string>();

  async function tryOnce(room: string, isTaken: boolean) {
    try {
      await (isTaken ? ask().join(room) : ask().leave(room));
    } catch (error) {
      if (isRevoked(error) || isLimited(error)) return;
      const failed = (failures.get(room) ?? 0) + 1;
      failures.set(room, failed);
      // One that was withdrawn is there no more.
      if (!isGone(error) && failed < mostTries) return;
      if (!isGone(error)) log.warn("Matrix: an invitation was given up", error);
    }
    failures.delete(room);
    await notes.remove(room, isTaken ? "to join" : "to turn down");
  }
  async function carryOut() {
    for (let [next] = waiting; next !== undefined; [next] = waiting) {
      const [room, isTaken] = next;
      waiting.delete(room);
      underWay.add(room);
      await tryOnce(room, isTaken).finally(() => underWay.delete(room));
    }
  }
  function begin(room: string, isTaken: boolean) {
    if (underWay.has(room)) return;
    waiting.set(room, isTaken);
    for (let number = 0; number < mostAtOnce; number++) background.run(`invitations ${number}`, carryOut);
  }

  return {
    async came(room, isTaken) {
      await notes.add(room, isTaken ? "to join" : "to turn down");
      begin(room, isTaken);
    },
    async goOn() {
      for (const room of await notes.rooms("to join")) begin(room, true);
      for (const room of await notes.rooms("to turn down")) begin(room, false);
    },
  };
}

const serverOf = (userId: string): string => userId.slice(userId.indexOf(":") + 1);
