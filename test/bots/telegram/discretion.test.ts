import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { createTelegramBot } from "../../../src/bots/telegram/telegram-bot.ts";
import { type MessageRef, personId, roomId } from "../../../src/core/model/ids.ts";
import type { Message } from "../../../src/core/model/message.ts";
import { text } from "../../../src/core/text/texts.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import {
  badGateway,
  conflict,
  halfABody,
  malformedJson,
  refusal,
  resetAfter,
  tooManyRequests,
} from "../../support/fake-bot-api/http/faults.ts";
import { nothingLost } from "../../support/world/past.ts";
import { connect, createBot, keepIn } from "./connect.ts";

const faults = [
  badGateway,
  conflict,
  halfABody,
  malformedJson,
  resetAfter,
  tooManyRequests(1),
  refusal(403, "Forbidden: bot was blocked by the user"),
  refusal(400, "Bad Request: can't parse entities: Ana is at 52.5123 in byte offset 3"),
];

/** All that this process would print while a test runs, whoever prints it. */
function capturePrinting(): string[] {
  const printed: string[] = [];
  const note = (chunk: unknown) => {
    printed.push(String(chunk));
    return true;
  };
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, "write").mockImplementation(note);
    onTestFinished(() => spy.mockRestore());
  }
  for (const method of ["log", "info", "warn", "error", "debug"] as const) {
    const spy = vi.spyOn(console, method).mockImplementation(note);
    onTestFinished(() => spy.mockRestore());
  }
  return printed;
}

test("no coordinate, name, id or token is logged, printed or left in an error, whatever goes wrong", async () => {
  const printed = capturePrinting();
  const { api, network, bot, logged, ana, ben, group } = await connect({
    receive: (incoming) => Promise.reject(new Error(inspect(incoming))),
  });
  const errors: unknown[] = [];
  const keep = (error: unknown) => void errors.push(error);
  const room = roomId("telegram", group.id);
  const message: Message = {
    kind: "message",
    reader: "everybody",
    lines: [
      text("where-is", {
        name: text("person-told", { name: "Ana" }),
        seen: "now",
        bound: "within",
        position: { latitude: 52.5123, longitude: 13.4321 },
        when: { since: instant(1_795_435_200_000) },
        left: 1000,
      }),
    ],
  };
  const privately: Message = { ...message, reader: "one person", pin: { latitude: 52.5123, longitude: 13.4321 } };
  const [ref] = (await network.send({ room }, message, "key")) as [MessageRef];
  for (const fault of faults) {
    for (const method of ["sendMessage", "sendLocation", "editMessageText", "deleteMessage", "answerCallbackQuery"]) {
      api.faults.next(method, fault);
    }
    for (const method of ["getUpdates", "setMessageReaction", "getChatMember", "getChat"])
      api.faults.next(method, fault);
    const share = api.live.share(ana, group, { latitude: 52.5123, longitude: 13.4321 }, 900);
    api.people.say(ben, group, "/whereis@whereat_bot Ana");
    api.callbacks.forge(ben, share, "choose abc");
    await network.send({ room }, message, "key").catch(keep);
    await network.send({ person: personId("telegram", ana.id) }, privately, "pin").catch(keep);
    await network.edit(ref, message).catch(keep);
    await network.remove(ref).catch(keep);
    await network.acknowledge(ref).catch(keep);
    await network.membership(room, personId("telegram", ana.id)).catch(keep);
    await network.roomName(room).catch(keep);
    await api.updates.drained();
  }
  await bot.stop();
  const refusedBot = createBot(api, { token: "31337:SECRET" });
  await refusedBot.bot.start().catch(keep);

  expect(errors.length).toBeGreaterThan(faults.length);
  expect(logged.length).toBeGreaterThan(3);
  const said = [...logged, ...refusedBot.logged, ...printed, ...errors.map((error) => inspect(error))].join("\n");
  const secrets = [api.token, "FAKE", "SECRET", "52.5", "13.4", "Ana", "Ben", "March", "ana", "whereis", "127.0.0.1"];
  for (const secret of [...secrets, ...[ana.id, ben.id, group.id, api.bot.id].map(String)]) {
    // A stack trace names files of ours; only what is said counts.
    expect(said.replaceAll(/^\s+at .*$/gm, "")).not.toContain(secret);
  }
});

test("a server that is not there is told by the network's code alone", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  const logged: string[] = [];
  const { promise: met, resolve } = Promise.withResolvers<void>();
  const log = createLog("debug", (words) => {
    logged.push(words);
    resolve();
  });
  const bot = createTelegramBot(
    { token: "31337:SECRET", apiRoot: `http://127.0.0.1:${port}/` },
    () => Promise.resolve(),
    {
      now: () => instant(1),
      wait: () => new Promise<void>(() => undefined),
      random: () => 0,
      log,
      keep: keepIn(new Map()),
      past: nothingLost,
    },
  );
  const starting = bot.start();
  await met;
  await bot.stop();
  expect(await starting).toBe("Telegram: stopped before it was connected");
  expect(logged).toEqual([
    "warn: Telegram: the Bot API cannot be reached; it is tried again until it works (Error ECONNREFUSED)",
  ]);
});
