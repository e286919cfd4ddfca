import { text } from "../../../core/text/texts.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { isGone } from "../http/refusal.ts";
import { type ReceiveContext, roomOf } from "../receive/receive-context.ts";
import type { RoomEvent } from "../receive/room-event.ts";

export type Upgrades = {
  /** The room says that another takes its place; only who has the power to say it can (the server sees to that). */
  onTombstone(room: string, event: Extract<RoomEvent, { kind: "replaced" }>): Promise<void>;
  /** The bot is in a room now, and follows if it takes the place of one that says so itself. @returns whether it does */
  follow(room: string): Promise<boolean>;
};

/**
 * Rooms that are replaced by others (spec, "Room upgrades"). The bot follows only where it is invited, and only where both say the same: else an
 * admin of any room could have another room's settings and shares replaced by their own.
 */
export function createUpgrades({ ask, receive, say }: ReceiveContext): Upgrades {
  const stateOf = async (room: string, type: string, ...path: string[]) => {
    const content = await ask()
      .getState(room, type, "")
      .catch((error: unknown) => {
        if (isGone(error)) return undefined;
        throw error;
      });
    return textOf(at(content, ...path));
  };

  async function follow(room: string): Promise<boolean> {
    const old = await stateOf(room, "m.room.create", "predecessor", "room_id");
    if (old === undefined || (await stateOf(old, "m.room.tombstone", "replacement_room")) !== room) return false;
    await receive({ kind: "room-replaced", from: roomOf(old), to: roomOf(room) });
    return true;
  }

  return {
    follow,
    async onTombstone(room, { event, by }) {
      const isThere = (await ask().joinedRooms()).includes(by);
      if (isThere && (await follow(by))) return;
      await receive({ kind: "room-closed", room: roomOf(room) });
      await say(room, [text("matrix-move-on")], `move on ${event}`);
    },
  };
}
