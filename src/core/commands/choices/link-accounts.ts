import { type Instant, instant } from "../../../lib/time.ts";
import { type Effect, forOnePerson, passing, toPerson } from "../../model/effects.ts";
import { bareId, networkOf, type PersonId } from "../../model/ids.ts";
import { linkCodeLasts } from "../../model/limits.ts";
import { notNow } from "../../rooms/membership.ts";
import { type Named, networkName } from "../../rooms/names.ts";
import { alwaysKnownBy } from "../../rooms/told-apart.ts";
import { recordKeys } from "../../storage/records/record-keys.ts";
import type { RecordOf } from "../../storage/records/record-kind.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Asked, InPrivate, Services } from "../define-command.ts";
import { isGoing, makeCode, tryCode } from "./link-codes.ts";

type AskedInPrivate = Omit<Asked, "from"> & { from: InPrivate };
type Offer = RecordOfValue<ReturnType<typeof recordKeys.accountOffer>>;
type RecordOfValue<R> = R extends RecordOf<infer T> ? T : never;

/**
 * Two accounts are one person's once each has said so: the code says which, and whoever made it and whoever gave it confirm each other. Nobody learns
 * which account the other is before its own person took a step.
 */
export async function linkAccounts(services: Services, asked: AskedInPrivate): Promise<readonly Effect[]> {
  const word = asked.argument.toLowerCase();
  if (word === "off") return off(services, asked.from.person);
  if (word === "yes") return confirm(services, asked);
  return asked.argument === "" ? show(services, asked) : give(services, asked);
}

/** It goes after a while: whoever takes the phone reads in it whose accounts these are. */
const alone = (person: PersonId, lines: readonly Text[]): Effect =>
  toPerson({ person }, passing(forOnePerson({ lines }), person, linkCodeLasts));

/** An offer that waits for this person: they made its code, or gave it. */
async function waiting(services: Services, person: PersonId, now: Instant) {
  const { records } = services;
  const given = await records.get(recordKeys.accountGiven(person));
  const by = given?.to ?? person;
  const offer = await records.get(recordKeys.accountOffer(by));
  if (offer?.from === undefined || !isGoing(services, offer, now)) return undefined;
  if (given !== undefined && offer.from.person !== person) return undefined;
  return { by, offer, from: offer.from, other: given === undefined ? offer.from.person : by };
}

/** With whom it is joined, or who waits to be joined, else a code. */
async function show(services: Services, { from, now }: AskedInPrivate): Promise<readonly Effect[]> {
  const { records, circles } = services;
  const { person } = from;
  const twin = await circles.twinOf(person);
  if (twin !== undefined) return [alone(person, [await joinedWith(services, twin, now)])];
  const waits = await waiting(services, person, now);
  if (waits === undefined) {
    const keep = async (made: Pick<Offer, "number" | "until">) => {
      await records.delete(recordKeys.accountGiven(person));
      await records.set(recordKeys.accountOffer(person), { ...made, readBy: [] }, made.until);
    };
    const code = await makeCode(services, { person }, now, keep);
    return [alone(person, [text("account-code", { code, within: linkCodeLasts })])];
  }
  const { by, offer, other } = waits;
  if (by === person && offer.agreedBy !== undefined) return [alone(person, [text("account-waits")])];
  if (by !== person && offer.agreedBy === undefined) return [alone(person, [text("account-given")])];
  const lines = [
    text("account-offer", { name: await nameOf(services, other, now), network: networkName(networkOf(other)) }),
    text("account-means", { left: offer.until - now }),
  ];
  const readBy = [...offer.readBy.filter((one) => one !== person), person];
  await records.set(recordKeys.accountOffer(by), { ...offer, readBy }, offer.until);
  return [alone(person, lines)];
}

/** A code is good once, for ten minutes, from another account, and while nobody made a newer one. Whatever is wrong with it, the words are the same. */
async function give(services: Services, { from, argument, incoming, now }: AskedInPrivate): Promise<readonly Effect[]> {
  const { records, circles } = services;
  const { person } = from;
  const twin = await circles.twinOf(person);
  if (twin !== undefined) return [alone(person, [await joinedWith(services, twin, now)])];
  const { refused, found } = await tryCode(services, person, argument);
  if (refused) return [alone(person, refused)];
  if (found && "circle" in found) return [alone(person, [text("code-of-room")])];
  const notGood = [alone(person, [text("account-not-good", { within: linkCodeLasts })])];
  if (found === undefined || found.person === person) return notGood;
  const key = recordKeys.accountOffer(found.person);
  const offer = await records.get(key);
  // Cut off and told again, it is still the one that used the code.
  const isGood =
    offer?.number === found.number &&
    isGoing(services, offer, now) &&
    (offer.from?.command ?? incoming.id) === incoming.id &&
    offer.agreedBy === undefined &&
    (await circles.twinOf(found.person)) === undefined;
  if (!isGood) return notGood;
  await records.set(key, { ...offer, from: { person, command: incoming.id }, readBy: [] }, offer.until);
  // Of two that somebody began, the later one counts.
  await records.delete(recordKeys.accountOffer(person));
  await records.set(recordKeys.accountGiven(person), { to: found.person, until: offer.until }, offer.until);
  return [alone(person, [text("account-given")]), alone(found.person, [text("account-asked")])];
}

