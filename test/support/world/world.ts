import { expect, onTestFinished } from "vitest";
import { type CircleId, roomId } from "../../../src/core/model/ids.ts";
import { recordKeys } from "../../../src/core/storage/records/record-keys.ts";
import type { FakeNetwork } from "./chat-network.ts";
import { createCoreWorld } from "./core-world.ts";
import { expectDiscreet } from "./discretion.ts";
import type { Options } from "./world-options.ts";

export { began } from "./core-world.ts";
export type { Options, Said, Sharing } from "./world-options.ts";

/**
 * For each world, and not by a hook of this file: files that share a worker load it once, and its hooks would be those of the first file alone.
 * @returns has it not done, and held no more
 */
function atTheEnd(work: () => void): () => void {
  let isToBeDone: (() => void) | undefined = work;
  onTestFinished(() => isToBeDone?.());
  return () => void (isToBeDone = undefined);
}

/** The whole core, of which each test looks in the end whether its log tells anything. */
export async function createWorld(options: Options = {}) {
  const core = await createCoreWorld(options);
  const world = {
    ...core,
    /** by which circle a room of the network is called in the records */
    async circleOf(room: string): Promise<CircleId> {
      const key = recordKeys.circleOfRoom(roomId("telegram", room));
      const text = await core.seal.open(key, (await core.store.get(core.seal.rowId(key))) ?? "");
      return (JSON.parse(text ?? "") as { value: CircleId }).value;
    },
    /** nothing more is expected of it, so that thousands do not fill the memory */
    forgetWorld: () => forget(),
    discreet() {
      expectDiscreet(core.logged, core.network, core.tokens, expect);
      // What the core writes it can read.
      expect(core.logged.filter((line) => line.includes("does not read as"))).toEqual([]);
    },
  };
  const forget = atTheEnd(() => world.discreet());
  return world;
}

export type World = Awaited<ReturnType<typeof createWorld>>;
export type Phone = ReturnType<World["phone"]>;
export type { FakeNetwork };
