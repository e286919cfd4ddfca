import type { Faults } from "./fault.ts";

const clock = "src/bots/network-clock.ts";

/** What a clock that is wrong does, and does not. */
export const clocks: Faults = {
  "A machine whose clock is wrong hears its people all the same, and the log says by how much it is wrong.": [
    ["the network's time is heard", ["src/bots/telegram/client/api.ts", "time.heard(", "void ("]],
    [
      "what comes in is taken by our time",
      ["src/start/start-networks.ts", "core.receive(...batch.map(theirs.toOurs))", "core.receive(...batch)"],
    ],
    ["what is told is read by theirs", ["src/bots/telegram/telegram-bot.ts", "theirs.now()", "world.now()"]],
    ["it is said", [clock, "log.warn(", "log.debug("]],
  ],
};
