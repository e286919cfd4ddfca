import type { PersonId } from "../../model/ids.ts";
import { maxPeopleInList } from "../../model/limits.ts";
import type { WhyUnconfirmed } from "../../model/ports.ts";
import { namesIn } from "../../rooms/find-by-name.ts";
import { cleanName } from "../../rooms/names.ts";
import { findSharers, type Seen, type View } from "../../sharing/find-sharers.ts";
import { type Text, text } from "../../text/texts.ts";
import type { Asked, Services } from "../define-command.ts";
import { seenWithPlaces } from "./places.ts";
import { headingOf, type Incomplete, type LineOf, meetingLines, named, tell } from "./tell.ts";

export const isAboutSomebody = ({ argument, incoming }: Asked) => argument !== "" || incoming.mentions.length > 0;

/** Those whom one name fits, over all views. Ids that were given say who is meant, whatever they are called. */
type Fitting = { name: string; found: readonly Seen[] };

async function meantBy(
  services: Services,
  views: readonly View[],
  { incoming, argument }: Asked,
): Promise<{ fitting: Fitting[]; unconfirmed?: WhyUnconfirmed }> {
  const wanted = { people: incoming.mentions, names: incoming.mentions.length > 0 ? [argument] : namesIn(argument) };
  const inViews = await Promise.all(views.map((view) => findSharers(services, view, wanted)));
  const groups = inViews.map(({ fitting }) => fitting);
  const unconfirmed = inViews.find((one) => one.unconfirmed)?.unconfirmed;
  const fitting = groups.flatMap((found) => found.map(({ name }) => name));
  // Where words of one name fit, and not the whole, the words are the names.
  const names = new Set(wanted.names.length === 1 && fitting.length > 0 ? fitting : [...wanted.names, ...fitting]);
  const all = [...names].map((name) => ({
    name,
    found: groups.flatMap((found) => found.filter((one) => one.name === name).flatMap(({ seen }) => seen)),
  }));
  // Where a name fits nobody, everybody was asked about: so this, too, is the same whichever name it is.
  const isMissing = all.length === 0 || all.some(({ found }) => found.length === 0);
  return { fitting: all, ...(isMissing && unconfirmed && { unconfirmed }) };
}

const peopleOf = (seen: readonly Seen[]): PersonId[] => [...new Set(seen.map(({ sighting }) => sighting.as))];

/** Unknown, not sharing and not to be shown: the same words. Without a name it was asked about who wrote a message. */
const nobodyMeant = (name: string): Text =>
  name === "" ? text("nobody-who-wrote") : text("nobody-called", { wanted: cleanName(name) });

/** What the views show of those who are asked for, by one name or several. */
export async function tellByName(
  services: Services,
  views: readonly View[],
  asked: Asked,
  line: LineOf,
): Promise<Incomplete> {
  const { incoming, argument, now } = asked;
  const { fitting, unconfirmed } = await meantBy(services, views, asked);
  const found = fitting.flatMap((one) => one.found);
  if (found.length === 0) return { lines: missing(fitting, argument), more: {}, seen: [], isNobody: true, unconfirmed };
  const isById = incoming.mentions.length > 0;
  const ambiguous = isById ? [] : fitting.filter((one) => peopleOf(one.found).length > 1);
  const unique = [
    ...new Map(found.map((seen) => [`${seen.sighting.source.circle}/${seen.sighting.as}`, seen])).values(),
  ];
  const listed = unique.slice(0, maxPeopleInList);
  const placed = await seenWithPlaces(services, listed);
  const people = peopleOf(unique);
  const nameOf = named(
    listed,
    now,
    ambiguous.flatMap((one) => peopleOf(one.found)),
  );
  const isOne = people.length === 1;
  const heading = isOne ? headingOf(listed, nameOf) : [text("those-asked-for", { people: people.length })];
  const several = ambiguous.map(({ name }) => text("several-fit", { wanted: cleanName(name) }));
  const lines = [
    ...(ambiguous.length > 0 ? several : heading),
    ...placed.map((seen) => line(seen, now, nameOf)),
    ...(unique.length > listed.length ? [text("more-who-fit", { more: unique.length - listed.length })] : []),
    ...(isById ? [] : fitting.filter((one) => one.found.length === 0).map(({ name }) => nobodyMeant(name))),
    ...meetingLines(
      listed.map(({ view }) => view),
      now,
    ),
  ];
  return { ...tell(listed, lines, nameOf), unconfirmed };
}

/** The same words for each name, in the order in which they were said. */
function missing(fitting: readonly Fitting[], argument: string): Text[] {
  return fitting.length === 0 ? [nobodyMeant(argument)] : fitting.map(({ name }) => nobodyMeant(name));
}

/** @returns what each circle shows of the one person who is meant; else what to say, because it is nobody, or could be more than one */
export async function whoIsMeant(
  services: Services,
  views: readonly View[],
  asked: Asked,
): Promise<{ found: readonly Seen[] } | { lines: readonly Text[]; isNobody?: true; unconfirmed?: WhyUnconfirmed }> {
  const { fitting, ...why } = await meantBy(services, views, asked);
  const found = fitting.flatMap((one) => one.found);
  const people = peopleOf(found);
  const wanted = cleanName(asked.argument);
  if (people.length === 0) return { lines: missing(fitting, asked.argument), isNobody: true, ...why };
  if (people.length === 1) return { found };
  const nameOf = named(found, asked.now, people);
  const listed = people.slice(0, maxPeopleInList).map((person) => text("one-who-fits", { name: nameOf(person) }));
  const more = people.length - listed.length;
  const rest = more > 0 ? [text("more-who-fit", { more })] : [];
  return { lines: [text("which-one", { wanted }), ...listed, ...rest] };
}
