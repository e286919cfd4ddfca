import { expect } from "vitest";
import { hour, second } from "../../../src/lib/time.ts";
import { createWorld } from "../world/world.ts";
import type { Options, Said } from "../world/world-options.ts";

type WhoAndRoom = readonly [who: string, room: string];

const netOf = (room: string) => (["water", "well"].includes(room) || room.startsWith("matrix") ? "matrix" : "telegram");

/** A room on each of two networks: march, whose admin is ana, and water, whose admin is mia. */
export async function twoRooms(options: Options = {}) {
  const world = await createWorld({ beside: "matrix", canWhisper: true, ...options });
  world.room("march", "ana", "ben", "cleo");
  world.on("matrix");
  world.room("water", "mia", "noor");
  world.on("telegram");

  /** has it done by people of the network on which a room is */
  const inRoom = async <T>(room: string, work: () => Promise<T>): Promise<T> => {
    world.on(netOf(room));
    try {
      return await work();
    } finally {
      world.on("telegram");
    }
  };

  /** says it in a room, and gives what the bot says to that, to who said it or to the room */
  const says = (who: string, room: string, text: string, said: Said = {}) =>
    inRoom(room, async () => {
      const [before, own] = [world.said(room).length, world.said(who).length];
      await world.says(who, room, text, said);
      const answers = [...world.said(who).slice(own), ...world.said(room).slice(before)];
      // An answer may have been edited into the one before.
      return answers.length > 0 ? answers.join("\n") : (world.last(room) ?? "");
    });

  const code = async (who = "ana", room = "march"): Promise<string> => {
    // The newest, where the program died over one.
    const [found = ""] = (await says(who, room, "/link")).match(/(?<=\/link )[\w-]{22}/g)?.slice(-1) ?? [];
    return found;
  };

  /** as it is done: a code, given in the other room, read and confirmed; a second later */
  const link = async (one: WhoAndRoom = ["ana", "march"], other: WhoAndRoom = ["mia", "water"]) => {
    expect(await says(...other, `/link ${await code(...one)}`)).toContain("The code is right");
    expect(await says(...one, "/link")).toContain("The other room is");
    const said = await says(...one, "/link yes");
    world.skip(second);
    return said;
  };

  return {
    world,
    says,
    in: inRoom,
    code,
    link,
    shares: (who: string, room: string, at: readonly [number, number] = [52, 13]) =>
      inRoom(room, () => world.shares(who, room, { at, live: hour })),
    /** what is still to be read in a chat */
    shown: (chat: string, room = chat) => inRoom(room, async () => world.shown(chat).join("\n")),
    whereis: (who: string, room: string) => says(who, room, "/whereis"),
  };
}
