import { setImmediate as nextTurn } from "node:timers/promises";
import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { createDueTimes } from "../../../lib/due-times.ts";
import { FormatError } from "../../../lib/format.ts";
import type { Log } from "../../../lib/log.ts";
import type { Clock, Instant } from "../../../lib/time.ts";
import { SealError } from "../../model/errors.ts";
import type { RecordKey, Seal, TextStore } from "../../model/ports.ts";
import { type Migration, migrations } from "../formats.ts";
import { createRowReader } from "./read-together.ts";
import { type RecordOf, readEnvelope, writeEnvelope } from "./record-kind.ts";
import { reseal } from "./reseal.ts";

export interface SealedRecords {
  /**
   * undefined when there is none, when it has expired, when a key that it was sealed under is destroyed, or when it is refused: it is not
   * what was sealed, or not what this program writes
   * @throws FormatError when a later whereat wrote it
   */
  get<T>(key: RecordOf<T>): Promise<T | undefined>;
  /** in the order of `keys` */
  getMany<T>(keys: readonly RecordOf<T>[]): Promise<(T | undefined)[]>;
  /** resolves when the value is safely stored; a value whose expiry has passed is deleted instead */
  set<T>(key: RecordOf<T>, value: NoInfer<T>, expiresAt?: Instant): Promise<void>;
  delete(...keys: readonly RecordKey[]): Promise<void>;
  /**
   * Deletes the rows that have expired, destroys the keys of buckets that are over, and leaves nothing of either in the store's files.
   * Reseals what is due for it, so that older copies do not open any more.
   */
  sweep(now: Instant): Promise<void>;
  /** the part of `sweep` that needs no store, and so works while the store is away: destroys the keys of buckets that are over */
  destroyKeys(now: Instant): Promise<void>;
}

/**
 * Values as JSON, sealed, in rows of a store. The record's own expiry decides what is read, whatever the store still holds.
 * @param steps lead from older formats to this one
 */
