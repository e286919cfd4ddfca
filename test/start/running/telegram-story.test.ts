import { onTestFinished } from "vitest";
import { describeStory } from "../../contracts/story.ts";
import { startFakeBotApi } from "../../support/fake-bot-api/start.ts";
import { createTelegramHarness } from "../../support/story/telegram-harness.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

/**
 * Telegram takes one message a second in a group, so that the story takes half a minute here, and a position is that old: "just now" has
 * become "20 sec ago", and an hour 59 minutes.
 */
const aMinuteTooOld = (text: string): string =>
  text
    .replaceAll(/\bjust now\b|\b\d+ sec ago\b/g, "less than a minute ago")
    .replaceAll(/\b59 minutes\b/g, "1 hour")
    .replaceAll(/\b29 minutes\b/g, "30 minutes");

describeStory("by the program itself, connected to Telegram", async () => {
  const api = await startFakeBotApi({ now: Date.now });
  onTestFinished(() => api.close());
  const folder = await freshFolder();
  startProgram({
    TELEGRAM_BOT_TOKEN: api.token,
    TELEGRAM_API_ROOT: api.url,
    WHEREAT_STORE: `sqlite:${folder}/whereat.db`,
    WHEREAT_KEYS: `file:${folder}/keyring`,
  });
  const patience = AbortSignal.timeout(hangsAfter / 2);
  patience.addEventListener("abort", api.calls.look);
  // Another program's silence tells nothing: what was to come is waited for, until it is plain that it will not come.
  const harness = createTelegramHarness(api, {
    settle: async (isComplete) => void (await api.calls.until(() => isComplete() || patience.aborted)),
  });
  return { ...harness, compared: aMinuteTooOld };
});
