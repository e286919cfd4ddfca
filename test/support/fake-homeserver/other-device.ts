import { DeviceId, initAsync, OlmMachine, RequestType, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";

export type OtherDevice = {
  readonly userId: string;
  readonly deviceId: string;
  /** As keys/query gives it. */
  readonly keys: unknown;
  /** One-time keys as keys/claim gives them, one at a time. */
  claim(): object;
};

/** A device of somebody else, with keys that the library takes. */
export async function otherDevice(userId: string, deviceId = "OTHER"): Promise<OtherDevice> {
  await initAsync();
  const machine = await OlmMachine.initialize(new UserId(userId), new DeviceId(deviceId));
  const upload = (await machine.outgoingRequests()).find(({ type }) => type === RequestType.KeysUpload);
  const { device_keys: keys, one_time_keys } = JSON.parse(upload?.body ?? "{}");
  const oneTimeKeys = Object.entries(one_time_keys as object);
  return { userId, deviceId, keys, claim: () => Object.fromEntries(oneTimeKeys.splice(0, 1)) };
}
