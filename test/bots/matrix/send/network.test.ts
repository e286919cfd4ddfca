import { describe, expect, test } from "vitest";
import { CannotEncryptError } from "../../../../src/bots/matrix/crypto/crypto-errors.ts";
import { linesOf } from "../../../../src/bots/matrix/send/message-content.ts";
import { messageRef, readMessageRef } from "../../../../src/bots/matrix/send/message-ref.ts";
import { renderText } from "../../../../src/bots/render.ts";
import type { DeliveryError } from "../../../../src/core/model/errors.ts";
import { type MessageRef, personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Message } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { instant } from "../../../../src/lib/time.ts";
import { apart, words } from "../../../support/world/words.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

const say = (parts: Partial<Message> = {}): Message => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "Ana <b>" }), text("share-yours")],
  ...parts,
});
const room = { room: roomId("matrix", "!a") };
const toAna = { person: personId("matrix", ana) };
const answer = { shows: [], until: instant(1) };
const pin = { latitude: 52.52, longitude: 13.405, accuracy: 7.2 };
const failure = (sending: Promise<unknown>) =>
  sending.then(
    () => "delivered",
    (error: DeliveryError) => error.failure,
  );
/** @param more somebody with whom there is a private chat */
async function inRoom(more: Parameters<typeof createBot>[0] = {}) {
  const bot = await createBot(more);
  bot.room("!a", [ana, ben]);
  return bot;
}

