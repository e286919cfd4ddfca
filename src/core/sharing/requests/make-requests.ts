import { someAtOnce } from "../../../lib/async/some-at-once.ts";
import { createRateLimit } from "../../../lib/bounded/rate-limit.ts";
import { type Clock, hour } from "../../../lib/time.ts";
import type { Effect } from "../../model/effects.ts";
import { DeliveryError } from "../../model/errors.ts";
import type { CircleId, PersonId, RoomId } from "../../model/ids.ts";
import type { RequestIncoming } from "../../model/incoming.ts";
import {
  maxPeopleLookedUp,
  maxPeopleRequested,
  maxRequestsInRoom,
  maxRequestsToPerson,
  requestLasts,
} from "../../model/limits.ts";
import type { Circles } from "../../rooms/circles.ts";
import { findByName } from "../../rooms/find-by-name.ts";
import type { Members } from "../../rooms/membership.ts";
import type { Named } from "../../rooms/names.ts";
import { sharesSeen } from "../seen/reach.ts";
import type { Shares } from "../shares.ts";
import type { Requests } from "./requests.ts";
import type { SayRequests } from "./say-requests.ts";

/**
 * Finds who is meant, and asks them where they are. Whoever asked was answered before, and hears nothing of this: only that somebody shares.
 * @throws (rejects) DeliveryError "later" when a network cannot be asked at the moment
 */
export type MakeRequests = (incoming: RequestIncoming) => Promise<readonly Effect[]>;

type Parts = {
  requests: Requests;
  say: SayRequests;
  circles: Circles;
  members: Members;
  shares: Shares;
  clock: Clock;
};
/** A circle that both are in; or the one asked is in it, and the asker in one that it is linked with: `by`. */
type Common = { circle: CircleId; rooms: readonly RoomId[]; by: CircleId };
type Candidates = readonly (Common & { others: readonly PersonId[] })[];
type Found = Named & { person: PersonId; common: Common[] };

/** Keys that are counted at the same time. In a flood of new keys, the oldest are forgotten. */
const maxCounted = 10_000;
/** So many are asked about at the same time: a network answers so many questions a second, and others ask, too. */
const lookedUpAtOnce = 5;