/** By somebody who has read which account the other is: first whoever made the code, then whoever gave it. */
async function confirm(services: Services, { from, incoming, now }: AskedInPrivate): Promise<readonly Effect[]> {
  const { records, circles } = services;
  const { person } = from;
  const { id } = incoming;
  const notAsked = [alone(person, [text("account-not-asked")])];
  const waits = await waiting(services, person, now);
  if (waits === undefined || !waits.offer.readBy.includes(person)) return notAsked;
  const { by, offer, other } = waits;
  const key = recordKeys.accountOffer(by);
  const until = instant(Math.max(offer.until, now + 1));
  if (by === person) {
    if ((offer.agreedBy ?? id) !== id) return notAsked;
    await records.set(key, { ...offer, agreedBy: id }, until);
    return [alone(person, [text("account-waits")]), alone(other, [text("account-asked")])];
  }
  if (offer.agreedBy === undefined || (offer.joinedBy ?? id) !== id) return notAsked;
  await records.set(key, { ...offer, joinedBy: id }, until);
  const joined = await circles.join(by, person);
  if (joined === "full") return [alone(person, [text("account-full")])];
  if (joined === "taken") return notAsked;
  const follows = [...(await coarsen(services, person)), ...(await coarsen(services, by))];
  const told = await Promise.all(
    [person, other].map(async (one) => alone(one, [await joinedWith(services, one === person ? other : person, now)])),
  );
  return [...told, ...follows];
}

/** The coarser of the two choices holds: an answer that shows more is deleted. Boards are looked at. */
async function coarsen({ circles, answerExpiry }: Services, person: PersonId): Promise<readonly Effect[]> {
  const known = await circles.acquaintances(person);
  for (const { circle, precision } of known) await answerExpiry.coarsen(circle, person, precision);
  return boardsOf(circles, known);
}

async function boardsOf(
  circles: Services["circles"],
  known: readonly { circle: Parameters<Services["circles"]["rooms"]>[0] }[],
): Promise<readonly Effect[]> {
  const linked = (await Promise.all(known.map(({ circle }) => circles.linksOf(circle)))).flat();
  const all = [...new Set([...known, ...linked].map(({ circle }) => circle))];
  const rooms = (await Promise.all(all.map((circle) => circles.rooms(circle)))).flat();
  return rooms.map((room): Effect => ({ kind: "board", to: { room } }));
}

/** From either account, at once, and whoever waits to be joined is refused. */
async function off(services: Services, person: PersonId): Promise<readonly Effect[]> {
  const { circles } = services;
  const twin = await circles.twinOf(person);
  const known = await circles.acquaintances(person);
  const { wasJoined, effects } = await partAccounts(services, person, "accounts-parted");
  const boards = twin === undefined ? [] : await boardsOf(circles, [...known, ...(await circles.acquaintances(twin))]);
  return [alone(person, [text(wasJoined ? "accounts-parted" : "account-none")]), ...effects, ...boards];
}

/** Ends a join, and what was begun of one. @returns what its other account is told */
export async function partAccounts(
  { records, circles }: Services,
  person: PersonId,
  said: "accounts-parted" | "accounts-forgotten",
): Promise<{ wasJoined: boolean; effects: readonly Effect[] }> {
  const given = await records.get(recordKeys.accountGiven(person));
  const offer = given && (await records.get(recordKeys.accountOffer(given.to)));
  if (given && offer?.from?.person === person) await records.delete(recordKeys.accountOffer(given.to));
  const own = await records.get(recordKeys.accountOffer(person));
  if (own?.from) await records.delete(recordKeys.accountGiven(own.from.person));
  await records.delete(recordKeys.accountOffer(person), recordKeys.accountGiven(person));
  const other = await circles.unjoin(person);
  if (other === undefined) return { wasJoined: false, effects: [] };
  return { wasJoined: true, effects: [alone(other, [text(said)])] };
}

const joinedWith = async (services: Services, other: PersonId, now: Instant): Promise<Text> =>
  text("accounts-joined", { name: await nameOf(services, other, now), network: networkName(networkOf(other)) });

/** An account by how it is called in a room that it is in, and by what nobody else has, for anybody can take a name. Its network is said beside. */
async function nameOf({ circles, members }: Services, person: PersonId, now: Instant): Promise<Text> {
  const told = (named: Named) =>
    named.handle === undefined && named.id === ""
      ? text("person-told-by", { name: named.name, by: bareId(person), network: undefined, change: "none" })
      : alwaysKnownBy({ ...named, person, isRenamed: false }, now, networkOf(person));
  const lately = members.lastNamed(person);
  if (lately) return told(lately);
  for (const { circle } of await circles.acquaintances(person)) {
    const membership = await members.inCircle(circle, person).catch(notNow);
    if (membership.kind === "member") return told(members.named(person, membership));
  }
  return text("person-told", { name: bareId(person), network: undefined });
}
