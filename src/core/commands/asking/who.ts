import { type Instant, second } from "../../../lib/time.ts";
import { precisions } from "../../geo/precision.ts";
import type { Look } from "../../looks/read-looks.ts";
import { isRoom } from "../../model/audience.ts";
import { type Effect, forOnePerson, passing, theRoomItself, toAsker, toPerson } from "../../model/effects.ts";
import { type CircleId, type Network, networkOf, type PersonId, type RoomId } from "../../model/ids.ts";
import { maxLooksInList, peopleBeforeFold, wordStands } from "../../model/limits.ts";
import type { Networks } from "../../rooms/membership.ts";
import { cleanName } from "../../rooms/names.ts";
import { toldApart } from "../../rooms/told-apart.ts";
import { type Text, text } from "../../text/texts.ts";
import { defineCommand, type InPrivate, type InRoom, type Services } from "../define-command.ts";

/** Who was shown where the person is who asks this: consent goes on after a share began. In a room, of what they share there. */
export const who = defineCommand({
  listed: { menu: "menu-who", help: "help-who" },
  ofAsker: true,
  where: "both",
  asOneself: true,
  async run(services, { from, argument, now }) {
    const { firstLooks, networks } = services;
    const { person } = from;
    const chosen = /^each(?:\s+(on|off))?$/i.exec(argument.trim());
    if (chosen) {
      const each = chosen[1]?.toLowerCase() !== "off";
      await firstLooks.choose(person, each);
      return [alone(from, [text("who-each", { each: each ? "on" : "off" })])];
    }
    const { place } = from;
    const found = await looksAt(services, person, from.place === "room" ? from.circle : undefined);
    if (found.length === 0) return [alone(from, [text("who-none", { place }), await ofEach(services, person)])];
    const pages = Math.ceil(found.length / maxLooksInList);
    const page = Math.min(pages, Math.max(1, Number.parseInt(argument, 10) || 1));
    const listed = found.slice((page - 1) * maxLooksInList, page * maxLooksInList);
    const more = found.length - page * maxLooksInList;
    const lines = [
      text("who-looks", { looks: found.length, place }),
      ...(await linesOf(listed, networks, now, networkOf(person))),
      more > 0 ? text("who-more", { more, command: `who ${page + 1}` }) : await ofEach(services, person),
    ];
    const folds = listed.length > peopleBeforeFold ? [{ from: 1 + peopleBeforeFold, to: 1 + listed.length }] : [];
    // It goes before what it tells of is kept no longer.
    const stands = Math.min(wordStands, ...listed.map(({ until }) => until - now));
    return [alone(from, lines, { ...(folds.length > 0 && { folds }), stands })];
  },
});

/** With what their other account shares: in a room, as far as it is seen there. An answer that showed both is one look. */
async function looksAt({ looks, circles }: Services, person: PersonId, circle: CircleId | undefined) {
  const own = await looks.of(person, circle);
  const twin = await circles.twinOf(person);
  if (twin === undefined) return own;
  const linked = circle === undefined ? [] : (await circles.linksOf(circle)).map((link) => link.circle);
  const seen = circle === undefined ? [undefined] : [circle, ...linked];
  const others = (await Promise.all(seen.map((one) => looks.of(twin, one)))).flat();
  const each = new Map(
    [...others, ...own].map((look) => [`${look.asker} ${look.at} ${JSON.stringify(look.to)}`, look]),
  );
  return [...each.values()].toSorted((one, other) => other.at - one.at);
}

const ofEach = async ({ firstLooks }: Services, person: PersonId): Promise<Text> =>
  text("who-each", { each: (await firstLooks.isTold(person)) ? "on" : "off" });

type More = { folds?: readonly { from: number; to: number }[]; stands?: number };

/** To the person alone, whoever reads the answers in the room. */
function alone(from: (InRoom | InPrivate) & { person: PersonId }, lines: readonly Text[], more: More = {}): Effect {
  const { stands, ...rest } = more;
  const message = passing(forOnePerson({ lines, ...rest }), from.person, stands);
  return from.place === "room"
    ? toAsker({ person: from.person, within: from.room }, message)
    : toPerson(from.alone, message);
}

async function linesOf(looks: readonly Look[], networks: Networks, now: Instant, readOn: Network): Promise<Text[]> {
  const askers = looks.flatMap(({ asker, name }) =>
    asker === undefined || asker === theRoomItself
      ? []
      : [{ ...(name ?? { name: "", id: "" }), person: asker, isRenamed: false }],
  );
  const nameOf = toldApart(askers, now, readOn);
  const rooms = [...new Set(looks.flatMap(({ to }) => (isRoom(to) ? [to.room] : [])))];
  const names = new Map(await Promise.all(rooms.map(async (room) => [room, await roomName(networks, room)] as const)));
  return looks.map(({ asker, at, to, people, endedAt, precision, board }) => {
    const room = isRoom(to) ? (names.get(to.room) ?? "") : undefined;
    const stood = endedAt === undefined ? undefined : Math.max(second, endedAt - at);
    const when = { since: at, age: now - at < 5 * second ? undefined : now - at };
    const square = precision === "exact" ? undefined : precisions[precision];
    if (board === "by itself") return text("who-by-board", { when, square, where: whereItStands(room, people, stood) });
    return text("who-look", {
      name: asker === undefined ? text("who-forgotten") : asker === theRoomItself ? text("who-admin") : nameOf(asker),
      when,
      square,
      where: board ? text("who-on-board", { room: room ?? "" }) : whereItStands(room, people, stood),
    });
  });
}

function whereItStands(room: string | undefined, people: number | undefined, stood: number | undefined): Text {
  if (room === undefined) return stood === undefined ? text("who-alone") : text("who-alone-before", { stood });
  return stood === undefined ? text("who-stands", { room, people }) : text("who-stood", { room, people, stood });
}

async function roomName(networks: Networks, room: RoomId): Promise<string> {
  const name = await networks
    .get(networkOf(room))
    ?.roomName(room)
    .catch(() => undefined);
  return name === undefined ? "" : cleanName(name);
}
