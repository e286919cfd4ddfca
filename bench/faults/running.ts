import type { Faults } from "./fault.ts";

const harden = "src/lib/process/harden-process.ts";
const main = "src/main.ts";
const measure = "src/start/health/measure.ts";
const delivery = "src/core/messaging/sender.ts";

/** What the program does while it runs. */
export const running: Faults = {
  "A machine whose clock is wrong hears its people all the same, and the log says by how much it is wrong.": [
    ["the network's time is heard", ["src/bots/telegram/client/api.ts", "time.heard(", "void ("]],
    [
      "what comes in is taken by our time",
      ["src/start/start-networks.ts", "core.receive(...batch.map(theirs.toOurs))", "core.receive(...batch)"],
    ],
    ["what is told is read by theirs", ["src/bots/telegram/telegram-bot.ts", "theirs.now()", "world.now()"]],
    ["it is said", ["src/bots/network-clock.ts", "log.warn(", "log.debug("]],
  ],
  "The bot connects to the networks that it is configured for, and to nothing else.": [
    [
      "no map is asked for, though nobody answers",
      [
        "src/core/commands/asking/whereis.ts",
        "async run(services, asked) {",
        'async run(services, asked) { await fetch("http://127.0.0.1:8/52.52/13.40").catch(() => undefined);',
      ],
    ],
  ],
  "No position, name, id or token is written to the log, at any level.": [
    [
      "fixed sentences",
      [delivery, '"something that was to be sent was given up"', "`given up for ${chatOf(item.to)}`"],
    ],
    ["at every level", [delivery, "taken: ${kind}", "${item.message}"]],
    [
      "a cause is its class and its code",
      [
        "src/lib/log.ts",
        "const name = cause instanceof Error ? cause.constructor.name",
        "const name = cause instanceof Error ? cause.message",
      ],
    ],
  ],
  "Health and metrics are counts and times of whereat's own work: no position, name, id, room or token is in them.": [
    [
      "what is received is counted for its network alone",
      [measure, "received(name);", "received(JSON.stringify(batch[count]));"],
    ],
    [
      "calls are counted by what they are, and not by whom they reach",
      [measure, 'send: (...message) => call("send",', "send: (...message) => call(JSON.stringify(message[0]),"],
    ],
    ["a failure is its kind", [measure, "error.failure.kind", "error.message"]],
    [
      "what waits is a number",
      ["src/core/queue/backlog.ts", "waiting: items.length", "waiting: [...ids].join() as never"],
    ],
  ],
  "Settings that are secret are taken out of the program's own copy of its environment.": [
    ["deleted once they are read", [main, "delete process.env[name];", "{}"]],
  ],
  "No diagnostic report is written, and where a crash could leave a core dump, or memory could go to swap, whereat says so when it starts.":
    [
      ["no report", [harden, "process.report.reportOnSignal = false;", ""]],
      [
        "core dumps are seen",
        [harden, 'if (soft === undefined || soft === "0") return [];', "if (soft !== limits) return [];"],
      ],
      ["swap is seen", [harden, "if (inUse.length === 0) return [];", "if (inUse) return [];"]],
      ["it is said", [main, "for (const warning of notKept) log.warn(warning);", ""]],
    ],
};
