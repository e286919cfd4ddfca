import { call, refusalOf, startForTest } from "../clients/test-server.ts";
import type { Message, User } from "../world/world.ts";

/** A room with a button in it, and ways to say something there to one person. */
export async function march(bot: "member" | "administrator" = "member", type: "supergroup" | "group" = "supergroup") {
  const api = await startForTest();
  const [ana, ben, dan] = ["Ana", "Ben", "Dan"].map((name) => api.places.person(name)) as [User, User, User];
  const room = api.places[type]({ title: "March", members: [ana, ben], bot });
  const reply_markup = { inline_keyboard: [[{ text: "Show me", callback_data: "show" }]] };
  await call(api, "sendMessage", { chat_id: room.id, text: "Ana shares.", reply_markup });
  const shown = api.screen.fromBot(room)[0]?.message;
  if (shown === undefined) throw new Error("The button is not in the room.");
  const say = (to: object | undefined, more: object = {}) =>
    refusalOf(api, "sendMessage", {
      chat_id: room.id,
      text: "52.52, 13.405",
      ...(to && { ephemeral_message_parameters: to }),
      ...more,
    });
  const read = (viewer?: User) => api.screen.now(room, viewer).map(({ text }) => text);
  const press = (who: User) => ({
    receiver_user_id: who.id,
    callback_query_id: api.callbacks.press(who, shown, "Show me").id,
  });
  const answering = (asked: Message) => ({ reply_parameters: { ephemeral_message_id: asked.ephemeralId } });
  return { api, ana, ben, dan, room, shown, say, read, press, answering };
}
