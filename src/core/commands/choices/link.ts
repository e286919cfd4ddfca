import { type Duration, instant } from "../../../lib/time.ts";
import { type Effect, forOnePerson, passing, toAsker } from "../../model/effects.ts";
import { DeliveryError } from "../../model/errors.ts";
import { type CircleId, networkOf, type PersonId, type RoomId } from "../../model/ids.ts";
import { linkCodeLasts } from "../../model/limits.ts";
import { ifTold } from "../../rooms/membership.ts";
import { networkName } from "../../rooms/names.ts";
import { checkRoom } from "../../rooms/room-check.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import { type Text, text } from "../../text/texts.ts";
import { type Asked, announce, defineCommand, hint, type InRoom, type Services } from "../define-command.ts";
import { joinCircles, saidIn, unlinkedFrom } from "./join-circles.ts";
import { linkAccounts } from "./link-accounts.ts";
import { isCode, isGoing, makeCode, tryCode } from "./link-codes.ts";

type Person = { person: PersonId };
type AskedBy = Omit<Asked<"room">, "from"> & { from: InRoom & Person };

/** Two rooms see each other once an admin of each has said so: the code says which, and who made it confirms whom. In private, it joins two accounts. */
export const link = defineCommand({
  listed: { menu: "menu-link", help: "help-link" },
  where: "both",
  rights: {
    adminSays: () => true,
    refusal: async (services, { argument }) =>
      (await isPastedByMistake(services, argument))
        ? [text("code-of-account")]
        : [text("admins-only", { what: "link" })],
    isSecret: isCode,
  },
  async run(services, asked) {
    const { from, argument } = asked;
    if (from.place === "private") return linkAccounts(services, { ...asked, from });
    const { person } = from;
    const word = argument.toLowerCase();
    if (word === "off") return off(services, { ...asked, from });
    // A code, and what is read before a yes, are for one person.
    const secret: Effect[] = isCode(argument)
      ? [{ kind: "delete", to: from.room, message: asked.incoming.message }]
      : [];
    if (await isPastedByMistake(services, argument)) return [hint(from, [text("code-of-account")]), ...secret];
    if (person === undefined) return [hint(from, [text("link-as-the-room")]), ...secret];
    const by: AskedBy = { ...asked, from: { ...from, person } };
    if (argument === "") return [await show(services, by)];
    if (word === "yes") return confirm(services, by);
    return [...(await give(services, by)), ...secret];
  },
});

/** Whether an account's code was said in a room: then it works no more, for everybody there may have read it. */
async function isPastedByMistake({ records }: Services, argument: string): Promise<boolean> {
  const key = recordKeys.linkCode(argument);
  const found = isCode(argument) ? await records.get(key) : undefined;
  if (found === undefined || !("person" in found)) return false;
  await records.delete(key);
  return true;
}

/** For who says it, and nobody else whatever fails. */
const alone = ({ person, room }: InRoom & Person, lines: readonly Text[]): Effect =>
  toAsker({ person, within: room }, passing(forOnePerson({ lines }), person));

/** Who waits to be linked, else a code. */
async function show(services: Services, { from, now }: AskedBy): Promise<Effect> {
  const { records, circles, members } = services;
  const offer = await records.get(recordKeys.linkOffer(from.circle));
  if (offer?.from && offer.confirmedBy === undefined && isGoing(services, offer, now)) {
    const { room, circle } = offer.from;
    const lines = await about(services, circle, room, offer.until - now);
    const readBy = [...offer.readBy.filter((one) => one !== from.person), from.person];
    await records.set(recordKeys.linkOffer(from.circle), { ...offer, readBy }, offer.until);
    return alone(from, lines);
  }
  const { room, circle } = from;
  const code = await makeCode(services, { circle, room: room.room }, now, (made) =>
    records.set(recordKeys.linkOffer(circle), { ...made, readBy: [] }, made.until),
  );
  const linked = await circles.linksOf(circle);
  const rooms = await Promise.all(linked.map((one) => ifTold(members.roomName(one.circle))));
  return alone(from, [
    ...(rooms.length > 0 ? [text("link-is", { rooms })] : []),
    text("link-code", { code, within: linkCodeLasts }),
  ]);
}

/** What an admin has to know of the other room: its name and network, how many are there, and who can read there. */
async function about(services: Services, circle: CircleId, room: RoomId, left: Duration): Promise<Text[]> {
  const { members, networks, settings } = services;
  const network = networks.get(networkOf(room));
  const [name, people, checked] = await Promise.all([
    members.roomName(circle, [room]),
    network?.countPeople?.(room).catch(unknown),
    network && checkRoom(network, room, await settings.answers(room)).catch(unknown),
  ]);
  const reading = (checked?.findings ?? []).filter((finding) => finding.about === "reading").map(({ says }) => says);
  return [
    text("link-offer", { room: name, network: networkName(networkOf(room)), people }),
    ...reading,
    text("link-means", { left }),
  ];
}

