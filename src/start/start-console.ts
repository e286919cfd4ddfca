import type { PictureFiles } from "../bots/console/console-network.ts";
import { openConsole } from "../bots/console/open-console.ts";
import type { Screen } from "../bots/console/terminal.ts";
import type { SealedStore } from "../core/storage/open-sealed-store.ts";
import { type Clock, type Duration, instant } from "../lib/time.ts";
import { startNetworks } from "./start-networks.ts";

type World = Omit<Parameters<typeof startNetworks>[0], "sealed" | "networks" | "ticks">;
type Parts = World & {
  /** the console's clock is its own, so that it can be moved */
  open: (clock: Clock) => Promise<SealedStore>;
  /** what is said outlasts the program */
  isKept: boolean;
  /** the networks whose rooms it plays beside its own, so that a story of rooms that are linked can be told */
  besides?: readonly string[];
  print: (line: string) => void;
  input: NodeJS.ReadableStream;
  /** asks a person for the next line; without it lines come from a file or a pipe, and time stands still between them */
  prompt: (() => void) | undefined;
  /** where its pictures are put; absent: it shows none */
  pictureFiles?: PictureFiles | undefined;
  /** a terminal, where both ends are one */
  screen?: Screen | undefined;
};

/** The console room, until the end of its input or ":quit". */
export async function startConsole({
  open,
  isKept,
  besides,
  print,
  input,
  prompt,
  screen,
  pictureFiles,
  ...world
}: Parts): Promise<void> {
  const began = world.now();
  let ahead: Duration = 0;
  const now: Clock = () => instant((prompt ? world.now() : began) + ahead);
  const sealed = await open(now);
  const moveClock = (by: Duration) => void (ahead += by);
  const networks = openConsole({
    input,
    print,
    prompt,
    screen,
    isKept,
    session: world.newId(),
    moveClock,
    ...(besides && { besides }),
    pictures: pictureFiles,
  });
  const running = await startNetworks({ ...world, now, sealed, networks, ticks: prompt !== undefined });
  await running.over;
  await running.stop();
}
