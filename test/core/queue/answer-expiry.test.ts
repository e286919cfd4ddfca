import { describe, expect, test } from "vitest";
import { personId, roomId } from "../../../src/core/model/ids.ts";
import type { ChatNetwork } from "../../../src/core/model/ports.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const march = async (options: Parameters<typeof createWorld>[0] = {}) => {
  const world = await createWorld(options);
  world.room("march", "ana", "ben", "cleo");
  return world;
};

function withoutEdits(port: ChatNetwork): ChatNetwork {
  const others = { ...port };
  delete others.edit;
  delete others.isNewest;
  return others;
}

describe("an answer is deleted", () => {
  test("when the first position in it expires", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.pass(30 * minute);
    await world.shares("cleo", "march", { at: [53, 14], live: 3 * hour });
    await world.says("ben", "march", "/whereis");
    await world.pass(30 * minute - 1000);
    expect(world.shown("march")).toHaveLength(1);
    await world.pass(1000);
    expect(world.shown("march")).toEqual([]);
  });

  test("when the share of somebody in it ends", async () => {
    const world = await march();
    const phone = await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.shares("cleo", "march", { at: [53, 14], live: 3 * hour });
    await world.says("ben", "march", "/whereis");
    await world.says("ben", undefined, "/whereis");
    await phone.stops();
    expect(world.shown("march")).toEqual([]);
    expect(world.shown("ben")).toEqual([]);
  });

  test("when the asker's own position goes, from which its distances are told", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.shares("ben", "march", { at: [52.1, 13], live: 3 * hour });
    await world.says("ben", "march", "/whereis ana");
    expect(world.last("march")).toContain("11 kilometres south of Ben");
    await world.says("ben", undefined, "/stop");
    expect(world.shown("march")).toEqual([]);
  });

  test("when the expiry is shortened, at once if the position is older, else when it is as old as that", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 3 * hour });
    await world.pass(20 * minute);
    await world.shares("cleo", "march", { at: [53, 14] });
    await world.says("ben", "march", "/whereis ana");
    await world.says("cleo", undefined, "/whereis cleo");
    await world.says("ana", "march", "/expiry 10m");
    expect(world.shown("march").join()).not.toContain("52.00000");
    expect(world.shown("cleo")).toHaveLength(1);
    await world.pass(10 * minute);
    expect(world.shown("cleo")).toEqual([]);
  });

  test("when the share ends while the program is away", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 2 * hour });
    await world.says("ben", "march", "/whereis");
    await world.stop();
    world.skip(10 * minute);
    await world.restart();
    expect(world.shown("march")).toHaveLength(1);
    await world.stop();
    world.skip(50 * minute);
    await world.restart();
    expect(world.shown("march")).toEqual([]);
  });

  test("when the share ends while the answer is on its way", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 2 * hour });
    const release = world.network.hold();
    await world.receive(world.command("ben", "march", "/whereis"));
    while (world.network.held() === 0) await new Promise(setImmediate);
    await world.receive(world.command("ana", "march", "/stop"));
    release();
    await world.idle();
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("at 47 h where a message can be deleted for 48 h only, also when it was edited meanwhile", async () => {
    const world = await march({ deletesWithin: 47 * hour });
    await world.says("ana", "march", "/expiry 7d");
    await world.shares("ana", "march", { at: [52, 13] });
    await world.shares("cleo", "march", { at: [52, 13.1] });
    await world.says("ben", "march", "/whereis");
    await world.pass(40 * hour);
    await world.says("ben", "march", "/whereis");
    expect(world.network.posts.at(-1)?.edits).toBe(1);
    await world.pass(7 * hour);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("all of it, when a part of it cannot be", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: 2 * hour });
    await world.says("ben", "march", "/whereis");
    world.network.fail("remove", { kind: "later", after: 5000 });
    await world.says("ana", "march", "/stop");
    expect(world.shown("march").join()).toContain("52.00000");
    await world.pass(5000);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });
});

