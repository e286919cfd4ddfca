import { networkOf, type RoomId } from "../model/ids.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { Networks } from "./membership.ts";

/** What helps when a network does not say who is a member. */
export type Advice = "make-admin" | "ask-again";

type Parts = { records: SealedRecords; networks: Networks };

/**
 * What helps when a room's network did not say who is a member: to make the bot an admin, which the room is told one time only; or,
 * where it is one already, to ask again.
 * @param command by which it is told: told again by the same one, when that comes again because its answer was not taken
 */
export async function whatHelps(
  { records, networks }: Parts,
  room: RoomId,
  about: "needs admin" | "asker unconfirmed",
  command: string,
): Promise<Advice | undefined> {
  const standing = await networks.get(networkOf(room))?.standing(room);
  if (!standing || standing.isAdmin) return "ask-again";
  const told = recordKeys.told(room, about);
  const by = await records.get(told);
  if (by !== undefined && by !== command) return undefined;
  if (by === undefined) await records.set(told, command);
  return "make-admin";
}