export function createSealedRecords(
  store: TextStore,
  seal: Seal,
  clock: Clock,
  log: Log,
  steps: readonly Migration[] = migrations,
): SealedRecords {
  /** When each row that was written since the start expires; older rows are found by their buckets. */
  const due = createDueTimes<undefined>();
  const lock = createKeyedLock();
  const readRows = createRowReader(store);
  /** Kinds of which a record was refused, each logged once. */
  const refusedKinds = new Set<string>();
  /** How many rows were read together since anything else was given its turn; and that turn, for which further ones wait. */
  let read = 0;
  let nextReads: Promise<void> | undefined;
  let clearedBucket = -1;
  /** True at the start: the program may have been killed before what it had deleted was out of the store's files. */
  let dirty = true;

  function open<T>(key: RecordOf<T>, row: string | undefined): T | undefined {
    if (row === undefined) return undefined;
    const record = seal.read(key, row, (text) => readEnvelope(key, text, steps));
    if (record === undefined) return undefined;
    // The store's own format is checked before it is opened, so this says that somebody wrote to it since.
    if (record.kind === "newer") throw new FormatError("a stored record was written by a newer whereat");
    if (record.kind === "refused") {
      if (!refusedKinds.has(key.kind)) log.warn(`a stored record was refused: it does not read as "${key.kind}"`);
      refusedKinds.add(key.kind);
      return undefined;
    }
    return record.expiresAt !== undefined && record.expiresAt <= clock() ? undefined : record.value;
  }

  function openUnlessRefused<T>(
    key: RecordOf<T>,
    row: string | undefined,
    refused: (error: undefined) => void,
  ): T | undefined {
    try {
      return open(key, row);
    } catch (error) {
      refused(onlySealError(error));
      return undefined;
    }
  }

  const openRead = <T>(key: RecordOf<T>, row: string | undefined) => openUnlessRefused(key, row, () => {});

  /** A row that was read while a newer one was being stored may not open any more: it is read again, under the lock. */
  function readAgain<T>(key: RecordOf<T>): Promise<T | undefined> {
    const id = seal.rowId(key);
    return lock(id, async () =>
      openUnlessRefused(key, await store.get(id), (error) =>
        log.warn("a stored record was refused: it is not what was sealed", error),
      ),
    );
  }

  async function passToNextReads() {
    await nextTurn();
    read = 0;
    nextReads = undefined;
  }

  async function deleteRows(ids: readonly string[]) {
    if (ids.length === 0) return;
    seal.forget(ids);
    await store.delete(ids);
    for (const id of ids) due.delete(id);
    dirty = true;
  }

  async function write<T>(key: RecordOf<T>, value: T, expiresAt?: Instant) {
    const id = seal.rowId(key);
    if (expiresAt !== undefined && expiresAt <= clock()) return deleteRows([id]);
    // Sealing is refused when the bucket is over by the ring's account: the clock was set back since. Then the value has expired.
    const row = await seal.seal(key, writeEnvelope(key, value, expiresAt), expiresAt).catch(onlySealError);
    if (row === undefined) return deleteRows([id]);
    await store.set(id, row.text);
    // A guarded row is missed when it is not there: it stays until its bucket is over.
    if (expiresAt === undefined || key.guarded) due.delete(id);
    else due.set(id, expiresAt, undefined);
    await row.stored();
  }

  /** Checks and deletes while nobody writes these rows: a row that is written again must not be deleted because the earlier one was over. */
  async function whileUnwritten(ids: readonly string[], work: () => Promise<void>) {
    const { promise: done, resolve: end } = Promise.withResolvers<void>();
    const begin = (id: string) =>
      new Promise<void>((ready) => {
        void lock(id, () => {
          ready();
          return done;
        });
      });
    await Promise.all(ids.map(begin));
    await work().finally(end);
  }

  /** In slices: meanwhile everything else goes on, however many rows are over at once. */
  async function deleteExpired(now: Instant) {
    const deleteNow = (over: readonly string[]) =>
      whileUnwritten(over, () => deleteRows(over.filter((id) => (due.at(id) ?? now + 1) <= now)));
    const over: string[] = [];
    for (const [id] of due.over(now)) {
      over.push(id);
      if (over.length < deletedAtOnce) continue;
      await deleteNow(over.splice(0));
      await nextTurn();
    }
    await deleteNow(over);
  }

  const destroyKeys = (now: Instant) => seal.destroyBuckets(now);

  async function clearBuckets(now: Instant) {
    await destroyKeys(now);
    const isOver = (row: string | undefined) => {
      const edge = row === undefined ? undefined : seal.bucketOf(row);
      return edge !== undefined && edge <= now;
    };
    const over: string[] = [];
    for await (const [id, row] of store.entries()) if (isOver(row)) over.push(id);
    for (let start = 0; start < over.length; start += deletedAtOnce) {
      const ids = over.slice(start, start + deletedAtOnce);
      await whileUnwritten(ids, async () => {
        const rows = await store.getMany(ids);
        await deleteRows(ids.filter((_, index) => isOver(rows[index])));
      });
    }
  }

  return {
    destroyKeys,

    async get(key) {
      const [row] = await readRows([seal.rowId(key)]);
      return openRead(key, row) ?? (row === undefined ? undefined : readAgain(key));
    },

    async getMany<T>(keys: readonly RecordOf<T>[]) {
      while (read > readInOneTurn) await (nextReads ??= passToNextReads());
      read += keys.length;
      const rows = keys.length === 0 ? [] : await readRows(keys.map((key) => seal.rowId(key)));
      const values = keys.map((key, index) => openRead(key, rows[index]));
      const isShut = (index: number) => rows[index] !== undefined && values[index] === undefined;
      const again = async (key: RecordOf<T>, index: number) => void (values[index] = await readAgain(key));
      await Promise.all(keys.flatMap((key, index) => (isShut(index) ? [again(key, index)] : [])));
      return values;
    },

    set: (key, value, expiresAt) => lock(seal.rowId(key), () => write(key, value, expiresAt)),

    delete(...keys) {
      const ids = [...new Set(keys.map((key) => seal.rowId(key)))];
      return whileUnwritten(ids, () => deleteRows(ids));
    },

    async sweep(now) {
      await deleteExpired(now);
      const bucket = Math.floor(now / bucketStep);
      if (bucket > clearedBucket) {
        await clearBuckets(now);
        clearedBucket = bucket;
      }
      const toReseal = seal.dueForReseal(now, resealedAtOnce);
      await Promise.all(toReseal.map((key) => lock(seal.rowId(key), () => reseal(key, seal, store))));
      if (!dirty) return;
      dirty = false;
      await store.scrub().catch((error: unknown) => {
        dirty = true;
        throw error;
      });
    },
  };
}

function onlySealError(error: unknown): undefined {
  if (!(error instanceof SealError)) throw error;
  return undefined;
}

/** How far apart the edges are at which bucket keys are destroyed (the seal rounds expiries up to them). */
const bucketStep = 15 * 60_000;
const deletedAtOnce = 500;
const readInOneTurn = 250;
/** A limit, so that one sweep does not take long; the next ones go on. */
const resealedAtOnce = 200;
