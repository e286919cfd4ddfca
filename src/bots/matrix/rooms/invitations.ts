import type { Audience } from "../../../core/model/audience.ts";
import { personId } from "../../../core/model/ids.ts";
import type { Language } from "../../../core/text/languages.ts";
import { text } from "../../../core/text/texts.ts";
import { backoff } from "../../../lib/async/retry.ts";
import { createQuota } from "../../../lib/bounded/rate-limit.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { hour, type Instant, later } from "../../../lib/time.ts";
import { plainWords } from "../../render.ts";
import type { MatrixConnection } from "../http/matrix-connection.ts";
import { isGone, isLimited, pauseAskedFor } from "../http/refusal.ts";
import { isRevoked } from "../http/request-error.ts";
import { maxInvitationsAtOnce, maxInvitationsOfServer, maxInvitationsPerHour, maxInvitationTries } from "../limits.ts";
import type { Background } from "./background.ts";
import { type RoomNotes, type WhyDeclined, whyDeclined } from "./room-notes.ts";

/** Who may invite the bot: people and servers, as `@ana:example.org` and `example.org`. */
export type AllowedInviters = readonly string[];

export type Invitation = {
  readonly inviter: string;
  readonly isDirect: boolean;
  /** where nobody talks */
  readonly isSpace: boolean;
};

/** @returns undefined when the invitation does not say who made it */
export function readInvitation(inviteState: readonly unknown[], me: string): Invitation | undefined {
  const find = (type: string, stateKey: string) =>
    inviteState.find((event) => at(event, "type") === type && at(event, "state_key") === stateKey);
  const own = find("m.room.member", me);
  const inviter = textOf(at(own, "sender"));
  const isInvited = at(own, "content", "membership") === "invite";
  const isSpace = at(find("m.room.create", ""), "content", "type") === "m.space";
  if (inviter === undefined || !isInvited) return undefined;
  return { inviter, isDirect: at(own, "content", "is_direct") === true, isSpace };
}

/**
 * Which invitations are taken: of those who are allowed, so many an hour each.
 * @param allowed nobody named: everybody on the bot's own server
 * @returns why it is turned down, or undefined when it is taken
 */
export function createInviterCheck(
  allowed: AllowedInviters,
  me: string,
  now: () => Instant,
): (invitation: Invitation) => WhyDeclined | undefined {
  const welcome = new Set(allowed.length > 0 ? allowed : [serverOf(me)]);
  const mayAgain = createQuota(maxInvitationsPerHour, hour, now);
  return ({ inviter, isSpace }) => {
    if (!welcome.has(inviter) && !welcome.has(serverOf(inviter))) return "not-allowed";
    if (isSpace) return "space";
    return mayAgain(inviter) ? undefined : "too-many";
  };
}

export type Invitations = {
  /**
   * Takes an invitation, or turns it down. Resolves when that is sure to be done, which may take long: other servers have a say in it.
   * @param inviter undefined when it is not known any more
   */
  accept(room: string, inviter: string | undefined): Promise<void>;
  /** @param why what its people are told with it, in the language of who invited; undefined when there is nobody to tell */
  decline(room: string, why: WhyDeclined | undefined, inviter: string | undefined): Promise<void>;
  /** Begins again what has not succeeded yet; to be called now and then. */
  resume(): Promise<void>;
};

type Parts = {
  ask: () => Pick<MatrixConnection, "join" | "leave">;
  notes: RoomNotes;
  background: Background;
  log: Log;
  now: () => Instant;
  random: () => number;
  languageOf: ((to: Audience) => Promise<Language>) | undefined;
};

type Note = "to join" | "to turn down" | `to turn down: ${WhyDeclined}`;
/** `language`: absent after a start, for it is not kept who invited. */
type Pending = { note: Note; why?: WhyDeclined; language?: Language; server: string };

const noteOf = (why: WhyDeclined | undefined): Note => (why === undefined ? "to turn down" : `to turn down: ${why}`);
/** Whoever reads it is not in a room with the bot: it is in no look but words, and in clear. */
const inWords = (why: WhyDeclined | undefined, language: Language | undefined) =>
  why && plainWords([text("matrix-invitation-declined", { why, most: maxInvitationsPerHour })], language);

/**
 * Carries out invitations beside everything else, also after a restart: a few at once, and a few of one server, so that one that does not
 * answer holds up no other's.
 */
export function createInvitations({ ask, notes, background, log, now, random, languageOf }: Parts): Invitations {
  const failures = new Map<string, number>();
  const notBefore = new Map<string, Instant>();
  const waiting = new Map<string, Pending>();
  const underWay = new Map<string, Pending>();

  async function tryOnce(room: string, { note, why, language }: Pending) {
    try {
      await (note === "to join" ? ask().join(room) : ask().leave(room, inWords(why, language)));
    } catch (error) {
      if (isRevoked(error)) return;
      const failed = (failures.get(room) ?? 0) + (isLimited(error) ? 0 : 1);
      failures.set(room, failed);
      notBefore.set(room, later(now(), backoff(Math.max(failed, 1), random(), pauseAskedFor(error))));
      // One that was withdrawn is there no more.
      if (isLimited(error) || (!isGone(error) && failed < maxInvitationTries)) return;
      if (!isGone(error)) log.warn("Matrix: an invitation was given up", error);
    }
    failures.delete(room);
    notBefore.delete(room);
    await notes.remove(room, note);
  }

  const isFree = (server: string) =>
    underWay.size < maxInvitationsAtOnce &&
    [...underWay.values()].filter((other) => other.server === server).length < maxInvitationsOfServer;

  function beginWaiting() {
    for (const [room, pending] of waiting) {
      if (!isFree(pending.server)) continue;
      waiting.delete(room);
      underWay.set(room, pending);
      background.run(`invitation ${room}`, async () => {
        await tryOnce(room, pending).finally(() => underWay.delete(room));
        beginWaiting();
      });
    }
  }
  function begin(room: string, pending: Pending) {
    if (underWay.has(room) || now() < (notBefore.get(room) ?? 0)) return;
    waiting.set(room, waiting.get(room)?.note === pending.note ? (waiting.get(room) ?? pending) : pending);
    beginWaiting();
  }
  const resumeAll = async (pending: Omit<Pending, "server">) => {
    for (const room of await notes.rooms(pending.note)) begin(room, { ...pending, server: serverOf(room) });
  };

  return {
    async accept(room, inviter) {
      await notes.add(room, "to join");
      begin(room, { note: "to join", server: serverOf(inviter ?? room) });
    },
    async decline(room, why, inviter) {
      const note = noteOf(why);
      await notes.add(room, note);
      // It is no reason to stay that nobody knows their language.
      const person = inviter !== undefined && why !== undefined ? personId("matrix", inviter) : undefined;
      const language = person && (await languageOf?.({ person }).catch(() => undefined));
      begin(room, { note, server: serverOf(room), ...(why && { why }), ...(language && { language }) });
    },
    async resume() {
      await resumeAll({ note: "to join" });
      await resumeAll({ note: "to turn down" });
      for (const why of whyDeclined) await resumeAll({ note: noteOf(why), why });
    },
  };
}

/** Of a user's or a room's id; rooms of version 12 have none in theirs. */
const serverOf = (id: string): string => id.slice(id.indexOf(":") + 1);
