import type { Circles } from "./circles.ts";
import { createKeyedLock } from "./keyed-lock.ts";
import { type CircleId, type Duration, type Instant, later, type PersonId, type ShareId } from "./model.ts";
import type { Clock, Seal } from "./ports.ts";
import { type Kept, longestShare, nextEnd, planEnding, planReport, type Report, shorten } from "./share-plan.ts";
import { type OpenShare, recordKeys } from "./storage/record-keys.ts";
import type { SealedRecords } from "./storage/sealed-records.ts";

export interface Shares {
  /** @returns whether the share is open now: false when it is over, or was ended before */
  report(circle: CircleId, person: PersonId, report: Report): Promise<boolean>;
  /** what may be shown: shares that are not over, and a position that has not expired */
  of(circle: CircleId, person: PersonId): Promise<Kept>;
  sharers(circle: CircleId): Promise<readonly PersonId[]>;
  /** @param share without it, all that the member shares with the circle; @returns how many shares were ended */
  end(circle: CircleId, person: PersonId, share?: ShareId): Promise<number>;
  /** a share that no circle knows yet is over too */
  close(share: ShareId): Promise<void>;
  isClosed(share: ShareId): Promise<boolean>;
  endAll(circle: CircleId): Promise<void>;
  shortenAll(circle: CircleId, expiry: Duration): Promise<void>;
  /** moves everything that is shared with one circle to another */
  moveAll(from: CircleId, to: CircleId): Promise<void>;
  /** ends what is over */
  sweep(now: Instant): Promise<void>;
  /** to be called once before the first sweep: finds what was kept before the program started */
  resume(): Promise<void>;
}

type Ended = (circle: CircleId, person: PersonId, shares: readonly ShareId[]) => Promise<void>;

/** What is shared, with whom, until when. Only the latest position of a member is kept. */
export function createShares(
  records: SealedRecords,
  seal: Seal,
  circles: Circles,
  clock: Clock,
  onEnded: Ended,
): Shares {
  const lock = createKeyedLock();
  const memberLock = <T>(circle: CircleId, person: PersonId, work: () => Promise<T>) =>
    lock(`${circle}/${person}`, work);
  /** When something of a member is over next: a cache of what the records say, rebuilt by resume(). */
  const due = new Map<string, { circle: CircleId; person: PersonId; at: Instant }>();

  const sharers = async (circle: CircleId) => (await records.get(recordKeys.sharers(circle))) ?? [];
  const changeSharers = (circle: CircleId, change: (people: readonly PersonId[]) => readonly PersonId[]) =>
    lock(circle, async () => {
      const old = await sharers(circle);
      const changed = change(old);
      if (changed.length !== old.length) await records.set(recordKeys.sharers(circle), [...changed]);
    });

  async function load(circle: CircleId, person: PersonId): Promise<Kept> {
    const [shares, position] = await Promise.all([
      records.get(recordKeys.openShares(circle, person)),
      records.get(recordKeys.position(circle, person)),
    ]);
    return position ? { shares: shares ?? [], position } : { shares: shares ?? [] };
  }

  function schedule(circle: CircleId, person: PersonId, kept: Kept) {
    const at = nextEnd(kept);
    if (at === undefined) due.delete(`${circle}/${person}`);
    else due.set(`${circle}/${person}`, { circle, person, at });
  }

  async function saveShares(circle: CircleId, person: PersonId, shares: readonly OpenShare[]) {
    const last = Math.max(...shares.map(({ until }) => until)) as Instant;
    await records.set(recordKeys.openShares(circle, person), [...shares], last);
  }

  const savePosition = async (circle: CircleId, person: PersonId, { position }: Kept) => {
    if (position) await records.set(recordKeys.position(circle, person), position, position.expiresAt);
  };

  const close = (share: ShareId) => records.set(recordKeys.ended(share), true, later(clock(), longestShare));

  /** The caller holds the member's lock. Closed first, so that no update can begin again what was ended. */
  async function finish(circle: CircleId, person: PersonId, isOver: (share: OpenShare) => boolean): Promise<number> {
    const old = await load(circle, person);
    const { kept, ended, destroysPosition } = planEnding(old, isOver, clock());
    for (const share of ended) if (share.live) await close(share.id);
    if (destroysPosition) await records.delete(recordKeys.position(circle, person));
    const nothingLeft = kept.shares.length === 0;
    if (ended.length > 0 && (destroysPosition || nothingLeft)) await seal.destroyMember(circle, person);
    if (nothingLeft) {
      await records.delete(recordKeys.openShares(circle, person));
      await changeSharers(circle, (people) => people.filter((other) => other !== person));
    } else if (ended.length > 0) {
      await saveShares(circle, person, kept.shares);
    }
    schedule(circle, person, kept);
    if (ended.length > 0)
      await onEnded(
        circle,
        person,
        ended.map(({ id }) => id),
      );
    return ended.length;
  }

  async function endAll(circle: CircleId) {
    for (const person of await sharers(circle))
      await memberLock(circle, person, () => finish(circle, person, () => true));
  }

  return {
    sharers,
    close,
    endAll,

    async isClosed(share) {
      return (await records.get(recordKeys.ended(share))) === true;
    },

    report: (circle, person, report) =>
      memberLock(circle, person, async () => {
        const old = await load(circle, person);
        const isKnown = old.shares.some(({ id }) => id === report.share);
        if (!isKnown && (await records.get(recordKeys.ended(report.share)))) return false;
        const kept = planReport(old, report, await circles.expiry(circle), clock());
        if (!kept) return isKnown;
        if (old.shares.length === 0) {
          await changeSharers(circle, (people) => (people.includes(person) ? people : [...people, person]));
        }
        if (kept.shares !== old.shares) await saveShares(circle, person, kept.shares);
        if (kept.position !== old.position) await savePosition(circle, person, kept);
        schedule(circle, person, kept);
        return true;
      }),

    async of(circle, person) {
      const now = clock();
      const [kept, expiry] = await Promise.all([load(circle, person), circles.expiry(circle)]);
      return planEnding(shorten(kept, expiry), ({ until }) => until <= now, now).kept;
    },

    end: (circle, person, share) =>
      memberLock(circle, person, () => finish(circle, person, ({ id }) => share === undefined || id === share)),

    async shortenAll(circle, expiry) {
      const destroyOldKey = await seal.renewCircle(circle);
      for (const person of await sharers(circle)) {
        await memberLock(circle, person, async () => {
          const kept = shorten(await load(circle, person), expiry);
          if (kept.shares.length > 0) await saveShares(circle, person, kept.shares);
          await savePosition(circle, person, kept);
          schedule(circle, person, kept);
        });
      }
      await lock(circle, async () => records.set(recordKeys.sharers(circle), [...(await sharers(circle))]));
      await destroyOldKey();
    },

    async moveAll(from, to) {
      const expiry = await circles.expiry(to);
      for (const person of await sharers(from)) {
        const { shares, position } = shorten(await load(from, person), expiry);
        const share = shares.find(({ id }) => id === position?.share);
        if (share && position) await this.report(to, person, { ...share, share: share.id, position });
      }
    },

    async sweep(now) {
      for (const { circle, person, at } of due.values()) {
        if (at > now) continue;
        await memberLock(circle, person, () => finish(circle, person, ({ until }) => until <= now));
      }
    },

    async resume() {
      for (const circle of await circles.all()) {
        const expiry = await circles.expiry(circle);
        for (const person of await sharers(circle)) {
          schedule(circle, person, shorten(await load(circle, person), expiry));
        }
      }
    },
  };
}
