import { createKeyedLock } from "../../lib/async/keyed-lock.ts";
import { someAtOnce } from "../../lib/async/some-at-once.ts";
import { createDueTimes } from "../../lib/due-times.ts";
import { type Clock, type Duration, type Instant } from "../../lib/time.ts";
import { type CircleId, type PersonId, type ShareId } from "../model/ids.ts";
import { maxSharersPerCircle } from "../model/limits.ts";
import type { Continuity, Seal } from "../model/ports.ts";
import type { AnswerExpiry } from "../queue/answer-expiry.ts";
import type { Circles } from "../rooms/circles.ts";
import type { Link } from "../storage/records/link-keys.ts";
import { type OpenShare, recordKeys, type StoredPosition } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import type { ChangedCircles } from "./changed-circles.ts";
import { createEndedShares, type EndedShares } from "./ending/ended-shares.ts";
import type { QuietShares } from "./quiet-shares.ts";
import { createReadShares } from "./read-shares.ts";
import { letAcross } from "./seen/shown-since.ts";
import type { Ending, Kept, Report, Shown } from "./share-plan.ts";
import { goingOn, lastEnd, merge, nextEnd, planEnding, planReport, shorten } from "./share-plan.ts";
import { createUnreadMembers, type Member } from "./unread-members.ts";

/** "over": it has ended, now or before; "too many": the person or the circle is at its limit */
export type Reported = "open" | "over" | "too many";

export interface Shares extends EndedShares {
  report(circle: CircleId, person: PersonId, report: Report): Promise<Reported>;
  /** what may be shown: shares that are not over, and a position that has not expired */
  of(circle: CircleId, person: PersonId): Promise<Kept>;
  /** the same for several, in few reads; what changes meanwhile may or may not be seen. @param expiry the circle's, as it was read before */
  ofAll(circle: CircleId, people: readonly PersonId[], expiry: Duration): Promise<Kept[]>;
  sharers(circle: CircleId): Promise<readonly PersonId[]>;
  /** what the member shares with the circle now is seen by another from now on, as long as the link lasts that began then */
  letCross(circle: CircleId, person: PersonId, to: Link): Promise<void>;
  /** @param share without it, everything that the member shares with the circle ends */
  end(circle: CircleId, person: PersonId, share?: ShareId): Promise<void>;
  /** destroys a position, if it is still the latest; its share goes on. @param order as of the position */
  removePosition(circle: CircleId, person: PersonId, order: number): Promise<void>;
  endAll(circle: CircleId): Promise<void>;
  shortenAll(circle: CircleId, expiry: Duration): Promise<void>;
  /** moves everything that is shared with one circle to another; each share keeps its expiry, or gets the new circle's if that is shorter */
  moveAll(from: CircleId, to: CircleId): Promise<void>;
  /** ends what is over */
  sweep(now: Instant): Promise<void>;
  /** finds who shares; call it before the first sweep, and after a loss. What they share is read by the sweeps after it, some of it in each. */
  resume(): Promise<void>;
}

