import type { Effect } from "../../model/effects.ts";
import { cleanName } from "../../rooms/names.ts";
import type { RoomSettings } from "../../rooms/room-settings.ts";
import { text } from "../../text/texts.ts";
import { type Asked, announce, hint, type InRoom, type Services } from "../define-command.ts";

/** Whether the room has a board; "private": it can have none, for answers are for who asked alone. */
export async function boardOf(settings: Pick<RoomSettings, "of">, { room, answers }: InRoom) {
  return answers === "private" ? "private" : settings.of(room.room, "board");
}

/** Whether a room has a board: one message that everybody reads, so it is none where answers are for who asked alone. */
export async function chooseBoard(
  { settings }: Services,
  { from, incoming }: Asked<"room">,
  given: string,
): Promise<readonly Effect[]> {
  const { network, room: to } = from;
  if (network.boards === undefined) return [hint(from, [text(network.words.noBoard ?? "network-no-board")])];
  const board = await boardOf(settings, from);
  if (given === "") return [hint(from, [text("setup-board", { board })])];
  if (given !== "on" && given !== "off") return [hint(from, [text("setup-board-values", { given: cleanName(given) })])];
  if (given === "on" && board === "private") return [hint(from, [text("board-not-private")])];
  if (!(await settings.choose(to.room, "board", given, incoming.id, to.thread)))
    return [hint(from, [text("setup-unchanged"), text("setup-board", { board: given })])];
  return [announce(from, [text("board-changed", { board: given })]), { kind: "board", to }];
}
