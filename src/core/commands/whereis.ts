import { type Instant, instant } from "../../lib/time.ts";
import { decimalsOf } from "../geo/coordinates.ts";
import { wayTo } from "../geo/geodesy.ts";
import type { PersonId } from "../model/ids.ts";
import { maxPeopleInList } from "../model/limits.ts";
import type { Message } from "../model/message.ts";
import { adviceOn, whatHelps } from "../rooms/admin-advice.ts";
import { cleanName } from "../rooms/names.ts";
import { type Told, toldApart } from "../rooms/told-apart.ts";
import { findSharers, type Located, type Seen, type View } from "../sharing/find-sharers.ts";
import { type Confirmed, confirm, type Sharer, sharersOf } from "../sharing/visible-positions.ts";
import { type Text, text } from "../text/texts.ts";
import { coordinates } from "../text/values.ts";
import { whereIs } from "../text/where-is.ts";
import { type Asked, answer, defineCommand, type InPrivate, type InRoom, type Services } from "./define-command.ts";

type NameOf = (person: PersonId) => Text;
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

/** @param alone the asker alone reads it, and is "you" then */
export async function viewInRoom(services: Services, from: InRoom, alone: boolean): Promise<View> {
  const { circle, rooms, person, member, acquaintance } = from;
  const known = new Map(person !== undefined && member ? [[person, member]] : []);
  const askerTold = alone ? undefined : askerOf(services, from);
  const base = { circle, rooms, room: undefined, known, askerTold };
  const read = new Map(person !== undefined && acquaintance ? [[person, acquaintance]] : []);
  return viewOf(await sharersOf(circle, services, read), base, person);
}

function askerOf({ circles, members }: Services, { person, member, acquaintance }: InRoom): Told | undefined {
  if (person === undefined || !member) return undefined;
  const { since, firstName } = acquaintance ?? {};
  const isRenamed = firstName !== undefined && firstName !== circles.markOf(person, member.name);
  return { ...members.named(person, member), person, isRenamed, ...(since !== undefined && { since }) };
}

async function inRoom(services: Services, asked: Asked, from: InRoom): Promise<Answer> {
  const view = await viewInRoom(services, from, false);
  if (isAboutSomebody(asked)) return one(services, [view], asked);
  const found = await nearest(services, view, maxPeopleInList);
  const { lines, more } = tellAll([found], asked.now);
  if (!found.unconfirmed) return { lines, more };
  const about = { what: "needs admin", room: from.room.room, command: asked.incoming.id, now: asked.now } as const;
  const helps = await whatHelps(services.records, found.unconfirmed, about);
  return { lines: helps ? [...lines, text("some-left-out", { advice: helps })] : lines, more };
}

export async function viewsInPrivate(services: Services, { person }: InPrivate) {
  const { confirmed, unconfirmed } = await services.members.circlesOf(person);
  const views = await Promise.all(
    confirmed.map(async (own) => {
      const { circle, rooms } = own;
      const room = await services.members.roomName(circle, rooms);
      const base = { circle, rooms, room, known: new Map(), askerTold: undefined };
      return viewOf(await sharersOf(circle, services, new Map([[person, own]])), base, person);
    }),
  );
  return { views, unconfirmed };
}

async function inPrivate(services: Services, asked: Asked, from: InPrivate): Promise<Answer> {
  const { views, unconfirmed } = await viewsInPrivate(services, from);
  // Of one person, unknown and not confirmed are told in the same words.
  if (isAboutSomebody(asked)) return one(services, views, asked);
  const each = Math.floor(maxPeopleInList / Math.max(1, views.length)) || 1;
  const found = await Promise.all(views.map((view) => nearest(services, view, each)));
  const why = unconfirmed ?? found.find((view) => view.unconfirmed)?.unconfirmed;
  const unknown = why ? [text("rooms-unconfirmed", { advice: adviceOn(why) })] : [];
  if (views.length === 0) return { lines: unknown.length > 0 ? unknown : [text("no-common-room")], more: {} };
  const { lines, more } = tellAll(found, asked.now);
  return { lines: [...lines, ...unknown], more };
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
  const { incoming, argument, now } = asked;
  const found = await meantBy(services, views, asked);
  const people = new Set(found.map(({ sighting }) => sighting.person));
  if (people.size === 0) return { lines: [nobodyMeant(argument)], more: {} };
  // Ids that were given say who is meant.
  const isByName = people.size > 1 && incoming.mentions.length === 0;
  const listed = found.slice(0, maxPeopleInList);
  const nameOf = named(listed, now, isByName);
  const lines = listed.map((seen) => lineOf(seen, now, nameOf));
  if (isByName) lines.unshift(text("several-fit", { wanted: cleanName(argument) }));
  if (found.length > listed.length) lines.push(text("more-who-fit", { more: found.length - listed.length }));
  return tell(listed, lines, nameOf);
}

