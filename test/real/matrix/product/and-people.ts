import { afterAll } from "vitest";
import { type RealHomeserver, startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson, type SeenEvent } from "../../../support/homeserver/nio-person.ts";
import { saysBot } from "../nio-room.ts";
import { type Product, startProduct } from "./product.ts";

type Here = {
  homeserver: RealHomeserver;
  bot: Product;
  ana: NioPerson;
  ben: NioPerson;
  cem: NioPerson;
  /** @returns the bot's answer, once there is one with these words */
  asks: (who: NioPerson, room: string, question: string, words: string) => Promise<SeenEvent>;
};

/** The product on a homeserver, and three people, for all the tests of the file that asks for them. */
export async function productAndPeople(): Promise<Here> {
  const homeserver = await startHomeserver();
  const ends: (() => Promise<void>)[] = [() => homeserver.stop()];
  const end = async () => {
    for (const one of ends.reverse()) await one();
  };
  const person = async (name: string) => {
    const one = await nioPerson(homeserver.url, name);
    ends.push(() => one.leavesTheKeyboard());
    return one;
  };
  try {
    const bot = await startProduct(homeserver.url, "whereat");
    ends.push(() => bot.stop());
    const [ana, ben, cem] = [await person("ana"), await person("ben"), await person("cem")];
    afterAll(end);
    const asks = async (who: NioPerson, room: string, question: string, words: string) => {
      await who.says(room, question, bot.userId);
      return saysBot(who, bot.userId, room, words);
    };
    return { homeserver, bot, ana, ben, cem, asks };
  } catch (error) {
    await end();
    throw error;
  }
}
