import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { createConsoleBot } from "./bots/console/console-bot.ts";
import { createConsoleNetwork } from "./bots/console/console-network.ts";
import { consoleWords } from "./bots/console/console-words.ts";
import { createConsoleRooms } from "./bots/console/rooms.ts";
import { createCore } from "./core/core.ts";
import type { RandomId } from "./core/model/ports.ts";
import type { SealedStore } from "./core/storage/open-sealed-store.ts";
import { text } from "./core/text/texts.ts";
import { everySecond } from "./lib/every-second.ts";
import type { Log } from "./lib/log.ts";
import { type Clock, type Duration, instant, minute } from "./lib/time.ts";

type Parts = {
  /** the console's clock is its own, so that it can be moved */
  open: (clock: Clock) => Promise<SealedStore>;
  /** what is said outlasts the program */
  isKept: boolean;
  clock: Clock;
  random: () => number;
  newId: RandomId;
  log: Log;
  print: (line: string) => void;
  input: NodeJS.ReadableStream;
  /** asks a person for the next line; without it lines come from a file or a pipe, and time stands still between them */
  prompt: (() => void) | undefined;
};

/** The console room, until the end of its input or ":quit". */
export async function startConsole(parts: Parts): Promise<void> {
  const { open, isKept, clock, random, newId, log, print, input, prompt } = parts;
  const began = clock();
  let ahead: Duration = 0;
  const now: Clock = () => instant((prompt ? clock() : began) + ahead);
  const rooms = createConsoleRooms();
  const session = newId();
  const networks = new Map([["console" as const, createConsoleNetwork(rooms, print, session)]]);
  const { store, seal, close } = await open(now);
  const core = createCore({ store, seal, networks, clock: now, wait: sleep, random, newId, log });
  await core.resume();
  const greeting = text("console-greeting", { kept: isKept ? "as-set" : "in-memory" });
  for (const line of consoleWords(greeting).split("\n")) print(line);

  async function pass(time: Duration) {
    for (let left = time; left > 0; left -= minute) {
      ahead += Math.min(left, minute);
      await core.tick();
      await core.idle();
    }
  }

  const hear = createConsoleBot({ rooms, session, receive: core.receive, idle: core.idle, pass, clock: now, print });
  const ends = prompt ? [everySecond(core.tick, log), everySecond(core.destroyKeys, log)] : [];
  const lines = createInterface({ input, terminal: false });
  prompt?.();
  for await (const line of lines) {
    if (!prompt) print(line);
    if (!(await hear(line))) break;
    prompt?.();
  }
  lines.close();
  await Promise.all(ends.map((end) => end()));
  await core.stop();
  await close();
}
