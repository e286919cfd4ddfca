import { DeliveryError, mayPass } from "../../../core/model/errors.ts";
import { bareId } from "../../../core/model/ids.ts";
import type { ChatNetwork, Membership } from "../../../core/model/ports.ts";
import { text } from "../../../core/text/texts.ts";
import { coalesce } from "../../../lib/async/coalesce.ts";
import { at, textOf, textsOf } from "../../../lib/json-value.ts";
import { second } from "../../../lib/time.ts";
import { plainWords } from "../../render.ts";
import type { MatrixConnection, Member } from "../http/matrix-connection.ts";
import { deliveryErrorOf, isGone, isPassing } from "../http/refusal.ts";
import { isRevoked } from "../http/request-error.ts";
import { maxLookupsAtOnce, maxOneByOne } from "../limits.ts";
import type { PowerLevels } from "../rooms/power-levels.ts";
import { checkRoom } from "../rooms/room-check.ts";

type Ask = Pick<MatrixConnection, "userId" | "getState" | "members" | "isEncrypted">;
type Lookups = Pick<ChatNetwork, "membership" | "roomName" | "standing" | "countPeople" | "allowLive" | "check">;

/** What the homeserver says of rooms and of people in them, now. What it does not say is not guessed. */
export function createLookups(ask: () => Ask, power: PowerLevels): Lookups {
  const open = new Map<string, number>();
  let underWay = 0;

  /** Beyond so many questions at once, further ones are for later. */
  async function within<T>(asking: () => Promise<T>): Promise<T> {
    if (underWay >= maxLookupsAtOnce) throw new DeliveryError({ kind: "later", after: second });
    underWay++;
    try {
      return await asking();
    } finally {
      underWay--;
    }
  }

  const members = coalesce((room) => within(() => ask().members(room)));
  const levels = coalesce((room) => within(() => power.of(room)));
  const membershipEvent = coalesce((key) => {
    const [room = "", user = ""] = textsOf(JSON.parse(key));
    return within(() => ask().getState(room, "m.room.member", user));
  });

  /** @returns the member's name, or undefined when this is no member */
  async function memberOf(room: string, user: string): Promise<string | undefined> {
    const others = open.get(room) ?? 0;
    if (others >= maxOneByOne) {
      const member = (await members(room)).find(({ userId }) => userId === user);
      return member?.membership === "join" ? (member.displayName ?? user) : undefined;
    }
    open.set(room, others + 1);
    try {
      const content = await membershipEvent(JSON.stringify([room, user]));
      return at(content, "membership") === "join" ? (textOf(at(content, "displayname")) ?? user) : undefined;
    } finally {
      const left = (open.get(room) ?? 1) - 1;
      if (left > 0) open.set(room, left);
      else open.delete(room);
    }
  }

  return {
    async membership(room, person, about = "with rights"): Promise<Membership> {
      try {
        const user = bareId(person);
        const power = about === "with rights" ? levels(bareId(room)) : undefined;
        const [name, powerNow] = await Promise.all([memberOf(bareId(room), user), power]);
        if (name === undefined) return { kind: "not a member" };
        return { kind: "member", name, isAdmin: powerNow?.isAdmin(user) ?? false };
      } catch (cause) {
        // Whoever asks while the homeserver is away, or before the bot is connected, is no stranger.
        if (mayPass(cause)) throw cause;
        if (isPassing(cause) && !isRevoked(cause)) throw await deliveryErrorOf(cause, async () => true);
        return { kind: "unconfirmed", why: "not now" };
      }
    },

    async roomName(room) {
      try {
        const id = bareId(room);
        const name = textOf(at(await ask().getState(id, "m.room.name", ""), "name"));
        if (name) return name;
        const alias = textOf(at(await ask().getState(id, "m.room.canonical_alias", ""), "alias"));
        return alias || nameAfter((await members(id)).filter(({ userId }) => userId !== ask().userId));
      } catch {
        return undefined;
      }
    },

    async countPeople(room) {
      try {
        const joined = (await members(bareId(room))).filter(({ membership }) => membership === "join");
        return joined.filter(({ userId }) => userId !== ask().userId).length;
      } catch {
        return undefined;
      }
    },

    async standing(room) {
      try {
        const now = await power.of(bareId(room));
        return { isAdmin: now.of(ask().userId) >= now.toRedact, hearsEverything: true };
      } catch {
        return undefined;
      }
    },

    async check(room, answers) {
      try {
        return await checkRoom(ask(), power, bareId(room), answers);
      } catch (cause) {
        throw await deliveryErrorOf(cause, async () => true);
      }
    },

    async allowLive(room) {
      const before = await power.live(bareId(room));
      if (before.allowed) return "allowed before";
      if (!before.canChange) return "no power";
      if (!before.mayWrite) return "may not write";
      try {
        await power.allowLive(bareId(room));
      } catch (error) {
        if (isGone(error)) return "no power";
        throw error;
      }
      // The homeserver has the last word on what holds now.
      return (await power.live(bareId(room))).allowed ? "allowed now" : "no power";
    },
  };
}

/** As clients call a room without a name (spec, "Calculating the display name for a room"). */
function nameAfter(members: readonly Member[]): string | undefined {
  const names = members.map(({ displayName, userId }) => displayName ?? userId);
  const [one, other, third] = names;
  if (one === undefined || other === undefined) return one;
  const others = names.length - 1;
  const called =
    third === undefined ? text("matrix-room-of-two", { one, other }) : text("matrix-room-of-many", { one, others });
  return plainWords([called]);
}
