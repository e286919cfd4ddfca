import type { Clock, Instant } from "../../lib/time.ts";
import { chatOf } from "../model/audience.ts";
import { type Network, networkOf } from "../model/ids.ts";
import type { QueuedItem } from "../storage/records/record-keys.ts";
import type { Queue } from "./queue.ts";

/** What is due on one network, and was not done yet. */
export type Backlog = {
  readonly waiting: number;
  /** since when the first of these is due */
  readonly since: Instant;
  /** when something that was due was last seen to be done or given up; at the earliest, when somebody first looked */
  readonly movedAt: Instant;
};

/** Looks at what waits, as often as it is called. It remembers what was due at the look before: what is no longer there was done. */
export function createBacklog(queue: Pick<Queue, "items">, clock: Clock): () => ReadonlyMap<Network, Backlog> {
  const before = new Map<Network, { due: Set<string>; movedAt: Instant }>();

  return () => {
    const now = clock();
    const due = new Map<Network, QueuedItem[]>();
    for (const item of queue.items()) {
      if (item.due > now) continue;
      const network = networkOfItem(item);
      const list = due.get(network) ?? [];
      if (list.length === 0) due.set(network, list);
      list.push(item);
    }
    for (const network of before.keys()) if (!due.has(network)) before.delete(network);
    return new Map(
      [...due].map(([network, items]) => {
        const ids = new Set(items.map(({ id }) => id));
        const last = before.get(network);
        const hasMoved = last === undefined || [...last.due].some((id) => !ids.has(id));
        const movedAt = hasMoved ? now : last.movedAt;
        before.set(network, { due: ids, movedAt });
        const since = items.reduce((oldest, item) => (item.due < oldest ? item.due : oldest), now);
        return [network, { waiting: items.length, since, movedAt }];
      }),
    );
  };
}

function networkOfItem(item: QueuedItem): Network {
  if (item.kind !== "incoming") return networkOf(chatOf(item.to));
  const { incoming } = item;
  if ("person" in incoming) return networkOf(incoming.person);
  if ("room" in incoming) return networkOf(incoming.room);
  if ("asker" in incoming) return networkOf(incoming.asker);
  if (typeof incoming.from === "string") return networkOf(incoming.from);
  return networkOf(incoming.from.person ?? incoming.from.place.room);
}
