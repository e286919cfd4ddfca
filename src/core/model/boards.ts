import type { MessageRef, RoomId } from "./ids.ts";
import type { Spoken } from "./message.ts";

/**
 * When a message goes out within a network's own limits: in its turn, unless it is said otherwise. `behind others`: only where enough is left for
 * whoever waits for an answer. `at once`: it cannot wait, and counts all the same.
 */
export type Turn = "behind others" | "at once";

/** What keeping one message of a room up to date takes, beside editing it. */
export type Boards = {
  /** whether it is one message there: only one is edited */
  fits(room: RoomId, message: Spoken): boolean;
  /** whether whoever said something sees the board above it, a few messages further up at most */
  isNear(board: MessageRef, said: MessageRef): boolean;
};
