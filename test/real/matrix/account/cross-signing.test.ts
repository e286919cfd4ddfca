import { afterAll, beforeAll, expect, test } from "vitest";
import type { MatrixConnection } from "../../../../src/bots/matrix/http/matrix-connection.ts";
import { type ElementPerson, elementPerson, readsEvent } from "../../../support/homeserver/element-person.ts";
import { createRecorder } from "../../../support/homeserver/event-recorder.ts";
import { passwordOf, type RealHomeserver, register, startHomeserver } from "../../../support/homeserver/homeserver.ts";
import { patience } from "../../../support/homeserver/nio-person.ts";
import { connectFrom, type Disk, makeDisk } from "../../../support/homeserver/whereat-account.ts";

let homeserver: RealHomeserver;
let disk: Disk;
let ana: ElementPerson;
let bot: MatrixConnection;
const heard = createRecorder();

beforeAll(async () => {
  homeserver = await startHomeserver();
  disk = await makeDisk();
  for (const name of ["bot", "ana"]) await register(homeserver.url, name);
  ana = await elementPerson(homeserver.url, "ana");
  await ana.makesIdentity();
  ana.trustsOnlySignedDevices(true);
  const access = { user: "bot", password: passwordOf("bot") };
  bot = await connectFrom(disk, homeserver.url, access);
  void bot.receive({ ...heard.handlers, onInvite: (roomId) => bot.join(roomId) });
});

afterAll(async () => {
  await bot?.stop();
  await ana?.leaves();
  await homeserver?.stop();
  await disk?.remove();
});

test("a client sees the bot's device signed by its owner, reads its messages and sends it keys, in the mode that excludes unsigned devices", async () => {
  const encryption = { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } };
  const { room_id: room } = await ana.client.createRoom({ invite: [bot.userId], initial_state: [encryption] });
  await heard.next((event) => event.kind === "joined" && event.roomId === room);

  const id = await bot.send(room, "m.room.message", { msgtype: "m.notice", body: "signed" }, "s1");
  await expect.poll(() => readsEvent(ana, room, id), { timeout: patience }).toMatchObject({ body: "signed" });
  const status = await ana.client.getCrypto()!.getDeviceVerificationStatus(bot.userId, bot.deviceId);
  expect(status?.signedByOwner).toBe(true);

  await expect
    .poll(() => ana.client.getRoom(room)?.getMember(bot.userId)?.membership, { timeout: patience })
    .toBe("join");
  await ana.client.sendTextMessage(room, "to a signed device");
  expect((await heard.text(room, "to a signed device")).reading).toBe("decrypted");
});
