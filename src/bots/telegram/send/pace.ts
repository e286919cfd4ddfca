import { createSlidingWindow, type SlidingWindow } from "../../../lib/bounded/sliding-window.ts";
import type { Clock, Duration } from "../../../lib/time.ts";
import { messagesInAll, messagesInGroup, messagesInGroupPerMinute, messagesInPrivateChat } from "../limits.ts";

/** When the next message may go out, so that Telegram need not ask the bot to wait. */
export type Pace = {
  /** Takes the place of one message to this chat. @returns 0 when it may go out now, else after how many milliseconds to ask again */
  takeSlot(chat: number): Duration;
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
  const chats = new Map<number, readonly SlidingWindow[]>();

  function windowsOf(chat: number): readonly SlidingWindow[] {
    const known = chats.get(chat);
    if (known) return known;
    if (chats.size >= maxChats) forgetQuietChats();
    const limits = chat < 0 ? [messagesInGroup, messagesInGroupPerMinute] : [messagesInPrivateChat];
    const windows = limits.map(window);
    chats.set(chat, windows);
    return windows;
  }

  function forgetQuietChats() {
    const at = now();
    for (const [chat, windows] of chats) if (windows.every((one) => one.isEmpty(at))) chats.delete(chat);
  }

  return {
    takeSlot(chat) {
      const at = now();
      const windows = [inAll, ...windowsOf(chat)];
      const delay = Math.max(...windows.map((one) => one.delay(at)));
      if (delay === 0) for (const one of windows) one.count(at);
      return delay;
    },
    count(chat) {
      const at = now();
      for (const one of [inAll, ...windowsOf(chat)]) one.count(at);
    },
  };
}

const window = ({ max, within }: { max: number; within: Duration }) => createSlidingWindow(max, within);
