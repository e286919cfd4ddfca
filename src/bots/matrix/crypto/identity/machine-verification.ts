import { DeviceId, type OlmMachine, Sas, UserId, VerificationMethod } from "@matrix-org/matrix-sdk-crypto-wasm";
import { type MachineRequest, readMachineRequest } from "../machine-request.ts";

/** How far a verification by emoji has come. */
export type VerificationState =
  | { readonly is: "requested" | "ready" | "started" | "accepted" | "confirmed" | "done" }
  | { readonly is: "cancelled"; readonly code: string }
  /** each an emoji and its name in English */
  | { readonly is: "shown"; readonly emoji: readonly string[] };

export type VerificationStep = "accept request" | "accept emoji" | "confirm" | "say that they differ" | "cancel";

/** What the machine is asked of verifications between sessions of its own account. @param alone as in createIdentityCalls */
export function createVerificationCalls(
  machine: OlmMachine,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
  me: { readonly userId: string },
) {
  const find = (flow: string) => machine.getVerificationRequest(new UserId(me.userId), flow);
  const findSas = (flow: string) => {
    const found = find(flow)?.getVerification();
    return found instanceof Sas ? found : undefined;
  };

  return {
    /** @returns undefined when the machine knows of no such verification: it knows not the device that asked, or it is long over */
    verificationState: (flow: string): Promise<VerificationState | undefined> =>
      alone(async () => {
        const request = find(flow);
        if (request === undefined) return undefined;
        const sas = findSas(flow);
        if (request.isCancelled() || sas?.isCancelled())
          return { is: "cancelled", code: (sas?.cancelInfo() ?? request.cancelInfo)?.cancelCode() ?? "m.user" };
        if (request.isDone() || sas?.isDone()) return { is: "done" };
        if (sas === undefined) return { is: request.isReady() ? "ready" : "requested" };
        if (sas.haveWeConfirmed()) return { is: "confirmed" };
        const emoji = sas.canBePresented() ? sas.emoji() : undefined;
        if (emoji) return { is: "shown", emoji: emoji.map(({ symbol, description }) => `${symbol} ${description}`) };
        return { is: sas.weStarted() || sas.hasBeenAccepted() ? "accepted" : "started" };
      }),

    /** Whether another session of the account is trusted. The library forgets a verification soon after its end. */
    trustsSession: (device: string): Promise<boolean> =>
      alone(async () => {
        const found = await machine.getDevice(new UserId(me.userId), new DeviceId(device));
        return found?.isVerified() ?? false;
      }),

    /** Has a change of it told, however it came about: some states change once a request was sent. */
    watchVerification: (flow: string, changed: () => void): Promise<void> =>
      alone(async () => {
        for (const each of [find(flow), findSas(flow)]) each?.registerChangesCallback(async () => changed());
      }),

    /** @returns what is to be sent for it */
    stepOfVerification: (flow: string, step: VerificationStep): Promise<MachineRequest[]> =>
      alone(async () => {
        const [request, sas] = [find(flow), findSas(flow)];
        const sent = async () => {
          switch (step) {
            case "accept request":
              return [request?.acceptWithMethods([VerificationMethod.SasV1])];
            case "accept emoji":
              return [sas?.accept()];
            case "confirm":
              return (await sas?.confirm()) ?? [];
            case "say that they differ":
              return [sas?.cancelWithCode("m.mismatched_sas")];
            case "cancel":
              return [request?.cancel()];
          }
        };
        return (await sent()).flatMap((each) => (each === undefined ? [] : [readMachineRequest(each)]));
      }),
  };
}