describe("a message", () => {
  test("is a notice that mentions nobody, with its looks escaped and commands as people can type them", async () => {
    const { network, sent } = await inRoom();
    const asked = messageRef({ room: "!a", event: "$asked" });
    const refs = await network.send(room, say(), "key", asked);
    expect(sent).toMatchObject([
      {
        type: "m.room.message",
        content: {
          msgtype: "m.notice",
          body: `Nobody shares a position with ${apart("“Ana <b>”")} now.\nTo share yours, say !share.`,
          formatted_body: `Nobody shares a position with ${apart("<b>“Ana &lt;b&gt;”</b>")} now.<br>To share yours, say <code>!share</code>.`,
          "m.mentions": {},
          "m.relates_to": { "m.in_reply_to": { event_id: "$asked" } },
        },
      },
    ]);
    expect(refs.map(readMessageRef)).toEqual([{ room: "!a", event: "$sent1" }]);
  });

  test("stays in its thread", async () => {
    const { network, sent } = await inRoom();
    const thread = { ...room, thread: "$root" };
    await network.send(thread, say(), "1", messageRef({ room: "!a", event: "$asked" }));
    await network.send(thread, say(), "2");
    expect(sent.map(({ content }) => content["m.relates_to"])).toEqual([
      { rel_type: "m.thread", event_id: "$root", is_falling_back: false, "m.in_reply_to": { event_id: "$asked" } },
      { rel_type: "m.thread", event_id: "$root", is_falling_back: true, "m.in_reply_to": { event_id: "$root" } },
    ]);
  });

  test("that is sent again under the same key is sent once; other keys and parts are others", async () => {
    const { network, sent } = await inRoom({ privateChatWith: ana });
    const withPin = say({ reader: "one person", pin });
    const first = await network.send(toAna, withPin, "key");
    expect(await network.send(toAna, withPin, "key")).toEqual(first);
    await network.send(toAna, withPin, "another");
    expect(new Set(sent.map(({ txnId }) => txnId)).size).toBe(4);
    expect(sent).toHaveLength(4);
    for (const { txnId } of sent) expect(txnId).toMatch(/^[\w-]{32}$/);
  });

  test("whose sending was cut off is found by its key, with its pin and the question that it answers", async () => {
    const { network } = await inRoom({ privateChatWith: ana });
    const asked = messageRef({ room: "!a", event: "$asked" });
    expect(await network.sentBefore?.(room, "key", asked)).toEqual([]);
    const sent = await network.send(room, say({ answer }), "key", asked);
    expect(await network.sentBefore?.(room, "key", asked)).toEqual(sent);
    expect(await network.sentBefore?.(room, "another", asked)).toEqual([]);
    const alone = await network.send(toAna, say({ reader: "one person", pin, answer }), "alone");
    expect(alone).toHaveLength(2);
    expect(await network.sentBefore?.(toAna, "alone")).toEqual(alone);
  });

  test("for one person may have a pin beside it, which nobody can take for a person's own position", async () => {
    const { network, sent } = await inRoom({ privateChatWith: ana });
    const toRoom = say({ pin } as Partial<Message>);
    expect(await failure(network.send(room, toRoom, "1"))).toEqual({ kind: "refused" });
    expect(sent).toEqual([]);
    await network.send(toAna, say({ reader: "one person", pin }), "2");
    expect(sent[1]?.content).toMatchObject({
      msgtype: "m.location",
      geo_uri: "geo:52.520000,13.405000;u=8",
      "org.matrix.msc3488.asset": { type: "m.pin" },
    });
  });

  test("whose pin is refused does not stay either", async () => {
    const bot = await inRoom({ privateChatWith: ana });
    let sends = 0;
    bot.fail((method) => (method === "send" && ++sends === 2 ? refusal(403) : undefined));
    expect(await failure(bot.network.send(toAna, say({ reader: "one person", pin }), "key"))).toEqual({
      kind: "refused",
    });
    expect(bot.redacted).toEqual(["$sent1"]);
  });

  test("whose pin may have been taken stays, and is found with the pin by its key", async () => {
    const bot = await inRoom({ privateChatWith: ana });
    let sends = 0;
    bot.fail((method) => (method === "send" && ++sends === 2 ? refusal(undefined, "ECONNRESET") : undefined));
    const message = say({ reader: "one person", pin, answer });
    expect(await failure(bot.network.send(toAna, message, "key"))).toMatchObject({ kind: "later" });
    expect(bot.redacted).toEqual([]);
    expect(await bot.network.sentBefore?.(toAna, "key")).toHaveLength(1);
    expect(await bot.network.send(toAna, message, "key")).toHaveLength(2);
    expect(await bot.network.sentBefore?.(toAna, "key")).toHaveLength(2);
  });

  test("has numbers to choose by in words, and no way into a private chat: the bot invites into it", async () => {
    const { network, bodies } = await inRoom();
    const choices = [
      { label: words("march"), command: "choose x" },
      { label: words("legal"), command: "choose y" },
    ];
    await network.send(toAna, say({ reader: "one person", choices }), "1");
    expect(bodies("!direct1")[0]).toContain(`\n1  ${apart("march")}\n2  ${apart("legal")}\nAnswer with the number.`);
    await network.send(room, say({ privateChat: { label: text("share-button"), payload: "abc" } }), "2");
    expect(bodies("!a")).toEqual([renderText(linesOf(say()))]);
  });
});

describe("what is for one person", () => {
  test("goes to a private chat, which is made once, and never to a room", async () => {
    const { network, direct, bodies, sent } = await inRoom();
    expect(await failure(network.send(room, say({ reader: "one person" }), "1"))).toEqual({ kind: "refused" });
    await network.send(toAna, say({ reader: "one person" }), "2");
    await network.send(toAna, say({ reader: "one person" }), "3");
    expect(direct.get(ana)).toEqual(["!direct1"]);
    expect(bodies("!direct1")).toHaveLength(2);
    expect(sent).toHaveLength(2);
  });

  test("goes nowhere where somebody else has come in", async () => {
    const { network, rooms, direct } = await inRoom();
    await network.send(toAna, say({ reader: "one person" }), "1");
    rooms.get("!direct1")?.invited.push(ben);
    await network.send(toAna, say({ reader: "one person" }), "2");
    expect(direct.get(ana)).toEqual(["!direct1", "!direct2"]);
  });
});

