import { createOneAtATime } from "../../../lib/one-at-a-time.ts";
import type { Homeserver } from "../http/homeserver.ts";
import type { MachineRequest } from "./machine-request.ts";
import type { Machine } from "./olm-machine.ts";

export type MachineOutbox = {
  /** Sends one request and gives the machine its answer. */
  send(request: MachineRequest): Promise<unknown>;
  /**
   * Sends all that the machine has waiting. One that fails does not hold up the others, stays with the machine and is sent again the next time.
   * @throws MatrixRequestError, the first
   */
  drain(): Promise<void>;
  /** The homeserver's own answer about the keys of these users, which the machine also learns. */
  queryKeys(users: readonly string[]): Promise<unknown>;
};

export function createMachineOutbox(machine: Machine, ask: Homeserver): MachineOutbox {
  const inTurn = createOneAtATime();
  const send = async (request: MachineRequest) => {
    const answer = await ask(request.method, request.endpoint, { body: request.body });
    await machine.sent(request, answer);
    return answer;
  };
  return {
    send,
    drain: () =>
      inTurn(async () => {
        const failures: unknown[] = [];
        for (const request of await machine.outgoing())
          await send(request).catch((error: unknown) => failures.push(error));
        if (failures.length > 0) throw failures[0];
      }),
    // In turn with the others: two key queries at once may be answered in the wrong order.
    queryKeys: (users) => inTurn(async () => send(await machine.queryKeys(users))),
  };
}
