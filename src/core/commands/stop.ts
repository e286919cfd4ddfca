import { later } from "../../lib/time.ts";
import type { Effect } from "../model/effects.ts";
import { handledKept } from "../model/limits.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";
import { answer, defineCommand } from "./define-command.ts";

export const stop = defineCommand({
  listed: { menu: "menu-stop", help: "help-stop" },
  where: "both",
  asOneself: true,
  effect: "takes away",
  async run({ records, circles, shares, sharing, sayRequests, isWaiting, mayRepeat }, { from, incoming, now }) {
    const { person } = from;
    const linked = from.place === "room" ? (await circles.linksOf(from.circle)).map((link) => link.circle) : [];
    const here = from.place === "room" ? [from.circle, ...linked] : undefined;
    const rooms = here && { rooms: (await Promise.all(here.map((circle) => circles.rooms(circle)))).flat() };
    const withdrawn = { person, saidAt: incoming.sentAt, ...rooms };
    const shared = here && (await Promise.all(here.map((circle) => shares.of(circle, person))));
    const wasSharing = shared ? shared.some((kept) => kept.shares.length > 0) : await sharing.isSharing(person);
    // What they sent a moment before may still wait: to them, they share.
    const isSharing = wasSharing || isWaiting(withdrawn);
    // Cut off and told again, the command is still the one that stopped it.
    const noted = recordKeys.stoppedBy(incoming.id);
    const hasStopped = isSharing || (await records.get(noted)) === true;
    if (isSharing) await records.set(noted, true, later(now, handledKept));
    // An update that was sent before /stop can arrive after it: the first position of a share, or the key to that.
    for (const circle of here ?? [undefined]) await shares.refuseEarlier(person, incoming.sentAt, circle);
    for (const circle of here ?? []) await shares.end(circle, person);
    if (!here) await sharing.endAll(person);
    // What was chosen before is not shared by a location that comes after.
    const ended = await sayRequests.cancel(
      person,
      (request) => request.choice !== undefined && (here === undefined || here.includes(request.circle)),
    );
    const isVoid: Effect = { kind: "void", ...withdrawn };
    if (!hasStopped && !mayRepeat(person)) return [isVoid, ...ended];
    const where = here ? "here" : "anywhere";
    return [isVoid, answer(from, [text(hasStopped ? "stopped" : "not-sharing", { where })]), ...ended];
  },
});

export const forget = defineCommand({
  listed: { menu: "menu-forget", help: "help-forget" },
  where: "both",
  asOneself: true,
  effect: "takes away",
  async run(services, { from, incoming }) {
    const { records, circles, shares, sharing, meetings, sayRequests, languages, looks, firstLooks } = services;
    const { person } = from;
    const withdrawn = { person, saidAt: incoming.sentAt };
    const isSharing = services.isWaiting(withdrawn) || (await sharing.isSharing(person));
    const isKnown = isSharing || (await circles.acquaintances(person)).length > 0;
    await shares.refuseEarlier(person, incoming.sentAt);
    await meetings.forget(person);
    await sharing.endAll(person);
    await circles.forget(person);
    await records.delete(recordKeys.crossingAsked(person));
    await languages.forget(person);
    await looks.forget(person);
    await firstLooks.choose(person, false);
    const ended = await sayRequests.forget(person);
    const isVoid: Effect = { kind: "void", ...withdrawn };
    const said = isKnown || services.mayRepeat(person) ? [answer(from, [text("forgotten")])] : [];
    return [isVoid, { kind: "unask", person }, ...said, ...ended];
  },
});
