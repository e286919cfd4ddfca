import type { Log } from "../../../lib/log.ts";
import { second, type Wait } from "../../../lib/time.ts";
import { StoreError } from "../../model/errors.ts";
import type { TextStore } from "../../model/ports.ts";

/**
 * A store whose failing calls are tried again each second until the program is stopping. A call can fail although it was carried out.
 * Repeating the call changes nothing then; repeating the whole command would find its work done, and answer that there was nothing to do.
 */
export function createPatientStore(store: TextStore, wait: Wait, log: Log, isStopping: () => boolean): TextStore {
  let isTroubled = false;

  async function insist<T>(call: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await call();
        if (isTroubled) log.info("the store works again");
        isTroubled = false;
        return result;
      } catch (error) {
        if (!(error instanceof StoreError) || isStopping()) throw error;
        if (!isTroubled) log.warn("the store does not work; everything waits until it does", error);
        isTroubled = true;
        await wait(second);
      }
    }
  }

  return {
    ...store,
    get: (id) => insist(() => store.get(id)),
    getMany: (ids) => insist(() => store.getMany(ids)),
    set: (id, text) => insist(() => store.set(id, text)),
    delete: (ids) => insist(() => store.delete(ids)),
  };
}
