import { describe, expect, test } from "vitest";
import { plainWords } from "../../../../src/bots/render.ts";
import { maxNamesAtOnce, peopleBeforeFold } from "../../../../src/core/model/limits.ts";
import { hour } from "../../../../src/lib/time.ts";
import { seen } from "../../../support/world/words.ts";
import { createWorld, type World } from "../../../support/world/world.ts";

/** Ana 52, Cleo 53, Dora 54, all to the south of Ben, who does not share. */
async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben", "cleo", "dora", "eve");
  for (const [who, latitude] of [
    ["ana", 52],
    ["cleo", 53],
    ["dora", 54],
  ] as const)
    await world.shares(who, "march", { at: [latitude, 13], live: hour });
  return world;
}
const asks = async (world: World, who: string, question: string, mentions: string[] = []) => {
  await world.says(who, "march", question, { mentions });
  return (world.last("march") ?? "").split("\n");
};
const isAt = (name: string, latitude: number) => expect.stringContaining(`${name} is at ${latitude}.0`);

describe("several names", () => {
  test.each([
    "/whereis ana, cleo",
    "/whereis Ana; Cleo",
    "/whereis ana & cleo",
    "/whereis ana cleo",
    "/whereis ana،cleo",
  ])("%s shows both, and whom nobody asked for not", async (question) => {
    expect(await asks(await march(), "ben", question)).toEqual([
      "Of those you asked for, I can show you 2 people.",
      isAt("Ana", 52),
      isAt("Cleo", 53),
    ]);
  });

  test("a name that fits nobody is told in the same words as ever, beside the others", async () => {
    expect(await asks(await march(), "ben", "/whereis ana, zoe, eve")).toEqual([
      "Ana shares with this room.",
      isAt("Ana", 52),
      "There is nobody called “zoe” whose position I can show you now.",
      "There is nobody called “eve” whose position I can show you now.",
    ]);
    expect(await asks(await march(), "ben", "/whereis zoe, eve")).toEqual([
      "There is nobody called “zoe” whose position I can show you now.",
      "There is nobody called “eve” whose position I can show you now.",
    ]);
  });

  test("one that fits two is said to, and the others are shown all the same", async () => {
    const world = await march();
    world.network.know("dora", { name: "Ana", handle: "d" });
    world.network.know("ana", { name: "Ana", handle: "a" });
    expect(await asks(world, "ben", "/whereis ana, cleo")).toEqual([
      "More than one fits “ana”. A name alone does not tell who somebody is.",
      isAt("Ana (@a)", 52),
      expect.stringContaining("Ana (@d) is at 54.0"),
      isAt("Cleo", 53),
    ]);
  });

  test("usernames, each with its sign, are names by themselves", async () => {
    const world = await march();
    world.network.know("ana", { name: "Ana", handle: "a" });
    world.network.know("dora", { name: "Dora", handle: "d" });
    expect((await asks(world, "ben", "/whereis @a @d")).slice(1)).toEqual([isAt("Ana", 52), isAt("Dora", 54)]);
  });

  test("somebody is shown once, however often they are named", async () => {
    expect(await asks(await march(), "ben", "/whereis ana, Ana, an")).toEqual([
      "Ana shares with this room.",
      isAt("Ana", 52),
    ]);
    expect(await asks(await march(), "ben", "/whereis x", ["ana", "dora"])).toEqual([
      "Of those you asked for, I can show you 2 people.",
      isAt("Ana", 52),
      isAt("Dora", 54),
    ]);
  });

  test("so many at most", async () => {
    const names = Array.from({ length: maxNamesAtOnce + 1 }, (_, index) => `n${index}`);
    expect(await asks(await march(), "ben", `/whereis ${names.join(", ")}`)).toHaveLength(maxNamesAtOnce);
  });

  test("who may not be seen is not, whoever is asked for beside", async () => {
    const world = await march();
    world.network.exit("march", "cleo");
    expect(await asks(world, "ben", "/whereis ana, cleo")).toEqual([
      "Ana shares with this room.",
      isAt("Ana", 52),
      "There is nobody called “cleo” whose position I can show you now.",
    ]);
  });
});

