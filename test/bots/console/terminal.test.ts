import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { completions } from "../../../src/bots/console/complete.ts";
import { createConsoleRooms } from "../../../src/bots/console/rooms.ts";
import { openTerminal } from "../../../src/bots/console/terminal.ts";
import { wrapLine } from "../../../src/bots/console/wrap.ts";
import { createWindow } from "./screen.ts";

const [up, down, left, tab, enter] = ["\u001B[A", "\u001B[B", "\u001B[D", "\t", "\r"];

function rooms() {
  const made = createConsoleRooms();
  made.join("march", "ana");
  made.join("march", "ben");
  made.join("legal", "ben");
  return made;
}

function open(columns = 60) {
  const window = createWindow(columns);
  const terminal = openTerminal(window.screen, (line) => completions(line, rooms()));
  const typed: string[] = [];
  const listening = (async () => {
    terminal.ask();
    for await (const line of terminal.lines) {
      typed.push(line);
      terminal.ask();
    }
  })();
  onTestFinished(async () => {
    terminal.close();
    await listening;
  });
  return { ...window, ...terminal, typed, listening };
}

// Node edits no line on a terminal that is dumb, as one of a checking machine may be.
beforeEach(() => void vi.stubEnv("TERM", "xterm-256color"));
afterEach(() => void vi.unstubAllEnvs());

test("what comes in stands above the line that is being typed, and leaves it and the cursor where they are", async () => {
  const { press, show, shown, typed } = open();
  await press(`ana@march> /wheris${left.repeat(2)}`);
  show("    in march | ben shares with this room.");
  expect(shown()).toBe("    in march | ben shares with this room.\n> ana@march> /wheris");
  await press(`e${enter}`);
  expect(typed).toEqual(["ana@march> /whereis"]);
});

test("that holds for a line of several rows, and for what comes in twice", async () => {
  const { press, show, shown } = open(40);
  const long = `ana@march> /here ${"52.5200 13.4050 ".repeat(4)}`.trim();
  for (const letter of long) await press(letter);
  show("    in march | one");
  show("    in march | two");
  const rows = `> ${long}`.match(/.{1,40}/g) ?? [];
  expect(rows).toHaveLength(3);
  expect(shown()).toBe(["    in march | one", "    in march | two", ...rows.map((row) => row.trimEnd())].join("\n"));
});

test("the arrows bring back what was typed before", async () => {
  const { press, typed } = open();
  await press(`ana@march> /whereis${enter}`);
  await press(`ben@march> /stop${enter}`);
  await press(`${up}${up}${enter}`);
  await press(`${up}${up}${down}${enter}`);
  expect(typed).toEqual(["ana@march> /whereis", "ben@march> /stop", "ana@march> /whereis", "ana@march> /whereis"]);
});

test("a tabulator completes people, rooms, commands and what begins with a colon", async () => {
  const { press, typed } = open();
  for (const keys of [
    `an${tab}`,
    `:ki${tab}be${tab}ma${tab}`,
    `ana@march> /whe${tab}be${tab}`,
    `ben@l${tab}!sto${tab}`,
  ])
    await press(`${keys}${enter}`);
  expect(typed.map((line) => line.trim())).toEqual([
    "ana",
    ":kick ben march",
    "ana@march> /whereis ben",
    "ben@legal> !stop",
  ]);
});

test.each([
  ["a", ["ana@march> ", "ana> "]],
  ["ben@", ["ben@march> ", "ben@legal> "]],
  [":", [":wait ", ":join ", ":leave ", ":kick ", ":admin ", ":room ", ":rooms ", ":people ", ":help ", ":quit "]],
  [":join ", ["ana ", "ben "]],
  [":join ana ", ["march ", "legal "]],
  [":join ana march ", []],
  [":wait ", []],
  ["ana> /pr", ["/precision ", "/privacy "]],
  ["ana@march> /whereis BE", ["ben "]],
])("what begins with “%s” could go on so", (line, candidates) => {
  expect(completions(line, rooms())[0]).toEqual(candidates);
});

test("Ctrl+D and Ctrl+C end it, on a row of its own", async () => {
  for (const key of ["\u0004", "\u0003"]) {
    const { press, listening, shown } = open();
    await press(key);
    await expect(listening).resolves.toBeUndefined();
    expect(shown()).toBe(">");
  }
});

test("the place of what is said is in colour on a terminal, and not with NO_COLOR or elsewhere", () => {
  const written = (isTTY: boolean) => {
    const window = createWindow(60, isTTY);
    const terminal = openTerminal(window.screen, () => [[], ""]);
    terminal.show("    in march | (the bot reacts: 👍)");
    terminal.close();
    return window.written();
  };
  // What Node asks before the terminal: nodejs.org/api/tty.html, getColorDepth.
  for (const name of ["FORCE_COLOR", "NODE_DISABLE_COLORS", "NO_COLOR", "CI", "TMUX", "COLORTERM"])
    vi.stubEnv(name, undefined);
  expect(written(true)).toContain("\u001B[36m    in march | \u001B[39m(the bot");
  expect(written(false)).toContain("    in march | (the bot");
  vi.stubEnv("NO_COLOR", "1");
  expect(written(true)).toContain("    in march | (the bot");
});

test("a line is broken between words, beneath where it is said, and nothing of it is lost", () => {
  const said = "    in march | ben is 1.9 kilometres west of ana, just now. At 52.5145, 13.3501, kept for 1 hour.";
  expect(wrapLine(said, 46)).toEqual([
    "    in march | ben is 1.9 kilometres west of",
    "             | ana, just now. At 52.5145,",
    "             | 13.3501, kept for 1 hour.",
  ]);
  expect(wrapLine(said, 100)).toEqual([said]);
  expect(wrapLine(said, 20)).toEqual([said]);
  expect(wrapLine("    A line is person@room> message. :help says more.", 30)).toEqual([
    "    A line is person@room>",
    "    message. :help says more.",
  ]);
  expect(wrapLine("    in 行進 | 安 shares", 80)).toEqual(["    in 行進 | 安 shares"]);
  expect(wrapLine(`    in march | ${"x".repeat(60)} y`, 40)).toEqual([
    `    in march | ${"x".repeat(60)}`,
    "             | y",
  ]);
  expect(wrapLine("", 40)).toEqual([""]);
});