const isAboutSomebody = ({ argument, incoming }: Asked) => argument !== "" || incoming.mentions.length > 0;

/** Unknown, not sharing and not to be shown: the same words. Without a name it was asked about who wrote a message. */
const nobodyMeant = (argument: string): Text =>
  argument === "" ? text("nobody-who-wrote") : text("nobody-called", { wanted: cleanName(argument) });

async function meantBy(services: Services, views: readonly View[], { incoming, argument }: Asked): Promise<Seen[]> {
  const wanted = { people: incoming.mentions, name: argument };
  return (await Promise.all(views.map((view) => findSharers(services, view, wanted)))).flat();
}

/** @returns what each circle shows of the one person who is meant; else what to say, because it is nobody, or could be more than one */
export async function whoIsMeant(
  services: Services,
  views: readonly View[],
  asked: Asked,
): Promise<{ found: readonly Seen[] } | { lines: readonly Text[] }> {
  const found = await meantBy(services, views, asked);
  const people = [...new Set(found.map(({ sighting }) => sighting.person))];
  const wanted = cleanName(asked.argument);
  if (people.length === 0) return { lines: [nobodyMeant(asked.argument)] };
  if (people.length === 1) return { found };
  const nameOf = named(found, asked.now, true);
  const listed = people.slice(0, maxPeopleInList).map((person) => text("one-who-fits", { name: nameOf(person) }));
  const more = people.length - listed.length;
  const rest = more > 0 ? [text("more-who-fit", { more })] : [];
  return { lines: [text("which-one", { wanted }), ...listed, ...rest] };
}

/** How everybody in an answer is told from the others, the asker too. */
export function named(seen: readonly Seen[], now: Instant, isByName = false): NameOf {
  const askers = seen.flatMap(({ view }) => (view.own && view.askerTold ? [view.askerTold] : []));
  const people = seen.map(({ sighting }) => sighting);
  const fitting = isByName ? people.map(({ person }) => person) : [];
  return toldApart([...people, ...askers], now, fitting);
}

function tellAll(views: readonly Found[], now: Instant): Answer {
  const shown = views.flatMap(({ view, visible }) => visible.map((sighting) => ({ sighting, view })));
  const nameOf = named(shown, now);
  const lines = views.flatMap(({ view, visible, unconfirmed, isCutOff }): Text[] => {
    if (visible.length === 0)
      return [text(unconfirmed || isCutOff ? "nobody-to-show" : "nobody-shares", { room: view.room })];
    const isAll = !unconfirmed && !isCutOff;
    return [
      text(isAll ? "how-many-share" : "some-of-those-who-share", { people: visible.length, room: view.room }),
      ...visible.map((sighting) => lineOf({ sighting, view }, now, nameOf)),
      ...(isCutOff ? [text("more-by-name")] : []),
    ];
  });
  const isNobody = shown.length === 0 && !views.some((view) => view.unconfirmed || view.isCutOff);
  return tell(shown, isNobody ? [...lines, text("share-yours")] : lines, nameOf);
}

/** @param nameOf how each person in the answer is told from the others */
export function lineOf({ sighting, view: { asker, own, askerTold } }: Seen, now: Instant, nameOf: NameOf): Text {
  const isOwn = sighting.person === asker;
  const viewer = askerTold && nameOf(askerTold.person);
  return whereIs(
    { ...sighting, name: nameOf(sighting.person) },
    now,
    own && !isOwn ? { ...own.position, asker: viewer } : undefined,
  );
}

export function tell(seen: readonly Seen[], lines: readonly Text[], nameOf: NameOf): Answer {
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
  const copies = shown.map(({ person, position }) => ({
    label: text("copy-coordinates", shown.length > 1 ? { name: nameOf(person) } : {}),
    words: coordinates({ ...position, decimals: decimalsOf(position) }),
  }));
  return { lines, more: { answer: { shows, until }, copies } };
}