describe("/whereis nearest", () => {
  test("shows the one who is closest to the asker, in a room and in private", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [53.2, 13], live: hour });
    const line = expect.stringMatching(/^Cleo is 22 kilometres south of (Ben|you), just now\. At 53\.0/);
    expect(await asks(world, "ben", "/whereis nearest")).toEqual(["Cleo shares with this room.", line]);
    await world.says("ben", undefined, "/whereis Nearest?");
    expect(world.last("ben")?.split("\n")).toEqual(["Cleo shares with The march.", line]);
  });

  test("tells whoever does not share why it cannot", async () => {
    const world = await march();
    const said = "I do not know where you are, so I cannot tell who is nearest.";
    expect((await asks(world, "ben", "/whereis nearest"))[0]).toContain(said);
    await world.anonymousAdminSays("march", "/whereis nearest");
    expect(world.last("march")).toContain(said);
    await world.says("zoe", undefined, "/whereis nearest");
    expect(world.last("zoe")).not.toContain("52.0");
  });

  test("passes over who has left, and over who may be no member any more", async () => {
    const world = await march();
    await world.shares("ben", "march", { at: [53.2, 13], live: hour });
    world.network.exit("march", "cleo");
    expect(await asks(world, "ben", "/whereis nearest")).toContainEqual(expect.stringContaining("Dora is"));
    for (const who of ["ana", "dora"]) world.network.keepsSilentAbout(who);
    expect(await asks(world, "ben", "/whereis nearest")).toEqual([
      "Nobody else shares a position that I can show you now.",
      expect.stringContaining("the network does not tell me now"),
    ]);
  });

  test("of several rooms, in private, the closest of all", async () => {
    const world = await march();
    world.room("family", "ben", "zoe");
    for (const room of ["march", "family"]) await world.shares("ben", room, { at: [53.2, 13], live: hour });
    await world.shares("zoe", "family", { at: [53.19, 13], live: hour });
    await world.says("ben", undefined, "/whereis nearest");
    expect(world.last("ben")).toContain("Zoe shares with The family.");
    expect(world.last("ben")).not.toContain("Cleo");
  });
});

test("whoever is asked for by a reply is shown, whatever anybody is called", async () => {
  const world = await march();
  world.network.know("dora", { name: "Nearest" });
  expect(await asks(world, "ben", "/whereis", ["dora"])).toEqual([
    "Nearest shares with this room.",
    isAt("Nearest", 54),
  ]);
});

describe("a long list", () => {
  const crowd = async (count: number) => {
    const world = await createWorld();
    const people = Array.from({ length: count }, (_, index) => `p${index}`);
    world.room("march", "ben", ...people);
    for (const [index, who] of people.entries())
      await world.shares(who, "march", { at: [52 + index / 100, 13], live: hour });
    return world;
  };

  test(`folds after the nearest ${peopleBeforeFold}, and nothing but people is folded`, async () => {
    const world = await crowd(peopleBeforeFold + 2);
    await world.shares("ben", "march", { at: [51, 13], live: hour });
    await world.says("ben", "march", "/whereis");
    const message = world.network.posts.at(-1)?.message;
    const lines = (message?.lines ?? []).map((line) => seen(plainWords([line])));
    const folded = message?.folds?.flatMap(({ from, to }) => lines.slice(from, to)) ?? [];
    expect(lines[0]).toBe("8 people share with this room now.");
    expect(lines.slice(1, 6).map((line) => line.slice(0, 2))).toEqual(["P0", "P1", "P2", "P3", "P4"]);
    expect(folded.map((line) => line.slice(0, 3))).toEqual(["P5 ", "P6 ", "Ben"]);
  });

  test("a short one does not fold", async () => {
    const world = await crowd(peopleBeforeFold);
    await world.says("ben", "march", "/whereis");
    expect(world.network.posts.at(-1)?.message.folds).toBeUndefined();
  });
});

test("no first line of any answer holds a coordinate, and each person has one line", async () => {
  const world = await march();
  const coordinate = /\d\d\.\d{3}/;
  const answers: string[] = [];
  for (const shares of [false, true]) {
    if (shares) await world.shares("ben", "march", { at: [53.2, 13], live: hour });
    for (const question of ["", "ana", "ana, cleo", "a", "nearest", "zoe"]) {
      await world.says("ben", "march", `/whereis ${question}`);
      answers.push(world.last("march") ?? "");
      await world.says("ben", undefined, `/whereis ${question}`);
      answers.push(world.last("ben") ?? "");
      await world.pass(10_000);
    }
    await world.says("ben", undefined, "/pin cleo");
    answers.push(world.last("ben") ?? "");
  }
  expect(answers.filter((said) => coordinate.test(said)).length).toBeGreaterThan(15);
  for (const said of answers) {
    const [first = "", ...others] = said.split("\n");
    expect(first).not.toMatch(coordinate);
    for (const line of others) expect(line.match(/\d\d\.\d{3,}, \d\d\.\d{3,}/g)?.length ?? 0).toBeLessThan(2);
  }
});
