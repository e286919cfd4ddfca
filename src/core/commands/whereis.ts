import { type Instant, instant } from "../../lib/time.ts";
import { wayTo } from "../geo/geodesy.ts";
import { type CircleId, type PersonId } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { whatHelps } from "../rooms/admin-advice.ts";
import { cleanName, findByName } from "../rooms/names.ts";
import { type Sighting, type Sightings, sightings } from "../sharing/visible-positions.ts";
import type { StoredPosition } from "../storage/records/record-keys.ts";
import * as wording from "../text/answer.ts";
import type { Text } from "../text/texts.ts";
import { nobodyToShow, roomsUnconfirmed, someLeftOut } from "../text/unconfirmed.ts";
import type { Asked, Command, Services } from "./define-command.ts";

/** More would not fit into one message on Telegram (4096 characters), nor be read. */
const longestList = 25;

type Located = Sighting & { position: StoredPosition };
/**
 * `room` is the room's name, undefined when it is asked in the room itself; `asker` who asks, if that is known, with the name by which the
 * others know them; `own` the asker's own position, which distances are told from.
 */
type View = Sightings & {
  circle: CircleId;
  room: string | undefined;
  asker: PersonId | undefined;
  askerName: string | undefined;
  own: Located | undefined;
};
type Seen = { sighting: Sighting; view: View };

export const whereis: Command = {
  listed: { menu: "menu-whereis", help: "help-whereis" },
  where: "both",
  isQuestion: true,
  async run(services, asked) {
    const { from, argument } = asked;
    // Of one person, unknown and not confirmed are told in the same words.
    const isForAll = argument === "";
    if (from.place === "private") {
      const { views, someUnconfirmed } = await privateViews(services, from.person);
      const message = answer(views, asked);
      if (!someUnconfirmed || !isForAll) return message;
      return { ...message, lines: [...(views.length === 0 ? [] : message.lines), roomsUnconfirmed()] };
    }
    const view = await viewOf(services, from.circle, undefined, from.person, from.name);
    const message = answer([view], asked);
    if (!view.someUnconfirmed || !isForAll) return message;
    const helps = await whatHelps(services, from.room, "needs admin", asked.incoming.id);
    return helps ? { ...message, lines: [...message.lines, someLeftOut(helps)] } : message;
  },
};

async function viewOf(
  services: Services,
  circle: CircleId,
  room: string | undefined,
  asker: PersonId | undefined,
  askerName?: string,
): Promise<View> {
  const seen = await sightings(circle, services);
  const own = seen.visible.filter(isLocated).find(({ person }) => person === asker);
  return { ...seen, circle, room, asker, askerName, own };
}

const isLocated = (sighting: Sighting): sighting is Located => sighting.position !== undefined;

async function privateViews(services: Services, person: PersonId) {
  const { confirmed, someUnconfirmed } = await services.members.circlesOf(person);
  const views = confirmed.map(async ({ circle }) =>
    viewOf(services, circle, await services.members.roomName(circle), person),
  );
  return { views: await Promise.all(views), someUnconfirmed };
}

function answer(views: readonly View[], { incoming, argument, now }: Asked): Message {
  const everybody = views.flatMap((view) => view.visible.map((sighting) => ({ sighting, view })));
  if (argument === "") return views.length === 0 ? say(wording.noRoom()) : tellAll(views, now);
  const found = incoming.mentions.length > 0 ? mentioned(everybody, incoming.mentions) : called(everybody, argument);
  const people = new Map(found.map((seen) => [seen.sighting.person, seen]));
  const [only] = found;
  if (!only) return say(wording.nobodyCalled(cleanName(argument)));
  if (people.size > 1) {
    const all = [...people.values()].map(distinct);
    return say(wording.whichOne(cleanName(argument), all.slice(0, longestList), all.length));
  }
  return tell(
    found,
    found.map((seen) => lineOf(seen, now)),
  );
}

const mentioned = (everybody: readonly Seen[], mentions: readonly PersonId[]) =>
  everybody.filter(({ sighting }) => mentions.includes(sighting.person));

const called = (everybody: readonly Seen[], wanted: string): Seen[] =>
  findByName(
    everybody.map((seen) => ({ ...seen.sighting, seen })),
    wanted,
  ).map(({ seen }) => seen);

const distinct = ({ sighting: { name, handle, id } }: Seen) => ({ name, as: handle ? `@${handle}` : id || undefined });

function tellAll(views: readonly View[], now: Instant): Message {
  const shown: Seen[] = [];
  const lines = views.flatMap((view): Text[] => {
    if (view.visible.length === 0)
      return [view.someUnconfirmed ? nobodyToShow(view.room) : wording.nobodyShares(view.room)];
    const people = inOrder(view).map((sighting) => ({ sighting, view }));
    const listed = people.slice(0, Math.floor(longestList / views.length) || 1);
    shown.push(...listed);
    const more = people.length - listed.length;
    return [
      wording.howMany(people.length, view.room),
      ...listed.map((seen) => lineOf(seen, now)),
      ...(more > 0 ? [wording.andMore(more)] : []),
    ];
  });
  const isNobody = shown.length === 0 && !views.some(({ someUnconfirmed }) => someUnconfirmed);
  return tell(shown, isNobody ? [...lines, wording.toShareYours()] : lines);
}

/** The closest first when the asker shares, else the freshest; who asked, and whose position is gone, come last. */
function inOrder({ visible, asker, own }: View): readonly Sighting[] {
  const rank = ({ position }: Sighting): number => {
    if (!position) return Number.MAX_VALUE;
    return own ? wayTo(own.position, position).distance : 0 - position.at;
  };
  const isAsker = ({ person }: Sighting) => Number(person === asker);
  return visible.toSorted((a, b) => isAsker(a) - isAsker(b) || rank(a) - rank(b));
}

function lineOf({ sighting, view: { asker, own, askerName } }: Seen, now: Instant): Text {
  const isOwn = sighting.person === asker;
  return wording.whereIs(sighting, now, own && !isOwn ? { ...own.position, asker: askerName } : undefined);
}

const say = (lines: readonly Text[]): Message => ({ kind: "message", reader: "everybody", lines });

function tell(seen: readonly Seen[], lines: readonly Text[]): Message {
  const shown = seen.flatMap(({ sighting, view }) =>
    isLocated(sighting) ? [{ ...sighting, circle: view.circle }] : [],
  );
  if (shown.length === 0) return say(lines);
  // A distance from the asker tells where the asker is, to whoever knows where the others are.
  const askers = seen.flatMap(({ view }) => (view.own ? [{ ...view.own, circle: view.circle }] : []));
  const told = [...new Map([...shown, ...askers].map((one) => [`${one.circle}/${one.person}`, one])).values()];
  const message: Message = {
    ...say(lines),
    answer: {
      shows: told.map(({ circle, person, precision, share, position: { at } }) => ({
        circle,
        person,
        precision,
        share,
        at,
      })),
      until: instant(Math.min(...told.map(({ position }) => position.expiresAt))),
    },
  };
  const [only] = shown;
  if (!only || seen.length > 1) return message;
  const { latitude, longitude, accuracy } = only.position;
  return { ...message, pin: accuracy === undefined ? { latitude, longitude } : { latitude, longitude, accuracy } };
}
