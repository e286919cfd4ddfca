import { expect, test } from "vitest";
import { createRoomEncryptor } from "../../../../../src/bots/matrix/crypto/rooms/room-encryption.ts";
import { createSettledRooms } from "../../../../../src/bots/matrix/crypto/rooms/settled-rooms.ts";
import { maxSharingRounds } from "../../../../../src/bots/matrix/limits.ts";

import { megolmMessage } from "./megolm-message.ts";

const firstMessage = megolmMessage(0);

/** A room of one reader whose machine wants its key shared so many times before it encrypts. */
function start(rounds: number) {
  let asked = 0;
  const sent: unknown[] = [];
  const request = { id: "request" };
  const machine = {
    track: async () => undefined,
    versionOf: () => 0,
    missingSessions: async () => ({ claim: undefined, version: undefined }),
    encrypt: async () =>
      asked++ < rounds
        ? { kind: "share", requests: [request] }
        : { kind: "encrypted", content: { ciphertext: firstMessage } },
  };
  const parts = {
    machine,
    lists: { update: async () => undefined },
    send: async (one: unknown) => void sent.push(one),
    ask: async () => ({ chunk: [{ state_key: "@ana:x", content: { membership: "join" } }] }),
    rooms: { of: async () => ({ algorithm: "m.megolm.v1.aes-sha2" }) },
    me: "@bot:x",
    settled: createSettledRooms(undefined, true),
    keepMs: 1000,
  };
  return { encryptor: createRoomEncryptor(parts as never), sent };
}

test("a message is encrypted when its key was shared in fewer than so many rounds, and else not sent", async () => {
  const last = start(maxSharingRounds - 1);
  expect(await last.encryptor.encrypt("!a", "m.room.message", {})).toEqual({ ciphertext: firstMessage });
  expect(last.sent).toHaveLength(maxSharingRounds - 1);
  const beyond = start(maxSharingRounds);
  await expect(beyond.encryptor.encrypt("!a", "m.room.message", {})).rejects.toMatchObject({ code: "NOT_SHARED" });
  expect(beyond.sent).toHaveLength(maxSharingRounds);
});
