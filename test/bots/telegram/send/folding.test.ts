import { expect, test } from "vitest";
import { hour } from "../../../../src/lib/time.ts";
import { startProduct } from "../product/product.ts";

async function ask(count: number) {
  const { api, settle, pass } = await startProduct();
  const people = Array.from({ length: count }, (_, index) => api.places.person(`P${index}`));
  const [ben] = people;
  const march = api.places.supergroup({ title: "March", members: people, bot: "administrator" });
  for (const [index, person] of people.entries())
    api.live.share(person, march, { latitude: 52 + index / 100, longitude: 13 }, hour / 1000);
  await settle();
  await pass(1000);
  api.people.say(ben!, march, `/whereis@${api.bot.username}`);
  await settle();
  const { text = "", entities = [] } = api.screen.fromBot(march).at(-1) ?? {};
  const quotes = entities.filter(({ type }) => type.endsWith("blockquote"));
  return { text, quotes, folded: quotes.map(({ offset, length }) => text.slice(offset, offset + length)) };
}

test("of a long list on Telegram, the nearest five are seen, and the others stand in one quotation that opens", async () => {
  const { text, quotes, folded } = await ask(9);
  expect(quotes.map(({ type }) => type)).toEqual(["expandable_blockquote"]);
  const [first = "", ...lines] = text.split("\n");
  expect(first.replace(/[\u2068\u2069]/g, "")).toContain("9 people share with this room now.");
  expect(lines).toHaveLength(9);
  expect(folded).toEqual([lines.slice(5).join("\n")]);
  expect(lines.map((line) => line.replace(/[\u2068\u2069]/g, "").slice(0, 2))).toEqual([
    "P1",
    "P2",
    "P3",
    "P4",
    "P5",
    "P6",
    "P7",
    "P8",
    "P0",
  ]);
});

test("a short list is seen as a whole", async () => {
  expect((await ask(5)).quotes).toEqual([]);
});
