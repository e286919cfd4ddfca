import type { Call } from "../../fake-bot-api/http/calls.ts";
import { isObject } from "../../fake-bot-api/http/json.ts";
import type { FakeBotApi } from "../../fake-bot-api/start.ts";
import type { Asked } from "./workload.ts";

/** Something that the bot said, by its place among all calls. */
/** `alone`: the one person in the chat who sees it; undefined where all do. */
export type Said = { index: number; chat: number; alone: unknown; text: string };

export type Ledger = {
  answersTo: (asked: Asked) => readonly Said[];
  /** everything said in a chat, in order */
  saidIn: (chat: number) => readonly Said[];
  all: () => readonly Said[];
  /** of these commands, those without an answer; quick, however often it is asked with the same list */
  unanswered: (asked: readonly Asked[]) => readonly Asked[];
};

/** What the bot has said so far, and to what: read from the calls that Telegram carried out, each of them once. */
export function createLedger(api: FakeBotApi): Ledger {
  const all: Said[] = [];
  const byChat = new Map<number, Said[]>();
  const replies = new Map<string, Said[]>();
  const edits = new Map<string, Said[]>();
  const open = new WeakMap<readonly Asked[], { seen: number; left: Asked[] }>();
  let read = 0;

  const add = <Key>(map: Map<Key, Said[]>, key: Key, said: Said) => void map.set(key, [...(map.get(key) ?? []), said]);

  function note({ ok, method, params }: Call, index: number) {
    if (!ok || (method !== "sendMessage" && method !== "editMessageText")) return;
    const { receiver_user_id: alone } = params;
    const said = {
      index,
      chat: Number(params.chat_id),
      alone,
      text: String(params.text),
    };
    all.push(said);
    const there = byChat.get(said.chat) ?? [];
    there.push(said);
    byChat.set(said.chat, there);
    if (method === "editMessageText") add(edits, `${said.chat}/${String(params.message_id)}`, said);
    else if (isObject(params.reply_parameters))
      add(replies, `${said.chat}/${String(params.reply_parameters.message_id)}`, said);
  }

  function readOn() {
    for (; read < api.calls.all.length; read += 1) {
      const call = api.calls.all[read];
      if (call) note(call, read);
    }
  }

  /** Sent as a reply, edited into the message before the question, or, in private, found by its words. */
  function answersTo({ message, chat, mark }: Asked): readonly Said[] {
    readOn();
    if (chat.type === "private") return (byChat.get(chat.id) ?? []).filter(({ text }) => text.includes(mark));
    const id = message.message_id;
    return [...(replies.get(`${chat.id}/${id}`) ?? []), ...(edits.get(`${chat.id}/${id - 1}`) ?? [])];
  }

  return {
    answersTo,
    saidIn(chat) {
      readOn();
      return byChat.get(chat) ?? [];
    },
    all() {
      readOn();
      return all;
    },
    unanswered(asked) {
      const { seen, left } = open.get(asked) ?? { seen: 0, left: [] };
      const still = [...left, ...asked.slice(seen)].filter((one) => one.isAnswerable() && answersTo(one).length === 0);
      open.set(asked, { seen: asked.length, left: still });
      return still;
    },
  };
}
