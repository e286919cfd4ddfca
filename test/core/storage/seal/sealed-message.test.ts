import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { createMessage, decrypt, encrypt, type PartialConfig, readMessage, type SessionKey } from "openpgp";
import { expect, test } from "vitest";
import { lengthOctets } from "../../../../src/core/storage/seal/pgp-packet.ts";
import { decryptMessage, encryptMessage } from "../../../../src/core/storage/seal/sealed-message.ts";
import { inOnePart } from "../in-one-part.ts";

const sessionKeyOf = (data: Uint8Array): SessionKey => ({ data, algorithm: "aes256", aeadAlgorithm: "gcm" });

async function openpgpOpens(message: Uint8Array, key: Uint8Array): Promise<Uint8Array> {
  const parsed = await readMessage({ binaryMessage: message });
  return (await decrypt({ message: parsed, sessionKeys: [sessionKeyOf(key)], format: "binary" })).data as Uint8Array;
}

async function openpgpSeals(
  binary: Uint8Array,
  sessionKey: SessionKey,
  config: PartialConfig = {},
): Promise<Uint8Array> {
  return (await encrypt({
    message: await createMessage({ binary }),
    sessionKey,
    format: "binary",
    config,
  })) as Uint8Array;
}

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });
const bytes = fc.uint8Array({ maxLength: 600 });
// Around every length at which something is written otherwise: a length in one, two and five octets, a chunk of 2^18.
const edges = [0, 1, 185, 186, 191, 192, 256, 8_377, 8_378, 8_384, 2 ** 18 - 12, 2 ** 18 - 11, 2 ** 18, 2 ** 19 + 7];

test("openpgp.js opens what we seal", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, key, async (content, secret) => {
      expect(Buffer.from(await openpgpOpens(encryptMessage(content, secret), secret))).toEqual(Buffer.from(content));
    }),
  );
  const secret = randomBytes(32);
  for (const length of edges) {
    const content = randomBytes(length);
    expect(Buffer.from(await openpgpOpens(encryptMessage(content, secret), secret)).equals(content)).toBe(true);
  }
});

test("we open what openpgp.js seals, and what we seal", async () => {
  await fc.assert(
    fc.asyncProperty(bytes, key, async (content, secret) => {
      const theirs = inOnePart(await openpgpSeals(content, sessionKeyOf(secret)));
      expect(decryptMessage(theirs, secret)).toEqual(Buffer.from(content));
      expect(decryptMessage(encryptMessage(content, secret), secret)).toEqual(Buffer.from(content));
    }),
  );
  const secret = randomBytes(32);
  for (const length of edges) {
    const content = randomBytes(length);
    const theirs = inOnePart(await openpgpSeals(content, sessionKeyOf(secret)));
    for (const message of [theirs, encryptMessage(content, secret)])
      expect(content.equals(decryptMessage(message, secret) ?? Buffer.of(1))).toBe(true);
  }
});

test("no two messages of one text and key are alike", () => {
  const secret = randomBytes(32);
  const messages = Array.from({ length: 1_000 }, () => encryptMessage(Buffer.from("text"), secret).toString("base64"));
  expect(new Set(messages).size).toBe(1_000);
  expect(new Set(messages.map((message) => message.slice(0, 40))).size).toBe(1_000);
});

test("another version, cipher, mode or chunk, a compressed message and one in parts are not taken", async () => {
  const data = new Uint8Array(randomBytes(32));
  const content = randomBytes(600);
  const others = [
    await openpgpSeals(content, { data, algorithm: "aes256" }),
    await openpgpSeals(content, { data, algorithm: "aes256", aeadAlgorithm: "ocb" }),
    await openpgpSeals(content, { data, algorithm: "aes256", aeadAlgorithm: "eax" }),
    await openpgpSeals(content, { data: data.subarray(0, 16), algorithm: "aes128", aeadAlgorithm: "gcm" }),
    await openpgpSeals(content, sessionKeyOf(data), { aeadChunkSizeByte: 10 }),
    await openpgpSeals(content, sessionKeyOf(data), { preferredCompressionAlgorithm: 2 }),
  ];
  for (const message of others) expect(decryptMessage(inOnePart(message), data)).toBeUndefined();
  const inParts = await openpgpSeals(content, sessionKeyOf(data));
  expect(decryptMessage(inParts, data)).toBeUndefined();
  expect(decryptMessage(inOnePart(inParts), data)).toEqual(content);
});

test("chunks left out, put in another order or repeated are noticed", () => {
  const secret = randomBytes(32);
  const message = encryptMessage(randomBytes(3 * 2 ** 18), secret);
  const [bodyAt, first, chunk] = [6, 6 + 4 + 32, 2 ** 18 + 16];
  const [head, tail] = [message.subarray(bodyAt, first), message.subarray(first + 3 * chunk)];
  const [a, b, c] = [0, 1, 2].map((index) => message.subarray(first + index * chunk, first + (index + 1) * chunk));
  const again = (...chunks: (Uint8Array | undefined)[]) => {
    const body = Buffer.concat([head, ...chunks.map((each) => each ?? Buffer.alloc(0)), tail]);
    return decryptMessage(Buffer.concat([message.subarray(0, 1), lengthOctets(body.length), body]), secret);
  };
  expect(again(a, b, c)).toHaveLength(3 * 2 ** 18);
  for (const chunks of [[a, c, b], [a, b], [b, c], [a], [], [a, b, c, c], [a, a, b, c]])
    expect(again(...chunks)).toBeUndefined();
});
