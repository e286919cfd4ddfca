import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import { maxRemembered } from "../limits.ts";

/** The last messages of each room, in the room's order, as far as the bot has seen them. */
export type NewestMessages = {
  note(room: string, event: unknown): void;
  /** Whether `later` is the room's newest message and `earlier` the one right before it. */
  areLast(room: string, earlier: string, later: string): boolean;
};

export function createNewestMessages(): NewestMessages {
  const last = createBoundedMap<readonly string[]>(maxRemembered);
  return {
    note(room, event) {
      const id = textOf(at(event, "event_id"));
      const type = textOf(at(event, "type")) ?? "";
      const isMessage = ["m.room.message", "m.room.encrypted", "m.sticker", "m.poll.start"].includes(type);
      const relation = at(event, "content", "m.relates_to", "rel_type");
      // Edits, reactions and points of a live share move nothing down the screen.
      if (id === undefined || !isMessage || relation === "m.replace" || relation === "m.reference") return;
      const before = (last.get(room) ?? []).filter((other) => other !== id);
      last.set(room, [...before, id].slice(-2));
    },
    areLast(room, earlier, later) {
      const [one, two] = last.get(room) ?? [];
      return one === earlier && two === later;
    },
  };
}
