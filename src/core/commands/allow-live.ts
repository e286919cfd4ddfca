import { adminsOnly, liveAllowed } from "../text/room.ts";
import { answer, defineCommand } from "./define-command.ts";

/** For networks on which a room can forbid its members to begin a live share. */
export const allowLive = defineCommand({
  usage: "",
  summary: "let every member share a live location here",
  where: "room",
  adminOnly: true,
  rights: { adminSays: () => true, refusal: async () => adminsOnly("let every member share a live location") },
  needs: "allowLive",
  async run(_, { from }) {
    const outcome = await from.network?.allowLive?.(from.room.room).catch(() => "no power" as const);
    return outcome === undefined ? [] : [answer(from, liveAllowed(outcome))];
  },
});
