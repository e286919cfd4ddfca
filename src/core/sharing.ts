import type { Circles } from "./circles.ts";
import { hour } from "./duration.ts";
import type { PositionIncoming } from "./incoming.ts";
import type { Members } from "./membership.ts";
import { type CircleId, instant, later, networkOf, type PersonId } from "./model.ts";
import type { Clock } from "./ports.ts";
import type { Message, Reply } from "./reply.ts";
import { longestShare } from "./share-plan.ts";
import type { Shares } from "./shares.ts";
import { type HeldShare, recordKeys } from "./storage/record-keys.ts";
import type { SealedRecords } from "./storage/sealed-records.ts";
import * as wording from "./wording/sharing.ts";

export interface Sharing {
  /** @returns what to say: only to the first message of a share, never to an update */
  report(incoming: PositionIncoming): Promise<Reply | undefined>;
  /** the sharer says with which circle the share that waits is; without one, something that was not among the choices */
  choose(person: PersonId, circle: CircleId | undefined): Promise<Message>;
  /** the circles that the share that waits can go to, in the order in which they were listed */
  choices(person: PersonId): Promise<readonly CircleId[]>;
  /** ends all that the person shares anywhere, and forgets what waits; @returns how many shares were ended */
  endAll(person: PersonId): Promise<number>;
}

/** From the first message of a share to the circle that it is for. */
export function createSharing(
  records: SealedRecords,
  circles: Circles,
  shares: Shares,
  members: Members,
  clock: Clock,
): Sharing {
  async function start(person: PersonId, circle: CircleId, report: HeldShare): Promise<Message> {
    const { share, live, startedAt, until, position } = report;
    const base = { share, live, startedAt, position };
    const isOpen = await shares.report(circle, person, until === undefined ? base : { ...base, until });
    if (!isOpen) return wording.alreadyOver();
    const opened = (await shares.of(circle, person)).shares.find(({ id }) => id === share);
    if (!opened) return wording.alreadyOver();
    const room = await members.roomName(circle);
    return wording.sharedWith({
      room,
      live,
      until: opened.until,
      expiry: opened.expiry,
      now: clock(),
      network: networkOf(person),
    });
  }

  const settle = (report: HeldShare, circle: CircleId | null) =>
    records.set(recordKeys.destination(report.share), { circle }, later(clock(), longestShare));

  /** Nobody can see it until its sharer has said who may. */
  const hold = (person: PersonId, held: HeldShare) =>
    records.set(recordKeys.held(person), held, instant(Math.min(later(clock(), hour), held.until ?? Infinity)));

  async function reportInPrivate(incoming: PositionIncoming): Promise<Reply | undefined> {
    const { person } = incoming.from;
    const held: HeldShare = { ...heldOf(incoming), choices: [] };
    const destination = await records.get(recordKeys.destination(incoming.share));
    if (destination?.circle) {
      const isOpen = await shares.report(destination.circle, person, incoming);
      return incoming.first && isOpen ? start(person, destination.circle, held) : undefined;
    }
    if (await shares.isClosed(incoming.share)) return undefined;
    const known = await members.circlesOf(person);
    if (known.length === 0) return incoming.first ? wording.howToBegin() : undefined;
    const named = known.filter((acquaintance) => acquaintance.named);
    const [only] = named;
    if (only && named.length === 1 && destination === undefined) {
      await settle(held, only.circle);
      return start(person, only.circle, held);
    }
    const choices = known.map(({ circle }) => circle);
    await hold(person, { ...held, choices });
    if (destination !== undefined && !incoming.first) return undefined;
    await settle(held, null);
    return wording.whichCircle(
      await Promise.all(choices.map(async (circle) => ({ circle, room: await members.roomName(circle) }))),
    );
  }

  return {
    async report(incoming) {
      const { person, place } = incoming.from;
      if (!place) return reportInPrivate(incoming);
      const circle = await circles.of(place.room);
      await circles.meet(person, circle);
      const isOpen = await shares.report(circle, person, incoming);
      return isOpen && incoming.first ? { kind: "seen" } : undefined;
    },

    async choose(person, circle) {
      const held = await records.get(recordKeys.held(person));
      if (!held) return wording.nothingWaits();
      if (!circle || !held.choices.includes(circle) || (await members.inCircle(circle, person)).kind !== "member") {
        return wording.notYours();
      }
      await circles.meet(person, circle, { named: true });
      await settle(held, circle);
      const said = await start(person, circle, held);
      await records.delete(recordKeys.held(person));
      return said;
    },

    async choices(person) {
      return (await records.get(recordKeys.held(person)))?.choices ?? [];
    },

    async endAll(person) {
      let ended = 0;
      for (const { circle } of await circles.acquaintances(person)) ended += await shares.end(circle, person);
      const held = await records.get(recordKeys.held(person));
      if (held) {
        await shares.close(held.share);
        await records.delete(recordKeys.held(person));
        ended += 1;
      }
      return ended;
    },
  };
}

function heldOf({ share, live, startedAt, until, position }: PositionIncoming): Omit<HeldShare, "choices"> {
  return until === undefined ? { share, live, startedAt, position } : { share, live, startedAt, until, position };
}
