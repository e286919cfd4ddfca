import {
  Attachment,
  CollectStrategy,
  DecryptionSettings,
  DeviceId,
  DeviceLists,
  EncryptionSettings,
  initAsync,
  OlmMachine,
  RequestType,
  RoomId,
  TrustRequirement,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";

/** What a homeserver tells of a device, as keys/query and keys/claim give it. */
export type PublicDevice = {
  readonly userId: string;
  readonly deviceId: string;
  readonly keys: unknown;
  /** The identity of its owner, by the sections of keys/query; none where the owner has made none. */
  readonly identity: Readonly<Record<string, unknown>>;
  /** One-time keys, one at a time. */
  claim(): object;
};

export type OtherDevice = PublicDevice & {
  /** Shares its key of a room with a device. @returns the to-device events for that device */
  sharesKey(room: string, device: PublicDevice): Promise<object[]>;
  /** @returns the content of an m.room.encrypted event, once the room's key is shared */
  encrypts(room: string, type: string, content: object): Promise<object>;
  /** @param event a whole m.room.encrypted event, as JSON; @returns what is in it, once the room's key has come */
  decrypts(room: string, event: string): Promise<Record<string, unknown>>;
  /** Takes in to-device events. @returns what is in them */
  receives(events: readonly object[]): Promise<Record<string, unknown>[]>;
  /** What it would hand on of a room's keys to somebody whom it invites (MSC4268). */
  historyFor(room: string): Promise<{ room_keys: object[]; withheld: object[] }>;
};

/** Whether its owner has signed it: yes; no, though there is an identity; or there is none. */
export type Signing = "signed" | "unsigned" | "without identity";

const query = (device: PublicDevice) =>
  JSON.stringify({ device_keys: { [device.userId]: { [device.deviceId]: device.keys } }, ...device.identity });

/** A device of somebody else, with keys that the library takes. */
export async function otherDevice(
  userId: string,
  deviceId = "OTHER",
  signing: Signing = "signed",
): Promise<OtherDevice> {
  await initAsync();
  const machine = await OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId));
  const upload = (await machine.outgoingRequests()).find(({ type }) => type === RequestType.KeysUpload);
  const { device_keys, one_time_keys } = JSON.parse(upload?.body ?? "{}");
  const oneTimeKeys = Object.entries(one_time_keys as object);
  await machine.markRequestAsSent(
    upload?.id ?? "",
    RequestType.KeysUpload,
    '{"one_time_key_counts":{"signed_curve25519":50}}',
  );
  let identity = {};
  let keys = device_keys;
  if (signing !== "without identity") {
    const made = await machine.bootstrapCrossSigning(true);
    const own = JSON.parse(made.uploadSigningKeysRequest.body);
    identity = Object.fromEntries(Object.keys(own).map((name) => [`${name}s`, { [userId]: own[name] }]));
    if (signing === "signed") {
      const signed = JSON.parse(made.uploadSignaturesRequest.body)[userId][deviceId];
      const signatures = { [userId]: { ...device_keys.signatures[userId], ...signed.signatures[userId] } };
      keys = { ...device_keys, signatures };
    }
  }

  return {
    userId,
    deviceId,
    keys,
    identity,
    claim: () => Object.fromEntries(oneTimeKeys.splice(0, 1)),
    async sharesKey(room, device) {
      await machine.updateTrackedUsers([new UserId(device.userId)]);
      const queried = machine.queryKeysForUsers([new UserId(device.userId)]);
      await machine.markRequestAsSent(queried.id, RequestType.KeysQuery, query(device));
      const claim = await machine.getMissingSessions([new UserId(device.userId)]);
      const claimed = { one_time_keys: { [device.userId]: { [device.deviceId]: device.claim() } }, failures: {} };
      if (claim) await machine.markRequestAsSent(claim.id, RequestType.KeysClaim, JSON.stringify(claimed));
      const settings = new EncryptionSettings();
      settings.sharingStrategy = CollectStrategy.allDevices();
      const requests = await machine.shareRoomKey(new RoomId(room), [new UserId(device.userId)], settings);
      const events: object[] = [];
      for (const request of requests) {
        const content = JSON.parse(request.body).messages[device.userId]?.[device.deviceId];
        if (content) events.push({ type: request.event_type, sender: userId, content });
        await machine.markRequestAsSent(request.id, RequestType.ToDevice, "{}");
      }
      return events;
    },
    encrypts: async (room, type, content) =>
      JSON.parse(await machine.encryptRoomEvent(new RoomId(room), type, JSON.stringify(content))),
    async decrypts(room, event) {
      const trust = new DecryptionSettings(TrustRequirement.Untrusted);
      return JSON.parse((await machine.decryptRoomEvent(event, new RoomId(room), trust)).event);
    },
    async receives(events) {
      const trust = new DecryptionSettings(TrustRequirement.Untrusted);
      const none = new DeviceLists([], []);
      const taken = await machine.receiveSyncChanges(JSON.stringify(events), none, new Map(), new Set(), trust);
      return taken.map(({ rawEvent }) => JSON.parse(rawEvent));
    },
    async historyFor(room) {
      const bundle = await machine.buildRoomKeyBundle(new RoomId(room));
      if (!bundle) throw new Error("it has no keys of that room");
      return JSON.parse(Buffer.from(Attachment.decrypt(bundle)).toString());
    },
  };
}
