import { hour, later } from "../../lib/time.ts";
import { parseDuration } from "../model/duration.ts";
import { expiryMax, expiryMin } from "../model/limits.ts";
import { cleanName } from "../rooms/names.ts";
import { recordKeys } from "../storage/records/record-keys.ts";
import * as text from "../text/room.ts";
import { answer, defineCommand } from "./define-command.ts";

export const expiry = defineCommand({
  usage: "[duration]",
  summary: "how long a position is kept; admins can change it",
  where: "room",
  rights: {
    adminSays: (argument) => argument !== "",
    refusal: async ({ circles }, { from }) => text.expiryStays(await circles.expiry(from.circle)),
  },
  async run({ circles, shares, records }, { from, incoming, argument, now }) {
    // Cut off and told again, the command is still the one that changed it.
    const before = recordKeys.expiryBefore(from.circle, incoming.id);
    const old = (await records.get(before)) ?? (await circles.expiry(from.circle));
    if (argument === "") return [answer(from, text.expiryIs(old))];
    const asked = parseDuration(argument);
    if (asked === undefined) return [answer(from, text.expiryNotUnderstood(cleanName(argument)))];
    if (asked < expiryMin || asked > expiryMax) return [answer(from, text.expiryOutOfBounds(asked))];
    if (asked === old) return [answer(from, text.expiryUnchanged(old))];
    await records.set(before, old, later(now, hour));
    await circles.setExpiry(from.circle, asked);
    if (asked > old) return [answer(from, text.expirySet(asked))];
    await shares.shortenAll(from.circle, asked);
    return [answer(from, text.expiryShortened(asked))];
  },
});
