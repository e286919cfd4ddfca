import type { FakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import type { Chat, Message, Point, User } from "../../test/support/fake-bot-api/world/world.ts";
import { written } from "../../test/support/soaks/telegram/crowd.ts";
import { within } from "../support/run.ts";

/** A group with the bot as an admin, somebody who shares there, and somebody who asks. */
export type Room = {
  readonly chat: Chat;
  readonly sharer: User;
  readonly asker: User;
  readonly point: Point;
  /** Whether an answer that shows the sharer's position stands in the room. */
  readonly shows: () => boolean;
};

/** Milliseconds after which what did not come is not waited for any more. */
const patience = 60_000;

/** Rooms whose sharer shares a live location and where an answer stands already. */
export async function openRooms(api: FakeBotApi, count: number): Promise<Room[]> {
  const rooms = Array.from({ length: count }, (_, index): Room => {
    const [asker, sharer] = [api.places.person(`Asker ${index}`), api.places.person(`Sharer ${index}`)];
    const chat = api.places.supergroup({ title: `Room ${index}`, members: [asker, sharer], bot: "administrator" });
    const point = { latitude: 52.4 + index / 1000, longitude: 13.2 + index / 1000 };
    api.live.share(sharer, chat, point, 3600);
    const shows = () => api.screen.fromBot(chat).some(({ text }) => text.includes(written(point)));
    return { chat, sharer, asker, point, shows };
  });
  // Somebody who asks in the same moment as the share began may be told that nobody shares.
  await timeUntil(api, () => api.calls.accepted("setMessageReaction").length >= count);
  await Promise.all(rooms.map((room) => timeOf(api, room, "/whereis")));
  return rooms;
}

/**
 * Has the asker of a room say something that is answered with the sharer's position.
 * @returns milliseconds until Telegram has the answer; Infinity when it did not come
 */
export async function timeOf(api: FakeBotApi, { chat, asker, point }: Room, words: string): Promise<number> {
  const from = api.calls.all.length;
  const message = api.people.say(asker, chat, words);
  const time = await timeUntil(api, () => answerTo(api, message, written(point), from) !== undefined);
  if (Number.isFinite(time)) return time;
  const calls = api.calls.all.slice(from).filter(({ params }) => Number(params.chat_id) === chat.id);
  console.log("         not answered in time; what the bot did there meanwhile:");
  for (const { method, ok, params } of calls) console.log(`           ${method} ${ok} ${JSON.stringify(params)}`);
  return time;
}

/** @returns milliseconds until it is so; Infinity when it did not become so */
export async function timeUntil(api: FakeBotApi, isSo: () => boolean): Promise<number> {
  const began = performance.now();
  let isGivenUp = false;
  const done = api.calls.until(() => isGivenUp || isSo());
  const inTime = await within(patience, done);
  isGivenUp = true;
  api.calls.look();
  return inTime === undefined ? Number.POSITIVE_INFINITY : performance.now() - began;
}

/** What the bot said in a chat after so many calls, with these words in it: sent, or edited into an older message. */
export function answerTo(api: FakeBotApi, { chat }: Message, words: string, from: number): string | undefined {
  for (let index = from; index < api.calls.all.length; index += 1) {
    const call = api.calls.all[index];
    // Asked twice within a second, the answer that stands may be the same to the letter.
    const isCarriedOut = call?.ok || /message is not modified/.test(call?.description ?? "");
    const isSaid = isCarriedOut && /^(sendMessage|editMessageText)$/.test(call?.method ?? "");
    if (!call || !isSaid || Number(call.params.chat_id) !== chat.id) continue;
    const text = String(call.params.text);
    if (text.includes(words)) return text;
  }
  return undefined;
}

/** Does something so many times a second. @returns how often it was done, once the time is over */
export async function repeat(perSecond: number, seconds: number, act: (index: number) => void): Promise<number> {
  const began = performance.now();
  let done = 0;
  const { promise, resolve } = Promise.withResolvers<number>();
  const timer = setInterval(() => {
    const elapsed = Math.min((performance.now() - began) / 1000, seconds);
    for (; done < Math.round(elapsed * perSecond); done += 1) act(done);
    if (elapsed < seconds) return;
    clearInterval(timer);
    resolve(done);
  }, 5);
  return promise;
}
