import type { Boards } from "../../../src/core/model/boards.ts";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import type { Spoken } from "../../../src/core/model/message.ts";
import type { NetworkWords, Standing } from "../../../src/core/model/ports.ts";
import type { Instant } from "../../../src/lib/time.ts";

export type Person = { name: string; handle?: string };
export type Room = { name: string; here: Set<string>; admins: Set<string>; standing: Standing; movedTo?: string };
/** What the bot posted, as people see it now. */
export type Post = {
  ref: MessageRef;
  chat: string;
  thread?: string;
  /** the room in which it is shown to that person alone */
  within?: string;
  message: Spoken;
  replyTo?: MessageRef;
  at: Instant;
  edits: number;
  removed: boolean;
};

/** Boards of so many lines at most. One is near whoever asks when two messages at most came between. */
export const boardsOf = (holds: number, chats: ReadonlyMap<string, readonly MessageRef[]>): Boards => ({
  fits: (_room, { lines }) => lines.length <= holds,
  isNear(board, question) {
    const said = [...chats.values()].find((refs) => refs.includes(board)) ?? [];
    return said.indexOf(question) - said.indexOf(board) <= 3;
  },
});

export const wordsOfTelegram: NetworkWords = {
  stepsInRoom: "telegram-steps-in-room",
  stepsInPrivate: "telegram-steps-in-private",
  sendOnce: "telegram-send-once",
  sendLive: "telegram-send-live",
  deleting: "telegram-deleting",
  whoElseSees: "telegram-sees",
};

/** Words are edited, and a picture beside them stays as it is. */
export const edited = ({ drawn }: Spoken, words: Spoken): Spoken => ({ ...words, ...(drawn && { drawn }) });
