import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { MatrixConnection } from "../../../src/bots/matrix/http/matrix-connection.ts";
import { createRecorder } from "../../support/homeserver/event-recorder.ts";
import { type FailingProxy, startFailingProxy } from "../../support/homeserver/failing-proxy.ts";
import { type Account, type RealHomeserver, register, startHomeserver } from "../../support/homeserver/homeserver.ts";
import { type NioPerson, nioPerson, patience } from "../../support/homeserver/nio-person.ts";
import { connectFrom, type Disk, keepInFolder, makeDisk } from "../../support/homeserver/whereat-account.ts";

let homeserver: RealHomeserver;
let proxy: FailingProxy;
let number = 0;
let account: Account;
let keys: Disk;
let tokens: Disk;
let ana: NioPerson;
let bot: MatrixConnection;
let heard: ReturnType<typeof createRecorder>;
let lines: string[];

beforeAll(async () => {
  homeserver = await startHomeserver();
  proxy = await startFailingProxy(homeserver.url);
});
afterAll(async () => {
  await proxy?.stop();
  await homeserver?.stop();
});
beforeEach(async () => {
  account = await register(homeserver.url, `bot${++number}`);
  [keys, tokens] = [await makeDisk(), await makeDisk()];
  lines = [];
  ana = await nioPerson(proxy.url, `ana${number}`);
  await start();
});
afterEach(async () => {
  proxy.decide(() => "pass");
  await bot.stop();
  await ana.leavesTheKeyboard();
  await keys.remove();
  await tokens.remove();
});

async function start() {
  heard = createRecorder();
  const keep = keepInFolder(tokens.folder);
  bot = await connectFrom(keys, homeserver.url, { accessToken: account.accessToken }, { keep, lines });
  void bot.receive({ ...heard.handlers, onInvite: (roomId) => bot.join(roomId) });
}

async function roomWithBot(): Promise<string> {
  const room = await ana.createRoom({ invite: [bot.userId] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);
  return room;
}

test("a message whose key comes later is read when it comes, also after a new start", async () => {
  const room = await roomWithBot();
  await ana.says(room, "hello", bot.userId);
  await heard.text(room, "hello");
  proxy.decide((_method, path) => (path.includes("sendToDevice") ? "hold" : "pass"));
  await ana.does("new_key", { room });
  const early = await ana.says(room, "before its key");
  await heard.next((event) => event.eventId === early && event.reading === "undecryptable");
  await bot.stop();
  await start();
  await proxy.release();
  expect(await heard.text(room, "before its key")).toMatchObject({ eventId: early, reading: "decrypted" });
});

test("a message that was redacted before its key came is never read", async () => {
  const room = await roomWithBot();
  await ana.says(room, "hello", bot.userId);
  await heard.text(room, "hello");
  proxy.decide((_method, path) => (path.includes("sendToDevice") ? "hold" : "pass"));
  await ana.does("new_key", { room });
  const early = await ana.says(room, "regretted");
  await heard.next((event) => event.eventId === early && event.reading === "undecryptable");
  await ana.does("redact", { room, event: early });
  await heard.next((event) => event.type === "m.room.redaction");
  await proxy.release();
  await ana.says(room, "afterwards");
  await heard.text(room, "afterwards");
  expect(heard.heard.some((event) => event.content.body === "regretted")).toBe(false);
});

test("a homeserver that goes away and comes back is waited for, and nothing said since is lost", async () => {
  const room = await roomWithBot();
  await homeserver.stop();
  await expect.poll(() => lines.length, { timeout: patience }).toBeGreaterThan(0);
  await homeserver.start();
  await ana.says(room, "are you back", bot.userId);
  expect((await heard.text(room, "are you back")).reading).toBe("decrypted");
  await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "yes" }, "back");
  await ana.reads(room, "yes");
  expect(lines.join()).not.toMatch(/[@!$]|test\.local/);
});

test("what was said while the bot was away, more than a sync brings at once, is read in order", async () => {
  const room = await roomWithBot();
  await ana.says(room, "hello", bot.userId);
  await heard.text(room, "hello");
  await bot.stop();
  const said = Array.from({ length: 130 }, (_, n) => `while away ${n}`);
  for (const body of said) await ana.says(room, body);
  await start();
  await heard.text(room, "while away 129");
  const read = heard.heard.map((event) => event.content.body).filter((body) => String(body).startsWith("while away"));
  expect(read).toEqual(said);
});

test("a member who leaves gets no key for what is sent afterwards", async () => {
  const ben = await nioPerson(homeserver.url, `ben${number}`);
  const room = await ana.createRoom({ invite: [bot.userId, ben.userId] });
  await ben.isInvited();
  await ben.does("join", { room });
  await heard.next((event) => event.type === "m.room.member" && event.sender === ben.userId);
  await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "for both" }, "both");
  await ben.reads(room, "for both");
  const keyOf = async (id: string) => {
    const event = await ana.does("request", { method: "GET", path: `rooms/${room}/event/${id}` });
    return (event as { content: { session_id: string } }).content.session_id;
  };
  const first = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "still both" }, "still");
  await ana.does("kick", { room, user: ben.userId });
  const second = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "for one" }, "one");
  await ana.reads(room, "for one");
  expect(await keyOf(second)).not.toBe(await keyOf(first));
  await ben.leavesTheKeyboard();
});

test("nobody's id, room, text, device or session is in clear in the files of the key store", async () => {
  const room = await roomWithBot();
  await ana.says(room, "nobody finds this text", bot.userId);
  await heard.text(room, "nobody finds this text");
  const id = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "nor this answer" }, "answer");
  await ana.reads(room, "nor this answer");
  const event = (await ana.does("request", { method: "GET", path: `rooms/${room}/event/${id}` })) as {
    content: Record<string, string>;
  };
  const { session_id, sender_key, ciphertext } = event.content;
  const secrets = [bot.userId, ana.userId, "test.local", room, id, bot.deviceId, account.accessToken];
  const words = [...secrets, "nobody finds", "nor this", session_id, sender_key, ciphertext, "ed25519", "curve25519"];
  const find = () => {
    const bytes = Buffer.concat(readdirSync(keys.folder).map((name) => readFileSync(join(keys.folder, name))));
    expect(bytes.length).toBeGreaterThan(50_000);
    return words.filter(
      (word) => word && [Buffer.from(word), Buffer.from(word, "utf16le")].some((form) => bytes.includes(form)),
    );
  };
  expect(find()).toEqual([]);
  await bot.stop();
  expect(find()).toEqual([]);
});
