import { expect, onTestFinished, test } from "vitest";
import { openSealedFile } from "../../../../src/bots/matrix/crypto/indexeddb/sealed-file.ts";
import { createWaitingEvents } from "../../../../src/bots/matrix/crypto/rooms/waiting-events.ts";
import { accessToken, botAtFake } from "../../../support/fake-homeserver/bot-at-fake.ts";
import { botId } from "../../../support/fake-homeserver/fake-homeserver.ts";
import { createRecorder } from "../../../support/homeserver/event-recorder.ts";
import { connectFrom } from "../../../support/homeserver/whereat-account.ts";

test("an event whose key came right before a kill is read at the next start", async () => {
  const at = await botAtFake();
  onTestFinished(() => at.leave());
  const { homeserver, disk, bot } = at;
  const room = "!room:fake.test";
  homeserver.on(({ path }) =>
    path.includes("m.room.encryption") ? { json: { algorithm: "m.megolm.v1.aes-sha2" } } : undefined,
  );
  homeserver.on(({ path }) => (path.endsWith("/members") ? { json: { chunk: [] } } : undefined));
  homeserver.happens("s1");
  void at.receive();
  await bot.send(room, "m.room.message", { body: "hello" }, "t");
  const sent = await homeserver.wasAsked(({ path }) => path.includes("/send/m.room.encrypted/"));
  await bot.stop();

  // The key is in the store, and the event still waits for it: the program ended between the two.
  const file = openSealedFile(disk.keyStore, { keys: disk.fileKeys.keys(), count: 0 }, Date.now);
  const event = { type: "m.room.encrypted", event_id: "$late", sender: botId, content: sent.body };
  createWaitingEvents(file, Date.now).add(room, { ...event, origin_server_ts: 1 });
  file.close();

  const again = await connectFrom(disk, homeserver.url, { accessToken });
  const heard = createRecorder();
  void again.receive(heard.handlers);
  homeserver.happens("s2");
  expect(await heard.text(room, "hello")).toMatchObject({ eventId: "$late", reading: "decrypted" });
  await again.stop();
});
