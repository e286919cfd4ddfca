import { someAtOnce } from "../../../lib/async/some-at-once.ts";
import type { Instant } from "../../../lib/time.ts";
import { precisions } from "../../geo/precision.ts";
import { type Effect, forEverybody, forOnePerson, toPerson, toRoom } from "../../model/effects.ts";
import { DeliveryError } from "../../model/errors.ts";
import type { CircleId, PersonId, RoomId } from "../../model/ids.ts";
import { ifTold } from "../../rooms/membership.ts";
import type { Ending } from "../../storage/records/link-keys.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import { defineCommand, hint, type Services } from "../define-command.ts";
import { shortenAll } from "../expiry.ts";

export const saidIn = (room: RoomId, lines: readonly Text[]): Effect => toRoom({ room }, forEverybody({ lines }));

/** What is said in the rooms of circles, whose boards are looked at, too. */
export async function saidThere({ circles }: Services, which: readonly CircleId[], lines: readonly Text[]) {
  const rooms = (await Promise.all(which.map((circle) => circles.rooms(circle)))).flat();
  return rooms.flatMap((room): Effect[] => [saidIn(room, lines), { kind: "board", to: { room } }]);
}

/**
 * What follows once a circle is not linked any more.
 * @param ending it and those that it was linked with
 * @param where its room, how that is called, and what ended it
 */
export async function unlinkedFrom(
  services: Services,
  { circle, others }: Pick<Ending, "circle" | "others">,
  { room, name, cause }: { room: RoomId; name: string; cause: string },
): Promise<readonly Effect[]> {
  const there = others.length > 0 ? await saidThere(services, others, [text("unlinked", { rooms: [name] })]) : [];
  const circles = [circle, ...others];
  const incoming = { kind: "circles-unlinked", room, circles } as const;
  return [...there, { kind: "follow", id: `unlinked/${circles.join("/")}`, incoming }, { kind: "told", cause }];
}

/**
 * The people of two circles see each other from now on, by the more careful of what holds in either: the shorter expiry, and of somebody in both the
 * coarser precision. What is shared already stays where it is until its sharer agrees.
 * @param by the command that links them
 * @returns what follows; undefined when one of them is linked with as many as can be
 */
export async function joinCircles(
  services: Services,
  one: CircleId,
  other: CircleId,
  by: { cause: string; now: Instant },
): Promise<readonly Effect[] | undefined> {
  const { circles } = services;
  const inOne = new Set(await circles.people(one));
  for (const person of (await circles.people(other)).filter((each) => inOne.has(each))) {
    const [first, second] = await Promise.all([circles.precision(one, person), circles.precision(other, person)]);
    const precision = precisions[first] > precisions[second] ? first : second;
    for (const circle of [one, other]) await circles.meet(person, circle, { precision });
  }
  if (!(await circles.link(one, other))) return undefined;
  const [first, second] = await Promise.all([circles.expiry(one), circles.expiry(other)]);
  const all = [one, ...(await circles.linkedFar(one))];
  const shortened = await shortenAll(services, all, Math.min(first, second), by);
  const boards = (await Promise.all([one, other].map((circle) => circles.rooms(circle)))).flat();
  return [
    ...shortened,
    ...boards.map((room): Effect => ({ kind: "board", to: { room } })),
    ...(await askSharers(services, one, other)),
    ...(await askSharers(services, other, one)),
  ];
}

/** So many networks' answers are waited for at once. */
const askedAtOnce = 5;

/** Whoever shares with a circle since before the link is asked once, in private, whether people of the other see them too. */
async function askSharers(services: Services, circle: CircleId, to: CircleId): Promise<Effect[]> {
  const { circles, shares, members, records } = services;
  const link = (await circles.linksOf(circle)).find((one) => one.circle === to);
  if (link === undefined) return [];
  const [room, rooms] = await Promise.all([ifTold(members.roomName(circle)), ifTold(members.roomName(to))]);
  const asks: Effect[] = [];
  await someAtOnce(
    await shares.sharers(circle),
    async (person) => {
      // What a room is called is told to its members, and to those of rooms that it is linked with.
      if ((await shares.of(circle, person)).shares.length === 0 || !(await isMember(services, circle, person))) return;
      const asked = recordKeys.crossingAsked(person);
      const before = ((await records.get(asked)) ?? []).filter((one) => one.circle !== circle || one.to !== to);
      await records.set(asked, [...before, { circle, to, since: link.since }]);
      const lines = [text("cross-asks", { room, rooms: [rooms] })];
      const shortcuts = [{ label: text("cross-button"), command: "across yes" }];
      asks.push(toPerson({ person }, forOnePerson({ lines, shortcuts, onlyIfOpen: true })));
    },
    askedAtOnce,
  );
  return asks;
}

async function isMember({ members }: Services, circle: CircleId, person: PersonId): Promise<boolean> {
  try {
    return (await members.inCircle(circle, person)).kind === "member";
  } catch (error) {
    if (error instanceof DeliveryError) return false;
    throw error;
  }
}

/** What somebody shares since before a link is seen across it once they say so. */
export const across = defineCommand({
  where: "private",
  async run(services, { from, argument }) {
    const { circles, shares, members, records } = services;
    const asked = recordKeys.crossingAsked(from.person);
    const open = argument.toLowerCase() === "yes" ? ((await records.get(asked)) ?? []) : [];
    const agreed: CircleId[] = [];
    for (const { circle, to, since } of open) {
      const link = (await circles.linksOf(circle)).find((one) => one.circle === to && one.since === since);
      const isSharing = (await shares.of(circle, from.person)).shares.length > 0;
      if (link === undefined || !isSharing || !(await isMember(services, circle, from.person))) continue;
      await shares.letCross(circle, from.person, link);
      agreed.push(to);
    }
    await records.delete(asked);
    if (agreed.length === 0) return [hint(from, [text("cross-nothing")])];
    const rooms = await Promise.all([...new Set(agreed)].map((circle) => ifTold(members.roomName(circle))));
    return [hint(from, [text("crossed", { rooms })])];
  },
});
