import type { Turn } from "../../../core/model/boards.ts";
import { createSlidingWindow, type SlidingWindow } from "../../../lib/bounded/sliding-window.ts";
import type { Clock, Duration } from "../../../lib/time.ts";
import {
  messagesBeforeBoards,
  messagesInAll,
  messagesInGroup,
  messagesInGroupPerMinute,
  messagesInPrivateChat,
} from "../limits.ts";

/** When the next message may go out, so that Telegram need not ask the bot to wait. */
export type Pace = {
  /** Takes the place of one message to this chat. @returns 0 when it may go out now, else after how many milliseconds to ask again */
  takeSlot(chat: number, turn?: Turn): Duration;
  /** counts a message that goes out without having asked: a further piece of one that has asked, or an edit that must not wait */
  count(chat: number): void;
};

/** Chats that are remembered before the quiet ones are forgotten; in a minute, not more than 1800 can be written to. */
const maxChats = 2000;

/**
 * Sliding windows and not token buckets: a bucket that lets 20 messages go at once and fills up within a minute lets almost 40 go within one.
 */
export function createPace(now: Clock): Pace {
  const inAll = window(messagesInAll);
  const chats = new Map<number, Windows>();

  function windowsOf(chat: number): Windows {
    const known = chats.get(chat);
    if (known) return known;
    if (chats.size >= maxChats) forgetQuietChats();
    const limits = chat < 0 ? [messagesInGroup, messagesInGroupPerMinute] : [messagesInPrivateChat];
    const windows = { inTurn: limits.map(window), behindOthers: [window(messagesBeforeBoards)] };
    chats.set(chat, windows);
    return windows;
  }

  const allOf = ({ inTurn, behindOthers }: Windows) => [...inTurn, ...behindOthers];

  function forgetQuietChats() {
    const at = now();
    for (const [chat, windows] of chats) if (allOf(windows).every((one) => one.isEmpty(at))) chats.delete(chat);
  }

  function count(chat: number) {
    const at = now();
    for (const one of [inAll, ...allOf(windowsOf(chat))]) one.count(at);
  }

  return {
    count,
    takeSlot(chat, turn) {
      const windows = windowsOf(chat);
      const asked = [inAll, ...windows.inTurn, ...(turn === "behind others" ? windows.behindOthers : [])];
      const delay = turn === "at once" ? 0 : Math.max(...asked.map((one) => one.delay(now())));
      if (delay === 0) count(chat);
      return delay;
    },
  };
}

/** Of one chat: for what goes out in its turn, and for what goes out behind others besides. */
type Windows = { readonly inTurn: readonly SlidingWindow[]; readonly behindOthers: readonly SlidingWindow[] };

const window = ({ max, within }: { max: number; within: Duration }) => createSlidingWindow(max, within);