describe("what was sent", () => {
  test("is never edited into something else: whoever looks finds what it said before", async () => {
    const { network } = await inRoom();
    expect(Object.keys(network)).toContain("remove");
    expect(Object.keys(network)).not.toContain("edit");
  });

  test("is redacted, and an answer with its question", async () => {
    const { network, redacted } = await inRoom();
    const [ref] = await network.send(room, say({ answer }), "key", messageRef({ room: "!a", event: "$asked" }));
    await network.remove(ref as MessageRef);
    expect(redacted).toEqual(["$sent1", "$asked"]);
  });

  test("of a live share, goes with its latest point, and with that alone", async () => {
    const { network, redacted, events } = await inRoom();
    const content = { "m.relates_to": { rel_type: "m.reference", event_id: "$info" } };
    for (const point of ["$one", "$two"]) events.set(point, { content });
    await network.remove(messageRef({ room: "!a", event: "$info" }), "live share");
    expect(redacted).toEqual(["$two", "$info"]);
  });

  test("is edited away where it may not be redacted; that the question may not be changes nothing", async () => {
    const bot = await inRoom();
    const [ref] = await bot.network.send(room, say({ answer }), "key", messageRef({ room: "!a", event: "$asked" }));
    bot.fail((method) => (method === "redact" ? refusal(403) : undefined));
    await bot.network.remove(ref as MessageRef);
    expect(bot.sent[1]?.content).toMatchObject({ "m.new_content": { body: "This answer is no longer valid." } });
  });

  test("is tried again later when the homeserver is away, the question too", async () => {
    const bot = await inRoom();
    const [ref] = await bot.network.send(room, say({ answer }), "key", messageRef({ room: "!a", event: "$asked" }));
    let calls = 0;
    bot.fail((method) => (method === "redact" && ++calls === 2 ? refusal(undefined, "ECONNREFUSED") : undefined));
    expect(await failure(bot.network.remove(ref as MessageRef))).toEqual({ kind: "later", after: 5000 });
  });

  test("is not what another network, or nobody, sent", async () => {
    const { network } = await inRoom();
    const others = 'telegram:1/2 matrix:[] matrix:["a"] matrix:["a","b","c","d"] matrix:[1,2] matrix:{'.split(" ");
    for (const ref of others) expect(await failure(network.remove(ref as MessageRef))).toEqual({ kind: "refused" });
  });

  test("keeps its ids apart, whatever they hold", () => {
    for (const ids of [
      { room: '!"],[', event: "$a/b" },
      { room: "!\\", event: "$", asked: "é\n" },
    ])
      expect(readMessageRef(messageRef(ids))).toEqual(ids);
  });
});

describe("a failure", () => {
  test.each([
    ["no answer", refusal(undefined, "ECONNREFUSED"), { kind: "later", after: 5000 }],
    ["too many requests", refusal(429, "M_LIMIT_EXCEEDED", 7000), { kind: "later", after: 7000 }],
    ["a broken homeserver", refusal(500, "M_UNKNOWN"), { kind: "later", after: 5000 }],
    ["a token that is no longer good", refusal(401, "M_UNKNOWN_TOKEN"), { kind: "later", after: 5000 }],
    ["no power to speak", refusal(403), { kind: "refused" }],
    ["a message that is too large", refusal(413, "M_TOO_LARGE"), { kind: "refused" }],
    ["an encryption that is not known", new CannotEncryptError("x"), { kind: "refused" }],
    ["anything else about encryption", new Error("wasm"), { kind: "later", after: 5000 }],
  ])("%s: nothing is sent in clear instead", async (_, error, expected) => {
    const bot = await inRoom();
    bot.fail((method) => (method === "send" ? error : undefined));
    expect(await failure(bot.network.send(room, say(), "key"))).toEqual(expected);
    expect(bot.sent).toEqual([]);
  });

  test("of a room that the bot is not in any more is the end of it", async () => {
    const bot = await inRoom();
    await bot.account.connection.leave("!a");
    expect(await failure(bot.network.send(room, say(), "key"))).toEqual({ kind: "gone" });
  });

  test("before it is connected is one that passes", async () => {
    const { network } = await createBot({ connected: false });
    expect(await failure(network.send(room, say(), "key"))).toEqual({ kind: "later", after: 1000 });
    await expect(network.membership(room.room, toAna.person)).rejects.toMatchObject({ failure: { kind: "later" } });
    expect(await network.roomName(room.room)).toBeUndefined();
  });
});
