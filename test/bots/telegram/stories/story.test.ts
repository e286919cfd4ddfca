import { describeStory } from "../../../contracts/story.ts";
import { createTelegramHarness } from "../../../support/story/telegram-harness.ts";
import { startProduct } from "../product/product.ts";

describeStory("on Telegram", async () => {
  // Told as fast as in the console, where nothing waits for its turn, so that each position is as old in both.
  const { api, settle, pass } = await startProduct({}, "none");
  return createTelegramHarness(api, { settle, wait: pass });
});
