import type { Circles } from "./circles.ts";
import { hour } from "./duration.ts";
import type { PositionIncoming } from "./incoming.ts";
import type { Members } from "./membership.ts";
import { type CircleId, instant, later, networkOf, type PersonId, type ShareId } from "./model.ts";
import type { Clock, RandomId, Seal } from "./ports.ts";
import type { Message, Reply } from "./reply.ts";
import { canBegin, longestShare, type Report } from "./share-plan.ts";
import type { Shares } from "./shares.ts";
import { type HeldShare, recordKeys } from "./storage/record-keys.ts";
import type { SealedRecords } from "./storage/sealed-records.ts";
import * as wording from "./wording/sharing.ts";

export interface Sharing {
  /** @returns what to say: only to the first message of a share, never to an update */
  report(incoming: PositionIncoming): Promise<Reply | undefined>;
  /**
   * The sharer says with which circle the share that waits is.
   * @param circle undefined: something that was not among the choices
   * @param question the id of the question that this answers; undefined: the latest
   */
  choose(person: PersonId, circle: CircleId | undefined, question?: string): Promise<Message>;
  /** the circles that the share that waits can go to, in the order in which they were listed */
  choices(person: PersonId): Promise<readonly CircleId[]>;
  /** ends one share, wherever it is, also one that waits */
  end(person: PersonId, share: ShareId): Promise<void>;
  /** ends all that the person shares anywhere, and forgets what waits; @returns how many shares were ended */
  endAll(person: PersonId): Promise<number>;
}

/** From the first message of a share to the circle that it is for. */
export function createSharing(
  records: SealedRecords,
  seal: Seal,
  circles: Circles,
  shares: Shares,
  members: Members,
  newId: RandomId,
  clock: Clock,
): Sharing {
  async function start(person: PersonId, circle: CircleId, report: Report): Promise<Message> {
    const isOpen = await shares.report(circle, person, report);
    if (!isOpen) return wording.alreadyOver();
    const opened = (await shares.of(circle, person)).shares.find(({ id }) => id === report.share);
    if (!opened) return wording.alreadyOver();
    const room = await members.roomName(circle);
    return wording.sharedWith({
      room,
      live: report.live,
      until: opened.until,
      expiry: opened.expiry,
      now: clock(),
      network: networkOf(person),
    });
  }

  const settle = ({ share }: Report, to: { circle: CircleId } | { circle: null; question: string }) =>
    records.set(recordKeys.destination(share), to, later(clock(), longestShare));

  /** What waits is the only record under a key of the person's own, which goes first: copies of the row close with it. */
  async function forgetHeld(person: PersonId) {
    await seal.destroyMember(undefined, person);
    await records.delete(recordKeys.held(person));
  }

  /**
   * Nobody can see it until its sharer has said who may. Only one waits: a newer one takes its place, for a choice would not tell which
   * of them was meant.
   * @returns false when it is a late report, and what it said is known
   */
  async function hold(person: PersonId, held: HeldShare): Promise<boolean> {
    const before = await records.get(recordKeys.held(person));
    if (before?.share === held.share && before.position.at > held.position.at) return false;
    if (before && before.share !== held.share) {
      await shares.close(before.share);
      await forgetHeld(person);
    }
    const until = instant(Math.min(later(clock(), hour), held.until ?? Number.POSITIVE_INFINITY));
    await records.set(recordKeys.held(person), held, until);
    return true;
  }

  async function reportInPrivate(incoming: PositionIncoming): Promise<Reply | undefined> {
    const { person } = incoming.from;
    const destination = await records.get(recordKeys.destination(incoming.share));
    if (destination && destination.circle !== null) {
      const isOpen = await shares.report(destination.circle, person, incoming);
      return incoming.first && isOpen ? start(person, destination.circle, incoming) : undefined;
    }
    if (await shares.isClosed(incoming.share)) return undefined;
    const known = await members.circlesOf(person);
    if (known.length === 0) return wording.howToBegin();
    const named = known.filter((acquaintance) => acquaintance.named);
    const [only] = named;
    if (only && named.length === 1 && destination === undefined) {
      const said = await start(person, only.circle, incoming);
      await settle(incoming, { circle: only.circle });
      return said;
    }
    if (!canBegin(incoming, clock())) return incoming.first ? wording.alreadyOver() : undefined;
    const choices = known.map(({ circle }) => circle);
    const question = destination?.question ?? newId();
    if (!(await hold(person, { ...heldOf(incoming), choices, question }))) return undefined;
    if (destination !== undefined && !incoming.first) return undefined;
    const rooms = await Promise.all(choices.map(async (circle) => ({ circle, room: await members.roomName(circle) })));
    // Last, so that it is asked again when it was cut off before.
    await settle(incoming, { circle: null, question });
    return wording.whichCircle(rooms, question);
  }

  return {
    async report(incoming) {
      const { person, place } = incoming.from;
      if (!place) return reportInPrivate(incoming);
      const isOpen = await shares.report(await circles.of(place.room), person, incoming);
      return isOpen && incoming.first ? { kind: "seen" } : undefined;
    },

    async choose(person, circle, question) {
      const held = await records.get(recordKeys.held(person));
      if (!held) return wording.nothingWaits();
      if (question !== undefined && question !== held.question) return wording.askedBefore();
      if (!circle || !held.choices.includes(circle) || (await members.inCircle(circle, person)).kind !== "member") {
        return wording.notYours();
      }
      await circles.meet(person, circle, { named: true });
      await settle(held, { circle });
      const said = await start(person, circle, held);
      await forgetHeld(person);
      return said;
    },

    async choices(person) {
      return (await records.get(recordKeys.held(person)))?.choices ?? [];
    },

    async end(person, share) {
      await shares.close(share);
      for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person, share);
      const held = await records.get(recordKeys.held(person));
      if (held?.share === share) await forgetHeld(person);
    },

    async endAll(person) {
      const held = await records.get(recordKeys.held(person));
      const known = (await circles.acquaintances(person)).map(({ circle }) => circle);
      const open = await Promise.all(known.map(async (circle) => (await shares.of(circle, person)).shares.length));
      // All is read before anything is ended: cut off and told again, it still finds what it is to end.
      let ended = 0;
      for (const circle of known.filter((_, index) => open[index] !== 0)) ended += await shares.end(circle, person);
      if (!held) return ended;
      await shares.close(held.share);
      await forgetHeld(person);
      return ended + 1;
    },
  };
}

function heldOf({ share, live, startedAt, until, position }: Report): Report {
  return until === undefined ? { share, live, startedAt, position } : { share, live, startedAt, until, position };
}
