import { expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { startProduct } from "../product/product.ts";

test("in an answer on Telegram, apps say how old a position is at the time of reading; older apps show words that stay true", async () => {
  const { api, settle, pass } = await startProduct();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  api.live.share(ana, march, { latitude: 52.52, longitude: 13.405 }, hour / 1000);
  await settle();
  const reported = Math.floor(api.world.now() / 1000);
  await pass(4 * minute);
  api.people.say(ana, march, `/whereis@${api.bot.username}`);
  await settle();
  const answer = api.screen.fromBot(march).at(-1);
  const time = answer?.entities?.find(({ type }) => type === "date_time");
  expect(time?.unix_time).toBe(reported);
  const words = answer?.text?.slice(time?.offset, (time?.offset ?? 0) + (time?.length ?? 0));
  expect(words).toMatch(/^4 minutes ago \(\d\d:\d\d \S+\)$/);
});
