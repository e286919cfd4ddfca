import { describe, expect, test } from "vitest";
import type { DeliveryError } from "../../../../src/core/model/errors.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Spoken } from "../../../../src/core/model/message.ts";
import { text } from "../../../../src/core/text/texts.ts";
import { instant } from "../../../../src/lib/time.ts";
import { refusal, resetBefore } from "../../../support/fake-bot-api/http/faults.ts";
import type { Chat } from "../../../support/fake-bot-api/world/world.ts";
import { connect } from "../connect.ts";

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3);
const say = (parts: Partial<Spoken> = {}): Spoken => ({
  kind: "message",
  reader: "everybody",
  lines: [text("nobody-shares", { room: "March" })],
  answer: { shows: [], until: instant(1) },
  drawn: png,
  ...parts,
});
const to = (chat: Chat) => ({ room: roomId("telegram", chat.id) });
const contents = (at: Awaited<ReturnType<typeof connect>>, chat: Chat) =>
  at.api.screen.fromBot(chat).map(({ message }) => message.content);

describe("a picture", () => {
  test("is sent as it is, in reply to its text, protected and silent", async () => {
    const at = await connect();
    const refs = await at.network.send(to(at.group), say(), "key");
    expect(refs).toHaveLength(2);
    const [words, photo] = at.api.screen.fromBot(at.group);
    expect(photo?.replyTo).toBe(words?.messageId);
    const { content } = photo?.message ?? {};
    expect(content).toMatchObject({ kind: "photo", caption: "" });
    if (content?.kind === "photo") expect(new Uint8Array(await content.file.arrayBuffer())).toEqual(png);
    const [sent] = at.api.calls.accepted("sendPhoto").map(({ params }) => params);
    expect(sent).toMatchObject({ protect_content: true, disable_notification: true, chat_id: at.group.id });
  });

  test("is deleted with its text", async () => {
    const at = await connect();
    for (const ref of await at.network.send(to(at.group), say(), "key")) await at.network.remove(ref);
    expect(contents(at, at.group)).toEqual([]);
  });

  test("that cannot be deleted any more gives way to an empty one, with a word why", async () => {
    const at = await connect();
    const [, ref] = await at.network.send(to(at.group), say(), "key");
    at.api.faults.next("deleteMessage", refusal(400, "Bad Request: message can't be deleted for everyone"));
    if (ref) await at.network.remove(ref);
    const [, photo] = contents(at, at.group);
    expect(photo).toMatchObject({ kind: "photo", caption: expect.stringMatching(/\S/) });
    if (photo?.kind !== "photo") throw new Error("no photo");
    const bytes = new Uint8Array(await photo.file.arrayBuffer());
    expect(bytes.length).toBeLessThan(500);
    expect([...bytes.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
  });

  test("is never edited into words", async () => {
    const at = await connect();
    const [, ref] = await at.network.send(to(at.group), say(), "key");
    const edited = ref && at.network.edit(ref, say());
    await expect(edited).rejects.toMatchObject({ failure: { kind: "refused" } });
  });

  test("goes to one person alone where its text does, and is never sent to the group", async () => {
    const at = await connect();
    const alone = { person: personId("telegram", at.ana.id) };
    const chat = at.api.places.privateChat(at.ana);
    await at.network.send(alone, say({ reader: "one person" }), "key");
    expect(contents(at, chat)).toMatchObject([{ kind: "text" }, { kind: "photo" }]);
    const wrong = at.network.send(to(at.group), say({ reader: "one person" }), "key");
    await expect(wrong).rejects.toMatchObject({ failure: { kind: "refused" } });
    expect(contents(at, at.group)).toEqual([]);
  });

  test("that the chat does not take leaves the text, which says so", async () => {
    const at = await connect();
    at.api.faults.next("sendPhoto", refusal(400, "Bad Request: not enough rights to send photos to the chat"));
    expect(await at.network.send(to(at.group), say(), "key")).toHaveLength(1);
    expect(at.api.screen.fromBot(at.group).map((seen) => seen.text)).toEqual([
      expect.stringMatching(/^Nobody shares.*\nThis chat did not take my picture\./),
    ]);
  });

  test("that may have been taken, or not, takes its text with it: it is sent again as a whole", async () => {
    const at = await connect();
    at.api.faults.next("sendPhoto", resetBefore);
    const failure = at.network.send(to(at.group), say(), "key").catch((error: DeliveryError) => error.failure);
    expect(await failure).toMatchObject({ kind: "later" });
    expect(contents(at, at.group)).toEqual([]);
  });
});
