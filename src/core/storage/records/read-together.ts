import type { TextStore } from "../../model/ports.ts";

type Reading = {
  ids: readonly string[];
  done: (rows: (string | undefined)[]) => void;
  failed: (cause: unknown) => void;
};

/** How often everything else that can go on at once goes on first, without that another row is asked for. */
const hopsWithoutAnother = 12;

/** Reads together what is asked for in the same turn of the event loop: each call of a store costs more than a row of it. */
export function createRowReader(
  store: Pick<TextStore, "getMany">,
): (ids: readonly string[]) => Promise<(string | undefined)[]> {
  let waiting: Reading[] = [];

  async function readAll(readings: readonly Reading[]): Promise<void> {
    try {
      const rows = await store.getMany(readings.flatMap(({ ids }) => ids));
      let from = 0;
      for (const { ids, done } of readings) {
        done(rows.slice(from, from + ids.length));
        from += ids.length;
      }
    } catch (cause) {
      for (const { failed } of readings) failed(cause);
    }
  }

  function waitForMore(known: number, hops: number): void {
    if (waiting.length > known) queueMicrotask(() => waitForMore(waiting.length, 0));
    else if (hops < hopsWithoutAnother) queueMicrotask(() => waitForMore(known, hops + 1));
    else {
      const readings = waiting;
      waiting = [];
      void readAll(readings);
    }
  }

  return (ids) =>
    new Promise((done, failed) => {
      if (waiting.length === 0) queueMicrotask(() => waitForMore(0, 0));
      waiting.push({ ids, done, failed });
    });
}
