import { describe, expect, test } from "vitest";
import { maxCopiedCharacters, maxCopyButtons } from "../../../../src/bots/telegram/limits.ts";
import type { DeliveryError } from "../../../../src/core/model/errors.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { refusal, resetBefore } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { connect } from "../connect.ts";

const say = (parts: Partial<Message> = {}): Message => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "March" })],
  ...parts,
});
const to = (chat: Chat) => ({ room: roomId("telegram", chat.id) });
const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => "delivered",
    (error: DeliveryError) => error.failure,
  );

describe("a pin", () => {
  const alone = async () => {
    const at = await connect();
    const chat = at.api.places.privateChat(at.ana);
    return { ...at, chat, toAna: { person: personId("telegram", at.ana.id) } };
  };
  const withPin = (pin: Message["pin"] = { latitude: 1, longitude: 2 }) => say({ reader: "one person", pin: pin! });

  test("follows the text, silently, with its accuracy in whole metres", async () => {
    const { api, network, chat, toAna } = await alone();
    const pins = [
      { latitude: 52.52, longitude: 13.405, accuracy: 7.2 },
      { latitude: 52.52, longitude: 13.405 },
      { latitude: 52.52, longitude: 13.405, accuracy: 1500 },
    ];
    for (const pin of pins) expect(await network.send(toAna, withPin(pin), "key")).toHaveLength(2);
    const shown = api.screen.fromBot(chat).map(({ location }) => location?.horizontal_accuracy);
    expect(shown).toEqual([undefined, 8, undefined, undefined, undefined, 1500]);
    const sent = api.calls.accepted("sendLocation").map(({ params }) => params);
    expect(sent.map((params) => params.horizontal_accuracy)).toEqual([8, undefined, 1500]);
    expect(sent.every((params) => params.disable_notification === true && params.protect_content === true)).toBe(true);
  });

  test("is refused in a room, and with an accuracy that Telegram cannot show, and then nothing of it is sent", async () => {
    const { api, network, group, toAna } = await alone();
    const inRoom = { ...withPin(), reader: "everybody" } as unknown as Message;
    expect(await failure(network.send(to(group), inRoom, "key"))).toEqual({ kind: "refused" });
    const cell = { latitude: 52.52, longitude: 13.405, accuracy: 5000 };
    expect(await failure(network.send(toAna, withPin(cell), "key"))).toEqual({ kind: "refused" });
    expect([...api.calls.all].filter(({ method }) => method.startsWith("send"))).toEqual([]);
  });

  test.each([
    ["refused", refusal(400, "Bad Request: not enough rights to send locations to the chat"), "refused"],
    ["cut off", resetBefore, "later"],
  ])("that is %s takes its text with it", async (_how, fault, kind) => {
    const { api, network, chat, toAna } = await alone();
    api.faults.next("sendLocation", fault);
    expect(await failure(network.send(toAna, withPin(), "key"))).toMatchObject({ kind });
    expect(api.screen.fromBot(chat)).toEqual([]);
  });
});

test("what may be copied is a button each, and is left out when there are too many, or it is too long", async () => {
  const { api, network, group } = await connect();
  const copies = (count: number, copied = "52.52000, 13.40500") =>
    Array.from({ length: count }, () => ({ label: text("copy-coordinates"), words: copied }));
  const shown = async (of: Message["copies"]) => {
    await network.send(to(group), say({ copies: of! }), "key");
    const { reply_markup } = api.calls.accepted("sendMessage").at(-1)?.params ?? {};
    return (reply_markup as { inline_keyboard?: unknown[][] } | undefined)?.inline_keyboard ?? [];
  };
  expect(await shown(copies(1))).toEqual([
    [{ text: "Copy the coordinates", copy_text: { text: "52.52000, 13.40500" } }],
  ]);
  expect(await shown(copies(maxCopyButtons))).toHaveLength(maxCopyButtons);
  expect(await shown(copies(maxCopyButtons + 1))).toEqual([]);
  expect(await shown(copies(1, "x".repeat(maxCopiedCharacters)))).toHaveLength(1);
  expect(await shown(copies(1, "x".repeat(maxCopiedCharacters + 1)))).toEqual([]);
});
