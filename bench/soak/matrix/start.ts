import { startFakeHomeserver } from "../../../test/support/fake-homeserver/fake-homeserver.ts";
import { createEncryption } from "./encryption.ts";
import { createRooms, type Done } from "./rooms.ts";
import { createMatrixWire, type MatrixWire, plainSpeech } from "./wire.ts";

export type MatrixSide = {
  readonly url: string;
  readonly plain: MatrixWire;
  readonly encrypted: MatrixWire;
  readonly stop: () => Promise<void>;
};

/** Rooms in clear and encrypted ones on a fake homeserver. @param unreadable is told of what the bot says and nobody can read */
export async function startMatrixSide(unreadable: (why: string) => void): Promise<MatrixSide> {
  const homeserver = await startFakeHomeserver();
  const hear = (done: Done) => {
    for (const wire of [plain, encrypted]) wire.hear(done);
  };
  const rooms = createRooms(homeserver, hear);
  const encryption = createEncryption(homeserver, rooms, unreadable);
  const plain = createMatrixWire(rooms, plainSpeech(rooms));
  const encrypted = createMatrixWire(rooms, encryption, encryption);
  return { url: homeserver.url, plain, encrypted, stop: () => homeserver.stop() };
}
