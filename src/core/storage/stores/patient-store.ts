import { createTrouble, type Retry } from "../../../lib/async/retry.ts";
import type { Log } from "../../../lib/log.ts";
import type { Clock } from "../../../lib/time.ts";
import { StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";

type Parts = { retry: Retry; log: Log; clock: Clock; isStopping: () => boolean };

const mayPass = (error: unknown) => error instanceof StoreError;

/**
 * A store whose calls are tried again while they fail, until the program is stopping. A call can fail although it was carried out; tried again
 * here it changes nothing, where the command that made it, run a second time, would find its work done and answer as if there had been
 * nothing to do.
 */
export function createPatientStore(store: TextStore, { retry, log, clock, isStopping }: Parts): TextStore {
  const trouble = createTrouble({ what: "the store does not work, and everything waits for it" }, { log, now: clock });
  const insist = <T>(call: () => Promise<T>) => retry(call, { trouble, mayPass, isStopping });
  return {
    ...store,
    get: (id) => insist(() => store.get(id)),
    getMany: (ids) => insist(() => store.getMany(ids)),
    set: (id, text) => insist(() => store.set(id, text)),
    delete: (ids) => insist(() => store.delete(ids)),
  };
}
