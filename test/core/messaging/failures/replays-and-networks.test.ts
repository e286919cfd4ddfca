import { describe, expect, test } from "vitest";
import { type DeliveryFailure, StoreError } from "../../../../src/core/model/errors.ts";
import { personId, roomId } from "../../../../src/core/model/ids.ts";
import type { Incoming } from "../../../../src/core/model/incoming.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createFaultyStore } from "../../../support/stores/faulty-store.ts";
import { createWorld } from "../../../support/world/world.ts";

const march = async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  return world;
};

describe("what the network says twice is answered once", () => {
  test.each([
    "/whereis",
    "/here 52 13",
    "/here nowhere",
    "/expiry 2h",
    "/stop",
    "/forget",
    "/privacy",
    "/help",
    "/share",
  ])("%s", async (text) => {
    const world = await march();
    await world.shares("ben", "march", { at: [53, 14], live: hour });
    const said = await world.says("ana", "march", text);
    const answers = world.network.sent.length;
    const reactions = world.network.reactions.length;
    await world.tell(said);
    await Promise.all([world.receive(said), world.receive(said)]);
    await world.restart();
    await world.tell(said);
    expect(world.network.sent).toHaveLength(answers);
    expect(world.network.reactions).toHaveLength(reactions);
  });

  test("also when it is said twice at the same moment", async () => {
    const world = await march();
    const said = world.command("ana", "march", "/help");
    await Promise.all([world.receive(said), world.receive(said), world.receive(said)]);
    await world.idle();
    expect(world.network.sent).toHaveLength(1);
  });

  test("a first message in private that comes again is confirmed once", async () => {
    const world = await march();
    await world.says("ana", "march", "/help");
    const { first } = await world.shares("ana", undefined, { at: [52, 13], live: hour });
    await world.tell(first);
    await world.tell(first);
    expect(world.shown("ana")).toHaveLength(1);
  });
});

describe("what is told again after a kill takes nothing of what came after it", () => {
  const ana = personId("telegram", "ana");
  const room = roomId("telegram", "march");
  test.each<Incoming>([
    { kind: "person-left", id: "telegram:update/7", person: ana, room },
    { kind: "person-blocked-bot", id: "telegram:update/7", person: ana },
    { kind: "bot-left", id: "telegram:update/7", room },
  ])("$kind", async (ended) => {
    const world = await march();
    const old = await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.tell(ended);
    await old.moves(52, 13);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position");
    await world.shares("ana", "march", { at: [53, 14], live: hour });
    await world.restart();
    await world.tell(ended);
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("53.00000");
  });
});

describe("when the network does not take what the bot says", () => {
  const failures: Record<string, DeliveryFailure> = {
    "later: it is said later": { kind: "later", after: 5000 },
    "refused: it is given up": { kind: "refused" },
    "gone: it is given up": { kind: "gone" },
  };
  test.each(Object.entries(failures))("%s, and everything else goes on", async (_, failure) => {
    const world = await march();
    world.room("family", "ana");
    world.network.fail("send", failure);
    await world.says("ana", "march", "/help");
    await world.says("ana", "family", "/help");
    expect(world.shown("march")).toEqual([]);
    expect(world.shown("family")).toHaveLength(1);
    await world.pass(minute);
    expect(world.shown("march")).toHaveLength(failure.kind === "later" ? 1 : 0);
    await world.says("ana", "march", "/privacy");
    expect(world.last("march")).toContain("only your latest position");
  });

  test("each chat in order: what was asked first is answered first", async () => {
    const world = await march();
    world.network.fail("send", { kind: "later", after: 5000 });
    await world.says("ana", "march", "/help");
    await world.says("ana", "march", "/privacy");
    expect(world.shown("march")).toEqual([]);
    await world.pass(5000);
    expect(world.shown("march").map((said) => said.includes("/whereis"))).toEqual([true, false]);
  });

  test("a room that is gone takes what was shared with it along", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.fail("send", { kind: "gone" });
    await world.says("ben", "march", "/help");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position");
  });

  test("a person who cannot be reached shares nothing any more", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.fail("send", { kind: "gone" });
    await world.says("ana", undefined, "/help");
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("Nobody shares a position");
  });

  test("a room that moved is followed, with what waited for it", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.move("march", "super");
    await world.says("ben", "march", "/help");
    expect(world.last("super")).toContain("/whereis");
    await world.says("ben", "super", "/whereis");
    expect(world.last("super")).toContain("52.00000");
    await world.tell({ kind: "room-moved", from: roomId("telegram", "march"), to: roomId("telegram", "super") });
    await world.says("ben", "super", "/whereis ana");
    expect(world.last("super")).toContain("52.00000");
  });

  test("an answer that had to wait tells where people are when it is given, and is not given after 5 minutes", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
    world.network.fail("send", { kind: "later", after: 2 * minute });
    await world.says("ben", "march", "/whereis");
    await phone.moves(53, 13);
    await world.pass(2 * minute);
    expect(world.shown("march").join()).toContain("53.00000");
    world.network.fail("send", { kind: "later", after: 6 * minute });
    await world.says("ben", "march", "/whereis ana");
    const before = world.network.sent.length;
    await world.pass(10 * minute);
    expect(world.network.sent).toHaveLength(before);
  });

  test("a reaction that is refused stops nothing", async () => {
    const world = await march();
    world.network.fail("acknowledge", { kind: "refused" });
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    expect(world.last("march")).toContain("52.00000");
  });

  test("what waits is not lost when the program ends meanwhile, and neither is what is to be deleted", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    world.network.fail("remove", { kind: "later", after: minute });
    await world.says("ana", "march", "/stop");
    world.network.fail("send", { kind: "later", after: minute });
    await world.says("ana", "march", "/help");
    await world.restart();
    await world.pass(minute);
    expect(world.shown("march").join()).not.toContain("52.00000");
    expect(world.last("march")).toContain("/whereis");
  });
});

test("what came in while the program was stopping is not confirmed unless it is safe", async () => {
  const faulty = createFaultyStore(0, "before");
  const world = await createWorld({ store: faulty.wrap });
  world.room("march", "ana", "ben");
  await world.stop();
  faulty.failsFromNowOn();
  await expect(world.receive(world.command("ana", "march", "/help"))).rejects.toBeInstanceOf(StoreError);
});
