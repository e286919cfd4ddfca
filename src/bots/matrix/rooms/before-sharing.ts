import type { Text } from "../../../core/text/texts.ts";
import { text } from "../../../core/text/texts.ts";
import { at } from "../../../lib/json-value.ts";
import type { ReceiveContext } from "../receive/receive-context.ts";
import type { Note } from "./room-notes.ts";

export type BeforeSharing = {
  /** When the bot comes into a room, and when the room's settings change. @param cause the event by which it is said */
  greet(room: string, cause: string): Promise<void>;
  /** Before anything is taken in a room or a private chat, if it was not said there yet. */
  check(room: string, cause: string): Promise<void>;
};

/** Who else can read what is shared in a room, and what one needs to be heard there: said before anybody shares, once. */
export function createBeforeSharing({ ask, say, notes }: ReceiveContext): BeforeSharing {
  async function tell(room: string, cause: string, ...more: (readonly [Note, boolean, readonly Text[]])[]) {
    const visibility = await ask().getState(room, "m.room.history_visibility", "");
    const isOpen = at(visibility, "history_visibility") === "world_readable";
    const isPlain = !(await ask().isEncrypted(room));
    // Opened again, it is said again.
    if (!isOpen) await notes.remove(room, "told open");
    const all = [
      ["told plain", isPlain, [text("matrix-room-is-plain")]] as const,
      ["told open", isOpen, [text("matrix-room-is-open", { read: isPlain ? "all" : "who-shares" })]] as const,
      ...more,
    ];
    const due: (readonly [Note, readonly Text[]])[] = [];
    for (const [note, isSo, said] of all) if (isSo && !(await notes.has(room, note))) due.push([note, said]);
    const lines = due.flatMap(([, said]) => said);
    const names = due.map(([note]) => note);
    if (lines.length === 0 || !(await say(room, lines, `${names.join()} ${cause}`))) return;
    for (const note of names) await notes.add(room, note);
  }

  return {
    async greet(room, cause) {
      const steps = [text("matrix-verify-first"), text("matrix-how-to-verify")];
      await tell(room, cause, ["told to verify", await ask().isEncrypted(room), steps]);
    },
    check: (room, cause) => tell(room, cause),
  };
}
