import { describe, expect, test } from "vitest";
import { readMessageRef } from "../../../../src/bots/matrix/send/message-ref.ts";
import { roomId } from "../../../../src/core/model/ids.ts";
import type { Spoken } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { instant } from "../../../../src/lib/time.ts";
import { createBot } from "../fake/bot-at-fake.ts";
import { ana, ben } from "../fake/events.ts";
import { refusal } from "../fake/fake-account.ts";

/** The head of a PNG of 800 by 600. */
const png = new Uint8Array(40);
new DataView(png.buffer).setUint32(16, 800);
new DataView(png.buffer).setUint32(20, 600);

const say = (parts: Partial<Spoken> = {}): Spoken => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "March" })],
  answer: { shows: [], until: instant(1) },
  drawn: png,
  ...parts,
});
const room = { room: roomId("matrix", "!a") };

async function inRoom(encrypted: boolean) {
  const bot = await createBot();
  bot.room("!a", [ana, ben], { encrypted });
  return bot;
}

describe("a picture", () => {
  test("is uploaded encrypted, and sent in reply to its text, with the text in words", async () => {
    const bot = await inRoom(true);
    expect(await bot.network.noPicture?.(room, say())).toBeUndefined();
    const refs = await bot.network.send(room, say(), "key");
    expect(bot.uploads).toEqual([png]);
    const [words, picture] = bot.sent;
    expect(picture?.content).toMatchObject({
      msgtype: "m.image",
      body: words?.content["body"],
      file: { url: "mxc://example.org/1" },
      info: { mimetype: "image/png", w: 800, h: 600, size: png.length },
      "m.mentions": {},
      "m.relates_to": { "m.in_reply_to": { event_id: words?.id } },
    });
    expect(picture?.content).not.toHaveProperty("url");
    expect(refs.map((ref) => readMessageRef(ref)?.event)).toEqual([words?.id, picture?.id]);
  });

  test("is redacted with its text", async () => {
    const bot = await inRoom(true);
    for (const ref of await bot.network.send(room, say(), "key")) await bot.network.remove(ref);
    expect(bot.redacted).toEqual(bot.sent.map(({ id }) => id));
  });

  test("is neither drawn nor uploaded for a room without encryption, where servers would keep it readable", async () => {
    const bot = await inRoom(false);
    expect(await bot.network.noPicture?.(room, say())).toBe("plain-room");
    await bot.network.send(room, say(), "key");
    expect(bot.uploads).toEqual([]);
    expect(bot.sent.map(({ content }) => content["msgtype"])).toEqual(["m.notice"]);
  });

  test("that the homeserver does not take leaves the text, which says so", async () => {
    const bot = await inRoom(true);
    bot.fail((method) => (method === "uploadEncrypted" ? refusal(413, "M_TOO_LARGE") : undefined));
    expect(await bot.network.send(room, say(), "key")).toHaveLength(1);
    expect(bot.sent).toHaveLength(1);
    expect(bot.sent[0]?.content["body"]).toMatch(/This chat did not take my picture\./);
  });

  test("that the room does not take leaves the text, which is edited to say so", async () => {
    const bot = await inRoom(true);
    let sent = 0;
    bot.fail((method) => (method === "send" && (sent += 1) === 2 ? refusal(413, "M_TOO_LARGE") : undefined));
    expect(await bot.network.send(room, say(), "key")).toHaveLength(1);
    const [words, edit] = bot.sent;
    expect(bot.redacted).toEqual([]);
    expect(edit?.content["m.relates_to"]).toEqual({ rel_type: "m.replace", event_id: words?.id });
    expect(edit?.content["m.new_content"]).toMatchObject({
      body: expect.stringMatching(/This chat did not take my picture\./),
    });
  });

  test("that cannot be uploaded now is tried again with its text, which is not sent before", async () => {
    const bot = await inRoom(true);
    bot.fail((method) => (method === "uploadEncrypted" ? refusal(502) : undefined));
    await expect(bot.network.send(room, say(), "key")).rejects.toMatchObject({ failure: { kind: "later" } });
    expect(bot.sent).toEqual([]);
  });

  test("that is sent again under the same key is shown once, and found by it", async () => {
    const bot = await inRoom(true);
    const refs = await bot.network.send(room, say(), "key");
    expect(await bot.network.send(room, say(), "key")).toEqual(refs);
    expect(bot.sent).toHaveLength(2);
  });
});
