import { createKeyedLock } from "../../../../lib/async/keyed-lock.ts";
import { at, listOf, textOf } from "../../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../../http/homeserver.ts";
import { MatrixRequestError } from "../../http/request-error.ts";
import { keysTime, maxSharingRounds } from "../../limits.ts";
import { CannotEncryptError } from "../crypto-errors.ts";
import type { DeviceLists } from "../device-lists.ts";
import type { MachineRequest } from "../machine-request.ts";
import type { Machine } from "../olm-machine.ts";
import { type EncryptedRooms, megolm, type RoomEncryption } from "./encrypted-rooms.ts";
import type { SettledRooms } from "./settled-rooms.ts";

/** How many messages the library has one key for, where the room says nothing, and at most. */
const [defaultRotation, maxRotation] = [100, 10_000];

export type RoomEncryptor = {
  /**
   * @returns the content of an m.room.encrypted event for the devices of the room's members now
   * @throws MatrixRequestError, CannotEncryptError
   */
  encrypt(roomId: string, type: string, content: unknown): Promise<unknown>;
};

/** A message for a room, the room's encryption and the ids of those who read there now. */
type Outgoing = {
  roomId: string;
  encryption: RoomEncryption;
  readers: readonly string[];
  type: string;
  content: unknown;
};

type Parts = {
  machine: Machine;
  lists: DeviceLists;
  /** sends a request of the machine and gives it the answer */
  send: (request: MachineRequest) => Promise<unknown>;
  ask: Homeserver;
  rooms: EncryptedRooms;
  me: string;
  /** milliseconds after which the bot's own messages get a new key, or sooner where the room says so */
  keepMs: number;
  settled: SettledRooms;
};

/**
 * Encrypts for a room: one message at a time for each, so that keys are shared once and ratchets move in order. What one room has to wait for is
 * asked for that room alone.
 *
 * Keys of people whose server does not answer in time are not waited for. It is safe to go on: who has no key cannot read, and the others need
 * not wait. The next message tries again. Only when nobody's devices could be had is nothing sent.
 *
 * Where nothing has changed since the last message, in who reads, in their devices and in sessions with them, that look is not made again: it goes over
 * all devices of the room.
 */
export function createRoomEncryptor(parts: Parts): RoomEncryptor {
  const { machine, lists, send, ask, rooms, me, keepMs, settled } = parts;
  const lock = createKeyedLock();

  async function updateDevices(readers: readonly string[]) {
    await machine.track(readers);
    await lists.update(readers).catch(async (error: unknown) => {
      const outdated = await machine.outdated();
      const isAnybodyKnown = readers.some((user) => user !== me && !outdated.has(user));
      if (!isAnybodyKnown || !(error instanceof MatrixRequestError)) throw error;
    });
  }

  /** Rooms claim side by side. Two of them may claim keys of the same device: then it has one session more. */
  async function claimKeys(readers: readonly string[]): Promise<number | undefined> {
    const { claim, version } = await machine.missingSessions(readers);
    if (claim === undefined) return version;
    const answer = await ask(claim.method, claim.endpoint, { body: claim.body, timeoutMs: keysTime }).catch(
      unlessAnswered,
    );
    if (answer !== undefined) await machine.sent(claim, answer);
    return undefined;
  }

  async function encrypt(roomId: string, type: string, content: unknown): Promise<unknown> {
    const encryption = await rooms.of(roomId);
    if (encryption?.algorithm !== megolm)
      throw new CannotEncryptError("The room's encryption is not one that whereat knows, so nothing was sent to it.");
    const readers = await readersOf(ask, roomId, me);
    const outgoing = { roomId, encryption, readers, type, content };
    return (await encryptAgain(outgoing)) ?? lookAndEncrypt(outgoing);
  }

  const settingsOf = ({ rotationMs, rotationMessages }: RoomEncryption) => ({
    rotationMs: Math.min(rotationMs ?? keepMs, keepMs),
    rotationMessages,
  });
  const nameOf = (encryption: RoomEncryption, readers: readonly string[]) =>
    JSON.stringify([settingsOf(encryption), readers.toSorted()]);

  async function encryptAgain({ roomId, encryption, readers, type, content }: Outgoing): Promise<unknown> {
    const { rotationMs, rotationMessages } = settingsOf(encryption);
    const limits = { ms: rotationMs, messages: Math.min(rotationMessages || defaultRotation, maxRotation) };
    const name = nameOf(encryption, readers);
    const isSettled = () => settled.isSettled(roomId, { readers: name, version: machine.versionOf(readers) }, limits);
    if (!isSettled()) return undefined;
    const encrypted = await machine.encryptAgain(roomId, isSettled, type, content);
    if (encrypted !== undefined) settled.again(roomId, encrypted);
    return encrypted;
  }

  async function lookAndEncrypt({ roomId, encryption, readers, type, content }: Outgoing): Promise<unknown> {
    settled.begins(roomId);
    await updateDevices(readers);
    const known = await claimKeys(readers);
    const settings = settingsOf(encryption);
    for (let round = 0; round < maxSharingRounds; round++) {
      const result = await machine.encrypt(roomId, readers, settings, type, content);
      if (result.kind === "encrypted") {
        // What changed between the looks is looked at again for the next message.
        const version = known === result.version ? known : undefined;
        settled.looked(roomId, { readers: nameOf(encryption, readers), version }, result.content);
        return result.content;
      }
      await Promise.all(result.requests.map(send));
    }
    throw new MatrixRequestError({ code: "NOT_SHARED", label: "sendToDevice" });
  }

  return { encrypt: (roomId, type, content) => lock(roomId, () => encrypt(roomId, type, content)) };
}

function unlessAnswered(error: unknown): undefined {
  if (!(error instanceof MatrixRequestError)) throw error;
  return undefined;
}

/**
 * Asked anew for each message: who left a second ago gets no key. Who is only invited gets none either, but for the one person of a private chat
 * that waits for them.
 */
async function readersOf(ask: Homeserver, roomId: string, me: string): Promise<string[]> {
  const answer = await ask("GET", v3`rooms/${roomId}/members`, { query: { not_membership: "leave" } });
  const withMembership = (membership: string) =>
    listOf(at(answer, "chunk")).flatMap((event) => {
      const userId = textOf(at(event, "state_key"));
      return userId !== undefined && at(event, "content", "membership") === membership ? [userId] : [];
    });
  const [joined, invited] = [withMembership("join"), withMembership("invite")];
  const isWaitedFor = joined.every((user) => user === me) && invited.length === 1;
  return isWaitedFor ? [...joined, ...invited] : joined;
}
