import type { RecordKey, Seal } from "../../../src/core/model/ports.ts";
import { type Instant, instant } from "../../../src/lib/time.ts";

const bucketStep = 15 * 60_000;

/** A seal that hides nothing but keeps the same keys and loses them as the real one does: for long runs in which every millisecond counts. */
export function createPlainSeal(): Seal {
  let clearedTo = 0;
  let made = 0;
  const keys = new Map<string, number>();
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? ++made;
    keys.set(name, key);
    return key;
  };
  const names = ({ circle, member }: RecordKey) => [
    ...(circle === undefined ? [] : [`circle ${circle}`]),
    ...(member === undefined ? [] : [`member ${circle}/${member}`]),
  ];
  const edgeAfter = (expiresAt: Instant) => instant(Math.ceil(expiresAt / bucketStep) * bucketStep);
  const destroy = async (...gone: string[]) => {
    for (const name of gone) keys.delete(name);
  };

  const open = (row: string): string | undefined => {
    const [edge, used, text] = JSON.parse(row) as [number | null, [string, number][], string];
    if (edge !== null && edge <= clearedTo) return undefined;
    return used.every(([name, key]) => keys.get(name) === key) ? text : undefined;
  };

  return {
    clockSetBackAt: undefined,
    isClockBehind: false,
    rowId: ({ kind, about }) => JSON.stringify([kind, ...about]),
    async seal(key, text, expiresAt) {
      const edge = expiresAt === undefined ? null : edgeAfter(expiresAt);
      const row = JSON.stringify([edge, names(key).map((name) => [name, keyOf(name)]), text]);
      return { text: row, stored: async () => {} };
    },
    open: async (_, row) => open(row),
    read(_, row, as) {
      const text = open(row);
      return text === undefined ? undefined : as(text);
    },
    forget: () => {},
    bucketOf(row) {
      if (!row.startsWith("[")) return undefined;
      const [edge] = JSON.parse(row) as [number | null];
      return edge === null ? undefined : instant(edge);
    },
    destroyMember: (circle, member) => destroy(`member ${circle}/${member}`),
    destroyCircle: (circle) =>
      destroy(`circle ${circle}`, ...[...keys.keys()].filter((name) => name.startsWith(`member ${circle}/`))),
    rotateCircle: async () => async () => {},
    async destroyBuckets(now) {
      clearedTo = Math.max(clearedTo, now);
    },
    destroyRecord: async () => {},
    dueForReseal: () => [],
    halfRotatedCircles: () => [],
    fileKeys: () => Promise.reject(new Error("no file is kept here")),
  };
}
