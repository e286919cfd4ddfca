import { expect, test } from "vitest";
import { shownLines } from "../../../../src/bots/telegram/send/send-text.ts";
import { formatTexts } from "../../../../src/core/text/catalogue.ts";
import { text } from "../../../../src/core/text/texts.ts";

const lineOf = (bot: string) =>
  shownLines({ lines: [text("start-in-room"), text("expiry-change", { shortest: 60_000, longest: 120_000 })] }, [], {
    bot,
  }).map(({ line }) => line.filter((span) => typeof span !== "string" || span.includes("/")));

test("a command without anything behind it stands in plain words, with the bot's name in a group; one to be copied stays code", () => {
  expect(formatTexts([text("start-in-room")]).flat()).toContainEqual({ code: "/share" });
  const [group = [], change = []] = lineOf("@whereat_bot");
  expect(group).toEqual(["/share@whereat_bot", "/whereis@whereat_bot", "/help@whereat_bot"]);
  expect(change).toEqual([{ code: "/expiry 2 hours" }]);
  expect(lineOf("")[0]).toEqual(["/share", "/whereis", "/help"]);
});
