import { describe, expect, test } from "vitest";
import { hour, minute } from "../../../../src/lib/time.ts";
import { asked, march, questions, seesIn, sentence } from "./march.ts";

const place = { at: [52.1, 13.1] } as const;
const shown = "52.10000, 13.10000";

describe("somebody who is asked where they are", () => {
  test("is asked in private, by whom and for which room, and nobody else reads it", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    expect(world.last("ben")).toBe(sentence("ana"));
    expect(world.last("ana")?.split("\n")).toEqual([
      "Ben (known here for 0 seconds) asks where you are, in The march.",
      "If you share, all members there see it. Until you choose, nobody sees anything. This ends in 10 minutes.",
    ]);
    const { keyboard } = world.network.posts.findLast(({ chat }) => chat === "ana")?.message ?? {};
    expect(keyboard?.kind === "replies" && keyboard.replies.map(({ command }) => command)).toEqual(
      ["once", "quarter", "hour", "not-now", "never"].map((choice) => `answer ${choice}`),
    );
    for (const chat of ["march", "family", "cem", "dora"]) expect(world.shown(chat).join()).not.toContain(asked);
  });

  test("who chose to share has the next location go there, and who asked is shown it", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    expect(world.last("ana")).toContain("Your next location goes to the members of The march. It ends after 1 hour");
    await world.shares("ana", undefined, { ...place, live: 8 * hour });
    expect(world.last("ana")).toContain("The members of The march can see where you are, live, for 1 hour.");
    expect(world.last("ben")).toContain(`Ana shares with The march.\nAna is at ${shown}`);
    expect(await seesIn(world, "dora", "family", shown)).toBe(false);
    expect(questions(world, "ana")).toEqual([]);
  });

  test.each([
    ["quarter", 15 * minute],
    ["hour", hour],
  ])("%s caps the share, however long the phone goes on", async (choice, longest) => {
    const world = await march();
    await world.says("ana", "march", "/expiry 3h");
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, `/answer ${choice}`);
    const phone = await world.shares("ana", undefined, { ...place, live: "forever" });
    await world.pass(longest - minute);
    await phone.moves(52.2, 13.1);
    expect(await seesIn(world, "ben", "march", "52.20000")).toBe(true);
    await world.pass(minute);
    expect(await seesIn(world, "ben", "march", "52.20000")).toBe(false);
    await phone.moves(52.3, 13.1);
    expect(await seesIn(world, "ben", "march", "52.30000")).toBe(false);
  });

  test("a plain location is capped as well", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer quarter");
    await world.says("ana", undefined, "/here 52.1000 13.1000");
    expect(world.last("ana")).toContain("for 15 minutes");
    await world.pass(15 * minute);
    expect(await seesIn(world, "ben", "march", "52.1")).toBe(false);
  });

  test("once shares a single point, also of a live location", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer once");
    expect(world.network.posts.findLast(({ chat }) => chat === "ana")?.message.keyboard).toMatchObject({
      kind: "location",
    });
    const phone = await world.shares("ana", undefined, { ...place, live: hour });
    expect(world.last("ana")).toContain("can see this position for");
    await phone.moves(52.2, 13.1);
    expect(await seesIn(world, "ben", "march", shown)).toBe(true);
    expect(await seesIn(world, "ben", "march", "52.20000")).toBe(false);
    await world.pass(hour);
    await phone.moves(52.3, 13.1);
    expect(await seesIn(world, "ben", "march", "52.3")).toBe(false);
  });

  test("the last choice counts", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    for (const choice of ["hour", "once", "quarter"]) await world.says("ana", undefined, `/answer ${choice}`);
    await world.shares("ana", undefined, { ...place, live: 8 * hour });
    expect(world.last("ana")).toContain("live, for 15 minutes");
    await world.says("ana", undefined, "/stop");

    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer hour");
    await world.says("ana", undefined, "/answer not-now");
    expect(world.last("ana")).toBe("Nothing is shared with The march. Who asked is told nothing.");
    await world.shares("ana", undefined, place);
    expect(world.last("ana")).toContain("Who may see where you are?");
    expect(await seesIn(world, "ben", "march", shown)).toBe(false);
  });

  test("who says never is not asked from this room again, whoever asks, until they say /ask on", async () => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    await world.says("ana", undefined, "/answer never");
    expect(questions(world, "ana")).toEqual([]);
    for (const who of ["ben", "cem"]) await world.says(who, undefined, "/ask ana");
    expect(questions(world, "ana")).toEqual([]);
    await world.restart();
    await world.pass(2 * hour);
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toEqual([]);
    // Another room is another matter.
    await world.says("dora", undefined, "/ask ana");
    expect(world.last("ana")).toContain("Dora (known here for");
    await world.says("ana", undefined, "/answer not-now");
    await world.says("ana", "march", "/ask on");
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
  });

  test.each(["march", undefined])("/ask off and /ask on are a person's own choice, said in %s", async (room) => {
    const world = await march();
    await world.says("ben", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
    await world.says("ana", room, "/ask off");
    expect(world.last(room ?? "ana")).toContain("can have me ask where you are. To allow it again: /ask on.");
    expect(questions(world, "ana")).toEqual([]);
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toEqual([]);
    await world.says("dora", undefined, "/ask ana");
    expect(world.last("ana")?.includes("Dora")).toBe(room !== undefined);
    await world.says("ana", undefined, "/answer not-now");
    await world.says("ana", room, "/ask on");
    await world.says("cem", undefined, "/ask ana");
    expect(questions(world, "ana")).toHaveLength(1);
  });
});
