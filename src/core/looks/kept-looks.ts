import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { type Clock, type Instant, instant } from "../../lib/time.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { maxLooksKept } from "../model/limits.ts";
import type { Seal } from "../model/ports.ts";
import { type LooksAt, lookedAt, looksBeingMoved } from "../storage/records/look-keys.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";

/** What is kept with a person of who saw them. All of it is under one key of that person's. */
export interface KeptLooks {
  of(person: PersonId): Promise<LooksAt>;
  change(person: PersonId, work: (old: LooksAt) => LooksAt): Promise<void>;
  /** destroys it */
  forget(person: PersonId): Promise<void>;
  /** destroys what was seen in a circle, of these people */
  wipe(circle: CircleId, people: readonly PersonId[]): Promise<void>;
  /** finishes a wipe that the end of the program cut off; to be called before anything else */
  resume(): Promise<void>;
}

type Parts = {
  records: Pick<SealedRecords, "get" | "set" | "delete">;
  seal: Pick<Seal, "destroyMember">;
  clock: Clock;
};

const nothing: LooksAt = { shown: [], keys: [] };
const isEmpty = ({ shown, keys }: LooksAt) => shown.length === 0 && keys.length === 0;

/** When the last of them is kept no longer. */
export const lastOf = (entries: readonly { until: Instant }[]) =>
  instant(Math.max(...entries.map(({ until }) => until)));

export function createKeptLooks({ records, seal, clock }: Parts): KeptLooks {
  const lock = createKeyedLock();
  const isKept = ({ until }: { until: Instant }) => until > clock();
  const of = async (person: PersonId) => (await records.get(recordKeys.looksAt(person))) ?? nothing;

  const onlyKept = ({ shown, keys }: LooksAt): LooksAt => ({
    shown: shown.filter(isKept).slice(-maxLooksKept),
    keys: keys.filter(isKept),
  });

  async function save(person: PersonId, looks: LooksAt): Promise<void> {
    const key = recordKeys.looksAt(person);
    if (isEmpty(looks)) await records.delete(key);
    else await records.set(key, looks, lastOf([...looks.shown, ...looks.keys]));
  }

  /** Leaves what is not of the circle, under a new key: no copy from before opens. One person at a time, for what is moved stands in one place. */
  const wipeOne = (person: PersonId, circle: CircleId): Promise<void> =>
    lock(`at ${person}`, async () => {
      const old = await of(person);
      if (isEmpty(old)) return;
      const stays = (one: { circle: CircleId }) => one.circle !== circle;
      const looks = onlyKept({ shown: old.shown.filter(stays), keys: old.keys.filter(stays) });
      const isLeft = !isEmpty(looks);
      if (isLeft)
        await records.set(recordKeys.looksMoved(), { person, looks }, lastOf([...looks.shown, ...looks.keys]));
      await seal.destroyMember(undefined, lookedAt(person));
      await save(person, looks);
      if (isLeft) await records.delete(recordKeys.looksMoved());
    });

  return {
    of,

    change: (person, work) =>
      lock(`at ${person}`, async () => {
        const old = await of(person);
        const now = onlyKept(work(old));
        if (!isEmpty(old) || !isEmpty(now)) await save(person, now);
      }),

    forget: (person) =>
      lock(`at ${person}`, async () => {
        await seal.destroyMember(undefined, lookedAt(person));
        await records.delete(recordKeys.looksAt(person));
      }),

    wipe: (circle, people) =>
      lock("wipe", async () => {
        for (const person of people) await wipeOne(person, circle);
        if (people.length > 0) await seal.destroyMember(undefined, looksBeingMoved);
      }),

    async resume() {
      const moved = await records.get(recordKeys.looksMoved());
      if (moved === undefined) return;
      await save(moved.person, onlyKept(moved.looks));
      await records.delete(recordKeys.looksMoved());
      await seal.destroyMember(undefined, looksBeingMoved);
    },
  };
}
