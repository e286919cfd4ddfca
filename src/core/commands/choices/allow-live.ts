import { text } from "../../text/texts.ts";
import { announce, defineCommand, hint } from "../define-command.ts";

const outcomes = {
  "allowed now": "allowed-now",
  "allowed before": "allowed-before",
  "no power": "no-power",
  "may not write": "may-not-write",
  "not known": "not-known",
} as const;

/** A step of /setup, for networks on which a room can forbid its members to begin a live share. */
export const allowLive = defineCommand({
  where: "room",
  rights: { adminSays: () => true, refusal: async () => [text("admins-only", { what: "allowlive" })] },
  needs: "allowLive",
  async run(_, { from }) {
    const outcome = await from.network.allowLive?.(from.room.room).catch(() => "not known" as const);
    if (outcome === undefined) return [];
    const said = [text("live-allowed", { outcome: outcomes[outcome] })];
    return [outcome === "allowed now" ? announce(from, said) : hint(from, said)];
  },
});
