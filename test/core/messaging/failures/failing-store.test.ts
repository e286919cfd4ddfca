import { describe, expect, test } from "vitest";
import { roomId } from "../../../../src/core/model/ids.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createFaultyStore, type Fault } from "../../../support/stores/faulty-store.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

type Scenario = (world: World) => Promise<void>;

const choices = (world: World, who: string) =>
  world.network.posts.filter((post) => post.chat === who).at(-1)?.message.choices ?? [];

const scenarios: Record<string, Scenario> = {
  "a live share, asked for, stopped": async (world) => {
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    await world.pass(3000);
    await phone.moves(53, 13);
    await world.says("ben", "march", "/whereis");
    await world.pass(3000);
    await world.says("ana", "march", "/stop");
    await phone.moves(54, 13);
    await world.pass(3000);
  },
  "plain locations, one after the other, until they expire": async (world) => {
    await world.shares("ana", "march", { at: [52, 13] });
    await world.says("ana", "march", "/here 53 13");
    await world.says("ben", "march", "/whereis ana");
    await world.pass(3000);
    await world.pass(hour);
  },
  "a share in private, and the choice": async (world) => {
    await world.says("ana", "march", "/help");
    const phone = await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await world.pass(3000);
    await world.says("ana", undefined, `/${choices(world, "ana")[0]?.command}`);
    await phone.moves(53, 13);
    await world.pass(3000);
    await world.says("ana", undefined, "/stop");
    await world.pass(3000);
  },
  "a share in private by a link": async (world) => {
    await world.says("ana", "march", "/share");
    await world.pass(3000);
    const payload = world.network.posts.at(-1)?.message.privateChat?.payload;
    await world.says("ana", undefined, `/start ${payload}`);
    const phone = await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await phone.stops();
    await world.pass(3000);
  },
  "shorter, longer, and coarser": async (world) => {
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.says("ana", "march", "/precision 1km");
    await world.says("ana", "march", "/expiry 10m");
    await world.says("ana", "march", "/expiry 2h");
    await world.says("ben", "march", "/whereis ana");
    await world.pass(3000);
    await world.pass(11 * minute);
  },
  "leaving and forgetting": async (world) => {
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    await world.says("ana", "march", "/whereis");
    await world.pass(3000);
    await world.leaves("cleo", "march");
    await world.says("ben", undefined, "/forget");
    await world.pass(3000);
  },
  "a request, a choice, and a share": async (world) => {
    for (const who of ["ana", "ben", "cleo"]) await world.says(who, "march", "/help");
    await world.says("ben", undefined, "/ask ana");
    await world.says("cleo", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer quarter");
    await world.pass(3000);
    await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await world.says("ana", undefined, "/ask ben");
    await world.says("ben", undefined, "/answer never");
    await world.pass(11 * minute);
  },
  wiping: async (world) => {
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", "/wipe");
    await world.says("ana", "march", "/wipe yes");
    await world.pass(3000);
  },
  "a room that moves, and is left": async (world) => {
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    world.room("super", "ana", "ben", "cleo");
    await world.shares("cleo", "super", { at: [53, 13], live: hour });
    await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
    await world.says("ana", "super", "/whereis");
    await world.pass(3000);
    await world.tell({ kind: "bot-left", room: roomId("telegram", "super") });
    await world.pass(3000);
  },
};

/** Every call of each scenario fails once with STORE_FAULTS=1; otherwise each so-manieth, for the sake of time. */
const step = Number(process.env["STORE_FAULTS"] ?? 7);

/** What people read at the end, but for how long ago; how often each thing was sent; and who is shown when asked afterwards. */
async function outcome(scenario: Scenario, n: number, fault: Fault) {
  const faulty = createFaultyStore(n, fault);
  const world = await createWorld({ store: faulty.wrap, triesToResume: true });
  world.room("march", "ana", "ben", "cleo");
  await scenario(world);
  const calls = faulty.state.calls;
  await world.says("ana", "march", "/whereis");
  await world.says("ana", "march", "/expiry");
  await world.pass(3000);
  const shown = ["march", "super", "ana", "ben", "cleo"].map((chat) =>
    world.shown(chat).map((said) => said.replace(/\d+ (sec|min)\b( ago)?|just now|1 hour/g, "a while")),
  );
  return { shown, sent: world.network.sent.toSorted(), calls };
}

describe.each(["before", "after"] as const)("when a call to the store fails %s it is done", (fault) => {
  test.each(Object.entries(scenarios))(
    "it makes no difference to: %s",
    async (_, scenario) => {
      const { calls, ...expected } = await outcome(scenario, 0, fault);
      expect(new Set(expected.sent).size).toBe(expected.sent.length);
      let failed = 0;
      for (let n = 1; n <= calls; n += step) {
        const { calls: _calls, ...found } = await outcome(scenario, n, fault);
        expect({ n, ...found }).toEqual({ n, ...expected });
        failed += 1;
      }
      console.info(`of ${calls} calls, ${failed} failed ${fault} they were done, each once`);
      expect(failed).toBe(Math.ceil(calls / step));
      expect(calls).toBeGreaterThan(50);
    },
    60_000,
  );
});
