import { createInterface } from "node:readline";
import type { Network } from "../../core/model/ids.ts";
import { text } from "../../core/text/texts.ts";
import { type Duration, minute } from "../../lib/time.ts";
import type { ConfiguredNetwork } from "../network-plugin.ts";
import { completions } from "./complete.ts";
import { createConsoleBot } from "./console-bot.ts";
import { createConsoleNetwork, type PictureFiles } from "./console-network.ts";
import { consoleWords } from "./console-words.ts";
import { createConsoleRooms } from "./rooms.ts";
import { openTerminal, type Screen } from "./terminal.ts";

type Parts = {
  input: NodeJS.ReadableStream;
  print: (line: string) => void;
  /** asks a person for the next line; without it what comes is printed as well */
  prompt: (() => void) | undefined;
  /** a terminal, on which lines can be edited; then nothing is printed elsewhere */
  screen?: Screen | undefined;
  /** what is said outlasts the program */
  isKept: boolean;
  /** tells what is said from what was said at another time, which a store may still know of */
  session: string;
  moveClock: (by: Duration) => void;
  /** the networks whose rooms it plays beside its own */
  besides?: readonly Network[];
  /** absent: no pictures are shown */
  pictures?: PictureFiles | undefined;
};

/**
 * The console as a network of its own. It is opened like any other, but it is no plug-in: there is nothing to configure, and it
 * needs what no other network may have, the terminal and the hands of the clock. It ends with its input, or at ":quit".
 * @returns it, and each network whose rooms it plays beside its own
 */
export function openConsole({
  input,
  isKept,
  session,
  moveClock,
  screen,
  pictures,
  besides = [],
  ...plain
}: Parts): readonly [ConfiguredNetwork, ...ConfiguredNetwork[]] {
  const rooms = createConsoleRooms();
  const terminal = screen && openTerminal(screen, (line) => completions(line, rooms));
  let shownCode: string | undefined;
  const print = (line: string) => {
    shownCode = /\/link ([\w-]{22})(?![\w-])/.exec(line)?.[1] ?? shownCode;
    (terminal?.show ?? plain.print)(line);
  };
  const playing = (name: Network): ConfiguredNetwork => ({
    name,
    open: async () => ({
      network: createConsoleNetwork(rooms, print, session, pictures, name),
      start: async () => undefined,
      stop: async () => undefined,
    }),
  });
  const console: ConfiguredNetwork = {
    name: "console",
    async open({ core, now }) {
      const prompt = terminal?.ask ?? plain.prompt;
      const ended = Promise.withResolvers<void>();

      async function pass(time: Duration) {
        for (let left = time; left > 0; left -= minute) {
          moveClock(Math.min(left, minute));
          await core.tick();
          await core.idle();
        }
      }

      const hear = createConsoleBot({
        rooms,
        session,
        besides,
        shownCode: () => shownCode,
        receive: core.receive,
        idle: core.idle,
        pass,
        clock: now,
        print,
      });
      async function listen() {
        // What is typed before somebody iterates would be lost.
        const plainLines = terminal === undefined ? createInterface({ input, terminal: false }) : undefined;
        prompt?.();
        for await (const line of terminal?.lines ?? plainLines ?? []) {
          if (!prompt) print(line);
          if (!(await hear(line))) break;
          prompt?.();
        }
        (terminal ?? plainLines)?.close();
      }

      return {
        network: createConsoleNetwork(rooms, print, session, pictures),
        ended: ended.promise,
        async start() {
          const greeting = text("console-greeting", { kept: isKept ? "as-set" : "in-memory" });
          for (const line of consoleWords(greeting).split("\n")) print(line);
          listen().then(ended.resolve, ended.reject);
          return undefined;
        },
        stop: async () => undefined,
      };
    },
  };
  return [console, ...besides.map(playing)];
}
