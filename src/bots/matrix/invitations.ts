import { hour } from "../../core/duration.ts";
import type { Instant } from "../../core/model.ts";
import { at, textOf } from "./json-value.ts";
import { createRecent } from "./recent.ts";

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
  const taken = createRecent<readonly Instant[]>(1000);
  return (inviter) => {
    if (!welcome.has(inviter) && !welcome.has(serverOf(inviter))) return false;
    const lately = (taken.get(inviter) ?? []).filter((time) => now() - time < hour);
    if (lately.length >= mostInAnHour) return false;
    taken.set(inviter, [...lately, now()]);
    return true;
  };
}

const serverOf = (userId: string): string => userId.slice(userId.indexOf(":") + 1);
