import {
  DecryptionErrorCode,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  initAsync,
  MegolmDecryptionError,
  OlmMachine,
  RequestType,
  RoomId,
  ShieldStateCode,
  StoreHandle,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { createMutex } from "../../../lib/async/mutex.ts";
import { at, membersOf, textOf } from "../../../lib/json-value.ts";
import { type Decrypted, DecryptionError, OtherDeviceError } from "./crypto-errors.ts";
import { createIdentityCalls } from "./identity/machine-identity.ts";
import { createVerificationCalls } from "./identity/machine-verification.ts";
import type { PersistedIndexedDb } from "./indexeddb/indexed-db.ts";
import { createListCalls } from "./machine-lists.ts";
import {
  type MachineRequest,
  onlyFor,
  type RoomKey,
  readMachineRequest,
  readRoomKey,
  readSettings,
  readUsers,
  type SharingSettings,
} from "./machine-request.ts";
import { createDeviceVersions } from "./rooms/device-versions.ts";

/** The encryption part of one answer to /sync. */
export type DeviceChanges = {
  readonly toDevice: readonly unknown[];
  readonly changed: readonly string[];
  readonly left: readonly string[];
  readonly keyCounts: ReadonlyMap<string, number>;
  /** Undefined from homeservers that know no fallback keys. */
  readonly unusedFallbackKeys: readonly string[] | undefined;
};
type Encrypted =
  | { kind: "to be shared"; requests: readonly MachineRequest[] }
  /** `version`: of the readers' devices, for which it was encrypted */
  | { kind: "encrypted"; content: unknown; version: number };
/** The IndexedDB database name of the machine's store. The library adds a second one with "-meta". */
export const machineDatabase = "whereat::matrix-sdk-crypto";

// The library's own log lines hold user, room and session ids.
const silent = { debug() {}, info() {}, warn() {}, error() {} };

export type Machine = Awaited<ReturnType<typeof openMachine>>;

/** The library on the IndexedDB that this process has now. @throws what it throws */
export async function openLibrary(storeKey: Uint8Array, me: { userId: string; deviceId: string }): Promise<OlmMachine> {
  const store = await StoreHandle.openWithKey("whereat", storeKey, silent);
  return OlmMachine.initFromStore(new UserId(me.userId), new DeviceId(me.deviceId), store, silent);
}

/**
 * The device's end-to-end encryption: matrix-sdk-crypto behind plain texts, which no other folder knows. Every call is alone, holds no
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
  const inTurn = createMutex();
  const alone = <T>(work: () => Promise<T>) => inTurn(() => idb.atomic(work));

  await initAsync();
  const machine = await alone(() =>
    openLibrary(storeKey, me).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes("account in the store")) throw new OtherDeviceError();
      throw error;
    }),
  );

  const requests = async () => (await machine.outgoingRequests()).map(readMachineRequest);
  const versions = createDeviceVersions(me.userId);
  const { readOutdated, changing, ...lists } = createListCalls(machine, alone, me, versions);
  /** Runs what may change whom the account trusts. */
  const trusting = <T>(work: () => Promise<T>) => alone(() => work().finally(() => versions.allChanged()));

  async function decryptFor(needed: TrustRequirement, roomId: string, event: unknown): Promise<Decrypted> {
    const settings = new DecryptionSettings(needed);
    const decrypted = await machine
      .decryptRoomEvent(JSON.stringify(event), new RoomId(roomId), settings)
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
  }

  return {
    /** Runs work on the same store while no call is in hand, as one transaction. */
    alone,
    ed25519: machine.identityKeys.ed25519.toBase64(),

    /** Whether the homeserver was given this device's keys once: the library does not offer them again. */
    hasUploaded: (): Promise<boolean> =>
      alone(async () => !(await requests()).some(({ body }) => at(body, "device_keys", "device_id") === me.deviceId)),

    outgoing: () => alone(requests),

    async sent({ id, type, body }: MachineRequest, answer: unknown): Promise<void> {
      if (id === undefined) return;
      await alone(async () => {
        if (type === RequestType.KeysClaim) versions.changed(membersOf(at(body, "one_time_keys")).keys());
        else if (type !== RequestType.ToDevice && type !== RequestType.KeysUpload) versions.allChanged();
        await machine.markRequestAsSent(id, type, JSON.stringify(answer));
      });
    },

    /** @returns the room keys that came with it */
    receive: (changes: DeviceChanges): Promise<RoomKey[]> =>
      changing(async () => {
        versions.changed([...changes.changed, ...changes.left]);
        for (const event of changes.toDevice) versions.changed([textOf(at(event, "sender")) ?? me.userId]);
        const fallback = changes.unusedFallbackKeys && new Set(changes.unusedFallbackKeys);
        const lists = new DeviceLists(readUsers(changes.changed), readUsers(changes.left));
        const toDevice = JSON.stringify(changes.toDevice);
        // A key whose sender's device is signed later is of use then.
        const trust = new DecryptionSettings(TrustRequirement.Untrusted);
        const events = await machine.receiveSyncChanges(toDevice, lists, new Map(changes.keyCounts), fallback, trust);
        return events.flatMap((event) => readRoomKey(JSON.parse(event.rawEvent)));
      }),

    /** The same number as long as nothing has changed by which these people's devices are given keys. */
    versionOf: (users: readonly string[]) => versions.of(users),

    /**
     * A claim of one-time keys for the devices of these users that there is no session with yet; of nobody given: for those that the library wants
     * renewed. And whether no list of theirs is outdated, at which version. The library waits five seconds for a user whose list is outdated and nobody would wait with it, so those are left out; and it
     * adds other rooms' devices, which their own claim is for.
     */
    missingSessions: (ids: readonly string[]) =>
      alone(async () => {
        const unknown = ids.length === 0 ? new Set() : await readOutdated();
        const wanted = ids.filter((id) => !unknown.has(id));
        const version = wanted.length === ids.length ? versions.of(ids) : undefined;
        if (wanted.length === 0 && ids.length > 0) return { claim: undefined, version };
        const request = await machine.getMissingSessions(readUsers(wanted));
        const claim = request ? onlyFor(new Set(wanted), readMachineRequest(request)) : undefined;
        return { claim, version: claim === undefined ? version : undefined };
      }),

    /**
     * Encrypts, once the room's key is shared: until then, gives the requests that share it. Both are looked at in one call, because the library
     * panics, and its promise never settles, when the key has expired since it was shared.
     */
    encrypt: (
      roomId: string,
      readers: readonly string[],
      settings: SharingSettings,
      type: string,
      content: unknown,
    ): Promise<Encrypted> =>
      alone(async () => {
        // Keys go to signed devices only where the library trusts the account's own identity, which another session may have made.
        const own = await machine.getIdentity(new UserId(me.userId));
        if (own?.isVerified() === false) {
          await own.verify();
          versions.allChanged();
        }
        const requests = await machine.shareRoomKey(new RoomId(roomId), readUsers(readers), readSettings(settings));
        if (requests.length > 0) return { kind: "to be shared", requests: requests.map(readMachineRequest) };
        const encrypted = await machine.encryptRoomEvent(new RoomId(roomId), type, JSON.stringify(content));
        return { kind: "encrypted", content: JSON.parse(encrypted), version: versions.of(readers) };
      }),

    /**
     * Encrypts with the key that the room has.
     * @param mayBe asked once no other call is in hand: whether that key is shared with everybody whom it is for, and has not expired
     * @returns undefined when it may not be
     */
    encryptAgain: (roomId: string, mayBe: () => boolean, type: string, content: unknown): Promise<unknown> =>
      alone(async () => {
        if (!mayBe()) return undefined;
        return JSON.parse(await machine.encryptRoomEvent(new RoomId(roomId), type, JSON.stringify(content)));
      }),

    /** @returns the event's own type and content. @throws DecryptionError, with those where the device is not verified */
    decrypt: (roomId: string, event: unknown): Promise<Decrypted> =>
      alone(() =>
        decryptFor(TrustRequirement.CrossSigned, roomId, event).catch(async (error: unknown) => {
          if (!(error instanceof DecryptionError) || !error.isUnverified) throw error;
          throw new DecryptionError(error.reason, await decryptFor(TrustRequirement.Untrusted, roomId, event));
        }),
      ),

    ...lists,
    ...createIdentityCalls(machine, trusting, me),
    ...createVerificationCalls(machine, trusting, me),

    /** Waits for the call in hand. */
    close: () => inTurn(async () => machine.close()),
  };
}
