import { join } from "node:path";
import { type CircleId, type PersonId, personId } from "../../../../src/core/model/ids.ts";
import type { Seal, TextStore } from "../../../../src/core/model/ports.ts";
import type { KeyRing } from "../../../../src/core/storage/keys/key-ring.ts";
import { openKeyRing } from "../../../../src/core/storage/keys/open-key-ring.ts";
import type { Step } from "../../../../src/core/storage/keys/saver.ts";
import { recordKind, text } from "../../../../src/core/storage/records/record-kind.ts";
import { finishReseals } from "../../../../src/core/storage/records/reseal.ts";
import { createSealedRecords, type SealedRecords } from "../../../../src/core/storage/records/sealed-records.ts";
import { createPgpSeal } from "../../../../src/core/storage/seal/pgp-seal.ts";
import { openStore } from "../../../../src/core/storage/stores/open-store.ts";
import { createLog } from "../../../../src/lib/log.ts";
import { hour, type Instant, instant, later, minute } from "../../../../src/lib/time.ts";

const begin = instant(1_900_000_000_000);
const [c1, c2] = ["circle-one", "circle-two"] as [CircleId, CircleId];
const [ana, ben] = [personId("telegram", 1), personId("matrix", "@ben:example.org")];
/** Texts that are sealed as positions are. */
const positionOf = recordKind({
  name: "position",
  version: 1,
  guarded: false,
  value: text,
  key: (circle: CircleId, member: PersonId = ana) => ({ about: [circle, member], circle, member }),
});
const codeOf = recordKind({
  name: "code",
  version: 1,
  guarded: true,
  value: text,
  key: (name: string) => ({ about: [name] }),
});

/** Every record of the story. */
export const keys = {
  ana: positionOf(c1),
  anaInTwo: positionOf(c2),
  ben: positionOf(c1, ben),
  soonOver: codeOf("soon over"),
};
type Name = keyof typeof keys;

/** Sealed storage in a folder, as the program opens it. */
export type Storage = {
  store: TextStore;
  ring: KeyRing;
  seal: Seal;
  records: SealedRecords;
  now: () => Instant;
  /** sets the clock, which otherwise stands still */
  at: (minutes: number) => void;
  close: () => Promise<void>;
};

export type StorageOptions = {
  folder: string;
  passphrase: string | undefined;
  /** called at each named point, where it may throw or kill the process */
  step: Step;
  /** in minutes since the story began */
  now: number;
  /** the ring is written in parts, however small it is */
  isInParts: boolean;
};

export async function openStorage({
  folder,
  passphrase,
  step,
  now: minutes,
  isInParts,
}: StorageOptions): Promise<Storage> {
  let now = later(begin, minutes * minute);
  const clock = () => now;
  const path = join(folder, "keys");
  const inner = await openStore(`sqlite:${join(folder, "whereat.db")}`);
  const around = async (name: string, work: () => Promise<void>): Promise<void> => {
    step(`rows: to be ${name}`);
    await work();
    step(`rows: ${name}`);
  };
  const watched: TextStore = {
    ...inner,
    set: (id, text) => around("set", () => inner.set(id, text)),
    delete: (ids) => around("deleted", () => inner.delete(ids)),
    scrub: () => around("scrubbed", () => inner.scrub()),
  };
  try {
    const tier =
      passphrase === undefined ? { kind: "file" as const, path } : { kind: "sealed" as const, path, passphrase };
    // The cheapest passphrase that there is: what it costs is no matter here.
    const measureCost = async () => Number.POSITIVE_INFINITY;
    const ring = await openKeyRing({
      tier,
      store: watched,
      clock,
      step,
      measureCost,
      ...(isInParts && { inPartsFrom: 0 }),
    });
    const { store } = ring.guarded;
    const seal = createPgpSeal(ring);
    await finishReseals(ring, seal, store);
    return {
      store,
      ring,
      seal,
      records: createSealedRecords(store, seal, clock, createLog("warn")),
      now: clock,
      at: (passed) => (now = later(begin, passed * minute)),
      async close() {
        await ring.close();
        await inner.close();
      },
    };
  } catch (error) {
    await inner.close();
    throw error;
  }
}

/** What is asked of the storage at a time, in minutes, and asked anew from its beginning when it fails or the program dies over it. */
export type Act = {
  at: number;
  /** what a record holds when it is done; null: nothing */
  becomes: Partial<Record<Name, string | null>>;
  run: (storage: Storage) => Promise<void>;
};

const put = (at: number, name: Name, value: string, life = 24 * hour): Act => ({
  at,
  becomes: { [name]: value },
  run: ({ records }) => records.set(keys[name], value, later(begin, life)),
});

/** What is done each second, whatever becomes of the store. */
const turn = (at: number): Act => ({ at, becomes: {}, run: ({ records, now }) => records.destroyKeys(now()) });

export const acts: readonly Act[] = [
  put(0, "ana", "first"),
  put(0, "ben", "of ben"),
  put(0, "anaInTwo", "in two"),
  put(0, "soonOver", "soon over", 70 * minute),
  put(15, "ana", "second"),
  {
    at: 15,
    becomes: { ben: null },
    async run({ seal, records }) {
      await seal.destroyMember(c1, ben);
      await records.delete(keys.ben);
    },
  },
  {
    at: 15,
    becomes: { anaInTwo: null },
    async run({ seal, records }) {
      await seal.destroyCircle(c2);
      await records.delete(keys.anaInTwo);
    },
  },
  {
    at: 15,
    becomes: { ana: "third" },
    async run({ seal, records }) {
      const finish = await seal.rotateCircle(c1);
      await records.set(keys.ana, "third", later(begin, 24 * hour));
      await finish();
    },
  },
  // Its key is made in advance, at the edge; the older one is cut a turn later.
  turn(30),
  put(30, "ana", "fourth"),
  turn(31),
  // Sealed before the turn at the edge.
  put(46, "ana", "fifth"),
  turn(46),
  turn(61),
  put(61, "ana", "sixth"),
  { at: 75, becomes: { soonOver: null }, run: ({ records, now }) => records.sweep(now()) },
];

/** How far the story has come. It outlives the process that tells the story. */
export type Account = {
  /** how many acts are done */
  done: number;
  /** rows that must not open any more, nor be anywhere on the disk when the story is over */
  closed: [Name, string][];
  /** rows that the act that is under way closes */
  closing?: [Name, string][] | undefined;
};

/** What a record holds after so many acts. */
export const holdsAfter = (done: number, name: Name): string | null =>
  acts
    .slice(0, done)
    .reduce<string | null>((text, { becomes }) => (name in becomes ? (becomes[name] ?? null) : text), null);

/** Plays on from where the account stands. @param attempt runs an act, and may run it again */
export async function play(storage: Storage, account: Account, attempt = (run: () => Promise<void>) => run()) {
  const { store, seal } = storage;
  for (let act = acts[account.done]; act !== undefined; act = acts[account.done]) {
    const { at, becomes, run } = act;
    storage.at(at);
    if (account.closing === undefined) {
      const names = Object.keys(becomes) as Name[];
      const rows = await Promise.all(
        names.map(async (name) => [name, await store.get(seal.rowId(keys[name]))] as const),
      );
      account.closing = rows.flatMap(([name, row]) => (row === undefined ? [] : [[name, row]]));
    }
    await attempt(() => run(storage));
    account.closed.push(...account.closing);
    account.closing = undefined;
    account.done++;
  }
}
