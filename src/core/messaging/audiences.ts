import type { Room } from "../model/audience.ts";
import { type Asker, alone, forEverybody, type Otherwise, passing, type Say, theRoomItself } from "../model/effects.ts";
import { networkOf } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import type { Networks } from "../rooms/membership.ts";
import type { RoomSettings } from "../rooms/room-settings.ts";
import { text } from "../text/texts.ts";
import type { Addressed } from "./outgoing.ts";

/** Who reads what is to be said, by what the room wants and its network can do now. */
export type Audiences = {
  resolve(say: Say | Otherwise): Promise<Addressed>;
};

type Parts = { settings: Pick<RoomSettings, "answers">; networks: Networks };

/**
 * The last step in which an audience changes, and it only ever becomes smaller: what is for everybody may be shown to who asked alone. What is
 * for one person stays for that person, for it has no form that a room takes.
 */
export function createAudiences({ settings, networks }: Parts): Audiences {
  async function forAsker(to: Room, said: Message<"everybody">, asker: Asker): Promise<Addressed> {
    const message = passing(said, asker);
    const isPrivate = (await settings.answers(to.room)) === "private";
    const person = asker === theRoomItself ? undefined : asker;
    if (person === undefined) return isPrivate ? { to, message: nobodyAlone } : { to, message };
    if (isPrivate) return { to: { person, within: to }, message: alone(message) };
    if (networks.get(networkOf(to.room))?.capabilities.whispers !== "in place") return { to, message };
    return { to: { person, within: to }, message: alone(message), otherwise: { to, message } };
  }

  return {
    async resolve(say) {
      if ("asker" in say && say.asker !== undefined) return forAsker(say.to, say.message, say.asker);
      const { to, message } = say;
      return "otherwise" in say && say.otherwise !== undefined
        ? { to, message, otherwise: say.otherwise }
        : { to, message };
    },
  };
}

/** Said to admins who speak as the room itself, where answers are for one person. */
export const nobodyAlone = forEverybody({ lines: [text("answers-need-a-person")] });
