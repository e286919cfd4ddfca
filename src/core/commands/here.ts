import { type Coordinates, decimalsOf, isNoFix, readCoordinates } from "../geo/coordinates.ts";
import { wayTo } from "../geo/geodesy.ts";
import { type NoPlace, type Reading, readTyped, type Typed } from "../geo/typed-coordinates.ts";
import { type Effect, forOnePerson, toAsker } from "../model/effects.ts";
import type { PersonId } from "../model/ids.ts";
import { shareOfCommand } from "../model/incoming.ts";
import { cleanName } from "../rooms/names.ts";
import { type Text, text } from "../text/texts.ts";
import { type Asked, defineCommand, hint, type Services } from "./define-command.ts";

export const here = defineCommand({
  listed: { menu: "menu-here", help: "help-here" },
  where: "both",
  asOneself: true,
  shares: true,
  async run(services, asked) {
    const { from, incoming, argument, now } = asked;
    const typed = readTyped(argument);
    const refuse = async (...lines: readonly Text[]) => [hint(from, [...lines, await whatStands(services, asked)])];
    const given = cleanName(argument);
    if (!typed) return refuse(...(given === "" ? [] : [text("place-not-read", { given })]), text("not-a-place"));
    if (typed.kind === "no place") return refuse(text("place-not-read", { given }), text(whyNot[typed.why]));
    if (typed.kind === "two readings") {
      const [first, second] = [meaning(typed.first), meaning(typed.second)];
      return refuse(text("two-readings", { given, first, second }));
    }
    const { place } = typed;
    if (isNoFix(place)) return refuse(text("no-fix"));
    const before = from.place === "room" ? (await services.shares.of(from.circle, from.person)).position : undefined;
    const at = incoming.sentAt < now ? incoming.sentAt : now;
    const { person } = from;
    const effects = await services.sharing.report({
      kind: "position",
      from: from.place === "room" ? { person, place: from.room } : { person },
      share: shareOfCommand(incoming),
      live: false,
      position: { ...place, at, ...(incoming.order !== undefined && { order: incoming.order }) },
      startedAt: at,
      first: true,
      message: incoming.message,
    });
    return from.place === "room" ? [...effects, ...readBack(from, person, typed, before)] : effects;
  },
});

const whyNot = {
  "short link": "place-in-short-link",
  "short code": "place-in-short-code",
  "not on earth": "place-not-on-earth",
} as const satisfies Record<NoPlace, string>;

/** Whether an older position of theirs is still shown. */
async function whatStands({ shares, sharing }: Services, { from }: Asked): Promise<Text> {
  const { person } = from;
  const isShown =
    person !== undefined &&
    (from.place === "room"
      ? (await shares.of(from.circle, person)).position !== undefined
      : await sharing.isSharing(person));
  return text("older-position", { stands: isShown ? "yes" : "no" });
}

/**
 * What was read, to the sharer alone; where that cannot be done in place, the reaction has to do.
 * @param before where they were last, if that is known: nobody else's position has a say, for the answer would tell of it
 */
function readBack(
  from: Extract<Asked<"room", true>["from"], { place: "room" }>,
  person: PersonId,
  { place, bare }: Extract<Typed, { kind: "place" }>,
  before: Coordinates | undefined,
): Effect[] {
  if (from.network.capabilities.whispers !== "in place") return [];
  const [ofLatitude, ofLongitude] = decimalsOf(place);
  const [latitude, longitude] = [place.latitude.toFixed(ofLatitude), place.longitude.toFixed(ofLongitude)];
  const swapped = bare && readCoordinates(place.longitude, place.latitude);
  const isOther = swapped && (!before || wayTo(before, swapped).distance < wayTo(before, place).distance);
  const lines = [
    text("place-read", { latitude, longitude }),
    ...(isOther ? [text("place-other-way", { command: `${longitude} ${latitude}` })] : []),
  ];
  return [toAsker({ person, within: from.room }, forOnePerson({ lines, silent: true, onlyIfOpen: true }))];
}

/** What one of two readings means, and what to type to say that and nothing else. */
function meaning(reading: Reading): Text {
  switch (reading.kind) {
    case "numbers":
      return text("read-as-numbers", { command: `${reading.latitude} ${reading.longitude}` });
    case "minutes":
      return text("read-with-minutes", { command: `${reading.latitude} ${reading.longitude}` });
    case "one number":
      return text("read-as-one-number", { number: reading.number });
    case "latitude with minutes": {
      const { degrees, minutes, number } = reading;
      return text("read-as-latitude-with-minutes", { degrees, minutes, number });
    }
  }
}
