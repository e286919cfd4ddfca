import { describeStory } from "../../contracts/story.ts";
import { createTelegramHarness } from "../../support/story/telegram-harness.ts";
import { startProduct } from "./product.ts";

describeStory("on Telegram", async () => {
  const { api, settle, pass } = await startProduct();
  return createTelegramHarness(api, { settle, wait: pass });
});
