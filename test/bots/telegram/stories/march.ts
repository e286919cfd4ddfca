import type { Options } from "../../../support/fake-bot-api/start.ts";
import type { Chat, Message, Status, User } from "../../../support/fake-bot-api/world/world.ts";
import { type Product, startProduct } from "../product/product.ts";

export type March = Product & {
  /** in both rooms; the owner of "March" */
  ana: User;
  /** in "March" */
  ben: User;
  /** in "Legal", its owner */
  cem: User;
  march: Chat;
  legal: Chat;
  /** says something, and gives back what the newest message of the bot that this person can read in that chat says once all is said */
  ask: (who: User, chat: Chat, text: string) => Promise<string | undefined>;
  /** the bot's newest message in a chat that has buttons */
  withButtons: (chat: Chat) => Message;
};

export const square = { latitude: 52.52, longitude: 13.405, horizontal_accuracy: 12 };
export const bridge = { latitude: 52.501, longitude: 13.446 };
export const atSquare = "52.52000, 13.40500";
export const atBridge = "52.50100, 13.44600";
export const nobody = "Nobody shares a position with this room now.\nTo share yours, say /share.";

/** Telegram writes an update when it is fetched, or when it happens: which of them is not known, so that both must do. */
export const serialisations = ["fetch", "arrival"] as const;

/** Two rooms on Telegram that the bot is in, and three people. @param bot what the bot is in both rooms */
export async function startMarch(options: Partial<Options> = {}, bot: Status = "administrator"): Promise<March> {
  const product = await startProduct(options);
  const { api, settle, read } = product;
  const ana = api.places.person("Ana");
  const ben = api.places.person("Ben");
  const cem = api.places.person("Cem");
  const march = api.places.supergroup({ title: "March", members: [ana, ben], bot });
  const legal = api.places.supergroup({ title: "Legal", members: [cem, ana], bot });
  return {
    ...product,
    ana,
    ben,
    cem,
    march,
    legal,
    async ask(who, chat, text) {
      api.people.say(who, chat, text);
      await settle();
      return read(chat, who).findLast((words) => words !== "(a pin)");
    },
    withButtons(chat) {
      const seen = api.screen.fromBot(chat).findLast(({ buttons }) => buttons.length > 0);
      if (seen === undefined) throw new Error("The bot shows no buttons there.");
      return seen.message;
    },
  };
}
