import type { Faults } from "./fault.ts";

const harden = "src/lib/process/harden-process.ts";
const guards = "src/core/messaging/guards.ts";
const ringFile = "src/core/storage/ring-file/ring-file.ts";
const privateFile = "src/lib/process/private-file.ts";
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
    ["at every level", ["src/core/messaging/outgoing.ts", "taken: ${kind}", "${item.message}"]],
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
  "No link in the place of a file of whereat's is followed: what it leads to is neither read nor changed.": [
    [
      "a link is refused",
      [privateFile, 'if (file.isSymbolicLink()) return "it is a link: name the file that it leads to";', ""],
      [
        privateFile,
        "const file = await lstat(path).catch(unlessMissing)",
        "const file = await stat(path).catch(unlessMissing)",
      ],
    ],
    [
      "also beside the key store of Matrix",
      ["src/bots/matrix/crypto/indexeddb/key-store-file.ts", '["", "-wal", "-journal", "-shm"]', '[""]'],
    ],
    [
      "what a crash left is overwritten only where it is whereat's",
      [ringFile, "if (there.isFile() && there.nlink === 1) {", "if (there) {"],
      [ringFile, "constants.O_RDWR | constants.O_NOFOLLOW", "constants.O_RDWR"],
    ],
    [
      "the new file is made anew",
      [ringFile, "  await discard(temporary);\n  if", "  if"],
      [ringFile, 'await open(temporary, "wx+", 0o600)', 'await open(temporary, "w+", 0o600)'],
    ],
  ],
  "A command that reaches the bot more than five minutes after it was said is not done, unless it takes something away; for an hour, the bot says so, and how to ask again.":
    [
      [
        "what is late is not done",
        [guards, "clock() - sentAt > maxCommandAge", "clock() - sentAt > 9 * maxLateWordAge"],
      ],
      ["what takes something away is done", [guards, "!takesAway && clock() - sentAt", "clock() - sentAt"]],
      [
        "a word",
        [
          guards,
          'return { refused: [tell(from, [text("command-late"',
          'return silence ?? { refused: [tell(from, [text("command-late"',
        ],
      ],
      ["for an hour", [guards, "!isFor || age > maxLateWordAge", "!isFor"]],
      ["what was not done", [guards, 'command.shares ? "shares" :', 'age < 0 ? "shares" :']],
      ["how to ask again", [guards, 'command.effect === "question" ? "asks"', 'age < 0 ? "asks"']],
    ],
  "An age is true when it is read: on Telegram the app says it, and elsewhere the time of the clock stands beside it. A share is confirmed for the time that was chosen.":
    [
      [
        "Telegram's apps say the age",
        ["src/bots/telegram/send/send-text.ts", 'renderHtml(lines, "\\n", byApp)', 'renderHtml(lines, "\\n")'],
      ],
      [
        "of the time that the phone told",
        ["src/bots/telegram/send/send-text.ts", "Math.floor(at / second)", "Math.floor(at / second) + 240"],
      ],
      [
        "the clock beside an age",
        ["src/bots/matrix/send/message-content.ts", "renderText(lines, byClock)", "renderText(lines)"],
      ],
      [
        "the same where looks are shown",
        ["src/bots/matrix/send/message-content.ts", 'renderHtml(lines, "<br>", byClock)', 'renderHtml(lines, "<br>")'],
      ],
      [
        "to the nearest minute",
        ["src/core/sharing/seen/who-can-see.ts", "Math.round(exactly / minute)", "Math.floor(exactly / minute)"],
      ],
    ],
};
