import { PassThrough } from "node:stream";
import { beforeAll, expect, test, vi } from "vitest";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant } from "../../../src/lib/time.ts";
import { startConsole } from "../../../src/start/start-console.ts";
import { freshFolder, hangsAfter, startProgram } from "../program.ts";

beforeAll(() => vi.setConfig({ testTimeout: hangsAfter }));

test("with nothing typed the console says what it is and ends well", async () => {
  const { code, stdout, stderr } = await startProgram().ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n")[0]).toMatch(
    /^No network is configured, so this is whereat in the console\. .* Nothing is kept on disk\.$/,
  );
  expect(stdout.split("\n")).toHaveLength(4);
});

test(":quit ends it, and what comes after that is not heard", async () => {
  const { code, stdout } = await startProgram({}, "ana@march> /whereis\n:quit\nana@march> /here 52.5 13.4\n").ended;
  expect(code).toBe(0);
  expect(stdout).toContain("Nobody shares a position with this room now.");
  expect(stdout).not.toContain("/here 52.5 13.4");
});

test("a command that it does not know is answered in a room too, with the one that was probably meant", async () => {
  const { stdout } = await startProgram({}, "ana@march> /whreis\nana@march> /xyzzy\n").ended;
  expect(stdout).toContain(
    "    in march, to ana only | I do not know /whreis. Did you mean /whereis? /help lists what I do.\n",
  );
  expect(stdout).toContain("    in march, to ana only | I do not know /xyzzy. /help lists what I do.\n");
});

test("a line that it cannot read is answered with how lines are written, and the next one is heard", async () => {
  const typed =
    "hello\n:fly\n:kik ana march\n:wait\n:wait soon\n:wait 99999d\n:kick ana march\n:join ana\n:admin eve march\nana@march> /whereis";
  const { code, stdout, stderr } = await startProgram({}, typed).ended;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout.split("\n").slice(3)).toEqual(
    expect.arrayContaining([
      "    A line is person@room> message, or person> message. :help says more.",
      "    I do not understand that. :help lists what can be typed here.",
      "    I do not understand that. Did you mean :kick? :help lists what can be typed here.",
      "    For how long? For example :wait 30m",
      "    31 days at a time, at the longest.",
      "    ana is not in march",
      "    Who, and which room? For example :join ana march",
      "    eve is not in march",
      "    in march | Nobody shares a position with this room now.",
    ]),
  );
});

test("with a store it says that it keeps what is shared, and still knows it when it is opened again", async () => {
  const folder = await freshFolder();
  const settings = { WHEREAT_STORE: `sqlite:${folder}/whereat.db`, WHEREAT_KEYS: `file:${folder}/keyring` };
  const first = await startProgram(settings, "ana@march> /expiry 2h\n").ended;
  expect(first.stdout).not.toContain("Nothing is kept on disk.");
  expect(first.stdout).toContain("kept, sealed, where the settings say.");
  const second = await startProgram(settings, "ana@march> /expiry\n").ended;
  expect(second.stdout).toContain("A position is kept for 2 hours after it was reported");
});

test("a person who types is asked for each line, and sees no line twice", async () => {
  const input = new PassThrough();
  const printed: string[] = [];
  const started = startConsole({
    open: (clock) => openSealedStore("memory:", { kind: "memory" }, clock),
    isKept: false,
    now: () => instant(1_795_435_200_000),
    wait: async () => {},
    sleep: async () => {},
    random: () => 0.5,
    atExit: () => {},
    newId: () => "id",
    log: createLog("warn", (line) => printed.push(line)),
    print: (line) => printed.push(line),
    input,
    prompt: () => printed.push("> "),
  });
  input.end("ana> /nonsense\n:quit\n");
  await started;
  expect(printed.slice(3)).toEqual(["> ", "    to ana only | I do not know /nonsense. /help lists what I do.", "> "]);
});

test("a room is played on another network before anybody is in it, and nobody is on two", async () => {
  const script = [
    "ana@march> /stop",
    ":room march matrix",
    ":room aid nowhere",
    ":room aid matrix",
    "mia@aid> /stop",
    "ana@aid> /stop",
    ":join mia march",
    ":rooms",
  ];
  const { stdout } = await startProgram({}, `${script.join("\n")}\n`).ended;
  const which = "    Which new room, and on which network? There are telegram, matrix. For example :room hall matrix";
  expect(
    stdout
      .split("\n")
      .filter((line) => !/ \| |^[a-z]+@/.test(line))
      .slice(3),
  ).toEqual([
    ":room march matrix",
    which,
    ":room aid nowhere",
    which,
    ":room aid matrix",
    "    ana is not in aid",
    ":join mia march",
    "    mia is not in march",
    ":rooms",
    "    march: ana (admin)",
    "    aid: mia (admin)",
    "",
  ]);
});
