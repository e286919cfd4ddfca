import { hour, later } from "../../lib/time.ts";
import { parseDuration } from "../model/duration.ts";
import { maxExpiry, minExpiry } from "../model/limits.ts";
import { cleanName } from "../rooms/names.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import { text } from "../text/texts.ts";
import { announce, answer, defineCommand, hint } from "./define-command.ts";

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
  async run({ circles, shares, records }, { from, incoming, argument, now }) {
    // Cut off and told again, the command is still the one that changed it.
    const before = recordKeys.expiryBefore(from.circle, incoming.id);
    const old = (await records.get(before)) ?? (await circles.expiry(from.circle));
    if (argument === "") return [answer(from, [text("expiry-kept", { expiry: old }), text("expiry-change", bounds)])];
    const asked = parseDuration(argument);
    if (asked === undefined) return [hint(from, [text("expiry-not-understood", { given: cleanName(argument) })])];
    if (asked < minExpiry || asked > maxExpiry)
      return [hint(from, [text("expiry-out-of-bounds", { asked, ...bounds })])];
    if (asked === old) return [hint(from, [text("expiry-unchanged", { expiry: old })])];
    await records.set(before, old, later(now, hour));
    await circles.setExpiry(from.circle, asked);
    if (asked > old) return [announce(from, [text("expiry-set", { expiry: asked })])];
    await shares.shortenAll(from.circle, asked);
    return [announce(from, [text("expiry-shortened", { expiry: asked })])];
  },
});
