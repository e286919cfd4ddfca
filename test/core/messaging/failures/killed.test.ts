import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test } from "vitest";
import type { CommandIncoming } from "../../../../src/core/model/incoming.ts";
import { hour } from "../../../../src/lib/time.ts";
import { createDeadlyStore } from "../../../support/stores/deadly-store.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

const answersOf = (world: World) => world.network.posts.filter(({ chat }) => chat === "march").length;

test.each(["/whereis ana", "/expiry 2h", "/precision 1km", "/share"])(
  "wherever the program dies over %s, it is answered, and answered twice only when the answer was there before",
  async (text) => {
    for (let call = 1; ; call += 1) {
      const { state, wrap, died } = createDeadlyStore();
      const world = await createWorld({ store: wrap });
      world.room("march", "ana", "ben");
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      const before = answersOf(world);
      state.left = call;
      const incoming = world.command("ana", "march", text);
      await Promise.race([world.tell(incoming), died]);
      if (!state.isDead) return expect(call).toBeGreaterThan(5);
      for (let turn = 0; turn < 20; turn += 1) await nextTurn();
      const wasGiven = answersOf(world) - before;
      state.isDead = false;
      await world.resumeAnew();
      await world.tell(incoming);
      await world.pass(2000);
      const given = answersOf(world) - before;
      expect({ call, given }).toEqual({ call, given: wasGiven === 0 ? 1 : Math.min(given, 2) });
    }
  },
);

/** Dies at the n-th call of the store while it hears something, is told that again, and says what can be read in the end. */
async function dieOver(
  call: number,
  prepare: (world: World) => Promise<CommandIncoming>,
  chat: string,
  options: { knowsRepeats?: true } = {},
) {
  const { wrap, diesWithin } = createDeadlyStore();
  const world = await createWorld({ store: wrap, ...options });
  world.room("march", "ana", "ben");
  const incoming = await prepare(world);
  const wasKilled = await diesWithin(() => world.tell(incoming), call);
  if (wasKilled) await world.resumeAnew();
  await world.tell(incoming);
  await world.pass(2000);
  return { wasKilled, world, said: world.last(chat) };
}

const lives: Record<string, [string, (world: World) => Promise<CommandIncoming>, string]> = {
  "/stop in a room says that it stopped": [
    "march",
    async (world) => {
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      return world.command("ana", "march", "/stop");
    },
    "Stopped. Nobody in this room",
  ],
  "/stop in private says that it stopped": [
    "ana",
    async (world) => {
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      return world.command("ana", undefined, "/stop");
    },
    "Stopped. Nobody in any room",
  ],
  "/stop of a share that waits says that it stopped": [
    "ana",
    async (world) => {
      await world.says("ana", "march", "/help");
      await world.shares("ana", undefined, { at: [52, 13], live: hour });
      return world.command("ana", undefined, "/stop");
    },
    "Stopped. Nobody in any room",
  ],
  "a request is answered with the sentence for it": [
    "ben",
    async (world) => {
      for (const who of ["ana", "ben"]) await world.says(who, "march", "/help");
      return world.command("ben", undefined, "/ask ana");
    },
    "If I can reach “ana”",
  ],
  "a request is brought to whom it is for": [
    "ana",
    async (world) => {
      for (const who of ["ana", "ben"]) await world.says(who, "march", "/help");
      return world.command("ben", undefined, "/ask ana");
    },
    "asks where you are, in The march.",
  ],
  "the choice of a time to share says how": [
    "ana",
    async (world) => {
      for (const who of ["ana", "ben"]) await world.says(who, "march", "/help");
      await world.says("ben", undefined, "/ask ana");
      return world.command("ana", undefined, "/answer hour");
    },
    "It ends after 1 hour at the latest.",
  ],
  "a no to a request says that nothing is shared": [
    "ana",
    async (world) => {
      for (const who of ["ana", "ben"]) await world.says(who, "march", "/help");
      await world.says("ben", undefined, "/ask ana");
      return world.command("ana", undefined, "/answer not-now");
    },
    "Nothing is shared with The march.",
  ],
  "a choice says who can see the position": [
    "ana",
    async (world) => {
      await world.says("ana", "march", "/help");
      await world.shares("ana", undefined, { at: [52, 13], live: hour });
      return world.command("ana", undefined, "/choose 1");
    },
    "The members of The march can see where you are, live",
  ],
};

test.each(Object.entries(lives))("wherever the program dies over it, %s", async (_, [chat, prepare, words]) => {
  for (let call = 1; ; call += 1) {
    const { wasKilled, said } = await dieOver(call, prepare, chat);
    expect({ call, said }).toEqual({ call, said: expect.stringContaining(words) });
    if (!wasKilled) return expect(call).toBeGreaterThan(5);
  }
});

test("wherever the program dies over /wipe, everything is destroyed, and the room begins anew", async () => {
  let phone: Awaited<ReturnType<World["shares"]>> | undefined;
  const wipes = async (world: World) => {
    phone = await world.shares("ben", "march", { at: [52, 13], live: hour });
    await world.says("ana", "march", "/wipe");
    return world.command("ana", "march", "/wipe yes");
  };
  for (let call = 1; ; call += 1) {
    const { wasKilled, world, said } = await dieOver(call, wipes, "march");
    expect({ call, said }).toEqual({ call, said: expect.stringContaining("Everything") });
    await phone?.moves(53, 13);
    await world.says("ana", "march", "/whereis");
    expect({ call, said: world.last("march") }).toEqual({ call, said: expect.stringContaining("Nobody shares") });
    await world.shares("ben", "march", { at: [54, 13], live: hour });
    await world.says("ana", "march", "/whereis");
    expect({ call, said: world.last("march") }).toEqual({ call, said: expect.stringContaining("54.0") });
    if (!wasKilled) return expect(call).toBeGreaterThan(10);
  }
});

test("wherever the program dies over a question, one answer stands where the network knows repeats", async () => {
  const asks = async (world: World) => {
    await world.shares("ben", "march", { at: [52, 13], live: hour });
    return world.command("ana", "march", "/whereis");
  };
  for (let call = 1; ; call += 1) {
    const { wasKilled, world } = await dieOver(call, asks, "march", { knowsRepeats: true });
    const shown = world.shown("march");
    expect({ call, shown }).toEqual({ call, shown: [expect.stringContaining("52.0")] });
    if (!wasKilled) return expect(call).toBeGreaterThan(10);
  }
});
