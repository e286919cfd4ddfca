import { text } from "../../../core/text/texts.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { isGone } from "../http/refusal.ts";
import { type Hearing, roomOf } from "../receive/receive-context.ts";
import type { Heard } from "../receive/room-event.ts";

export type Upgrades = {
  /** The room says that another takes its place; only who has the power to say it can (the server sees to that). */
  replaced(room: string, heard: Extract<Heard, { kind: "replaced" }>): Promise<void>;
  /** The bot is in a room now. @returns whether it takes the place of one that says so itself */
  arrived(room: string): Promise<boolean>;
};

/**
 * Rooms that are replaced by others (spec, "Room upgrades"). The bot follows only where it is invited, and only where both say the same: else an
 * admin of any room could have another room's settings and shares replaced by their own.
 */
export function createUpgrades({ ask, receive, say }: Hearing): Upgrades {
  const stateOf = async (room: string, type: string, ...path: string[]) => {
    const content = await ask()
      .getState(room, type, "")
      .catch((error: unknown) => {
        if (isGone(error)) return undefined;
        throw error;
      });
    return textOf(at(content, ...path));
  };

  async function arrived(room: string): Promise<boolean> {
    const old = await stateOf(room, "m.room.create", "predecessor", "room_id");
    if (old === undefined || (await stateOf(old, "m.room.tombstone", "replacement_room")) !== room) return false;
    await receive({ kind: "room-replaced", from: roomOf(old), to: roomOf(room) });
    return true;
  }

  return {
    arrived,
    async replaced(room, { event, by }) {
      const isThere = (await ask().joinedRooms()).includes(by);
      if (isThere && (await arrived(by))) return;
      await say(room, [text("matrix-move-on")], `move on ${event}`);
    },
  };
}
