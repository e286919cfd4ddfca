import { DeviceId, type OlmMachine, UserId } from "@matrix-org/matrix-sdk-crypto-wasm";
import { at, textOf } from "../../../../lib/json-value.ts";
import { type MachineRequest, readMachineRequest } from "../machine-request.ts";
import type { IdentityKeys } from "./kept-identity.ts";

/** Its own cross-signing, as the machine knows it. The homeserver may not have it yet. */
type OwnIdentity = { complete: boolean; masterKey: string | undefined; deviceSigned: boolean };
export type Bootstrap = {
  readonly before: MachineRequest | undefined;
  readonly signingKeys: unknown;
  readonly signatures: MachineRequest;
};

/** What the machine is asked of cross-signing. @param alone runs a call as one transaction, while no other is in hand */
export function createIdentityCalls(
  machine: OlmMachine,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
  me: { readonly userId: string; readonly deviceId: string },
) {
  return {
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

    /** The identity's private keys, when the machine has all of them. */
    exportIdentity: (): Promise<IdentityKeys | undefined> =>
      alone(async () => {
        const keys = await machine.exportCrossSigningKeys();
        const { masterKey: master, self_signing_key: selfSigning, userSigningKey: userSigning } = keys ?? {};
        return master && selfSigning && userSigning ? { master, selfSigning, userSigning } : undefined;
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
    importIdentity: (keys: IdentityKeys): Promise<boolean> =>
      alone(async () => {
        const status = await machine.importCrossSigningKeys(keys.master, keys.selfSigning, keys.userSigning);
        return status.hasMaster && status.hasSelfSigning && status.hasUserSigning;
      }),

    signOwnDevice: () =>
      alone(async () => {
        const device = await machine.getDevice(new UserId(me.userId), new DeviceId(me.deviceId));
        return device ? readMachineRequest(await device.verify()) : undefined;
      }),
  };
}

/** The one key of a cross-signing key object. */
export function firstKey(keyObject: unknown): string | undefined {
  return textOf(Object.values(Object(at(keyObject, "keys")))[0]);
}
