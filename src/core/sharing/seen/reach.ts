import type { Room } from "../../model/audience.ts";
import { type Effect, forEverybody, hintTo } from "../../model/effects.ts";
import type { CircleId, PersonId } from "../../model/ids.ts";
import type { PositionIncoming } from "../../model/incoming.ts";
import type { OpenShare } from "../../storage/records/record-keys.ts";
import { text } from "../../text/texts.ts";
import { type Sharer, sharersOf } from "../visible-positions.ts";
import { atOf, type Shared } from "./one-person.ts";
import { shownSince } from "./shown-since.ts";

type Parts = Parameters<typeof sharersOf>[4];

/**
 * What the circles that this one is linked with let it see, each by itself.
 * @param except linked circles of which nothing is wanted
 */
export async function reachOf(parts: Parts, to: CircleId, except: readonly CircleId[] = []): Promise<Shared[]> {
  const { circles, shares } = parts;
  const links = await circles.linksOf(to);
  return Promise.all(
    links
      .filter(({ circle }) => !except.includes(circle))
      .map(async ({ circle }) => {
        const [people, rooms, expiry] = await Promise.all([
          shares.sharers(circle),
          circles.rooms(circle),
          circles.expiry(circle),
        ]);
        const read: Shared["read"] = (some) => sharersOf(some, { circle, rooms, expiry }, to, new Map(), parts);
        return { people, read };
      }),
  );
}

/** Whoever shares with several of them is one person, where they were last. */
export function withReach(own: Shared, reach: readonly Shared[]): Shared {
  if (reach.length === 0) return own;
  const all = [own, ...reach];
  return {
    people: [...new Set(all.flatMap(({ people }) => people))],
    async read(some) {
      const wanted = new Set(some);
      const read = all.map((one) => one.read(one.people.filter((person) => wanted.has(person))));
      const newest = new Map<PersonId, Sharer>();
      for (const sharer of (await Promise.all(read)).flat()) {
        const before = newest.get(sharer.person);
        if (before === undefined || atOf(sharer) > atOf(before)) newest.set(sharer.person, sharer);
      }
      return [...newest.values()];
    },
  };
}

/** Whether anybody shares with the circle whom it may see: of linked circles, only what crosses. */
export async function isAnythingShared(parts: Parts, circle: CircleId): Promise<boolean> {
  if ((await parts.shares.sharers(circle)).length > 0) return true;
  for (const { people, read } of await reachOf(parts, circle)) if ((await read(people)).length > 0) return true;
  return false;
}

/** What of somebody's open shares is seen in any of these circles. */
export async function sharesSeen(
  { circles, shares }: Pick<Parts, "circles" | "shares">,
  { circle, person }: { circle: CircleId; person: PersonId },
  seeing: readonly CircleId[],
): Promise<readonly OpenShare[]> {
  const { shares: open } = await shares.of(circle, person);
  const links = seeing.every((to) => to === circle) ? [] : await circles.linksOf(circle);
  return open.filter((share) => seeing.some((to) => shownSince(share, { from: circle, to, links }) !== undefined));
}

/** Whoever shares in a room by a message of their own is told there when it is seen in linked rooms, too. */
export async function toldAcross(
  { circles, shares }: Pick<Parts, "circles" | "shares">,
  circle: CircleId,
  place: Room,
  { from: { person }, share }: Pick<PositionIncoming, "from" | "share">,
): Promise<Effect[]> {
  const links = await circles.linksOf(circle);
  if (links.length === 0) return [];
  const open = (await shares.of(circle, person)).shares.find(({ id }) => id === share);
  const isSeen = links.some((link) => open && shownSince(open, { from: circle, to: link.circle, links }) !== undefined);
  return isSeen ? [hintTo(place, person, forEverybody({ lines: [text("also-seen-across")] }))] : [];
}