describe("asking again", () => {
  test("edits the last answer if it is still the newest message", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    await world.pass(minute);
    await world.says("ben", "march", "/whereis");
    expect(world.shown("march")).toHaveLength(1);
    expect(world.last("march")).toContain("1 minute ago");
    expect(world.network.sent).toHaveLength(1);
  });

  test("deletes it and answers anew when something was said since", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    world.network.newRef("march");
    await world.says("ben", "march", "/whereis");
    expect(world.shown("march")).toHaveLength(1);
    expect(world.network.sent).toHaveLength(2);
  });

  test("where editing is refused, it is answered anew", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.shares("cleo", "march", { at: [53, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    world.network.fail("edit", { kind: "refused" });
    await world.says("ben", "march", "/whereis");
    expect(world.shown("march")).toHaveLength(1);
    expect(world.network.sent).toHaveLength(2);
  });

  test("on a network that keeps what an edited message said, deletes it and answers anew, about whomever it is", async () => {
    const world = await march({ connect: withoutEdits });
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis ana");
    await world.says("ben", "march", "/whereis cleo");
    expect(world.network.posts.map(({ edits, removed }) => ({ edits, removed }))).toEqual([
      { edits: 0, removed: true },
      { edits: 0, removed: false },
    ]);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("several times at once, beside others, leaves one answer to each of them", async () => {
    for (const connect of [undefined, withoutEdits]) {
      const world = await march(connect && { connect });
      await world.shares("ana", "march", { at: [52, 13], live: hour });
      const askers = ["ben", "cleo", "ben", "ana", "ben", "cleo"];
      await world.receive(...askers.map((who) => world.command(who, "march", "/whereis zoe")));
      await world.idle();
      expect(world.shown("march")).toHaveLength(3);
    }
  });

  test("is answered beside what somebody was answered who was removed since, and takes nothing of it away", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("cleo", "march", "/whereis");
    world.network.exit("march", "cleo");
    await world.tell({ kind: "person-left", person: personId("telegram", "cleo"), room: roomId("telegram", "march") });
    await world.says("ben", "march", "/whereis zoe");
    expect(world.shown("march")).toHaveLength(2);
    await world.pass(hour);
    expect(world.shown("march").join()).not.toContain("52.00000");
  });

  test("in another topic of the room leaves the answer where it was asked before", async () => {
    const world = await march();
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    await world.says("ben", "march", "/whereis", { thread: "1" });
    await world.says("cleo", "march", "/whereis", { thread: "2" });
    expect(world.network.posts.filter(({ removed }) => !removed).map(({ thread }) => thread)).toEqual(["1", "2"]);
  });
});

test("nothing is posted for a position update", async () => {
  const world = await march();
  const phone = await world.shares("ana", "march", { at: [52, 13], live: hour });
  for (let moved = 0; moved < 10; moved += 1) {
    await world.pass(minute);
    await phone.moves(52 + moved / 100, 13);
  }
  expect(world.network.posts).toEqual([]);
  expect(world.network.reactions).toHaveLength(1);
});

describe("an answer for one person never reaches a room", () => {
  test.each(["later", "gone", "refused", "moved"] as const)("when sending it fails: %s", async (kind) => {
    const world = await march();
    await world.says("ben", "march", "/help");
    await world.shares("ana", "march", { at: [52, 13], live: hour });
    const before = world.shown("march").length;
    for (const failure of [{ kind, after: 1000, to: roomId("telegram", "march") } as const]) {
      world.network.fail("send", failure);
      world.network.fail("send", failure);
    }
    await world.says("ben", undefined, "/whereis");
    await world.says("ben", undefined, "/privacy");
    await world.pass(minute);
    expect(world.shown("march")).toHaveLength(before);
    for (const { chat, message } of world.network.posts) expect(message.reader === "one person").toBe(chat === "ben");
  });
});
