import { type Duration, hour, type Instant, later } from "../../lib/time.ts";
import { type Effect, forEverybody, toRoom } from "../model/effects.ts";
import type { CircleId } from "../model/ids.ts";
import { maxExpiry, minExpiry } from "../model/limits.ts";
import { cleanName } from "../rooms/names.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { readDuration, type TypedDuration } from "../text/durations/duration.ts";
import { type Text, text } from "../text/texts.ts";
import { announce, answer, defineCommand, hint, type Services } from "./define-command.ts";

const bounds = { shortest: minExpiry, longest: maxExpiry };

export const expiry = defineCommand({
  listed: { menu: "menu-expiry", help: "help-expiry" },
  where: "room",
  rights: {
    adminSays: (argument) => argument !== "",
    refusal: async ({ circles }, { from }) => [
      text("admins-only", { what: "expiry" }),
      text("expiry-kept", { expiry: await circles.expiry(from.circle) }),
    ],
  },
  async run(services, { from, incoming, argument, now }) {
    const { circles, records } = services;
    // Cut off and told again, the command is still the one that changed it.
    const before = recordKeys.expiryBefore(from.circle, incoming.id);
    const old = (await records.get(before)) ?? (await circles.expiry(from.circle));
    if (argument === "") return [answer(from, [text("expiry-kept", { expiry: old }), text("expiry-change", bounds)])];
    const typed = readDuration(argument);
    if (typed?.kind !== "duration") return [hint(from, [notSure(typed, argument)])];
    const asked = typed.time;
    if (asked < minExpiry || asked > maxExpiry)
      return [hint(from, [text("expiry-out-of-bounds", { asked, ...bounds })])];
    if (asked === old) return [hint(from, [text("expiry-unchanged", { expiry: old })])];
    const linked = await circles.linkedFar(from.circle);
    if (asked > old && linked.length > 0) return [hint(from, [text("expiry-linked")])];
    await records.set(before, old, later(now, hour));
    await circles.setExpiry(from.circle, asked);
    if (asked > old) return [announce(from, [text("expiry-set", { expiry: asked })])];
    await shortenKept(services, from.circle, asked);
    const others = await shortenAll(services, linked, asked, { cause: incoming.id, now });
    return [announce(from, [text("expiry-shortened", { expiry: asked })]), ...others];
  },
});

async function shortenKept(
  { shares, looks, meetings }: Pick<Services, "shares" | "looks" | "meetings">,
  circle: CircleId,
  expiry: Duration,
): Promise<void> {
  await shares.shortenAll(circle, expiry);
  await looks.shorten(circle, expiry);
  await meetings.shorten(circle, expiry);
}

/**
 * Nothing is kept for longer in any of these circles.
 * @param by the command that does it: cut off and told again, it still says so where it had done it
 * @returns what is said there
 */
export async function shortenAll(
  { records, ...services }: Services,
  which: readonly CircleId[],
  expiry: Duration,
  { cause, now }: { cause: string; now: Instant },
): Promise<Effect[]> {
  const { circles } = services;
  const said: Effect[] = [];
  for (const circle of which) {
    const before = recordKeys.expiryBefore(circle, cause);
    const old = (await records.get(before)) ?? (await circles.expiry(circle));
    if (old <= expiry) continue;
    await records.set(before, old, later(now, hour));
    await circles.setExpiry(circle, expiry);
    await shortenKept(services, circle, expiry);
    const lines = [text("expiry-shortened", { expiry })];
    for (const room of await circles.rooms(circle)) said.push(toRoom({ room }, forEverybody({ lines })));
  }
  return said;
}

/** What may be meant is asked back: a shorter expiry destroys what is older, and cannot be undone. */
function notSure(typed: Exclude<TypedDuration, { kind: "duration" }> | undefined, argument: string): Text {
  const given = cleanName(argument);
  if (typed === undefined) return text("expiry-not-understood", { given });
  if (typed.kind === "no unit") return text("expiry-which-unit", { number: typed.number });
  return text("expiry-two-readings", { given, first: typed.first, second: typed.second });
}
