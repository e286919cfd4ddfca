import {
  CollectStrategy,
  DecryptionErrorCode,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  initAsync,
  MegolmDecryptionError,
  OlmMachine,
  RoomId,
  ShieldStateCode,
  StoreHandle,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { at, textOf } from "../../../lib/json-value.ts";
import { createOneAtATime } from "../../../lib/one-at-a-time.ts";
import type { PersistedIndexedDb } from "../indexeddb/indexed-db.ts";
import { OtherDeviceError } from "./account-errors.ts";
import { DecryptionError } from "./decryption-error.ts";
import { type MachineRequest, readMachineRequest } from "./machine-request.ts";

/** The encryption part of one answer to /sync. */
export type DeviceChanges = {
  readonly toDevice: readonly unknown[];
  readonly changed: readonly string[];
  readonly left: readonly string[];
  readonly keyCounts: ReadonlyMap<string, number>;
  /** Undefined from homeservers that know no fallback keys. */
  readonly unusedFallbackKeys: readonly string[] | undefined;
};
export type RoomKey = { readonly roomId: string; readonly sessionId: string };
export type SharingSettings = {
  readonly visibility: string | undefined;
  readonly rotationMs: number | undefined;
  readonly rotationMessages: number | undefined;
};
/** Its own cross-signing, as the machine knows it. The homeserver may not have it yet. */
export type OwnIdentity = {
  readonly complete: boolean;
  readonly masterKey: string | undefined;
  readonly deviceSigned: boolean;
};
export type Bootstrap = {
  readonly before: MachineRequest | undefined;
  readonly signingKeys: unknown;
  readonly signatures: MachineRequest;
};

/** The IndexedDB database name of the machine's store. The library adds a second one with "-meta". */
export const machineDatabase = "whereat::matrix-sdk-crypto";

const visibilities: ReadonlyMap<string | undefined, HistoryVisibility> = new Map([
  ["invited", HistoryVisibility.Invited],
  ["shared", HistoryVisibility.Shared],
  ["world_readable", HistoryVisibility.WorldReadable],
]);
// The library's own log lines hold user, room and session ids.
const silent = { debug() {}, info() {}, warn() {}, error() {} };

export type Machine = Awaited<ReturnType<typeof openMachine>>;

/**
 * The device's end-to-end encryption: matrix-sdk-crypto behind plain texts, and the only file that knows it. Every call is alone, holds no
 * network request, and is on disk as one transaction when it returns: a crash between two of the library's own commits would lose room
 * keys for good. UserIds and RoomIds are made anew for each call, because the library takes them away.
 * @param storeKey 32 bytes under which the library encrypts its own records
 * @throws OtherDeviceError when the store was made by another device
 */
export async function openMachine(
  idb: PersistedIndexedDb,
  storeKey: Uint8Array,
  me: { userId: string; deviceId: string },
) {
  const inTurn = createOneAtATime();
  const alone = <T>(work: () => Promise<T>) => inTurn(() => idb.atomic(work));
  const trust = () => new DecryptionSettings(TrustRequirement.Untrusted);

  await initAsync();
  const machine = await alone(async () => {
    const store = await StoreHandle.openWithKey("whereat", storeKey, silent);
    return OlmMachine.initFromStore(new UserId(me.userId), new DeviceId(me.deviceId), store, silent).catch(
      (error: unknown) => {
        if (error instanceof Error && error.message.includes("account in the store")) throw new OtherDeviceError();
        throw error;
      },
    );
  });

  return {
    /** Runs work on the same store while no call is in hand, as one transaction. */
    alone,
    ed25519: machine.identityKeys.ed25519.toBase64(),

    outgoing: () => alone(async () => (await machine.outgoingRequests()).map(readMachineRequest)),

    async sent({ id, type }: MachineRequest, answer: unknown): Promise<void> {
      if (id) await alone(() => machine.markRequestAsSent(id, type, JSON.stringify(answer)));
    },

    track: (ids: readonly string[]) => alone(() => machine.updateTrackedUsers(users(ids))),

    queryKeys: (ids: readonly string[]) => alone(async () => readMachineRequest(machine.queryKeysForUsers(users(ids)))),

    /** @returns the room keys that came with it */
    receive: (changes: DeviceChanges): Promise<RoomKey[]> =>
      alone(async () => {
        const fallback = changes.unusedFallbackKeys && new Set(changes.unusedFallbackKeys);
        const lists = new DeviceLists(users(changes.changed), users(changes.left));
        const toDevice = JSON.stringify(changes.toDevice);
        const events = await machine.receiveSyncChanges(toDevice, lists, new Map(changes.keyCounts), fallback, trust());
        return events.flatMap((event) => readRoomKey(JSON.parse(event.rawEvent)));
      }),

    missingSessions: (ids: readonly string[]) =>
      alone(async () => {
        const request = await machine.getMissingSessions(users(ids));
        return request ? readMachineRequest(request) : undefined;
      }),

    shareRoomKey: (roomId: string, ids: readonly string[], settings: SharingSettings) =>
      alone(async () => {
        const requests = await machine.shareRoomKey(new RoomId(roomId), users(ids), readSettings(settings));
        return requests.map(readMachineRequest);
      }),

    /** Only after `shareRoomKey` for that room: else the library panics, and its promise never settles. */
    encrypt: (roomId: string, type: string, content: unknown): Promise<unknown> =>
      alone(async () => JSON.parse(await machine.encryptRoomEvent(new RoomId(roomId), type, JSON.stringify(content)))),

    /** @returns the event's own type and content. @throws DecryptionError */
    decrypt: (roomId: string, event: unknown): Promise<{ type: string; content: unknown }> =>
      alone(async () => {
        const decrypted = await machine
          .decryptRoomEvent(JSON.stringify(event), new RoomId(roomId), trust())
          .catch((error: unknown) => {
            throw new DecryptionError(
              error instanceof MegolmDecryptionError ? DecryptionErrorCode[error.code] : "Unreadable",
            );
          });
        // The library only marks it: whoever runs the homeserver could else pass one person's message off as another's.
        if (decrypted.shieldState(false).code === ShieldStateCode.MismatchedSender)
          throw new DecryptionError("MismatchedSender");
        const clear: unknown = JSON.parse(decrypted.event);
        return { type: textOf(at(clear, "type")) ?? "", content: at(clear, "content") };
      }),

    identity: (): Promise<OwnIdentity> =>
      alone(async () => {
        const keys = await machine.crossSigningStatus();
        const identity = await machine.getIdentity(new UserId(me.userId));
        const device = await machine.getDevice(new UserId(me.userId), new DeviceId(me.deviceId));
        return {
          complete: keys.hasMaster && keys.hasSelfSigning && keys.hasUserSigning,
          masterKey: identity && firstKey(JSON.parse(identity.masterKey)),
          deviceSigned: device?.isCrossSignedByOwner() ?? false,
        };
      }),

    /** Makes the account's identity, or the requests of one that was made but not uploaded. */
    bootstrapIdentity: (reset: boolean): Promise<Bootstrap> =>
      alone(async () => {
        const made = await machine.bootstrapCrossSigning(reset);
        return {
          before: made.uploadKeysRequest ? readMachineRequest(made.uploadKeysRequest) : undefined,
          signingKeys: JSON.parse(made.uploadSigningKeysRequest.body),
          signatures: readMachineRequest(made.uploadSignaturesRequest),
        };
      }),

    /** @returns whether the private keys are those of the account's identity */
    importIdentity: (keys: { master: string; selfSigning: string; userSigning: string }): Promise<boolean> =>
      alone(async () => {
        const status = await machine.importCrossSigningKeys(keys.master, keys.selfSigning, keys.userSigning);
        return status.hasMaster && status.hasSelfSigning && status.hasUserSigning;
      }),

    signOwnDevice: () =>
      alone(async () => {
        const device = await machine.getDevice(new UserId(me.userId), new DeviceId(me.deviceId));
        return device ? readMachineRequest(await device.verify()) : undefined;
      }),

    /** Waits for the call in hand. */
    close: () => inTurn(async () => machine.close()),
  };
}

/** The one key of a cross-signing key object. */
export function firstKey(keyObject: unknown): string | undefined {
  return textOf(Object.values(Object(at(keyObject, "keys")))[0]);
}

/** Those of the ids that are user ids: what a homeserver sends beside them has no devices, and must not stop the rest. */
function users(ids: readonly string[]): UserId[] {
  return ids.flatMap((id) => {
    try {
      return [new UserId(id)];
    } catch {
      return [];
    }
  });
}

function readRoomKey(event: unknown): RoomKey[] {
  const type = at(event, "type");
  const roomId = textOf(at(event, "content", "room_id"));
  const sessionId = textOf(at(event, "content", "session_id"));
  return (type === "m.room_key" || type === "m.forwarded_room_key") && roomId && sessionId
    ? [{ roomId, sessionId }]
    : [];
}

function readSettings({ visibility, rotationMs, rotationMessages }: SharingSettings): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  settings.historyVisibility = visibilities.get(visibility) ?? HistoryVisibility.Joined;
  if (rotationMs) settings.rotationPeriod = BigInt(rotationMs) * 1000n; // in microseconds
  if (rotationMessages) settings.rotationPeriodMessages = BigInt(rotationMessages);
  // Clients of members that know no cross-signing would otherwise never be able to read an answer.
  settings.sharingStrategy = CollectStrategy.allDevices();
  return settings;
}
