import {
  CollectStrategy,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  type OutgoingRequest,
  RequestType,
  UserId,
} from "@matrix-org/matrix-sdk-crypto-wasm";
import { at, membersOf, textOf } from "../../../lib/json-value.ts";
import { type Endpoint, v3 } from "../http/homeserver.ts";
import { remoteKeysTime } from "../limits.ts";

/** What the machine wants sent. Its answer goes back to the machine unless it has no id. */
export type MachineRequest = {
  readonly id: string | undefined;
  readonly type: RequestType;
  readonly method: "POST" | "PUT";
  readonly endpoint: Endpoint;
  readonly body: unknown;
};

type Given = Pick<OutgoingRequest, "body" | "type"> & { readonly id: string | undefined };

/** @throws Error for requests that whereat does not make: verification in rooms, and key backup */
export function readMachineRequest(given: Given): MachineRequest {
  const { id, type } = given;
  const body: unknown = JSON.parse(given.body);
  const post = (endpoint: Endpoint): MachineRequest => ({ id, type, method: "POST", endpoint, body });
  switch (type) {
    case RequestType.KeysUpload:
      return post(v3`keys/upload`);
    case RequestType.KeysQuery:
      return post(v3`keys/query`);
    case RequestType.KeysClaim:
      return post(v3`keys/claim`);
    case RequestType.SignatureUpload:
      return post(v3`keys/signatures/upload`);
    case RequestType.ToDevice: {
      const { event_type, txn_id } = given as Given & { event_type: string; txn_id: string };
      return { id, type, method: "PUT", endpoint: v3`sendToDevice/${event_type}/${txn_id}`, body };
    }
    case RequestType.RoomMessage:
    case RequestType.KeysBackup:
      throw new Error("whereat neither verifies in rooms nor backs up keys");
  }
}

export const isKeysQuery = ({ type }: MachineRequest) => type === RequestType.KeysQuery;

/** The claim for these users alone; all of it when there are none. */
export function onlyFor(wanted: ReadonlySet<string>, claim: MachineRequest): MachineRequest | undefined {
  const all = [...membersOf(at(claim.body, "one_time_keys"))];
  const keys = wanted.size === 0 ? all : all.filter(([user]) => wanted.has(user));
  if (keys.length === 0) return undefined;
  const body = { ...Object(claim.body), one_time_keys: Object.fromEntries(keys), timeout: remoteKeysTime };
  return { ...claim, body };
}

export type SharingSettings = {
  readonly rotationMs: number | undefined;
  readonly rotationMessages: number | undefined;
};

/** How a room key is shared, as the library wants it. */
export function readSettings({ rotationMs, rotationMessages }: SharingSettings): EncryptionSettings {
  const settings = new EncryptionSettings();
  settings.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  // Whatever the room says: clients hand "shared" keys on to whoever is invited later (MSC4268), and answers are not for them.
  settings.historyVisibility = HistoryVisibility.Joined;
  if (rotationMs) settings.rotationPeriod = BigInt(rotationMs) * 1000n; // in microseconds
  if (rotationMessages) settings.rotationPeriodMessages = BigInt(rotationMessages);
  // Anybody who runs a homeserver can add a device to its accounts; only their owner can sign it (MSC4153).
  settings.sharingStrategy = CollectStrategy.identityBasedStrategy();
  return settings;
}

/** Those of the ids that are user ids: what a homeserver sends beside them has no devices, and must not stop the rest. */
export function readUsers(ids: readonly string[]): UserId[] {
  return ids.flatMap((id) => {
    try {
      return [new UserId(id)];
    } catch {
      return [];
    }
  });
}

export type RoomKey = { readonly roomId: string; readonly sessionId: string };

/** The room key that a decrypted to-device event brings, if it does. */
export function readRoomKey(event: unknown): RoomKey[] {
  const type = at(event, "type");
  const roomId = textOf(at(event, "content", "room_id"));
  const sessionId = textOf(at(event, "content", "session_id"));
  return (type === "m.room_key" || type === "m.forwarded_room_key") && roomId && sessionId
    ? [{ roomId, sessionId }]
    : [];
}
