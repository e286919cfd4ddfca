import { expect, test } from "vitest";
import { roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { startForTest } from "../../../support/fake-bot-api/clients/test-server.ts";
import { createBot } from "../connect.ts";

const words: Message = { kind: "message", reader: "everybody", lines: [text("share-yours")] };
const withLink: Message = { ...words, privateChat: { label: text("share-button"), payload: "a_-9" } };

test("what was left from the last time is sent before the bot knows its own name, but for a link that holds the name", async () => {
  const api = await startForTest();
  const ana = api.places.person("Ana");
  const group = api.places.supergroup({ title: "March", members: [ana], bot: "administrator" });
  const { bot, network } = createBot(api);
  const to = { room: roomId("telegram", group.id) };
  expect(await network.send(to, words, "key")).toHaveLength(1);
  await expect(network.send(to, withLink, "key")).rejects.toMatchObject({ failure: { kind: "later", after: 1000 } });
  await bot.start();
  expect(await network.send(to, withLink, "key")).toHaveLength(1);
  expect(api.screen.fromBot(group).map(({ buttons }) => buttons.flat())).toEqual([
    [],
    [{ text: "Share with this room in private", url: "https://t.me/whereat_bot?start=a_-9" }],
  ]);
});
