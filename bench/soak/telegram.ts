import type { Call } from "../../test/support/fake-bot-api/http/calls.ts";
import { isObject } from "../../test/support/fake-bot-api/http/json.ts";
import { type FakeBotApi, startFakeBotApi } from "../../test/support/fake-bot-api/start.ts";
import type { Chat, Message, User } from "../../test/support/fake-bot-api/world/world.ts";
import type { Heard, Point, Wire } from "./crowd.ts";
import { type Circle, type Sharer, shownIn } from "./model.ts";

/** Seconds: longer than any soak. */
const shareLength = 86_400;

export type TelegramWire = Wire & { readonly api: FakeBotApi; readonly listen: (heard: Heard) => void };

/** Groups on a Bot API double. */
export async function startTelegramWire(): Promise<TelegramWire> {
  const api = await startFakeBotApi({ now: Date.now });
  const chats = new Map<Circle, { chat: Chat; owner: User }>();
  const users = new Map<string, User>();
  const shares = new Map<Sharer, Message>();
  const open = new Map<string, string>();
  let heard: Heard | undefined;
  const key = (chat: unknown, message: unknown) => `${String(chat)}/${String(message)}`;

  const roomOf = (circle: Circle) => {
    const room = chats.get(circle);
    if (room === undefined) throw new Error("This circle has no room.");
    return room;
  };
  const userOf = ({ name }: Sharer) => {
    const user = users.get(name);
    if (user === undefined) throw new Error("Nobody is called so.");
    return user;
  };
  const fix = ({ latitude, longitude, accuracy }: Point) => ({ latitude, longitude, horizontal_accuracy: accuracy });
  /** Telegram tells times in seconds. */
  const told = () => Math.floor(Date.now() / 1000) * 1000;

  /** What a call said, and to which question. */
  function hear({ ok, method, params, ...outcome }: Call): void {
    const { chat_id: chat, text, receiver_user_id: receiver } = params;
    const isUnchanged = "description" in outcome && /message is not modified/.test(outcome.description);
    if (method === "deleteMessage" && ok) return heard?.removed(key(chat, params.message_id));
    if (method === "sendMessage" && ok && "result" in outcome && isObject(outcome.result)) {
      const reply = isObject(params.reply_parameters) ? params.reply_parameters.message_id : undefined;
      const question = receiver === undefined ? key(chat, reply) : open.get(key(chat, receiver));
      if (question) heard?.answered(question, key(chat, outcome.result.message_id), String(text));
    }
    if (method !== "editMessageText" || !(ok || isUnchanged)) return;
    const edited = key(chat, params.message_id);
    if (shownIn(String(text)).length === 0) heard?.removed(edited);
    // An answer right above a question is edited to answer that one too.
    heard?.answered(key(chat, Number(params.message_id) + 1), edited, String(text));
  }

  // Called after each call, with no timer between: what was heard is not needed any more.
  void api.calls
    .until(() => {
      for (const call of api.calls.all.splice(0)) hear(call);
      return false;
    })
    .catch(() => undefined);

  return {
    api,
    listen(given) {
      heard = given;
    },
    waiting: () => api.updates.pending().length,
    settled: () => api.updates.drained(),
    async open(circle, people) {
      const members = people.map((name) => api.places.person(name));
      for (const user of members) users.set(user.first_name, user);
      const owner = api.places.person(`owner of ${circle.name}`);
      const chat = api.places.supergroup({
        title: circle.name,
        owner,
        members: [owner, ...members],
        bot: "administrator",
      });
      chats.set(circle, { chat, owner });
    },
    begin(who, point, said) {
      shares.set(who, api.live.share(userOf(who), roomOf(who.circle).chat, fix(point), shareLength));
      said(told());
    },
    move(who, point, said) {
      const share = shares.get(who);
      if (share === undefined) throw new Error("They do not share.");
      api.live.move(share, fix(point));
      said(told());
    },
    stop(who, said) {
      const share = shares.get(who);
      shares.delete(who);
      if (share) api.live.stop(share);
      said();
    },
    setExpiry(circle) {
      const { chat, owner } = roomOf(circle);
      api.people.say(owner, chat, `/expiry ${circle.expiry / 60_000}m`);
    },
    ask(who, words, said) {
      const { chat } = roomOf(who.circle);
      const message = api.people.say(userOf(who), chat, `/${words}`);
      const id = key(chat.id, message.message_id);
      open.set(key(chat.id, userOf(who).id), id);
      said(id);
    },
  };
}
