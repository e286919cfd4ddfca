import { isObject } from "../http/json.ts";
import { wireChat, wireMessage, wireUser } from "../http/wire.ts";
import { type CallbackQuery, type Message, seconds, type User, type World } from "./world.ts";

export type Button = { readonly text: string; readonly data?: string; readonly url?: string };

/** The inline buttons under a message, row by row. */
export function buttonsOf(message: Message): Button[][] {
  const rows: unknown = isObject(message.markup) ? message.markup.inline_keyboard : undefined;
  if (!Array.isArray(rows)) return [];
  return rows.map((row: unknown) =>
    (Array.isArray(row) ? row : []).filter(isObject).map((button) => ({
      text: String(button.text),
      ...(typeof button.callback_data === "string" ? { data: button.callback_data } : {}),
      ...(typeof button.url === "string" ? { url: button.url } : {}),
    })),
  );
}

export type Callbacks = ReturnType<typeof createCallbacks>;

export function createCallbacks(world: World) {
  function query(who: User, message: Message, data: string): CallbackQuery {
    const id = String(4_000_000_000_000 + world.callbackQueries.size);
    const made: CallbackQuery = { id, from: who, message, pressedAt: world.now(), answer: undefined };
    world.callbackQueries.set(id, made);
    const snapshot = { ...message };
    const { chat, message_id } = message;
    world.deliver("callback_query", seconds(world), () => ({
      id,
      from: wireUser(who),
      // A message that is gone is an InaccessibleMessage, told by its date 0.
      message: snapshot.deleted ? { message_id, chat: wireChat(chat), date: 0 } : wireMessage(snapshot, seconds(world)),
      chat_instance: String(chat.id * 7919),
      data,
    }));
    return made;
  }

  return {
    /**
     * Presses an inline button by its words. `from` is the real person, even for one who posts anonymously.
     * @throws when the message shows no such button, or it carries no data
     */
    press(who: User, message: Message, text: string): CallbackQuery {
      const button = buttonsOf(message)
        .flat()
        .find((one) => one.text === text);
      if (button?.data === undefined) throw new Error(`There is no button "${text}" that could be pressed.`);
      return query(who, message, button.data);
    },
    /** A press with data of the sender's choosing, as an old or tampered client can send it. */
    forge: (who: User, message: Message, data: string): CallbackQuery => query(who, message, data),
  };
}
