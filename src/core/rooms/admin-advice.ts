import { type Instant, later } from "../../lib/time.ts";
import type { PersonId, RoomId } from "../model/ids.ts";
import { adviceEvery } from "../model/limits.ts";
import type { WhyUnconfirmed } from "../model/ports.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

/** What helps when a network does not say who is a member: an admin of the room makes the bot one; or it is asked again later. */
export type Advice = "make-admin" | "ask-again";

export const adviceOn = (why: WhyUnconfirmed): Advice => (why === "hidden" ? "make-admin" : "ask-again");

type About = { what: "needs admin" } | { what: "asker unconfirmed"; person: PersonId };

/**
 * What helps, unless the same was said a short while ago: to make the bot an admin is said now and then only, as long as nobody does it.
 * @param about whom it is said to: to the room, or to one person in it
 * @param command the id of the command that it answers: said again to the same one, when that comes again because its answer was not taken
 */
export async function whatHelps(
  records: SealedRecords,
  why: WhyUnconfirmed,
  about: About & { room: RoomId; command: string; now: Instant },
): Promise<Advice | undefined> {
  const advice = adviceOn(why);
  if (advice === "ask-again") return advice;
  const { room, what, command, now } = about;
  const told = recordKeys.told(room, what, "person" in about ? about.person : undefined);
  const by = await records.get(told);
  if (by !== undefined && by !== command) return undefined;
  if (by === undefined) await records.set(told, command, later(now, adviceEvery));
  return advice;
}
