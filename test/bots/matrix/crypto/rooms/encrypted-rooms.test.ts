import { expect, test } from "vitest";
import { createEncryptedRooms, megolm } from "../../../../../src/bots/matrix/crypto/rooms/encrypted-rooms.ts";
import type { Homeserver } from "../../../../../src/bots/matrix/http/homeserver.ts";
import { MatrixRequestError } from "../../../../../src/bots/matrix/http/request-error.ts";
import { keyStore } from "../../../../support/stores/key-store.ts";

const room = "!room:example.org";
const refusing =
  (status: number | undefined, code: string): Homeserver =>
  async () => {
    throw new MatrixRequestError({ status, code, label: "state" });
  };
const notFound = refusing(404, "M_NOT_FOUND");

test("only the homeserver's word that there is no such state means that a room is not encrypted", async () => {
  expect(await createEncryptedRooms(keyStore().open(), notFound).of(room)).toBeUndefined();
});

test.each([
  [404, "M_UNRECOGNIZED"],
  [404, "HTTP_404"],
  [403, "M_FORBIDDEN"],
  [401, "M_UNKNOWN_TOKEN"],
  [429, "M_LIMIT_EXCEEDED"],
  [500, "M_NOT_FOUND"],
  [502, "HTTP_502"],
  [undefined, "ECONNREFUSED"],
])("an answer %s %s never means that a room is not encrypted", async (status, code) => {
  await expect(createEncryptedRooms(keyStore().open(), refusing(status, code)).of(room)).rejects.toMatchObject({
    code,
  });
});

test("a room that is not encrypted is asked about again, so that it may become so", async () => {
  const state = new Map<string, unknown>();
  const rooms = createEncryptedRooms(keyStore().open(), async (...asked) => state.get(room) ?? notFound(...asked));
  expect(await rooms.of(room)).toBeUndefined();
  state.set(room, { algorithm: megolm });
  expect(await rooms.of(room)).toMatchObject({ algorithm: megolm });
});

test("a room once encrypted stays so, whatever its state says later and after a new start", async () => {
  const store = keyStore();
  const rooms = createEncryptedRooms(store.open(), notFound);
  rooms.note(room, { algorithm: megolm, rotation_period_msgs: 5 });
  for (const later of [{}, null, [], "none", { algorithm: 7 }, { algorithm: "m.none" }]) rooms.note(room, later);
  const kept = { algorithm: megolm, rotationMs: undefined, rotationMessages: 5 };
  expect(await rooms.of(room)).toEqual(kept);
  expect(await createEncryptedRooms(store.open(), notFound).of(room)).toEqual(kept);
});

test("a room whose encryption state says nothing is encrypted all the same", async () => {
  const rooms = createEncryptedRooms(keyStore().open(), async () => ({}));
  expect(await rooms.of(room)).toMatchObject({ algorithm: "unknown" });
});

test.each([-1, 1.5, 1e300, "100", null])("%s as a rotation period is left to the library's own", async (odd) => {
  const rooms = createEncryptedRooms(keyStore().open(), notFound);
  rooms.note(room, { algorithm: megolm, rotation_period_ms: odd, rotation_period_msgs: odd });
  expect(await rooms.of(room)).toEqual({ algorithm: megolm, rotationMs: undefined, rotationMessages: undefined });
});
