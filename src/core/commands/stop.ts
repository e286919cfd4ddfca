import { day, later } from "../../lib/time.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { forgotten } from "../text/room.ts";
import { stopped } from "../text/sharing.ts";
import type { Command } from "./define-command.ts";

export const stop: Command = {
  listed: { menu: "menu-stop", help: "help-stop" },
  where: "both",
  asOneself: true,
  atAnyAge: true,
  async run({ records, shares, sharing }, { from, incoming, now }) {
    const { person } = from;
    if (!person) return undefined;
    const circle = from.place === "room" ? from.circle : undefined;
    const isSharing = circle ? (await shares.of(circle, person)).shares.length > 0 : await sharing.isSharing(person);
    // Cut off and told again, the command is still the one that stopped it.
    const noted = recordKeys.stoppedBy(incoming.id);
    const hasStopped = (await records.get(noted)) === true;
    if (isSharing) await records.set(noted, true, later(now, day));
    // What was begun before it may be told later: its first position has not come yet, or the key to that.
    await shares.refuseEarlier(person, incoming.sentAt, circle);
    await (circle ? shares.end(circle, person) : sharing.endAll(person));
    return stopped(isSharing || hasStopped, circle ? "here" : "anywhere");
  },
};

export const forget: Command = {
  listed: { menu: "menu-forget", help: "help-forget" },
  where: "both",
  asOneself: true,
  atAnyAge: true,
  async run({ circles, shares, sharing }, { from, incoming }) {
    if (!from.person) return undefined;
    await shares.refuseEarlier(from.person, incoming.sentAt);
    await sharing.endAll(from.person);
    await circles.forget(from.person);
    return { kind: "message", reader: "everybody", lines: forgotten() };
  },
};
