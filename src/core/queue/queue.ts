import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import type { Instant } from "../../lib/time.ts";
import { chatOf } from "../model/audience.ts";
import type { PersonId, RoomId } from "../model/ids.ts";
import { maxReactions, maxWaitingInAll, maxWaitingPerChat } from "../model/limits.ts";
import { type QueuedItem, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

export interface Queue {
  /** reads what was left when the program ended; call it once, before anything else */
  resume(): Promise<void>;
  /** in the order in which they were added */
  items(): readonly QueuedItem[];
  /** whether one more message may wait in this chat; deletions always may */
  hasSpace(chat: RoomId | PersonId): boolean;
  /**
   * Resolves when the item is durable. It replaces an item with the same id. A reaction is never durable.
   * @param beforeWork runs when the item is durable, and before it is worked on
   */
  put(item: QueuedItem, beforeWork?: () => Promise<void>): Promise<void>;
  /**
   * Puts what came in. That it did is noted when it leaves: until then, that it is here says so, after a kill too.
   * @param note must do no harm when it runs twice
   */
  take(item: QueuedItem, note: () => Promise<void>): Promise<void>;
  /** whether something that came in under this id was taken and has not left */
  isTaken(id: string): boolean;
  /** Writes all items once more, for a store that may have lost some. */
  keepAgain(): Promise<void>;
  /** makes the item due at this time, unless it is due sooner or no longer there */
  bringForward(id: string, due: Instant): Promise<void>;
  /** how often the item was to be brought forward, so that who works on it meanwhile notices */
  brought(id: string): number;
  remove(id: string): Promise<void>;
  /** removes the items that nobody waits for any more */
  drop(now: Instant): Promise<void>;
  /** calls `consumer` whenever there may be something to do */
  subscribe(consumer: () => void): void;
}

/** What is still to be worked on, sent or deleted. Survives the end of the program; each item is a record of its own. */
export function createQueue(records: SealedRecords): Queue {
  const lock = createKeyedLock();
  const items = new Map<string, QueuedItem>();
  /** The items as they are given to who asks, which happens many times for each that changes. */
  let listOfItems: readonly QueuedItem[] | undefined;
  const consumers: (() => void)[] = [];
  /** The ids in the list on disk. Some of their items may be gone; the list is written without them from time to time. */
  let listed = new Set<string>();
  const unlisted = new Set<string>();
  /** Those that are being put: stored, or listed, and not among the items yet. */
  const coming = new Set<string>();
  let listing: Promise<void> | undefined;
  const perChat = new Map<string, number>();
  const broughtForward = new Map<string, number>();
  /** By the id of what came in, how it is noted that it did. */
  const notes = new Map<string, () => Promise<void>>();

  const count = (item: QueuedItem, by: 1 | -1) => {
    if (item.kind !== "message" && item.kind !== "question") return;
    const left = (perChat.get(chatOf(item.to)) ?? 0) + by;
    if (left > 0) perChat.set(chatOf(item.to), left);
    else perChat.delete(chatOf(item.to));
  };
  const keep = (item: QueuedItem) => {
    const before = items.get(item.id);
    if (before) count(before, -1);
    items.set(item.id, item);
    listOfItems = undefined;
    count(item, 1);
  };
  const changed = () => {
    for (const consumer of consumers) consumer();
  };

  const remove = (id: string) =>
    lock(id, async () => {
      const item = items.get(id);
      // The note comes first: what is noted and still there is only worked on once more.
      await notes.get(id)?.();
      if (item?.kind !== "reaction") await records.delete(recordKeys.queued(id));
      notes.delete(id);
      if (item) count(item, -1);
      items.delete(id);
      listOfItems = undefined;
      broughtForward.delete(id);
    });

  async function writeList() {
    try {
      const isMostlyGone = listed.size > 2 * items.size + 16;
      const durable = [...items.values()].filter(({ kind }) => kind !== "reaction").map(({ id }) => id);
      const ids = new Set([...(isMostlyGone ? [] : listed), ...durable, ...coming, ...unlisted]);
      await records.set(recordKeys.queue(), [...ids]);
      listed = ids;
      for (const id of ids) unlisted.delete(id);
    } finally {
      listing = undefined;
    }
  }

  /** Writes once for all ids that came in the meantime. An id that is listed before its item is stored does no harm. */
  async function list(id: string) {
    // The list that is being written at this moment may leave it out.
    if (!listed.has(id) || listing !== undefined) unlisted.add(id);
    while (unlisted.has(id)) {
      listing ??= writeList();
      await listing;
    }
  }

  async function put(item: QueuedItem, beforeWork?: () => Promise<void>): Promise<void> {
    if (item.kind === "reaction") {
      if (
        items.size < maxWaitingInAll &&
        [...items.values()].filter(({ kind }) => kind === item.kind).length < maxReactions
      )
        keep(item);
      return changed();
    }
    await lock(item.id, async () => {
      coming.add(item.id);
      try {
        // The planned deletion of an answer takes the place of its question, so one write does both.
        const note = item.kind === "removal" ? notes.get(item.id) : undefined;
        await Promise.all([note?.(), records.set(recordKeys.queued(item.id), item, item.droppedAt), list(item.id)]);
        if (note) notes.delete(item.id);
        await beforeWork?.();
        keep(item);
      } finally {
        coming.delete(item.id);
      }
    });
    changed();
  }

  return {
    remove,
    put,
    take: (item, note) =>
      put(item, async () => {
        notes.set(item.id, note);
      }),
    isTaken: (id) => notes.has(id),
    items: () => (listOfItems ??= [...items.values()]),
    subscribe: (consumer) => void consumers.push(consumer),
    hasSpace: (chat) => items.size < maxWaitingInAll && (perChat.get(chat) ?? 0) < maxWaitingPerChat,

    async resume() {
      const ids = (await records.get(recordKeys.queue())) ?? [];
      const found = await records.getMany(ids.map((id) => recordKeys.queued(id)));
      for (const item of found) if (item) keep(item);
      listed = new Set(ids);
    },

    async keepAgain() {
      listed = new Set();
      for (const { id, kind } of items.values()) {
        if (kind === "reaction") continue;
        await lock(id, async () => {
          const item = items.get(id);
          if (item) await records.set(recordKeys.queued(id), item, item.droppedAt);
        });
        await list(id);
      }
    },

    brought: (id) => broughtForward.get(id) ?? 0,

    async bringForward(id, due) {
      if (items.has(id)) broughtForward.set(id, (broughtForward.get(id) ?? 0) + 1);
      await lock(id, async () => {
        const item = items.get(id);
        if (!item || item.due <= due) return;
        const sooner = { ...item, due };
        await records.set(recordKeys.queued(id), sooner, item.droppedAt);
        keep(sooner);
      });
      changed();
    },

    async drop(now) {
      for (const { id, droppedAt } of items.values()) if (droppedAt <= now) await remove(id);
    },
  };
}
