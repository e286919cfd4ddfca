import { wayTo } from "../geo/geodesy.ts";
import { type CircleId, type Instant, instant, type PersonId } from "../model.ts";
import { cleanName, findByName } from "../names.ts";
import { bold, type Line, type Message, type Span } from "../reply.ts";
import { type Sighting, type Sightings, sightings } from "../sighting.ts";
import { recordKeys } from "../storage/record-keys.ts";
import * as wording from "../wording/answer.ts";
import { needsAdmin } from "../wording/room.ts";
import type { Asked, Command, InRoom, Services } from "./command.ts";

/** More would not fit into one message on Telegram (4096 characters), nor be read. */
const longestList = 25;

type View = Sightings & { circle: CircleId; where: Span; asker?: PersonId; from?: wording.Viewpoint };
type Seen = { sighting: Sighting; view: View };

export const whereis: Command = {
  usage: "[name]",
  summary: "where everybody is who shares here, or one person",
  where: "both",
  isQuestion: true,
  async run(services, asked) {
    const { from } = asked;
    if (from.place === "private") return answer(await privateViews(services, from.person), asked);
    const view = await viewOf(services, from.circle, "this room", from.person, from.name);
    const message = answer([view], asked);
    return view.someUnconfirmed ? askOnceToBeAdmin(services, from, message) : message;
  },
};

async function viewOf(services: Services, circle: CircleId, where: Span, asker?: PersonId, whose = ""): Promise<View> {
  const seen = await sightings(circle, services);
  const own = seen.visible.find(({ person }) => person === asker)?.position;
  if (asker === undefined) return { ...seen, circle, where };
  return own ? { ...seen, circle, where, asker, from: { ...own, whose } } : { ...seen, circle, where, asker };
}

async function privateViews(services: Services, person: PersonId): Promise<readonly View[]> {
  const known = await services.members.circlesOf(person);
  return Promise.all(
    known.map(async ({ circle }) =>
      viewOf(services, circle, bold(await services.members.roomName(circle)), person, "you"),
    ),
  );
}

function answer(views: readonly View[], { incoming, argument, now }: Asked): Message {
  const everybody = views.flatMap((view) => view.visible.map((sighting) => ({ sighting, view })));
  if (argument === "") return views.length === 0 ? say(wording.noRoom()) : tellAll(views, now);
  const found = incoming.mentions.length > 0 ? mentioned(everybody, incoming.mentions) : called(everybody, argument);
  const people = new Map(found.map((seen) => [seen.sighting.person, seen]));
  const [only] = found;
  if (!only) return say(wording.nobodyCalled(cleanName(argument)));
  if (people.size > 1) return say(wording.whichOne(cleanName(argument), [...people.values()].map(distinctName)));
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

const distinctName = ({ sighting: { name, handle, id } }: Seen) =>
  handle ? `${name} (@${handle})` : id ? `${name} (${id})` : name;

function tellAll(views: readonly View[], now: Instant): Message {
  const shown: Seen[] = [];
  const lines = views.flatMap((view): Line[] => {
    if (view.visible.length === 0) return wording.nobodyShares(view.where);
    const people = inOrder(view).map((sighting) => ({ sighting, view }));
    const listed = people.slice(0, Math.floor(longestList / views.length) || 1);
    shown.push(...listed);
    const more = people.length - listed.length;
    return [
      wording.howMany(people.length, view.where),
      ...listed.map((seen) => lineOf(seen, now)),
      ...(more > 0 ? [wording.andMore(more)] : []),
    ];
  });
  return tell(shown, lines);
}

/** The closest first when the asker shares, else the freshest; who asked, and whose position is gone, come last. */
function inOrder({ visible, asker, from }: View): readonly Sighting[] {
  const rank = ({ position }: Sighting): number => {
    if (!position) return Number.MAX_VALUE;
    return from ? wayTo(from, position).distance : 0 - position.at;
  };
  const isAsker = ({ person }: Sighting) => Number(person === asker);
  return visible.toSorted((a, b) => isAsker(a) - isAsker(b) || rank(a) - rank(b));
}

function lineOf({ sighting, view }: Seen, now: Instant): Line {
  const own = sighting.person === view.asker;
  return wording.whereIs(sighting, now, own ? undefined : view.from);
}

const say = (lines: readonly Line[]): Message => ({ kind: "message", audience: "room", lines });

function tell(shown: readonly Seen[], lines: readonly Line[]): Message {
  const positions = shown.flatMap(({ sighting, view }) =>
    sighting.position ? [{ circle: view.circle, ...sighting, position: sighting.position }] : [],
  );
  if (positions.length === 0) return say(lines);
  const message: Message = {
    ...say(lines),
    answer: {
      shows: positions.map(({ circle, person, share }) => ({ circle, person, share })),
      until: instant(Math.min(...positions.map(({ position }) => position.expiresAt))),
    },
  };
  const [only] = positions;
  if (!only || shown.length > 1) return message;
  const { latitude, longitude, accuracy } = only.position;
  return { ...message, pin: accuracy === undefined ? { latitude, longitude } : { latitude, longitude, accuracy } };
}

async function askOnceToBeAdmin({ records }: Services, { room }: InRoom, message: Message): Promise<Message> {
  const told = recordKeys.told(room, "needs admin");
  if (await records.get(told)) return message;
  await records.set(told, true);
  return { ...message, lines: [...message.lines, ...needsAdmin()] };
}
