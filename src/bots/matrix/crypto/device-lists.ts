import { coalesce } from "../../../lib/async/coalesce.ts";
import { createRetry } from "../../../lib/async/retry.ts";
import { at, membersOf } from "../../../lib/json-value.ts";
import { type Homeserver, v3 } from "../http/homeserver.ts";
import { type Pace, unreported } from "../http/pace.ts";
import { isPassing } from "../http/refusal.ts";
import { MatrixRequestError } from "../http/request-error.ts";
import { keysTime, maxKeysTries, maxQueried, maxSuspects, remoteKeysTime } from "../limits.ts";
import type { Machine } from "./olm-machine.ts";

export type DeviceLists = {
  /** The homeserver tells that these people's devices have changed. To be called right before the machine is told. */
  changed(users: readonly string[]): void;
  /** Asks for the outdated ones of these people's device lists. @throws MatrixRequestError when they could not be had */
  update(users: readonly string[]): Promise<void>;
  /** The same for one whose message is about to be read. What fails changes nothing, and is not waited for again. */
  updateSender(user: string): Promise<void>;
  /** The same for everybody's. @throws MatrixRequestError */
  updateAll(): Promise<void>;
  /** Whose lists have come since the last call. */
  takeUpdated(): ReadonlySet<string>;
  /** The homeserver's own answer about the keys of these users, which the machine also learns. @throws MatrixRequestError */
  query(users: readonly string[]): Promise<unknown>;
};

const sections = ["device_keys", "master_keys", "self_signing_keys", "user_signing_keys"];

/**
 * Which devices people have. The library batches the lists that are outdated into one query, so that one slow server would keep everybody
 * waiting; and it forgets a query when it is asked for the next. So queries are made here, for the people of one room or one by one for those
 * whose server has failed, and the machine gets each answer when it comes.
 */
export function createDeviceLists(machine: Machine, ask: Homeserver, pace: Pace): DeviceLists {
  const retry = createRetry((ms) => pace.sleep(ms), pace.random);
  /** Queries and changes are counted in the order in which they happen. */
  let count = 0;
  let underWay = 0;
  const changedAt = new Map<string, number>();
  const answeredAt = new Map<string, number>();
  const suspects = new Set<string>();
  let updated = new Set<string>();

  /** @param asked the number of the query; what was learnt by a later one is not replaced */
  async function take(asked: number, answer: unknown): Promise<void> {
    const users = [...membersOf(at(answer, "device_keys")).keys()];
    const isOld = (user: string) => (answeredAt.get(user) ?? 0) > asked;
    const fresh = users.filter((user) => !isOld(user));
    for (const user of fresh) answeredAt.set(user, asked);
    for (const user of users) suspects.delete(user);
    const kept = sections.map((name) => [name, without(at(answer, name), isOld)]);
    // Lists that changed after the question are taken, and stay outdated.
    const areUpToDate = fresh.every((user) => (changedAt.get(user) ?? 0) < asked);
    await machine.takeDeviceLists({ ...Object(answer), ...Object.fromEntries(kept) }, areUpToDate);
    for (const user of fresh) updated.add(user);
  }

  async function query(users: readonly string[]): Promise<unknown> {
    const asked = ++count;
    underWay++;
    try {
      const device_keys = Object.fromEntries(users.map((user) => [user, []]));
      const options = { body: { device_keys, timeout: remoteKeysTime }, timeoutMs: keysTime };
      const answer = await ask("POST", v3`keys/query`, options);
      await take(asked, answer);
      return answer;
    } catch (error) {
      for (const user of users) suspects.add(user);
      throw error;
    } finally {
      if (--underWay === 0) {
        changedAt.clear();
        answeredAt.clear();
      }
    }
  }

  /** A failure that comes at once may be over in a moment; one that took all the time there was is not waited for again. */
  const queryAgain = (users: readonly string[]) => {
    let tries = 0;
    const mayPass = (error: unknown) =>
      error instanceof MatrixRequestError &&
      error.code !== "TIMEOUT" &&
      (isPassing(error) || error.status === 500) &&
      error.retryAfterMs === undefined &&
      ++tries < maxKeysTries;
    return retry(() => query(users), { trouble: unreported, mayPass, isStopping: () => false });
  };

  const queryOne = coalesce((user) => query([user]));

  return {
    changed(users) {
      if (underWay === 0) return;
      count++;
      for (const user of users) changedAt.set(user, count);
    },
    async update(users) {
      const outdated = await machine.outdated();
      const wanted = users.filter((user) => outdated.has(user));
      await all(inParts(wanted, maxQueried).map(queryAgain));
    },
    async updateSender(user) {
      if (suspects.has(user) || !(await machine.outdated()).has(user)) return;
      await queryOne(user).catch(unlessItFailed);
    },
    async updateAll() {
      const outdated = await machine.outdated();
      for (const user of suspects) if (!outdated.has(user)) suspects.delete(user);
      const [first = [], ...others] = inParts([...suspects], maxSuspects);
      // Another turn for those who had none.
      for (const user of others.length > 0 ? first : []) {
        suspects.delete(user);
        suspects.add(user);
      }
      const wanted = [...outdated].filter((user) => !suspects.has(user));
      await all([...inParts(wanted, maxQueried), ...first.map((user) => [user])].map(query));
    },
    takeUpdated() {
      const taken = updated;
      updated = new Set();
      return taken;
    },
    query,
  };
}

/** Waits for all of them. @throws the first failure */
async function all(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

function unlessItFailed(error: unknown): void {
  if (!(error instanceof MatrixRequestError)) throw error;
}

const without = (section: unknown, isOut: (user: string) => boolean) =>
  Object.fromEntries([...membersOf(section)].filter(([user]) => !isOut(user)));

const inParts = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
