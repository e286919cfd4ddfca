import { expect, test } from "vitest";
import { forOnePerson } from "../../../../src/core/model/effects.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import { commandOf, requestLabels } from "../../../../src/core/model/request.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { failureOf } from "../../../support/networks/harness.ts";
import { words } from "../../../support/world/words.ts";
import { connect } from "../connect.ts";

const replies = (["once", "quarter", "hour", "never"] as const).map((choice) => ({
  label: text(requestLabels[choice]),
  command: commandOf(choice),
}));
const offer = forOnePerson({ lines: [words("asked")], keyboard: { kind: "replies", replies } });

test("each key stands in a row of its own, so that none is hit in place of another", async () => {
  const { api, network } = await connect();
  const ana = api.places.person("Ana");
  const chat = api.places.privateChat(ana);
  await network.send({ person: personId("telegram", ana.id) }, offer, "key");
  expect(api.keyboards.now(chat).map((row) => row.map((key) => key.text))).toEqual([
    ["Send once"],
    ["15 minutes"],
    ["1 hour"],
    ["Never from this room"],
  ]);
  const markup = api.calls.accepted("sendMessage").at(-1)?.params.reply_markup;
  expect(markup).toMatchObject({ resize_keyboard: true });
});

test("no group gets a keyboard, for whomever it is", async () => {
  const { api, network, group } = await connect();
  const room = roomId("telegram", group.id);
  const toAll = { ...offer, reader: "everybody" } as never;
  for (const message of [offer, toAll]) expect(await failureOf(network.send({ room }, message, "key"))).toBe("refused");
  expect(api.screen.fromBot(group)).toEqual([]);
});

test("nothing is edited to bring a keyboard, which Telegram does not do", async () => {
  const { api, network } = await connect();
  const ana = api.places.person("Ana");
  api.places.privateChat(ana);
  const [ref] = await network.send(
    { person: personId("telegram", ana.id) },
    forOnePerson({ lines: [words("a")] }),
    "k",
  );
  expect(await failureOf(network.edit(ref!, offer))).toBe("refused");
  expect(api.calls.all.filter(({ method }) => method === "editMessageText")).toEqual([]);
});

test("what is silent rings on no phone", async () => {
  const { api, network } = await connect();
  const ana = api.places.person("Ana");
  api.places.privateChat(ana);
  for (const silent of [false, true])
    await network.send(
      { person: personId("telegram", ana.id) },
      forOnePerson({ lines: [words("a")], ...(silent && { silent }) }),
      `key ${silent}`,
    );
  expect(api.calls.accepted("sendMessage").map(({ params }) => params.disable_notification)).toEqual([false, true]);
});