/** What is shared, with whom, until when. Only the latest position of a member is kept. */
export function createShares(
  records: SealedRecords,
  seal: Seal,
  circles: Circles,
  clock: Clock,
  answerExpiry: Pick<AnswerExpiry, "shorten">,
  continuity: Pick<Continuity, "lostAt">,
  quiet: QuietShares,
  changed: Pick<ChangedCircles, "note">,
): Shares {
  const over = createEndedShares(records, seal, continuity, circles, clock);
  const lock = createKeyedLock();
  const memberLock = <T>(circle: CircleId, person: PersonId, work: () => Promise<T>) =>
    lock(`${circle}/${person}`, work);
  /** When the next share or position of a member is over: a cache of the records, built again after resume(). */
  const due = createDueTimes<Member>();
  const unread = createUnreadMembers(records);
  /** The members who are known to be in their circle's list of sharers. */
  const listed = new Set<string>();

  const sharers = async (circle: CircleId) => (await records.get(recordKeys.sharers(circle))) ?? [];
  const changeSharers = (circle: CircleId, change: (people: readonly PersonId[]) => readonly PersonId[]) =>
    lock(circle, async () => {
      const old = await sharers(circle);
      const changed = change(old);
      if (changed.length === 0) await records.delete(recordKeys.sharers(circle));
      else if (changed.length !== old.length) await records.set(recordKeys.sharers(circle), [...changed]);
    });

  const read = createReadShares(records, memberLock, clock);
  const { load, loadToCompare, loadWhole } = read;

  function schedule(circle: CircleId, person: PersonId, kept: Kept<Shown>) {
    unread.delete({ circle, person });
    quiet.note(circle, person, kept);
    changed.note(circle);
    read.noteLatest(circle, person, kept);
    const at = nextEnd(kept);
    if (at === undefined) due.delete(`${circle}/${person}`);
    else due.set(`${circle}/${person}`, at, { circle, person });
  }

  const saveShares = (circle: CircleId, person: PersonId, shares: readonly OpenShare[]) =>
    records.set(recordKeys.openShares(circle, person), [...shares], lastEnd(shares));
  const savePosition = async (circle: CircleId, person: PersonId, { position }: Kept<Shown | StoredPosition>) => {
    if (position && "latitude" in position)
      await records.set(recordKeys.position(circle, person), position, position.expiresAt);
  };
  const closeAll = (shares: readonly OpenShare[]) => someAtOnce(shares, ({ id }) => over.close(id), 1);

  /** The caller holds the member's lock. The record of open shares is changed last: if the program dies before, everything is done again. */
  async function carryOut(circle: CircleId, person: PersonId, { kept, ended }: Ending) {
    if (!kept.position) await records.delete(recordKeys.position(circle, person));
    const nothingLeft = kept.shares.length === 0;
    if (!kept.position && (nothingLeft || ended.length > 0)) await seal.destroyMember(circle, person);
    if (nothingLeft || ended.length > 0) await answerExpiry.shorten(circle, person, kept.shares);
    if (nothingLeft) {
      listed.delete(`${circle}/${person}`);
      await changeSharers(circle, (people) => people.filter((other) => other !== person));
      await records.delete(recordKeys.openShares(circle, person));
    } else if (ended.length > 0) {
      await saveShares(circle, person, kept.shares);
    }
    schedule(circle, person, kept);
  }

  /** Closes the shares first, so that no update can begin an ended share again. */
  async function finish(circle: CircleId, person: PersonId, isOver: (share: OpenShare) => boolean) {
    const old = await load(circle, person);
    if (old.shares.length === 0 && !due.has(`${circle}/${person}`) && !unread.has({ circle, person })) return;
    const ending = planEnding(old, isOver, clock());
    await closeAll(ending.ended);
    await carryOut(circle, person, ending);
  }

  async function save(circle: CircleId, person: PersonId, old: Kept<Shown>, kept: Kept<Shown | StoredPosition>) {
    const gone = old.shares.filter(({ id }) => !kept.shares.some((share) => share.id === id));
    await closeAll(gone);
    if (gone.length > 0) await answerExpiry.shorten(circle, person, kept.shares);
    if (!listed.has(`${circle}/${person}`)) {
      await changeSharers(circle, (people) => (people.includes(person) ? people : [...people, person]));
      listed.add(`${circle}/${person}`);
    }
    if (kept.shares !== old.shares) await saveShares(circle, person, kept.shares);
    if (kept.position !== old.position) await savePosition(circle, person, kept);
    schedule(circle, person, kept);
  }

  async function readAnew({ circle, person }: Member) {
    if (!unread.has({ circle, person })) return;
    const kept = shorten(await load(circle, person), await circles.expiry(circle));
    if (kept.shares.length > 0) schedule(circle, person, kept);
    else await carryOut(circle, person, { kept, ended: [] });
  }

  return {
    ...over,
    sharers,

    report: (circle, person, report) =>
      memberLock(circle, person, async () => {
        const old = await loadToCompare(circle, person);
        const isKnown = old.shares.some(({ id }) => id === report.share);
        if (!isKnown && !(await over.mayBegin(circle, person, report))) return "over";
        const kept = planReport(old, report, await circles.expiry(circle), clock());
        if (!kept) return isKnown ? "open" : "over";
        // The circle is noted before the share, because /stop finds by it what to end. An ignored report must leave no trace, so not earlier.
        if (!isKnown && !(await circles.meet(person, circle)).isNoted) return "too many";
        if (!listed.has(`${circle}/${person}`) && (await sharers(circle)).length >= maxSharersPerCircle)
          return "too many";
        await save(circle, person, old, kept);
        return "open";
      }),

    async ofAll(circle, people, expiry) {
      const now = clock();
      return (await loadWhole(circle, people)).map((kept) => goingOn(shorten(kept, expiry), now));
    },

    of: (circle, person) =>
      memberLock(circle, person, async () => {
        const now = clock();
        const [kept, expiry] = await Promise.all([load(circle, person), circles.expiry(circle)]);
        return goingOn(shorten(kept, expiry), now);
      }),

    letCross: (circle, person, to) =>
      memberLock(circle, person, async () => {
        const kept = letAcross(await load(circle, person), to, clock());
        if (kept.shares.length > 0) await saveShares(circle, person, kept.shares);
        schedule(circle, person, kept);
      }),

    end: (circle, person, share) =>
      memberLock(circle, person, () => finish(circle, person, ({ id }) => share === undefined || id === share)),

    endAll: async (circle) =>
      someAtOnce(await sharers(circle), (person) =>
        memberLock(circle, person, () => finish(circle, person, () => true)),
      ),

    removePosition: (circle, person, order) =>
      memberLock(circle, person, async () => {
        const { shares, position } = await load(circle, person);
        if (position?.order !== order) return;
        // The share goes on, but what shows it goes, as if it had ended.
        const { kept, ended } = planEnding({ shares, position }, ({ id }) => id === position.share, clock());
        await answerExpiry.shorten(circle, person, kept.shares);
        await carryOut(circle, person, { kept: { shares }, ended });
      }),

    async shortenAll(circle, expiry) {
      const destroyOldKey = await seal.rotateCircle(circle);
      await someAtOnce(await sharers(circle), (person) =>
        memberLock(circle, person, async () => {
          const now = clock();
          const ending = planEnding(shorten(await load(circle, person), expiry), ({ until }) => until <= now, now);
          const { kept } = ending;
          await answerExpiry.shorten(circle, person, kept.shares);
          await carryOut(circle, person, ending);
          if (kept.shares.length > 0) await saveShares(circle, person, kept.shares);
          await savePosition(circle, person, kept);
        }),
      );
      await lock(circle, async () => {
        const people = await sharers(circle);
        if (people.length > 0) await records.set(recordKeys.sharers(circle), [...people]);
      });
      await destroyOldKey();
    },

    async moveAll(from, to) {
      const expiry = await circles.expiry(to);
      for (const person of await sharers(from)) {
        const moved = shorten(await load(from, person), expiry);
        await memberLock(to, person, async () => {
          const old = await load(to, person);
          await save(to, person, old, merge(old, moved));
        });
        for (const { id } of moved.shares) await over.moveDestination(id, from, to);
        await memberLock(from, person, () => carryOut(from, person, { kept: { shares: [] }, ended: moved.shares }));
      }
    },

    /** A share that ends by itself is not closed: if the network reports later that it goes on, it does. */
    async sweep(now) {
      await someAtOnce(unread.next(), (one) => memberLock(one.circle, one.person, () => readAnew(one)));
      await someAtOnce(due.over(now), ([, { circle, person }]) =>
        memberLock(circle, person, async () => {
          const ending = planEnding(await load(circle, person), ({ until }) => until <= now, now);
          await carryOut(circle, person, ending);
        }),
      );
    },

    async resume() {
      for (const cache of [due, listed, quiet, read]) cache.clear();
      await unread.find(await circles.all(), ({ circle, person }) => void listed.add(`${circle}/${person}`));
    },
  };
}
