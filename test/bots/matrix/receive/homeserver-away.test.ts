import { expect, test } from "vitest";
import { MatrixRequestError } from "../../../../src/bots/matrix/http/request-error.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, event, text } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

async function inRoom() {
  const bot = await createBot();
  bot.room("!a", [ana, ben], { encrypted: true });
  return bot;
}

test("a hint is said for as long as the homeserver limits the bot for a minute, and not at all when it takes longer", async () => {
  const bot = await inRoom();
  let limited = 5;
  bot.fail((method) => (method === "send" && limited-- > 0 ? refusal(429, "M_LIMIT_EXCEEDED", 5000) : undefined));
  await bot.hears(text("!help"));
  expect(bot.bodies("!a")).toHaveLength(1);
  limited = 1000;
  await bot.hears(text("!help", {}, { event_id: "$2" }));
  expect(bot.bodies("!a")).toHaveLength(1);
  expect(limited).toBeGreaterThan(980);
});

test("a redaction ends at least what the one who redacts had shared themselves", async () => {
  const { hears, fail, received, events } = await inRoom();
  fail((method) => (method === "getEvent" ? refusal(504, "HTTP_504") : undefined));
  const redaction = event("m.room.redaction", { redacts: "$event" }, { event_id: "$r" });
  await expect(hears(redaction)).rejects.toThrow(MatrixRequestError);
  const ended = { kind: "share-ended", person: `matrix:${ana}`, share: `matrix:${JSON.stringify(["!a", "$event"])}` };
  expect(received).toEqual([ended]);
  fail(() => undefined);
  events.set("$event", { type: "m.room.message", sender: ana, content: {}, unsigned: { redacted_because: {} } });
  await hears(redaction);
  expect(received).toEqual([ended, ended]);
});
