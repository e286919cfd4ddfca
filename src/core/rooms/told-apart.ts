import type { Instant } from "../../lib/time.ts";
import { type Network, networkOf, type PersonId } from "../model/ids.ts";
import { type Text, text } from "../text/texts.ts";
import { comparerOfNames } from "./find-by-name.ts";
import { type Named, networkName } from "./names.ts";

/** Somebody who is named in an answer. */
export type Told = Named & { person: PersonId; since?: Instant; isRenamed: boolean };

/**
 * How each of these people is named, so that nobody is taken for another. A name alone does not do that: beside those whose names are, or
 * look, the same stands what else they are known by, and beside a name that is not the first one, that it has changed.
 * Who is on another network than who reads it cannot be written to from there, so their network is said; and that of both, where one name is on two.
 * @param readOn the network on which it is read
 * @param fitting those of them whom a name fits that somebody asked for: what else each is known by is said when there is more than one
 */
export function toldApart(
  people: readonly Told[],
  now: Instant,
  readOn: Network,
  fitting: readonly PersonId[] = [],
): (person: PersonId) => Text {
  const each = [...new Map(people.toReversed().map((one) => [one.person, one])).values()].toReversed();
  const looksSame = comparerOfNames();
  const names = new Map(
    each.map((one) => {
      const others = each.filter((other) => other !== one && looksSame(other.name, one.name));
      const isAlone = others.length === 0 && !one.isRenamed && !(fitting.includes(one.person) && fitting.length > 1);
      const network = networkBeside(one, others, readOn);
      return [
        one.person,
        isAlone ? text("person-told", { name: one.name, network }) : knownBy(one, others, now, network),
      ];
    }),
  );
  return (person) => names.get(person) ?? text("person-told", { name: "" });
}

/** Somebody with what else they are known by, whatever others are called: for where one person asks something of another. */
export const alwaysKnownBy = (one: Told, now: Instant, readOn: Network): Text =>
  knownBy(one, [], now, networkBeside(one, [], readOn));

/** Where they are, if it helps to know that. */
export function networkBeside(
  { person }: { person: PersonId },
  others: readonly { person: PersonId }[],
  readOn: Network,
): string | undefined {
  const network = networkOf(person);
  const helps = network !== readOn || others.some((other) => networkOf(other.person) !== network);
  return helps ? networkName(network) : undefined;
}

/** A handle or an id, which nobody else has; else since when they are known, and a number where that is the same. */
function knownBy(one: Told, others: readonly Told[], now: Instant, network: string | undefined): Text {
  const { name, isRenamed } = one;
  const change = isRenamed ? "renamed" : "none";
  if (one.handle !== undefined) return text("person-told-by", { name, by: `@${one.handle}`, network, change });
  if (one.id !== "") return text("person-told-by", { name, by: one.id, network, change });
  const unnamed = [one, ...others].filter(({ handle, id }) => handle === undefined && id === "");
  const inOrder = unnamed.toSorted((a, b) => sinceOf(a, now) - sinceOf(b, now) || (a.person < b.person ? -1 : 1));
  const number = unnamed.length > 1 ? inOrder.indexOf(one) + 1 : undefined;
  return text("person-told-since", { name, known: now - sinceOf(one, now), number, network, change });
}

const sinceOf = ({ since }: { since?: Instant }, now: Instant) => since ?? now;

/** A room as somebody knows it who was seen there. */
export type KnownRoom = { room: string; since?: Instant };

/**
 * Rooms to choose from, each as it is called. Beside those whose names are, or look, the same stands since when one is known there: anybody can
 * give a room the name of another.
 */
export function roomsToldApart(rooms: readonly KnownRoom[], now: Instant): Text[] {
  const looksSame = comparerOfNames();
  return rooms.map((one) => {
    const { room } = one;
    const alike = rooms.filter((other) => looksSame(other.room, room));
    if (alike.length === 1) return text("room-choice", { room });
    const number = alike.toSorted((a, b) => sinceOf(a, now) - sinceOf(b, now)).indexOf(one) + 1;
    return text("room-choice-since", { room, number, known: now - sinceOf(one, now) });
  });
}
