import { createKeyedLock } from "../../lib/keyed-lock.ts";
import type { Instant } from "../../lib/time.ts";
import { type QueuedItem, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

export interface Outbox {
  /** reads what was left when the program ended; to be called once, first */
  resume(): Promise<void>;
  /** in the order in which they were added */
  items(): readonly QueuedItem[];
  /**
   * Resolves when the item is durable; one with an id that is there already takes its place.
   * @param beforeWork done when the item is durable, and before it is worked on
   */
  put(item: QueuedItem, beforeWork?: () => Promise<void>): Promise<void>;
  /** the item is due at this time, unless it is due sooner or no longer there */
  bringForward(id: string, due: Instant): Promise<void>;
  remove(id: string): Promise<void>;
  /** forgets what nobody waits for any more */
  drop(now: Instant): Promise<void>;
}

/** What is still to be sent or deleted. Survives the program; each item is a record of its own. */
export function createOutbox(records: SealedRecords): Outbox {
  const lock = createKeyedLock();
  const items = new Map<string, QueuedItem>();
  /** How many ids the list of ids on disk holds: it may name items that are gone, and is written again when most are. */
  let listed = 0;

  const remove = (id: string) =>
    lock(id, async () => {
      await records.delete(recordKeys.queued(id));
      items.delete(id);
    });

  /** It is worked on only when it is in the list on disk: what was sent before it was safe would be sent again. */
  async function add(item: QueuedItem, beforeWork?: () => Promise<void>) {
    const old = listed > 2 * items.size + 16 ? [] : ((await records.get(recordKeys.queue())) ?? []);
    const ids = [...new Set([...old, ...items.keys(), item.id])];
    await records.set(recordKeys.queue(), ids);
    listed = ids.length;
    await beforeWork?.();
    items.set(item.id, item);
  }

  return {
    remove,
    items: () => [...items.values()],

    async resume() {
      const ids = (await records.get(recordKeys.queue())) ?? [];
      const found = await records.getMany(ids.map((id) => recordKeys.queued(id)));
      for (const item of found) if (item) items.set(item.id, item);
      listed = ids.length;
    },

    async put(item, beforeWork) {
      await lock(item.id, () => records.set(recordKeys.queued(item.id), item, item.droppedAt));
      if (!items.has(item.id)) return lock("the list of ids", () => add(item, beforeWork));
      await beforeWork?.();
      items.set(item.id, item);
    },

    bringForward: (id, due) =>
      lock(id, async () => {
        const item = items.get(id);
        if (!item || item.due <= due) return;
        const sooner = { ...item, due };
        await records.set(recordKeys.queued(id), sooner, item.droppedAt);
        items.set(id, sooner);
      }),

    async drop(now) {
      for (const { id, droppedAt } of items.values()) if (droppedAt <= now) await remove(id);
    },
  };
}
