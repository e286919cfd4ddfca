import { type Started, startForTest } from "../../../support/fake-bot-api/clients/test-server.ts";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { createBot } from "../connect.ts";

export const anaMayAdd = 1001;

/** A bot that only Ana may add, which has not been started yet, in no group; Eve's group, and Ana's. */
export async function startWithInviters(settings: Parameters<typeof createBot>[1] = {}) {
  const api = await startForTest();
  const ana = api.places.person("Ana", { id: anaMayAdd });
  const eve = api.places.person("Eve", { id: 2002 });
  const evil = api.places.supergroup({ title: "Evil", members: [eve, ana] });
  const good = api.places.supergroup({ title: "Good", members: [ana, eve] });
  const made = createBot(api, { allowedInviters: [anaMayAdd], ...settings });
  const isIn = (group: Chat) => ["member", "administrator"].includes(group.members.get(api.bot.id)?.status ?? "left");
  const isLeft = (group: Chat) => api.calls.until(() => !isIn(group));
  return { api, ana, eve, evil, good, isIn, isLeft, ...made };
}

/** What the bot said there, but for Telegram's own words of its leaving. */
export const said = (api: Started, group: Chat) => api.screen.fromBot(group).flatMap(({ text }) => text || []);

/** The bot as updates have it. */
export const own = { id: 123456, is_bot: true, first_name: "whereat" };
