import { type Instant, later, second } from "../../lib/time.ts";
import type { Effect } from "../model/effects.ts";
import type { CircleId, PersonId } from "../model/ids.ts";
import { handledKept } from "../model/limits.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";
import { partAccounts } from "./choices/link-accounts.ts";
import { answer, defineCommand, type Services } from "./define-command.ts";

/**
 * The accounts of who says it, and what of each is void: what it sent before. Another network's clock is another one, and some give whole seconds: in doubt
 * it was before.
 */
async function accountsOf(circles: Services["circles"], person: PersonId, saidAt: Instant) {
  const twin = await circles.twinOf(person);
  return [{ person, saidAt }, ...(twin === undefined ? [] : [{ person: twin, saidAt: later(saidAt, second) }])];
}

export const stop = defineCommand({
  listed: { menu: "menu-stop", help: "help-stop" },
  where: "both",
  asOneself: true,
  effect: "takes away",
  async run({ records, circles, shares, sharing, sayRequests, isWaiting, mayRepeat }, { from, incoming, now }) {
    const { person } = from;
    const accounts = await accountsOf(circles, person, incoming.sentAt);
    const linked = from.place === "room" ? (await circles.linksOf(from.circle)).map((link) => link.circle) : [];
    const here = from.place === "room" ? [from.circle, ...linked] : undefined;
    const rooms = here && { rooms: (await Promise.all(here.map((circle) => circles.rooms(circle)))).flat() };
    const withdrawn = accounts.map((each) => ({ ...each, ...rooms }));
    const isOf = async (account: PersonId) => {
      if (here === undefined) return sharing.isSharing(account);
      const shared = await Promise.all(here.map((circle) => shares.of(circle, account)));
      return shared.some((kept) => kept.shares.length > 0);
    };
    const sharingWith = await Promise.all(accounts.map((each) => isOf(each.person)));
    // What they sent a moment before may still wait: to them, they share.
    const isSharing = sharingWith.includes(true) || withdrawn.some(isWaiting);
    // Cut off and told again, the command is still the one that stopped it.
    const noted = recordKeys.stoppedBy(incoming.id);
    const hasStopped = isSharing || (await records.get(noted)) === true;
    if (isSharing) await records.set(noted, true, later(now, handledKept));
    // An update that was sent before /stop can arrive after it: the first position of a share, or the key to that.
    const ended: Effect[] = [];
    for (const { person: account, saidAt } of accounts) {
      for (const circle of here ?? [undefined]) await shares.refuseEarlier(account, saidAt, circle);
      for (const circle of here ?? []) await shares.end(circle, account);
      if (!here) await sharing.endAll(account);
      // What was chosen before is not shared by a location that comes after.
      const isChosen = (circle: CircleId) => here === undefined || here.includes(circle);
      ended.push(
        ...(await sayRequests.cancel(account, ({ choice, circle }) => choice !== undefined && isChosen(circle))),
      );
    }
    const isVoid = withdrawn.map((each): Effect => ({ kind: "void", ...each }));
    if (!hasStopped && !mayRepeat(person)) return [...isVoid, ...ended];
    const where = here ? "here" : "anywhere";
    const elsewhere = hasStopped && linked.length > 0 ? [text("so-in-linked")] : [];
    return [...isVoid, answer(from, [text(hasStopped ? "stopped" : "not-sharing", { where }), ...elsewhere]), ...ended];
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
    const withdrawn = await accountsOf(circles, person, incoming.sentAt);
    const isSharing = withdrawn.some(services.isWaiting) || (await sharing.isSharing(person));
    const isKnown = isSharing || (await circles.acquaintances(person)).length > 0;
    const ended: Effect[] = [];
    // The other account of a join goes on by itself: it shares nothing, as after /stop, and is told.
    for (const { person: account, saidAt } of withdrawn) {
      await shares.refuseEarlier(account, saidAt);
      await sharing.endAll(account);
      if (account !== person) ended.push(...(await sayRequests.cancel(account, ({ choice }) => choice !== undefined)));
    }
    ended.push(...(await partAccounts(services, person, "accounts-forgotten")).effects);
    await meetings.forget(person);
    await circles.forget(person);
    await records.delete(recordKeys.crossingAsked(person));
    await languages.forget(person);
    await looks.forget(person);
    await firstLooks.choose(person, false);
    ended.push(...(await sayRequests.forget(person)));
    const isVoid = withdrawn.map((each): Effect => ({ kind: "void", ...each }));
    const said = isKnown || services.mayRepeat(person) ? [answer(from, [text("forgotten")])] : [];
    return [...isVoid, { kind: "unask", person }, ...said, ...ended];
  },
});
