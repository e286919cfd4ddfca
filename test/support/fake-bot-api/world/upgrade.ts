import { membership } from "./membership.ts";
import type { Places } from "./places.ts";
import { post } from "./post.ts";
import type { Chat, User, World } from "./world.ts";

/**
 * A basic group becomes a supergroup: a new chat with a new id and message ids that begin anew; sends to the old one are refused with
 * `migrate_to_chat_id` from now on.
 * @param told which of the two service messages reach the bot, in that order
 */
export function upgradeToSupergroup(
  world: World,
  places: Places,
  group: Chat,
  by: User,
  told: readonly ("old" | "new")[] = ["old", "new"],
): Chat {
  if (group.type !== "group" || group.migratedTo !== undefined) throw new Error("Only a basic group can be upgraded.");
  const next = places.supergroup({ title: group.title ?? "" });
  for (const member of group.members.values()) {
    next.members.set(member.user.id, membership(member.user, member.status, member.rights, member.isMember));
  }
  next.hearsEverything = group.hearsEverything;
  group.migratedTo = next;
  const tellOld = (unheard: boolean) =>
    post(world, group, { from: by, unheard, content: { kind: "service", fields: { migrate_to_chat_id: next.id } } });
  const tellNew = (unheard: boolean) => {
    const content = { kind: "service" as const, fields: { migrate_from_chat_id: group.id } };
    return post(world, next, { from: by, senderChat: next, unheard, content });
  };
  for (const side of told) (side === "old" ? tellOld : tellNew)(false);
  if (!told.includes("old")) tellOld(true);
  if (!told.includes("new")) tellNew(true);
  return next;
}
