import type { MessageRef } from "../../../core/model/ids.ts";
import { maxMessagesBelowBoard } from "../limits.ts";
import { readMessageRef } from "./message-ref.ts";

/** Supergroups have ids of their own range, and count their messages one by one: core.telegram.org/api/bots/ids. */
const isSupergroup = (chat: number) => chat < -1_000_000_000_000;

export function isNewest(ref: MessageRef, question: MessageRef): boolean {
  const [at, asked] = [readMessageRef(ref), readMessageRef(question)];
  if (at?.message === undefined || asked?.message === undefined || at.chat !== asked.chat) return false;
  return isSupergroup(at.chat) && asked.message === at.message + 1;
}

/** In a basic group, messages of other chats are counted as well: fewer came between than that. */
export function isNear(board: MessageRef, said: MessageRef): boolean {
  const [at, asked] = [readMessageRef(board), readMessageRef(said)];
  if (at?.message === undefined || asked?.message === undefined) return false;
  return at.chat === asked.chat && asked.message - at.message <= maxMessagesBelowBoard;
}
