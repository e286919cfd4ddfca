import { createBoundedMap } from "../../lib/bounded/bounded-map.ts";
import type { CircleId } from "../model/ids.ts";

/** In which circles something changed that is shared with them. In memory alone: after a start, all in which anybody shares count as changed. */
export interface ChangedCircles {
  note(circle: CircleId): void;
  /** the number of its latest change, of all that were noted; undefined where none is remembered */
  latest(circle: CircleId): number | undefined;
  /** those that changed and were not taken since */
  pending(): readonly CircleId[];
  take(circle: CircleId): void;
}

/** So many circles have their latest change remembered. */
const maxCircles = 10_000;

export function createChangedCircles(): ChangedCircles {
  const latest = createBoundedMap<number>(maxCircles);
  const pending = new Set<CircleId>();
  let count = 0;
  return {
    note(circle) {
      latest.set(circle, (count += 1));
      if (pending.size < maxCircles) pending.add(circle);
    },
    latest: (circle) => latest.get(circle),
    pending: () => [...pending],
    take: (circle) => void pending.delete(circle),
  };
}
