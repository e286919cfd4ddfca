import type { FileKeys } from "../../../core/model/ports.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { at, textOf } from "../../../lib/json-value.ts";
import type { Log } from "../../../lib/log.ts";
import { day } from "../../../lib/time.ts";
import type { Homeserver } from "../http/homeserver.ts";
import type { Pace } from "../http/pace.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import { maxRemembered } from "../limits.ts";
import { KeysLostError, NoDeviceError } from "./crypto-errors.ts";
import { createDeviceLists } from "./device-lists.ts";
import { forgetKeys, type KeepKeys } from "./forgetting/forget-keys.ts";
import { createPeopleMet } from "./forgetting/people-met.ts";
import {
  type AccountState,
  ensureCrossSigned,
  type IdentityOptions,
  publishedDeviceKey,
} from "./identity/cross-signing.ts";
import { keepIdentity } from "./identity/kept-identity.ts";
import { ensureSecretStorage } from "./identity/secret-storage.ts";
import { asksToVerify, createVerification, type Verification } from "./identity/verification.ts";
import { persistIndexedDb, tableOf } from "./indexeddb/indexed-db.ts";
import { checkKeyStore } from "./indexeddb/key-store-file.ts";
import { machineKey } from "./indexeddb/machine-key.ts";
import { openSealedFile } from "./indexeddb/sealed-file.ts";
import { OlderKeyStoreError } from "./indexeddb/store-errors.ts";
import { type DeviceChanges, machineDatabase, openMachine } from "./olm-machine.ts";
import { createOutgoingRequests } from "./outgoing-requests.ts";
import { type EncryptedFile, encryptFile } from "./rooms/attachment.ts";
import { createEncryptedRooms } from "./rooms/encrypted-rooms.ts";
import { createReplays } from "./rooms/replays.ts";
import { createRoomEncryptor } from "./rooms/room-encryption.ts";
import { createSettledRooms } from "./rooms/settled-rooms.ts";
import { createWaitingEvents } from "./rooms/waiting-events.ts";
import { createSyncNews } from "./sync-news.ts";

export type CryptoOptions = IdentityOptions & {
  /** The file of the key store. */
  readonly path: string;
  /** Its keys, kept outside that file. */
  readonly fileKeys: FileKeys;
  readonly keep: KeepKeys;
  readonly log: Log;
};

export type CryptoClient = Pick<Verification, "verify"> & {
  readonly account: AccountState;
  /** Rejects with a KeysLostError when the key store turns out to be an older copy. */
  readonly broken: Promise<never>;
  /** Takes in the encryption part of a sync. @returns the earlier unreadable events that can be read now, and their rooms */
  receive(changes: DeviceChanges): Promise<{ roomId: string; event: unknown }[]>;
  /** Notes state events of a room, in order; it makes no request. */
  noteState(roomId: string, events: readonly unknown[]): Promise<void>;
  /** @throws MatrixRequestError when that cannot be known */
  isRoomEncrypted(roomId: string): Promise<boolean>;
  /** Waits for the first `receive`, before which it is not known to whom keys may go. @throws MatrixRequestError, CannotEncryptError */
  encrypt(roomId: string, type: string, content: unknown): Promise<unknown>;
  encryptFile(plain: Uint8Array): EncryptedFile;
  /** @returns the event with its own type and content. @throws DecryptionError */
  decrypt(roomId: string, event: unknown): Promise<unknown>;
  /** Keeps an event whose key may still come, for `receive`. */
  keepWaiting(roomId: string, event: unknown): void;
  /** Drops an unreadable event that was redacted, or has been read. */
  dropWaiting(roomId: string, eventId: string): void;
  /** Forgets the keys that the schedule has no more use for, and the events that have waited as long. @returns how many keys */
  forgetKeys(): Promise<number>;
  /** Waits for the first `receive`. @see PeopleMet in ./forgetting/people-met.ts */
  forgetPeople(): Promise<number>;
  close(): Promise<void>;
};

/**
 * Opens the device's encryption and sees to it that the account is in order.
 * @throws NoDeviceError, OtherDeviceError, KeysLostError, PasswordNeededError, RecoveryKeyError: the account is not in order;
 * WrongSecretError, StoreInUseError, StoreFailedError: the store is not; MatrixRequestError
 */
