import { RequestType } from "@matrix-org/matrix-sdk-crypto-wasm";
import { backoff } from "../../../lib/async/retry.ts";
import { type Instant, later } from "../../../lib/time.ts";
import type { Homeserver } from "../http/homeserver.ts";
import type { Pace } from "../http/pace.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import { KeysLostError } from "./crypto-errors.ts";
import type { DeviceLists } from "./device-lists.ts";
import type { MachineRequest } from "./machine-request.ts";
import type { Machine } from "./olm-machine.ts";

export type OutgoingRequests = {
  /** Sends one request and gives the machine its answer. @throws MatrixRequestError */
  readonly send: (request: MachineRequest) => Promise<unknown>;
  /** Sends all that the machine has waiting but key queries. @throws MatrixRequestError, the first */
  sendAll(): Promise<void>;
  /**
   * Begins to send what the machine has waiting, and to bring the device lists up to date. Nothing waits for it: a room has what it needs of
   * this asked by itself. What fails stays with the machine and is sent again later.
   */
  run(): void;
  /** Rejects with a KeysLostError when the homeserver has other one-time keys than the machine: it is an older copy. */
  readonly broken: Promise<never>;
  /** Begins nothing more. */
  stop(): void;
};

/** What the machine wants sent, side by side, so that one slow answer holds up nothing else. */
export function createOutgoingRequests(
  machine: Machine,
  lists: DeviceLists,
  ask: Homeserver,
  pace: Pick<Pace, "now" | "random">,
): OutgoingRequests {
  const underWay = new Set<string>();
  let running: Promise<void> | undefined;
  let isWantedAgain = false;
  let isStopped = false;
  let failures = 0;
  let notBefore: Instant = later(pace.now(), 0);

  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => undefined); // seen by the sync, once there is one

  const send = async (request: MachineRequest) => {
    const answer = await ask(request.method, request.endpoint, { body: request.body }).catch((cause: unknown) => {
      const isLost = cause instanceof MatrixRequestError && cause.code === "ONE_TIME_KEY_EXISTS";
      const error = isLost ? new KeysLostError() : cause;
      if (isLost) broken.reject(error);
      throw error;
    });
    await machine.sent(request, answer);
    return answer;
  };
  /** A request that is under way is not sent a second time: the same one-time keys would be refused. */
  const sendOnce = async (request: MachineRequest) => {
    const name = request.type === RequestType.ToDevice ? String(request.id) : RequestType[request.type];
    if (underWay.has(name)) return;
    underWay.add(name);
    await send(request).finally(() => underWay.delete(name));
  };

  async function sendAll() {
    const requests = await machine.outgoing();
    const others = requests.filter(({ type }) => type !== RequestType.KeysQuery);
    const results = await Promise.allSettled(others.map(sendOnce));
    const failed = results.find((result) => result.status === "rejected");
    if (failed) throw failed.reason;
  }
  /** Sessions that the library wants renewed, whatever the room, because the other side could not decrypt with them. */
  async function renewSessions() {
    const { claim } = await machine.missingSessions([]);
    if (claim) await sendOnce(claim);
  }
  async function runOnce() {
    if (pace.now() < notBefore) return;
    const results = await Promise.allSettled([sendAll(), lists.updateAll(), renewSessions()]);
    failures = results.some(({ status }) => status === "rejected") ? failures + 1 : 0;
    notBefore = later(pace.now(), failures === 0 ? 0 : backoff(failures, pace.random()));
  }
  async function runUntilDone() {
    while (isWantedAgain && !isStopped) {
      isWantedAgain = false;
      await runOnce();
    }
  }

  return {
    send,
    sendAll,
    broken: broken.promise,
    run() {
      isWantedAgain = true;
      running ??= runUntilDone().finally(() => (running = undefined));
    },
    stop() {
      isStopped = true;
    },
  };
}
