import { statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { CircleId, PersonId } from "../../../src/core/model/ids.ts";
import type { RecordKey } from "../../../src/core/model/ports.ts";
import { type OpenedRing, openKeyRing } from "../../../src/core/storage/keys/open-key-ring.ts";
import type { RingTier } from "../../../src/core/storage/ring-file/kept-ring.ts";
import { openStore } from "../../../src/core/storage/stores/open-store.ts";
import { hour, type Instant, instant, later, minute, second } from "../../../src/lib/time.ts";
import { type Cost, costOf } from "../measure.ts";
import type { Kept } from "./core-world.ts";
import { serveParent } from "./serve-parent.ts";

// A key ring in a file by itself, with so many sharers as the parent says.
const { folder, passphrase }: Kept = JSON.parse(process.argv[2] ?? "{}");
const path = join(folder, "keyring");
const tier: RingTier = passphrase === undefined ? { kind: "file", path } : { kind: "sealed", path, passphrase };
const store = await openStore(`sqlite:${join(folder, "whereat.db")}`);
const groupSize = 10;
let time = Date.UTC(2026, 10, 21, 12, 0, 30);
const clock = () => instant(time);
let ring: OpenedRing | undefined;
let sharers = 0;

function opened(): OpenedRing {
  if (ring === undefined) throw new Error("nothing is open");
  return ring;
}

function positionOf(sharer: number): RecordKey & { circle: CircleId; member: PersonId } {
  const [circle, member] = [
    `circle of ${Math.floor(sharer / groupSize)}` as CircleId,
    `telegram:${sharer}` as PersonId,
  ];
  return { kind: "position", about: [circle, member], circle, member };
}

const seal = async (sharer: number, until: Instant = later(clock(), hour)) => {
  const { keys, destroyOlder } = await opened().forSealing(positionOf(sharer), until);
  keys.fill(0);
  await destroyOlder();
};

const offers = {
  open: () =>
    costOf(async () => {
      ring = await openKeyRing({ tier, store, clock });
      return 1;
    }),
  /** So many more who share. */
  seed: async (count: number): Promise<void> => {
    await Promise.all(Array.from({ length: count }, (_, index) => seal(sharers + index)));
    sharers += count;
  },
  /** So many shares begin and end, one after the other. */
  beginAndEnd: (count: number): Promise<Cost> =>
    costOf(async () => {
      for (let index = 0; index < count; index += 1) {
        const sharer = Math.floor((sharers / count) * index) + 1_000_000;
        await seal(sharer);
        const { circle, member } = positionOf(sharer);
        await opened().destroyMember(circle, member);
      }
      return 2 * count;
    }),
  /** The next quarter of an hour begins, everybody sends one update in it, and the older keys are cut. */
  quarter: (): Promise<Cost> =>
    costOf(async () => {
      time = (Math.floor(time / (15 * minute)) + 1) * 15 * minute + second;
      await opened().destroyBuckets(clock());
      for (let sharer = 0; sharer < sharers; sharer += 1) {
        await seal(sharer);
        if (sharer % 100 === 0) await nextTurn();
      }
      time += minute;
      await opened().destroyBuckets(clock());
      return 1;
    }),
  /** Bytes. */
  size: async () => statSync(path).size,
  memory: async () => process.memoryUsage().rss,
  time: async () => time,
  close: async () => {
    await ring?.close();
    await store.close();
  },
};
export type RingOffers = typeof offers;
serveParent(offers);