export function createMakeRequests({ requests, say, circles, members, shares, clock }: Parts): MakeRequests {
  const limit = { maxKeys: maxCounted };
  const toPerson = createRateLimit({ ...limit, max: maxRequestsToPerson, within: hour }, clock);
  const inRoom = createRateLimit({ ...limit, max: maxRequestsInRoom, within: requestLasts }, clock);

  /** The circles in which somebody can be asked: the asker's own, and after them those that these are linked with; of each, the smallest first. */
  async function circlesFor(asker: PersonId): Promise<Candidates> {
    const { confirmed } = await members.circlesOf(asker);
    const smallestFirst = (some: Candidates) => some.toSorted((a, b) => a.others.length - b.others.length);
    const own = confirmed.map(async ({ circle, rooms }) => {
      const [others, links] = await Promise.all([circles.people(circle), circles.linksOf(circle)]);
      return { circle, rooms, by: circle, others, links };
    });
    const theirs = await Promise.all(own);
    const linked = new Map<CircleId, CircleId>();
    for (const { by, links } of theirs) for (const { circle } of links) linked.set(circle, by);
    for (const { circle } of theirs) linked.delete(circle);
    const across = [...linked].map(async ([circle, by]) => {
      const [others, rooms] = await Promise.all([circles.people(circle), circles.rooms(circle)]);
      return { circle, rooms, by, others };
    });
    return [...smallestFirst(theirs), ...smallestFirst(await Promise.all(across))];
  }

  /** Everybody whom the asker could mean, with the circles in which they are members now. */
  async function find({ asker, wanted, mentions }: RequestIncoming): Promise<Found[]> {
    const candidates = new Map<PersonId, Common[]>();
    for (const { others, ...common } of await circlesFor(asker))
      for (const person of others) {
        if (person === asker || (mentions.length > 0 && !mentions.includes(person))) continue;
        candidates.set(person, [...(candidates.get(person) ?? []), common]);
      }
    const fits = (named: Named) => mentions.length > 0 || findByName([named], wanted).length > 0;
    // Whoever had quite another name minutes ago is asked about only when nobody else fits.
    const isOther = (person: PersonId) => {
      const last = members.lastNamed(person);
      return last !== undefined && !fits(last);
    };
    const inOrder = [...candidates].toSorted(([a], [b]) => Number(isOther(a)) - Number(isOther(b)));
    const likely = inOrder.filter(([person]) => !isOther(person));
    const first = await lookUp(likely.slice(0, maxPeopleLookedUp), fits);
    if (first.length > 0) return narrowed(first, wanted, mentions);
    const others = inOrder.slice(likely.length).slice(0, Math.max(0, maxPeopleLookedUp - likely.length));
    return narrowed(await lookUp(others, fits), wanted, mentions);
  }

  async function lookUp(
    candidates: readonly [PersonId, Common[]][],
    fits: (named: Named) => boolean,
  ): Promise<Found[]> {
    const found: Found[] = [];
    let isAway: DeliveryError | undefined;
    // The network of a linked room does not hold up who is asked in a room of the asker's own.
    const notNow = (error: unknown) => {
      if (!(error instanceof DeliveryError)) throw error;
      isAway = error;
      return undefined;
    };
    const look = async ([person, all]: [PersonId, Common[]]) => {
      const common: Common[] = [];
      let named: Named | undefined;
      for (const one of all) {
        const isOwn = one.circle === one.by;
        const answer = members.inRooms(one.rooms, person);
        const membership = await (isOwn ? answer : answer.catch(notNow));
        if (membership?.kind !== "member") continue;
        named = members.named(person, membership);
        common.push(one);
      }
      if (named) found.push({ ...named, person, common });
    };
    await someAtOnce(candidates, look, lookedUpAtOnce);
    const fitting = found.filter(fits);
    if (fitting.length === 0 && isAway !== undefined) throw isAway;
    return fitting;
  }

  /** All words together say more of whom is meant than each by itself. */
  const narrowed = (found: Found[], wanted: string, mentions: readonly PersonId[]) =>
    mentions.length > 0 ? found : findByName(found, wanted);

  async function request(to: Found, { asker, wanted, id }: RequestIncoming): Promise<readonly Effect[]> {
    const { person, common } = to;
    const made = { person: asker, wanted, command: id };
    for (const { circle, by } of common)
      if ((await sharesSeen({ circles, shares }, { circle, person }, [by])).length > 0)
        return [say.answerTo(made, person)];
    const allowed = await Promise.all(common.map(({ circle }) => circles.isAskable(circle, person)));
    const circle = common.find((_, index) => allowed[index])?.circle;
    if (circle === undefined) return [];
    const before = await requests.askedWith(person, asker);
    // Made again because the program ended, it is the same one; the same person who asks once more is asking already.
    if (before !== undefined && before !== id) return [];
    const open = await requests.of(person);
    const same = open.find((one) => one.circle === circle);
    if (!same && (toPerson(person) !== "free" || inRoom(circle) !== "free")) return [];
    const added = await requests.add(person, circle, made);
    if (!added) return [];
    const isSeen = (await requests.of(person))[0]?.id === added.id;
    const timer = say.timer(person, added);
    if (!isSeen || added.choice) return [timer];
    return [...(await say.ask(person, added, same && before === undefined ? { silent: true } : undefined)), timer];
  }

  return async (incoming) => {
    if (incoming.isTooMany) return [];
    const found = await find(incoming);
    if (found.length > maxPeopleRequested) return [];
    const effects: Effect[] = [];
    for (const one of found) effects.push(...(await request(one, incoming)));
    return effects;
  };
}
