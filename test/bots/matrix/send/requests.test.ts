import { describe, expect, test } from "vitest";
import { messageRef } from "../../../../src/bots/matrix/send/message-ref.ts";
import { forOnePerson } from "../../../../src/core/model/effects.ts";
import { personId } from "../../../../src/core/model/ids.ts";
import { commandOf, requestChoices, requestLabels } from "../../../../src/core/model/request.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { failureOf } from "../../../support/networks/harness.ts";
import { words } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben, text as typed } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const to = { person: personId("matrix", ana) };
const message = forOnePerson({ lines: [words("asked")], onlyIfOpen: true });

describe("what is only for an open private chat", () => {
  test("is said where the person is, and in no room that is made for it", async () => {
    const bot = await createBot();
    expect(await failureOf(bot.network.send(to, message, "key"))).toBe("refused");
    expect(bot.rooms.size).toBe(0);
    bot.room("!private", [ana]);
    bot.direct.set(ana, ["!private"]);
    await bot.hears(typed("!help"), "!private");
    expect(await failureOf(bot.network.send(to, message, "key"))).toBe("done");
    expect(bot.bodies("!private")).toContain("asked");
  });

  test("is not said where the person is only invited, or is not alone with the bot any more", async () => {
    const bot = await createBot();
    const chat = bot.room("!private", [ana]);
    bot.direct.set(ana, ["!private"]);
    await bot.hears(typed("!help"), "!private");
    chat.members = chat.members.filter((user) => user !== ana);
    chat.invited = [ana];
    expect(await failureOf(bot.network.send(to, message, "one"))).toBe("refused");
    chat.members.push(ana);
    chat.invited = [ben];
    expect(await failureOf(bot.network.send(to, message, "other"))).toBe("refused");
    expect(bot.bodies("!private")).not.toContain("asked");
    expect(bot.rooms.size).toBe(1);
  });
});

test("replies are numbered, and what else a keyboard says elsewhere is nothing here", async () => {
  const bot = await createBot();
  bot.room("!private", [ana]);
  bot.direct.set(ana, ["!private"]);
  await bot.hears(typed("!help"), "!private");
  const replies = requestChoices.map((choice) => ({ label: text(requestLabels[choice]), command: commandOf(choice) }));
  await bot.network.send(to, { ...message, keyboard: { kind: "replies", replies } }, "replies");
  expect(
    bot
      .bodies("!private")
      .at(-1)
      ?.replace(/[\u2068\u2069]/g, ""),
  ).toBe("asked\n1  Send once\n2  15 minutes\n3  1 hour\n4  Not now\n5  Never from this room\nAnswer with the number.");
  await bot.network.send(to, { ...message, keyboard: { kind: "location", label: words("here") } }, "location");
  await bot.network.send(to, { ...message, keyboard: { kind: "none" } }, "none");
  expect(bot.bodies("!private").slice(-2)).toEqual(["asked", "asked"]);
});

test("what somebody else said is redacted, and where the bot may not, nothing stands in its place", async () => {
  const bot = await createBot();
  bot.room("!a", [ana, ben]);
  const ref = messageRef({ room: "!a", event: "$theirs" });
  await bot.network.remove(ref, true);
  expect(bot.redacted).toEqual(["$theirs"]);
  bot.fail((method) => (method === "redact" ? refusal(403) : undefined));
  expect(await failureOf(bot.network.remove(ref, true))).toBe("done");
  expect(bot.sent).toEqual([]);
});