export async function openCrypto(
  ask: Homeserver,
  whoami: { userId: string; deviceId: string | undefined },
  options: CryptoOptions,
  pace: Pace,
): Promise<CryptoClient> {
  const { now } = pace;
  const { userId, deviceId } = whoami;
  if (deviceId === undefined) throw new NoDeviceError();
  const me = { userId, deviceId };
  await checkKeyStore(options.path);
  const { fileKeys } = options;
  const file = openSealedFile(options.path, { keys: fileKeys.keys(), count: fileKeys.count }, now);
  const closing: (() => Promise<void>)[] = [];
  /** A copy of the file from before says less from here on. */
  const countOn = () => fileKeys.note(file.countOn());
  const close = async () => {
    for (const end of closing.splice(0)) await end();
    file.close();
  };
  try {
    if (file.count < fileKeys.count) throw new OlderKeyStoreError();
    // From here on no earlier copy of the file opens.
    await fileKeys.renew((key) => file.reseal(key));
    const idb = await persistIndexedDb(file);
    const storeKey = machineKey(file);
    const isWithoutKeys = [...file.rows(tableOf(machineDatabase, "outbound_group_sessions"))].length === 0;
    const machine = await openMachine(idb, storeKey, me);
    closing.push(machine.close, countOn);
    // Before anything is uploaded: one-time keys of an account that the homeserver knows otherwise would be refused for ever.
    const published = await publishedDeviceKey(ask, me);
    const isLost = published === undefined ? await machine.hasUploaded() : published !== machine.ed25519;
    if (isLost) throw new KeysLostError();

    const lists = createDeviceLists(machine, ask, pace);
    const outgoing = createOutgoingRequests(machine, lists, ask, pace);
    const { send } = outgoing;
    closing.push(async () => outgoing.stop());
    await outgoing.sendAll();
    const account = await ensureCrossSigned(machine, { send, lists }, ask, me, options);
    await secureIdentity(account);

    /** Sees to it that the identity outlives the key store. */
    async function secureIdentity(state: AccountState) {
      const keys = await machine.exportIdentity();
      const { masterKey } = await machine.identity();
      if (!keys || !masterKey || state === "foreign-identity" || state === "signed-elsewhere") return;
      const { texts, giveRecoveryKey } = options;
      await keepIdentity(texts, keys);
      if (giveRecoveryKey)
        await ensureSecretStorage(
          { keys, masterKey, isNew: state === "created" },
          { ask, userId, texts, giveRecoveryKey },
        );
    }

    const verification = createVerification({ machine, outgoing, ask, pace, log: options.log, me });
    const rooms = createEncryptedRooms(file, ask);
    const waiting = createWaitingEvents(file, now);
    const replays = createReplays(file, now);
    const keepMs = options.keep.replaced * day;
    const settled = createSettledRooms(pace.wall, isWithoutKeys);
    const encryptor = createRoomEncryptor({ machine, lists, send, ask, rooms, me: userId, keepMs, settled });
    let senders = createBoundedMap<true>(maxRemembered);
    const people = createPeopleMet({ machine, idb, file, storeKey, me, ask, rooms, now });
    const news = createSyncNews(now);
    let hasReceived = false;
    const firstSync = Promise.withResolvers<void>();
    firstSync.promise.catch(() => undefined); // seen by whoever waits
    closing.push(async () => firstSync.reject(new MatrixRequestError({ code: "ABORTED", label: "encrypt" })));

    /** A copy of the file from before would still hold what was forgotten. */
    const sealAnew = async () => {
      senders = createBoundedMap(maxRemembered);
      await fileKeys.renew((key) => file.reseal(key));
      file.checkpoint();
    };
    const forget = async () => {
      const oldest = now() - options.keep.unreplaced * day;
      waiting.dropOlder(oldest);
      const forgotten = await machine.alone(() => forgetKeys(idb, file, options.keep, now()));
      if (forgotten > 0) await sealAnew();
      else await countOn();
      // After the keys: what can be decrypted is remembered.
      replays.dropOlder(oldest);
      file.checkpoint();
      return forgotten;
    };
    await forget();

    return {
      account,
      broken: outgoing.broken,
      verify: (operator, signal) => verification.verify(operator, signal),
      async receive(changes) {
        lists.changed(changes.changed);
        if (changes.left.length > 0) people.someoneLeft();
        // The library takes no request of a session that it does not know yet. If that cannot be asked now, the other session asks anew.
        if (asksToVerify(changes.toDevice, userId)) await lists.query([userId]).catch(() => undefined);
        const isForMachine = news.isFor(changes);
        const keys = isForMachine ? await machine.receive(changes) : [];
        if (isForMachine) news.taken(changes);
        outgoing.run();
        verification.received(changes.toDevice);
        firstSync.resolve();
        if (hasReceived) return waiting.readableWith(keys, lists.takeUpdated());
        // A key may have come right before the last run was killed: it is not told of again.
        hasReceived = true;
        return waiting.all();
      },
      async noteState(roomId, events) {
        const users: string[] = [];
        for (const event of events) {
          const [type, stateKey, content] = ["type", "state_key", "content"].map((name) => at(event, name));
          if (type === "m.room.encryption" && stateKey === "") rooms.note(roomId, content);
          if (type !== "m.room.member" || typeof stateKey !== "string") continue;
          const isIn = ["join", "invite"].includes(textOf(at(content, "membership")) ?? "");
          if (isIn) users.push(stateKey);
          else if (rooms.has(roomId)) people.someoneLeft();
        }
        // So that their devices are asked for before their first message.
        if (users.length > 0 && rooms.has(roomId)) await machine.track(users);
      },
      isRoomEncrypted: async (roomId) => (await rooms.of(roomId)) !== undefined,
      async encrypt(roomId, type, content) {
        await firstSync.promise;
        return encryptor.encrypt(roomId, type, content);
      },
      encryptFile,
      async decrypt(roomId, event) {
        const sender = textOf(at(event, "sender"));
        // Only whose devices are known can be checked to have sent it.
        if (sender !== undefined) {
          if (!senders.get(sender)) await machine.track([sender]);
          senders.set(sender, true);
          await lists.updateSender(sender);
        }
        const { type, content } = await machine.decrypt(roomId, event);
        replays.check(event);
        return { ...Object(event), type, content };
      },
      keepWaiting: (roomId, event) => waiting.add(roomId, event),
      dropWaiting: (roomId, eventId) => waiting.drop(roomId, eventId),
      forgetKeys: forget,
      async forgetPeople() {
        await firstSync.promise;
        const forgotten = await people.forget();
        if (forgotten > 0) await sealAnew();
        return forgotten;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
