import { type Instant, instant } from "../../lib/time.ts";
import { decimalsOf } from "../geo/coordinates.ts";
import { wayTo } from "../geo/geodesy.ts";
import type { CircleId, PersonId, RoomId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import { whatHelps } from "../rooms/admin-advice.ts";
import type { Member } from "../rooms/membership.ts";
import { cleanName, findByName } from "../rooms/names.ts";
import { type Confirmed, confirm, type Sharer, type Sighting, sharersOf } from "../sharing/visible-positions.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import { type Text, text } from "../text/texts.ts";
import { coordinates } from "../text/values.ts";
import { whereIs } from "../text/where-is.ts";
import { type Asked, answer, defineCommand, type InPrivate, type InRoom, type Services } from "./define-command.ts";

type Located<T extends Sharer = Sharer> = T & { position: StoredPosition };
/**
 * A circle as the asker may see it, before anybody in it is confirmed. `room` is the room's name, undefined when it is asked in the room itself;
 * `askerName` the name by which the others know who asks; `own` the asker's own position, which distances are told from.
 */
type View = {
  circle: CircleId;
  rooms: readonly RoomId[];
  room: string | undefined;
  sharers: readonly Sharer[];
  known: ReadonlyMap<PersonId, Member>;
  asker?: PersonId;
  askerName: string | undefined;
  own?: Located;
};
type Seen = { sighting: Sighting; view: View };
type Found = Confirmed & { view: View; isCutOff: boolean };
type Answer = { lines: readonly Text[]; more: Pick<Message<"everybody">, "answer" | "copies"> };

export const whereis = defineCommand({
  listed: { menu: "menu-whereis", help: "help-whereis" },
  where: "both",
  effect: "question",
  async run(services, asked) {
    const { from } = asked;
    const given = from.place === "room" ? await inRoom(services, asked, from) : await inPrivate(services, asked, from);
    return [answer(from, given.lines, given.more)];
  },
});

/** @param askerName absent where the asker alone reads it, who is "you" then */
export async function viewInRoom(services: Services, from: InRoom, askerName?: string): Promise<View> {
  const { circle, rooms, person, member, precision } = from;
  const known = new Map(person !== undefined && member ? [[person, member]] : []);
  const base = { circle, rooms, room: undefined, known, askerName };
  const read = new Map(person !== undefined && precision !== undefined ? [[person, precision]] : []);
  return viewOf(await sharersOf(circle, services, read), base, person);
}

async function inRoom(services: Services, asked: Asked, from: InRoom): Promise<Answer> {
  const view = await viewInRoom(services, from, from.member?.name);
  if (asked.argument !== "") return one(services, [view], asked);
  const found = await nearest(services, view, maxPeopleInList);
  const { lines, more } = tellAll([found], asked.now);
  if (!found.someUnconfirmed) return { lines, more };
  const helps = await whatHelps(services, from.room.room, "needs admin", asked.incoming.id);
  return { lines: helps ? [...lines, text("some-left-out", { advice: helps })] : lines, more };
}

export async function viewsInPrivate(services: Services, { person }: InPrivate) {
  const { confirmed, someUnconfirmed } = await services.members.circlesOf(person);
  const views = await Promise.all(
    confirmed.map(async ({ circle, rooms, precision }) => {
      const room = await services.members.roomName(circle, rooms);
      const base = { circle, rooms, room, known: new Map(), askerName: undefined };
      return viewOf(await sharersOf(circle, services, new Map([[person, precision]])), base, person);
    }),
  );
  return { views, someUnconfirmed };
}

async function inPrivate(services: Services, asked: Asked, from: InPrivate): Promise<Answer> {
  const { views, someUnconfirmed } = await viewsInPrivate(services, from);
  // Of one person, unknown and not confirmed are told in the same words.
  if (asked.argument !== "") return one(services, views, asked);
  const each = Math.floor(maxPeopleInList / Math.max(1, views.length)) || 1;
  const found = await Promise.all(views.map((view) => nearest(services, view, each)));
  const unconfirmed = someUnconfirmed || found.some((view) => view.someUnconfirmed) ? [text("rooms-unconfirmed")] : [];
  if (views.length === 0) return { lines: unconfirmed.length > 0 ? unconfirmed : [text("no-common-room")], more: {} };
  const { lines, more } = tellAll(found, asked.now);
  return { lines: [...lines, ...unconfirmed], more };
}

function viewOf(sharers: readonly Sharer[], base: Omit<View, "sharers" | "asker" | "own">, asker?: PersonId): View {
  const view = { ...base, sharers };
  if (asker === undefined) return view;
  const own = sharers.find((sharer): sharer is Located => sharer.person === asker && sharer.position !== undefined);
  return own ? { ...view, asker, own } : { ...view, asker };
}

export const isLocated = <T extends Sharer>(sharer: T): sharer is Located<T> => sharer.position !== undefined;

/** Those who will be listed, and nobody else is asked about: the closest first when the asker shares, else the freshest. */
async function nearest(services: Services, view: View, max: number): Promise<Found> {
  const asked = inOrder(view).slice(0, max);
  return { ...(await confirm(asked, view, services)), view, isCutOff: view.sharers.length > asked.length };
}

/** Who asked, and whose position is gone, come last. */
function inOrder({ sharers, asker, own }: View): readonly Sharer[] {
  const rank = ({ position }: Sharer): number => {
    if (!position) return Number.MAX_VALUE;
    return own ? wayTo(own.position, position).distance : 0 - position.at;
  };
  const isAsker = ({ person }: Sharer) => Number(person === asker);
  return sharers.toSorted((a, b) => isAsker(a) - isAsker(b) || rank(a) - rank(b));
}

async function one(services: Services, views: readonly View[], asked: Asked): Promise<Answer> {
  const meant = await whoIsMeant(services, views, asked);
  if (!("found" in meant)) return { ...meant, more: {} };
  const { found } = meant;
  return tell(
    found,
    found.map((seen) => lineOf(seen, asked.now)),
  );
}

/** @returns what each circle shows of the one person who is meant; else what to say, because it is nobody, or could be more than one */
export async function whoIsMeant(
  services: Services,
  views: readonly View[],
  { incoming, argument }: Asked,
): Promise<{ found: readonly Seen[] } | { lines: readonly Text[] }> {
  const found = (await Promise.all(views.map((view) => wanted(services, view, incoming.mentions, argument)))).flat();
  const people = new Map(found.map((seen) => [seen.sighting.person, seen]));
  if (found.length === 0) return { lines: [text("nobody-called", { wanted: cleanName(argument) })] };
  if (people.size === 1) return { found };
  const all = [...people.values()].map(distinct);
  const listed = all.slice(0, maxPeopleInList);
  return {
    lines: [text("which-one", { wanted: cleanName(argument), people: listed, more: all.length - listed.length })],
  };
}

/** Whom the network named lately is asked about first: the others only when none of those is meant. */
async function wanted(services: Services, view: View, mentions: readonly PersonId[], name: string): Promise<Seen[]> {
  const { members } = services;
  const among = async (sharers: readonly Sharer[]) => (await confirm(sharers, view, services)).visible;
  if (mentions.length > 0)
    return (await among(view.sharers.filter(({ person }) => mentions.includes(person)))).map((sighting) => ({
      sighting,
      view,
    }));
  const named = view.sharers.flatMap((sharer) => {
    const last = members.lastNamed(sharer.person);
    return last ? [{ ...last, sharer }] : [];
  });
  const likely = findByName(named, name).map(({ sharer }) => sharer);
  const found = findByName(await among(likely), name);
  if (found.length > 0) return found.map((sighting) => ({ sighting, view }));
  const others = view.sharers.filter((sharer) => !likely.includes(sharer));
  return findByName(await among(others), name).map((sighting) => ({ sighting, view }));
}

const distinct = ({ sighting: { name, handle, id } }: Seen) => ({ name, as: handle ? `@${handle}` : id || undefined });

function tellAll(views: readonly Found[], now: Instant): Answer {
  const shown: Seen[] = [];
  const lines = views.flatMap(({ view, visible, someUnconfirmed, isCutOff }): Text[] => {
    if (visible.length === 0)
      return [text(someUnconfirmed || isCutOff ? "nobody-to-show" : "nobody-shares", { room: view.room })];
    const listed = visible.map((sighting) => ({ sighting, view }));
    shown.push(...listed);
    const isAll = !someUnconfirmed && !isCutOff;
    return [
      text(isAll ? "how-many-share" : "some-of-those-who-share", { people: visible.length, room: view.room }),
      ...listed.map((seen) => lineOf(seen, now)),
      ...(isCutOff ? [text("more-by-name")] : []),
    ];
  });
  const isNobody = shown.length === 0 && !views.some((view) => view.someUnconfirmed || view.isCutOff);
  return tell(shown, isNobody ? [...lines, text("share-yours")] : lines);
}

export function lineOf({ sighting, view: { asker, own, askerName } }: Seen, now: Instant): Text {
  const isOwn = sighting.person === asker;
  return whereIs(sighting, now, own && !isOwn ? { ...own.position, asker: askerName } : undefined);
}

export function tell(seen: readonly Seen[], lines: readonly Text[]): Answer {
  const shown = seen.flatMap(({ sighting, view }) =>
    isLocated(sighting) ? [{ ...sighting, circle: view.circle }] : [],
  );
  if (shown.length === 0) return { lines, more: {} };
  // A distance from the asker tells where the asker is, to whoever knows where the others are.
  const askers = seen.flatMap(({ view }) => (view.own ? [{ ...view.own, circle: view.circle }] : []));
  const told = [...new Map([...shown, ...askers].map((each) => [`${each.circle}/${each.person}`, each])).values()];
  const shows = told.map(({ circle, person, precision, share, position: { at } }) => ({
    circle,
    person,
    precision,
    share,
    at,
  }));
  const until = instant(Math.min(...told.map(({ position }) => position.expiresAt)));
  const copies = shown.map(({ name, position }) => ({
    label: text("copy-coordinates", shown.length > 1 ? { name } : {}),
    words: coordinates({ ...position, decimals: decimalsOf(position) }),
  }));
  return { lines, more: { answer: { shows, until }, copies } };
}
