import { createConsoleBot } from "../../../src/bots/console/console-bot.ts";
import { createConsoleNetwork } from "../../../src/bots/console/console-network.ts";
import { createConsoleRooms } from "../../../src/bots/console/rooms.ts";
import { createCore } from "../../../src/core/core.ts";
import { type MessageRef } from "../../../src/core/model/ids.ts";
import type { EditingNetwork } from "../../../src/core/model/ports.ts";
import { openSealedStore } from "../../../src/core/storage/open-sealed-store.ts";
import { createLog } from "../../../src/lib/log.ts";
import { instant, minute } from "../../../src/lib/time.ts";
import { type Harness, linesOf, link, pin, reaction, type Shown } from "./harness.ts";

/** The console room in this process, with its own time and ids that count up. `printed` is all that it printed so far. */
export async function startConsoleRoom(): Promise<Harness & { printed: readonly string[] }> {
  let now = instant(1_795_435_200_000);
  let ids = 0;
  const printed: string[] = [];
  const shown = new Map<string, Shown[]>();
  const print = (line: string) => void printed.push(line);
  const clock = () => now;
  const rooms = createConsoleRooms();
  const network = createConsoleNetwork(rooms, print, "story");

  /** What was printed since then, as one message. */
  function read(from: number, ref: string): Shown[] {
    const lines = printed.slice(from).map((line) => line.slice(line.indexOf(" | ") + 3));
    const to = printed[from]?.split(" | ")[0]?.trim().replace(", in place of the last answer", "") ?? "";
    const words = lines.filter((line) => !/^\((with a pin|answer with)/.test(line));
    const text = words.map((line) => line.replace(/^\[(.*): \/start .*\]$/, (_, label: string) => link(label)));
    const message = { id: ref, to, text: text.join("\n").replace(/^\(the bot reacts: 👍\)$/, reaction) };
    const hasPin = lines.some((line) => line.startsWith("(with a pin"));
    return hasPin ? [message, { id: `${ref}/pin`, to, text: pin }] : [message];
  }

  const watched: EditingNetwork = {
    ...network,
    async send(...message) {
      const from = printed.length;
      const refs = await network.send(...message);
      for (const ref of refs) shown.set(ref, read(from, ref));
      return refs;
    },
    async edit(ref, message) {
      const from = printed.length;
      await network.edit(ref, message);
      shown.set(ref, read(from, ref));
    },
    async remove(ref: MessageRef) {
      await network.remove(ref);
      shown.delete(ref);
    },
    async acknowledge(message) {
      const from = printed.length;
      await network.acknowledge(message);
      shown.set(`reaction/${message}`, read(from, `reaction/${message}`));
    },
  };

  const { store, seal, continuity } = await openSealedStore("memory:", { kind: "memory" }, clock);
  const log = createLog("warn", (line) => {
    throw new Error(`The console logged: ${line}`);
  });
  const core = createCore({
    store,
    seal,
    continuity,
    networks: new Map([["console", watched]]),
    clock,
    wait: async () => {},
    random: () => 0.5,
    newId: () => `id-${++ids}`,
    log,
  });
  await core.resume();

  async function pass(time: number) {
    for (let left = time; left > 0; left -= minute) {
      now = instant(now + Math.min(left, minute));
      await core.tick();
      await core.idle();
    }
  }

  const hear = createConsoleBot({
    rooms,
    session: "story",
    receive: core.receive,
    idle: core.idle,
    pass,
    clock,
    print,
  });
  const type = async (line: string) => void (await hear(line));
  return {
    printed,
    ownLines: linesOf(network.words.stepsInRoom, network.words.stepsInPrivate, network.words.sendOnce),
    say: (person, room, text) => type(`${room === undefined ? person : `${person}@${room}`}> ${text}`),
    wait: (milliseconds) => type(`:wait ${milliseconds / minute} min`),
    join: (person, room) => type(`:join ${person} ${room}`),
    leave: (person, room) => type(`:leave ${person} ${room}`),
    kick: (person, room) => type(`:kick ${person} ${room}`),
    admin: (person, room) => type(`:admin ${person} ${room}`),
    shown: () => [...shown.values()].flat(),
    settle: async () => {},
  };
}
