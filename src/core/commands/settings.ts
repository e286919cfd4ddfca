import { hour, later } from "../../lib/time.ts";
import { isPrecision } from "../geo/precision.ts";
import { parseDuration } from "../model/duration.ts";
import { type CircleId } from "../model/ids.ts";
import type { Message } from "../model/message.ts";
import { isPossibleExpiry } from "../rooms/expiry-bounds.ts";
import { cleanName } from "../rooms/names.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import * as wording from "../text/room.ts";
import type { Text } from "../text/texts.ts";
import type { Command } from "./define-command.ts";

const say = (lines: readonly Text[]): Message => ({ kind: "message", reader: "everybody", lines });

export const expiry: Command = {
  listed: { menu: "menu-expiry", help: "help-expiry" },
  where: "room",
  async run({ circles, shares, records }, { from, incoming, argument, now }) {
    if (from.place !== "room") return undefined;
    // Cut off and told again, the command is still the one that changed it.
    const before = recordKeys.expiryBefore(from.circle, incoming.id);
    const old = (await records.get(before)) ?? (await circles.expiry(from.circle));
    if (argument === "") return say(wording.expiryIs(old));
    if (!from.isAdmin) return say(wording.expiryStays(old));
    const asked = parseDuration(argument);
    if (asked === undefined) return say(wording.expiryNotUnderstood(cleanName(argument)));
    if (!isPossibleExpiry(asked)) return say(wording.expiryOutOfBounds(asked));
    if (asked === old) return say(wording.expiryUnchanged(old));
    await records.set(before, old, later(now, hour));
    await circles.setExpiry(from.circle, asked);
    if (asked > old) return say(wording.expirySet(asked));
    await shares.shortenAll(from.circle, asked);
    return say(wording.expiryShortened(asked));
  },
};

export const precision: Command = {
  listed: { menu: "menu-precision", help: "help-precision" },
  where: "both",
  asOneself: true,
  async run({ circles, members }, { from, argument }) {
    const { person } = from;
    if (!person) return undefined;
    const theirs = from.place === "room" ? undefined : await members.circlesOf(person);
    const inCircles = from.place === "room" ? [from.circle] : (theirs?.confirmed ?? []).map(({ circle }) => circle);
    if (inCircles.length === 0)
      return say(theirs?.someUnconfirmed ? wording.precisionNotNow() : wording.precisionNowhere());
    const namesOf = async (which: readonly CircleId[]) =>
      from.place === "room" ? undefined : Promise.all(which.map((one) => members.roomName(one)));
    const chosen = argument.toLowerCase().replace(/\s+/g, "");
    if (chosen === "") {
      const known = (await circles.acquaintances(person)).filter(({ circle }) => inCircles.includes(circle));
      const lines = await Promise.all(
        known.map(async ({ circle, precision }) => wording.precisionIs(precision, await namesOf([circle]))),
      );
      return say([...lines.flat(), wording.precisionChoices()]);
    }
    if (!isPrecision(chosen)) return say(wording.precisionNotUnderstood(cleanName(argument)));
    for (const circle of inCircles) await circles.meet(person, circle, { precision: chosen });
    return say(wording.precisionSet(chosen, await namesOf(inCircles)));
  },
};
