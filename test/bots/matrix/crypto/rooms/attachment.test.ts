import { Attachment, EncryptedAttachment } from "@matrix-org/matrix-sdk-crypto-wasm";
import { expect, onTestFinished, test } from "vitest";
import { botAtFake } from "../../../../support/fake-homeserver/bot-at-fake.ts";

test("a file reaches the homeserver encrypted, and who has the event can read it", async () => {
  const at = await botAtFake();
  onTestFinished(() => at.leave());
  const plain = Uint8Array.from({ length: 5000 }, (_, index) => index % 251);
  const file = await at.bot.uploadEncrypted(plain);
  const asked = at.homeserver.asked.filter(({ path }) => path.endsWith("media/v3/upload"));
  expect(asked.map(({ method }) => method)).toEqual(["POST"]);
  expect(asked[0]?.query.size).toBe(0);
  const bytes = new Uint8Array(asked[0]?.body as Buffer);
  expect(bytes).toHaveLength(plain.length);
  expect(bytes).not.toEqual(plain);
  const { url, ...key } = file as { url: string };
  expect(url).toBe("mxc://fake.test/1");
  expect(Attachment.decrypt(new EncryptedAttachment(bytes, JSON.stringify(key)))).toEqual(plain);
  // No two files under one key, though they hold the same.
  const again = (await at.bot.uploadEncrypted(plain)) as { iv: string; key: { k: string } };
  expect(again).not.toMatchObject({ key: { k: (file as typeof again).key.k } });
});
