import { createKeyedLock } from "../../../lib/async/keyed-lock.ts";
import { createBoundedMap } from "../../../lib/bounded/bounded-map.ts";
import { type Clock, type Duration, type Instant, instant, second } from "../../../lib/time.ts";
import type { CircleId } from "../../model/ids.ts";
import { maxLinksPerCircle } from "../../model/limits.ts";
import type { Continuity } from "../../model/ports.ts";
import type { Link } from "../../storage/records/link-keys.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { SealedRecords } from "../../storage/records/sealed-records.ts";

export interface Links {
  /** the circles whose people those of this one see now, and are seen by; a link that only one of the two names is none */
  linksOf(circle: CircleId): Promise<readonly Link[]>;
  /** those circles, those that they are linked with, and so on; not the circle itself */
  linkedFar(circle: CircleId): Promise<readonly CircleId[]>;
  /** @returns false when one of them has as many links as can be */
  link(one: CircleId, other: CircleId): Promise<boolean>;
  /**
   * Takes the circle from all others.
   * @param follows what has to follow for those that it was linked with; done again with the rest when it was cut off
   * @returns them
   */
  unlink(circle: CircleId, follows?: (others: readonly CircleId[]) => Promise<void>): Promise<readonly CircleId[]>;
}

type Parts = { records: SealedRecords; clock: Clock; continuity: Pick<Continuity, "lostAt" | "open"> };

/** What was read a moment ago is not read again: an answer asks for it several times. */
const readKept: Duration = second;
const maxRead = 10_000;

/** Which circles see each other. Each names the others in a record of its own, and a link holds while both do. */
export function createLinks({ records, clock, continuity }: Parts): Links {
  const lock = createKeyedLock();
  let written = 0;
  const read = createBoundedMap<{ links: readonly Link[]; at: Instant }>(maxRead);
  const named = async (circle: CircleId) => (await records.get(recordKeys.links(circle))) ?? [];

  async function lately(circle: CircleId): Promise<readonly Link[]> {
    const known = read.get(circle);
    if (known && Math.abs(clock() - known.at) < readKept) return known.links;
    const at = clock();
    const changes = written;
    const links = await named(circle);
    // It may have been written while it was read.
    if (changes === written) read.set(circle, { links, at });
    return links;
  }

  async function name(circle: CircleId, links: readonly Link[]): Promise<void> {
    written += 1;
    read.delete(circle);
    await keep(circle, links);
    written += 1;
    read.delete(circle);
  }

  async function keep(circle: CircleId, links: readonly Link[]): Promise<void> {
    if (links.length === 0) await records.delete(recordKeys.links(circle));
    else await records.set(recordKeys.links(circle), [...links]);
  }

  /** What may have been ended since is not certain: the link is off until admins link the rooms again. */
  async function linksOf(circle: CircleId): Promise<readonly Link[]> {
    const own = await lately(circle);
    if (own.length === 0 || continuity.open() !== undefined) return [];
    const theirs = await Promise.all(own.map((link) => lately(link.circle)));
    return own.flatMap((link, index) => {
      const back = theirs[index]?.find((other) => other.circle === circle);
      if (back === undefined || Math.min(link.since, back.since) <= (continuity.lostAt() ?? 0)) return [];
      return [{ circle: link.circle, since: instant(Math.max(link.since, back.since)) }];
    });
  }

  const without = (links: readonly Link[], circle: CircleId) => links.filter((link) => link.circle !== circle);

  return {
    linksOf,

    async linkedFar(circle) {
      const found = new Set([circle]);
      for (const one of found) for (const link of await linksOf(one)) found.add(link.circle);
      found.delete(circle);
      return [...found];
    },

    link: (one, other) =>
      lock("links", async () => {
        const since = clock();
        const [ours, theirs] = [without(await named(one), other), without(await named(other), one)];
        if (Math.max(ours.length, theirs.length) >= maxLinksPerCircle) return false;
        await name(one, [...ours, { circle: other, since }]);
        await name(other, [...theirs, { circle: one, since }]);
        return true;
      }),

    // Once the others do not name it, no link holds. Its own record goes last: by that, what was cut off is found again.
    unlink: (circle, follows) =>
      lock("links", async () => {
        const others = (await named(circle)).map((link) => link.circle);
        for (const other of others) await name(other, without(await named(other), circle));
        await follows?.(others);
        await name(circle, []);
        return others;
      }),
  };
}
