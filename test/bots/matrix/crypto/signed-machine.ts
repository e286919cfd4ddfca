import type { Machine } from "../../../../src/bots/matrix/crypto/olm-machine.ts";
import { at, membersOf } from "../../../../src/lib/json-value.ts";

/** Gives the machine an identity that has signed its device, as the homeserver would tell: without one, nothing of a device is taken. */
export async function sign(machine: Machine, { userId, deviceId }: { userId: string; deviceId: string }) {
  const uploads = (await machine.outgoing()).map(({ body }) => at(body, "device_keys"));
  const device = uploads.find((keys) => keys !== undefined);
  const { signingKeys, signatures } = await machine.bootstrapIdentity(false);
  const added = at(signatures.body, userId, deviceId, "signatures", userId);
  const all = { [userId]: { ...Object(at(device, "signatures", userId)), ...Object(added) } };
  const identity = [...membersOf(signingKeys)].map(([name, key]) => [`${name}s`, { [userId]: key }]);
  const device_keys = { [userId]: { [deviceId]: { ...Object(device), signatures: all } } };
  await machine.takeDeviceLists({ device_keys, ...Object.fromEntries(identity) }, true);
}
