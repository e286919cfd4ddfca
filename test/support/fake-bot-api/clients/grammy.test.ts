import { Bot, GrammyError, HttpError } from "grammy";
import { expect, onTestFinished, test } from "vitest";
import { badGateway, malformedJson, resetAfter, resetBefore, unauthorized } from "../http/faults.ts";
import { type Started, startForTest } from "./test-server.ts";

function botOf(api: Started): Bot {
  return new Bot(api.token, { client: { apiRoot: api.url } });
}

test("grammY starts, is told of commands, and finds its name and menu where it put them", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const march = api.places.supergroup({ title: "March", members: [ana], bot: "member" });
  const bot = botOf(api);
  const seen: string[] = [];
  bot.command("whereis", (ctx) => void seen.push(`${ctx.me.username} ${ctx.match}`));
  const polling = bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await polling;
  });
  await bot.api.setMyCommands([{ command: "whereis", description: "Show where people are" }], {
    scope: { type: "all_group_chats" },
    language_code: "de",
  });

  api.people.say(ana, march, "/whereis@WhereAt_Bot ben");
  await api.updates.drained();
  expect(seen).toEqual(["whereat_bot ben"]);
  expect(api.menu({ type: "all_group_chats" }, "de")).toEqual([
    { command: "whereis", description: "Show where people are" },
  ]);
  expect(api.menu()).toEqual([]);
});

test("a second poller ends the first one's polling with 409", async () => {
  const api = await startForTest();
  const first = botOf(api);
  const polling = first.start();
  await api.calls.until(() => api.updates.isPolled());
  const second = botOf(api);
  const secondPolling = second.start();
  onTestFinished(async () => {
    await second.stop();
    await secondPolling;
  });
  await expect(polling).rejects.toMatchObject({
    error_code: 409,
    description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
  });
});

test("grammY tells a refusal from an answer that never came, and only the latter may have been carried out", async () => {
  const api = await startForTest();
  const chat = api.places.privateChat(api.places.person("Ana"));
  const bot = botOf(api);
  const send = (text: string) =>
    bot.api.sendMessage(chat.id, text).then(
      () => "accepted",
      (why: unknown) =>
        why instanceof GrammyError ? why.error_code : why instanceof HttpError ? "HttpError" : "other",
    );
  const outcomes: unknown[] = [];
  for (const fault of [unauthorized, badGateway, resetBefore, resetAfter, malformedJson]) {
    api.faults.next("sendmessage", fault);
    outcomes.push(await send(fault.kind));
  }
  outcomes.push(await send("none"));
  expect(outcomes).toEqual([401, "HttpError", "HttpError", "HttpError", "HttpError", "accepted"]);
  expect(api.screen.now(chat).map(({ text }) => text)).toEqual(["reset", "malformed JSON", "none"]);
  expect(api.calls.refused("sendMessage")).toHaveLength(3);
});
