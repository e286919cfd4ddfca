import { type Clock, day, hour, instant, later } from "../../lib/time.ts";
import { isNoFix } from "../geo/coordinates.ts";
import { type CircleId, type PersonId, type ShareId } from "../model/ids.ts";
import type { PositionIncoming } from "../model/incoming.ts";
import type { Message, Reply } from "../model/message.ts";
import type { RandomId, Seal } from "../model/ports.ts";
import type { Circles } from "../rooms/circles.ts";
import { type Members, type Networks, networkFor } from "../rooms/membership.ts";
import { type HeldShare, recordKeys } from "../storage/records/record-keys.ts";
import type { SealedRecords } from "../storage/records/sealed-records.ts";
import * as wording from "../text/sharing.ts";
import { canBegin, longestShare, type Report } from "./share-plan.ts";
import type { Shares } from "./shares.ts";

export interface Sharing {
  /** @returns what to say: only to the first message of a share, never to an update */
  report(incoming: PositionIncoming): Promise<Reply | undefined>;
  /**
   * The sharer says with which circle the share that waits is.
   * @param circle undefined: something that was not among the choices
   * @param command the id of the command that says so
   * @param question the id of the question that this answers; undefined: the latest
   */
  choose(person: PersonId, circle: CircleId | undefined, command: string, question?: string): Promise<Message>;
  /** what to say when this command has chosen already, was cut off, and is told again */
  chosenBefore(person: PersonId, command: string): Promise<Message | undefined>;
  /** the circles that the share that waits can go to, in the order in which they were listed */
  choices(person: PersonId): Promise<readonly CircleId[]>;
  /** ends one share, wherever it is, also one that waits */
  end(person: PersonId, share: ShareId): Promise<void>;
  /** whether there is anything for endAll to end */
  isSharing(person: PersonId): Promise<boolean>;
  /** ends all that the person shares anywhere, and forgets what waits */
  endAll(person: PersonId): Promise<void>;
}

/** From the first message of a share to the circle that it is for. */
export function createSharing(
  records: SealedRecords,
  seal: Seal,
  circles: Circles,
  shares: Shares,
  members: Members,
  networks: Networks,
  newId: RandomId,
  clock: Clock,
): Sharing {
  async function start(person: PersonId, circle: CircleId, report: Report): Promise<Message> {
    const isOpen = await shares.report(circle, person, report);
    return isOpen ? whoCanSee(person, circle, report.share) : wording.alreadyOver();
  }

  async function whoCanSee(person: PersonId, circle: CircleId, share: ShareId): Promise<Message> {
    const opened = (await shares.of(circle, person)).shares.find(({ id }) => id === share);
    if (!opened) return wording.alreadyOver();
    const room = await members.roomName(circle);
    return wording.sharedWith({
      room,
      live: opened.live,
      until: opened.until,
      expiry: opened.expiry,
      now: clock(),
      words: networkFor(networks, person).words,
      precision: await circles.precision(circle, person),
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
    const { confirmed: known, someUnconfirmed } = await members.circlesOf(person);
    if (known.length === 0) return someUnconfirmed ? wording.notNow() : wording.howToBegin();
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
      // A live share begins, or goes on, when its phone knows.
      if (isNoFix(incoming.position)) return incoming.live ? undefined : wording.noFix();
      if (!place) return reportInPrivate(incoming);
      const isOpen = await shares.report(await circles.of(place.room), person, incoming);
      return isOpen && incoming.first ? { kind: "seen" } : undefined;
    },

    async chosenBefore(person, command) {
      const chosen = await records.get(recordKeys.chosen(person));
      return chosen?.command === command ? whoCanSee(person, chosen.circle, chosen.share) : undefined;
    },

    async choose(person, circle, command, question) {
      const held = await records.get(recordKeys.held(person));
      const chosen = await records.get(recordKeys.chosen(person));
      // A button pressed twice, or another one under the same question.
      if (chosen && question === chosen.question) return whoCanSee(person, chosen.circle, chosen.share);
      if (!held) return wording.nothingWaits();
      if (question !== undefined && question !== held.question) return wording.askedBefore();
      if (!circle || !held.choices.includes(circle) || (await members.inCircle(circle, person)).kind !== "member") {
        return wording.notYours();
      }
      await circles.meet(person, circle, { named: true });
      await settle(held, { circle });
      const said = await start(person, circle, held);
      const made = { command, question: held.question, circle, share: held.share };
      await records.set(recordKeys.chosen(person), made, later(clock(), day));
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

    async isSharing(person) {
      if (await records.get(recordKeys.held(person))) return true;
      for (const { circle } of await circles.acquaintances(person))
        if ((await shares.of(circle, person)).shares.length > 0) return true;
      return false;
    },

    async endAll(person) {
      for (const { circle } of await circles.acquaintances(person)) await shares.end(circle, person);
      const held = await records.get(recordKeys.held(person));
      if (held) {
        await shares.close(held.share);
        await forgetHeld(person);
      }
      await records.delete(recordKeys.chosen(person));
    },
  };
}

function heldOf({ share, live, startedAt, until, position }: Report): Report {
  return until === undefined ? { share, live, startedAt, position } : { share, live, startedAt, until, position };
}
