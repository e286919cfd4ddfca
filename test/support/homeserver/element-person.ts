import { setTimeout as after } from "node:timers/promises";
import { type ClientEvent, createClient, type IContent, type MatrixClient, MatrixEventEvent } from "matrix-js-sdk";
import {
  AllDevicesIsolationMode,
  type DeviceIsolationMode,
  OnlySignedDevicesIsolationMode,
} from "matrix-js-sdk/lib/crypto-api/index.js";
import { logger as sharedLogger } from "matrix-js-sdk/lib/logger.js";
import { type Account, logIn, passwordOf } from "./homeserver.ts";

/** A person who uses matrix-js-sdk, as Element Web does, on a device of its own. */
export type ElementPerson = {
  readonly client: MatrixClient;
  readonly userId: string;
  /** Only devices that their owner has signed are read and get keys. */
  trustsOnlySignedDevices(only: boolean): void;
  /** Makes the account's identity. @returns its recovery key */
  makesIdentity(): Promise<string>;
  leaves(): Promise<void>;
};

const silent = () => undefined;
const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, getChild: () => logger };

Object.assign(sharedLogger, logger); // parts of the library do not use the client's own

/** Logs a registered account in. @param account its login, where it has no password */
export async function elementPerson(url: string, name: string, account?: Account): Promise<ElementPerson> {
  const { accessToken, userId, deviceId } = account ?? (await logIn(url, name));
  let secretKey: { id: string; key: Uint8Array<ArrayBuffer> } | undefined;
  const client = createClient({
    baseUrl: url,
    accessToken,
    userId,
    deviceId,
    logger,
    cryptoCallbacks: {
      cacheSecretStorageKey: (id, _info, key) => {
        secretKey = { id, key: key as Uint8Array<ArrayBuffer> };
      },
      getSecretStorageKey: async () => (secretKey ? [secretKey.id, secretKey.key] : null),
    },
  });
  await client.initRustCrypto({ useIndexedDB: false });
  const synced = new Promise<void>((resolve) => {
    client.on("sync" as ClientEvent.Sync, (state) => (state === "PREPARED" ? resolve() : undefined));
  });
  await client.startClient({ initialSyncLimit: 20 });
  await synced;
  const crypto = client.getCrypto()!;

  return {
    client,
    userId,
    trustsOnlySignedDevices(only) {
      const mode: DeviceIsolationMode = only
        ? new OnlySignedDevicesIsolationMode()
        : new AllDevicesIsolationMode(false);
      crypto.setDeviceIsolationMode(mode);
    },
    async makesIdentity() {
      const identifier = { type: "m.id.user", user: userId };
      await crypto.bootstrapCrossSigning({
        authUploadDeviceSigningKeys: async (makeRequest) => {
          await makeRequest({ type: "m.login.password", identifier, password: passwordOf(name) });
        },
      });
      const made = await crypto.createRecoveryKeyFromPassphrase();
      await crypto.bootstrapSecretStorage({
        setupNewSecretStorage: true,
        createSecretStorageKey: async () => made,
      });
      return made.encodedPrivateKey!;
    },
    async leaves() {
      client.stopClient();
    },
  };
}

/** What this person reads of an event, or why they cannot. */
export async function readsEvent(person: ElementPerson, roomId: string, eventId: string): Promise<IContent | string> {
  const event = await person.client.fetchRoomEvent(roomId, eventId).then((raw) => person.client.getEventMapper()(raw));
  await person.client.decryptEventIfNeeded(event);
  if (event.isBeingDecrypted()) await new Promise((resolve) => event.once(MatrixEventEvent.Decrypted, resolve));
  return event.isDecryptionFailure() ? String(event.decryptionFailureReason) : event.getContent();
}

/** Has a person verify another device of theirs: a session of Element makes their identity and signs it, and leaves again. */
export async function verifyDevice(url: string, name: string, deviceId: string): Promise<void> {
  const person = await elementPerson(url, name);
  await person.makesIdentity();
  const crypto = person.client.getCrypto()!;
  for (;;) {
    const devices = (await crypto.getUserDeviceInfo([person.userId], true)).get(person.userId);
    // Its keys may still be on their way.
    if (devices?.has(deviceId)) break;
    await after(100);
  }
  await crypto.crossSignDevice(deviceId);
  await person.client.logout(true);
  await person.leaves();
}