const unknown = () => undefined;

/** A code is good once, for ten minutes, in another room, and while nobody made a newer one. Whatever is wrong with it, the words are the same. */
async function give(services: Services, { from, argument, incoming, now }: AskedBy): Promise<Effect[]> {
  const { records, circles } = services;
  const [{ person, circle, room }, command] = [from, incoming.id];
  const notGood = [hint(from, [text("link-not-good", { within: linkCodeLasts })])];
  const { refused, found } = await tryCode(services, person, argument);
  if (refused) return [hint(from, refused)];
  if (found === undefined || "person" in found) return notGood;
  const offered = recordKeys.linkOffer(found.circle);
  const offer = await records.get(offered);
  // Cut off and told again, it is still the one that used the code.
  const isGood =
    offer?.number === found.number && isGoing(services, offer, now) && (offer.from?.command ?? command) === command;
  const isThere = (await circles.find(found.room)) === found.circle;
  if (found.circle === circle) {
    // Everybody in the room may have read it.
    await records.delete(recordKeys.linkCode(argument), offered);
    return notGood;
  }
  if (offer === undefined || !isGood || !isThere || offer.confirmedBy !== undefined) return notGood;
  if ((await circles.linksOf(circle)).some((one) => one.circle === found.circle)) {
    await records.delete(recordKeys.linkCode(argument), offered);
    return [hint(from, [text("link-already")])];
  }
  const by = { circle, room: room.room, by: person, command };
  await records.set(offered, { ...offer, from: by, readBy: [] }, offer.until);
  return [alone(from, [text("link-given")]), saidIn(found.room, [text("link-asked")])];
}

/** By an admin who has read which room it is; and whoever gave the code there must still be an admin. */
async function confirm(services: Services, { from, incoming, now }: AskedBy): Promise<readonly Effect[]> {
  const { records, circles } = services;
  const { person, circle } = from;
  const offered = recordKeys.linkOffer(circle);
  const offer = await records.get(offered);
  const other = offer?.from;
  const isAsked = offer !== undefined && other && isGoing(services, offer, now) && offer.readBy.includes(person);
  if (!isAsked || (offer.confirmedBy ?? incoming.id) !== incoming.id || !(await isStillAdmin(services, other)))
    return [hint(from, [text("link-not-asked")])];
  await records.set(offered, { ...offer, confirmedBy: incoming.id }, instant(Math.max(offer.until, now + 1)));
  const joined = await joinCircles(services, circle, other.circle, { cause: incoming.id, now });
  if (joined === undefined) return [hint(from, [text("link-full")])];
  const expiry = await circles.expiry(circle);
  const named = async (one: CircleId, room: RoomId) =>
    text("linked", {
      room: await ifTold(services.members.roomName(one, [room])),
      network: networkName(networkOf(room)),
      expiry,
    });
  return [
    announce(from, [await named(other.circle, other.room)]),
    saidIn(other.room, [await named(circle, from.room.room)]),
    ...joined,
  ];
}

async function isStillAdmin(
  { circles, members }: Services,
  { room, circle, by }: { room: RoomId; circle: CircleId; by: PersonId },
): Promise<boolean> {
  if ((await circles.find(room)) !== circle) return false;
  try {
    const membership = await members.inRoom(room, by, "with rights");
    return membership.kind === "member" && membership.isAdmin;
  } catch (error) {
    if (error instanceof DeliveryError) return false;
    throw error;
  }
}

/** From either side, at once, and whoever waits to be linked is refused. */
async function off(services: Services, asked: Asked<"room">): Promise<readonly Effect[]> {
  const { records, endings, members, rooms } = services;
  const { from } = asked;
  const waits = recordKeys.linkOffer(from.circle);
  const wasAsked = (await records.get(waits)) !== undefined;
  await records.delete(waits);
  const cause = asked.incoming.id;
  const ending = await endings.begin(cause, from.circle, "links");
  const others = [...new Set([...(ending?.others ?? []), ...(await rooms.unlink(from.circle))])];
  if (others.length === 0) return [hint(from, [text(wasAsked ? "link-refused" : "link-none")])];
  const [names, own] = await Promise.all([
    Promise.all(others.map((circle) => ifTold(members.roomName(circle)))),
    ifTold(members.roomName(from.circle)),
  ]);
  const ended = { circle: from.circle, others };
  const there = await unlinkedFrom(services, ended, { room: from.room.room, name: own, cause });
  return [
    announce(from, [text("unlinked", { rooms: names })]),
    { kind: "board", to: { room: from.room.room } },
    ...there,
  ];
}
