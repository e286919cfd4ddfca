import { describe, expect, test, vi } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

const later = { kind: "later", after: 3 * hour } as const;
const soon = (check: () => void) => vi.waitFor(check, { interval: 1, timeout: 5000 });

/** From now on a question about who is in this room is not answered, until the function returned is called. */
function hangs(world: World, room: string): () => void {
  const membership = world.network.port.membership.bind(world.network.port);
  const { promise, resolve } = Promise.withResolvers<void>();
  world.network.port.membership = async (asked, person) => {
    if (asked === roomId("telegram", room)) await promise;
    return membership(asked, person);
  };
  return resolve;
}

/** Ana and Ben share with the march; what is sent there next is refused for hours. */
async function refused() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  world.room("family", "cleo");
  await world.shares("ana", "march", { at: [52, 13], live: 2 * hour });
  await world.shares("ben", "march", { at: [53, 14], live: 2 * hour });
  await world.says("ben", "march", "/whereis ana");
  expect(world.shown("march").join()).toContain("52.00000");
  world.network.fail("send", later);
  await world.says("ben", "march", "/help");
  return world;
}

describe("a send that is refused for hours in a chat", () => {
  test.each(["/stop", "/forget"])("holds back no deletion there after %s", async (stop) => {
    const world = await refused();
    await world.says("ana", "march", stop);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test.each([
    ["/precision 1km", "ana"],
    ["/expiry 1m", "ana"],
  ])("holds back no effect of %s there", async (words, who) => {
    const world = await refused();
    await world.pass(2 * minute);
    await world.says(who, "march", words);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("holds back no other chat", async () => {
    const world = await refused();
    await world.says("cleo", "family", "/help");
    await world.says("ana", undefined, "/help");
    expect(world.shown("family")).toHaveLength(1);
    expect(world.shown("ana")).toHaveLength(1);
  });
});

describe("while the network does not answer who is in one room", () => {
  test("another room is answered, and the same person's /stop in private", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    world.room("family", "ana", "cleo");
    await world.shares("ana", "family", { at: [52, 13], live: hour });
    const release = hangs(world, "march");
    await world.receive(world.command("ana", "march", "/whereis"), world.command("ana", "march", "/precision 1km"));
    await world.receive(world.command("cleo", "family", "/whereis"));
    await soon(() => expect(world.shown("family").join()).toContain("52.00000"));
    await world.receive(world.command("ana", undefined, "/stop"));
    await soon(() => expect(world.last("ana")).toContain("Stopped. Nobody in any room"));
    await soon(() => expect(world.shown("family")).toEqual([]));
    release();
    await world.idle();
    expect(world.shown("march")).toHaveLength(2);
  });

  test("a command of somebody else in that room waits for its turn, and all are answered in order", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    const release = hangs(world, "march");
    await world.receive(world.command("ana", "march", "/help"));
    await world.receive(world.command("ben", "march", "/privacy"));
    release();
    await world.idle();
    expect(world.shown("march").map((said) => said.includes("/whereis"))).toEqual([true, false]);
  });
});

describe("/stop voids what its sender sent before it, and nothing of anybody else", () => {
  /** Ana and Ben are both in the march, and everything that they send waits for the network. */
  async function waiting() {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cleo");
    for (const who of ["ana", "ben"]) await world.says(who, "march", "/share");
    return { world, release: hangs(world, "march") };
  }
  const found = async (world: World) => {
    await world.says("cleo", "march", "/whereis");
    return world.last("march");
  };

  test.each(["/stop", "/forget"])("a position and a /here in private that wait, when it says %s", async (stop) => {
    const { world, release } = await waiting();
    const position = world.position("ana", undefined, { at: [52, 13], live: hour });
    const here = world.command("ana", undefined, "/here 52.50000 13.00000");
    const others = world.position("ben", undefined, { at: [53, 14], live: hour });
    await world.receive(position, here, others, world.command("ana", undefined, stop));
    release();
    await world.idle();
    // Nothing but what /stop itself says.
    expect(world.shown("ana")).toHaveLength(1);
    await world.says("ana", undefined, "/choose 1");
    await world.says("ben", undefined, "/choose 1");
    const answer = await found(world);
    expect(answer).not.toContain("52.");
    expect(answer).toContain("53.00000");
  });

  test("a /here in a room that is being worked on, said in the same second", async () => {
    const { world, release } = await waiting();
    await world.receive(world.command("ana", "march", "/here 52.50000 13.00000"));
    await world.receive(world.command("ben", "march", "/here 53.00000 14.00000"));
    await world.receive(world.command("ana", "march", "/stop"));
    release();
    await world.idle();
    const answer = await found(world);
    expect(answer).not.toContain("52.");
    expect(answer).toContain("53.00000");
  });

  test("also when the network can be asked only after the program began again", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben", "cleo");
    for (const who of ["ana", "ben"]) await world.says(who, "march", "/share");
    const { comesBack } = world.network.goesAway();
    await world.receive(world.position("ana", undefined, { at: [52, 13], live: hour }));
    await world.receive(world.command("ana", "march", "/here 52.50000 13.00000"));
    await world.receive(world.command("ben", "march", "/here 53.00000 14.00000"));
    await world.receive(world.command("ana", undefined, "/stop"));
    await world.restart();
    comesBack();
    await world.pass(minute);
    const answer = await found(world);
    expect(answer).not.toContain("52.");
    expect(answer).toContain("53.00000");
  });

  test("in a room only what was sent there", async () => {
    const { world, release } = await waiting();
    world.room("family", "ana", "cleo");
    const inFamily = hangs(world, "family");
    await world.receive(world.command("ana", "march", "/here 52.50000 13.00000"));
    await world.receive(world.command("ana", "family", "/here 54.00000 15.00000"));
    await world.receive(world.command("ana", "march", "/stop"));
    release();
    inFamily();
    await world.idle();
    expect(await found(world)).not.toContain("52.");
    await world.says("cleo", "family", "/whereis");
    expect(world.last("family")).toContain("54.00000");
  });
});

describe("a batch", () => {
  test("is in order for each person", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    const first = world.position("ana", "march", { at: [52, 13], live: hour });
    await world.receive(first, world.command("ana", "march", "/stop"), world.phone(first).update(52.1, 13));
    await world.idle();
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares");
  });

  test("is in order for each room, however long the store takes for one of its people", async () => {
    const { promise: held, resolve: release } = Promise.withResolvers<void>();
    let calls = 0;
    let firstCall = Number.NaN;
    const world = await createWorld({
      store: (store) => ({
        ...store,
        getMany: async (ids) => {
          calls += 1;
          if (calls === firstCall) await held;
          return store.getMany(ids);
        },
      }),
    });
    world.room("march", "ana", "ben");
    firstCall = calls + 1;
    const taken = world.receive(world.command("ana", "march", "/help"), world.command("ben", "march", "/privacy"));
    await soon(() => expect(calls).toBeGreaterThanOrEqual(firstCall));
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    release();
    await taken;
    await world.idle();
    expect(world.shown("march").map((said) => said.includes("/whereis"))).toEqual([true, false]);
  });

  test("has news about a room between what was said before and after it", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    await world.receive(
      world.position("ana", "march", { at: [52, 13], live: hour }),
      { kind: "bot-left", room: roomId("telegram", "march") },
      world.position("ben", "march", { at: [53, 14], live: hour }),
    );
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("53.00000");
    expect(world.last("march")).not.toContain("52.00000");
  });

  test("is confirmed without waiting for the network, whatever is in it", async () => {
    const world = await createWorld();
    world.room("march", "ana", "ben");
    const calls: string[] = [];
    const never = (name: string) => () => {
      calls.push(name);
      return new Promise<never>(() => undefined);
    };
    const asked = ["membership", "roomName", "standing", "send", "edit", "remove", "acknowledge"] as const;
    for (const name of asked) (world.network.port as Record<keyof ChatNetwork, unknown>)[name] = never(name);
    const room = roomId("telegram", "march");
    const person = personId("telegram", "ana");
    await world.receive(
      { kind: "bot-joined", room },
      world.position("ana", "march", { at: [52, 13], live: hour }),
      world.position("ben", undefined, { at: [52, 13] }),
      world.command("ana", "march", "/whereis"),
      world.command("ana", "march", "/expiry 2h"),
      world.command("ben", undefined, "/help"),
      world.command("ana", "march", "/stop"),
      { kind: "bot-rights-changed", room },
      { kind: "person-left", person, room },
      { kind: "room-moved", from: room, to: roomId("telegram", "super") },
    );
    expect(calls.length).toBeGreaterThan(0);
    // What needs no answer asks nothing at all.
    calls.length = 0;
    await world.receive(world.position("cleo", "family", { at: [52, 13], live: hour }));
    await world.receive(world.command("cleo", "family", "/forget"));
    expect(calls.filter((name) => name !== "acknowledge" && name !== "send")).toEqual([]);
  });
});
