import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Spoken } from "../../../src/core/model/message.ts";
import { type Drawing, NoPicture, type Pictures, type WhyNoPicture } from "../../../src/core/model/pictures.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld, type World } from "../../support/world/world.ts";

type Options = NonNullable<Parameters<typeof createWorld>[0]>;

/** A march with somebody who draws, and notes what. */
async function march(options: Options = {}) {
  const drawn: Drawing[] = [];
  const pictures: Pictures = {
    async draw(drawing) {
      drawn.push(drawing);
      return Uint8Array.of(drawn.length);
    },
  };
  const world = await createWorld({ pictures, ...options });
  world.room("march", "ana", "ben", "cleo");
  await world.shares("ana", "march", { at: [52.52, 13.405], live: 3 * hour, accuracy: 12 });
  await world.shares("ben", "march", { at: [52.53, 13.405], live: 3 * hour, accuracy: 20, heading: 90 });
  return { world, drawn };
}

/** What stands, and whether a picture stands beside it. */
const standing = (world: World) =>
  world.network.posts
    .filter(({ removed }) => !removed)
    .map(({ chat, message }) => [chat, (message as Spoken).drawn !== undefined] as const);

describe("/map", () => {
  test("is the answer once more, with the numbers of its picture, to the same readers", async () => {
    const { world, drawn } = await march();
    await world.says("cleo", "march", "/whereis");
    const said = (world.last("march") ?? "").split("\n");
    await world.says("cleo", "march", "/map");
    const numbered: readonly string[] = (world.last("march") ?? "").split("\n");
    expect(numbered.map((line) => line.replace(/^\d\. /, ""))).toEqual([
      ...said,
      expect.stringMatching(/^The numbers/),
    ]);
    expect(numbered[1]).toMatch(/^1\. /);
    expect(numbered[2]).toMatch(/^2\. /);
    expect(drawn).toHaveLength(1);
    const names = drawn[0]?.people.map(({ number, name }) => `${number} ${name}`) ?? [];
    expect(names).toHaveLength(2);
    for (const [index, name] of names.entries()) expect(numbered[index + 1]).toMatch(name.replace(" ", ". "));
  });

  test("shows who asked, where the asker is, and in which direction somebody moves", async () => {
    const { world, drawn } = await march();
    await world.says("ana", "march", "/map");
    expect(drawn[0]).toMatchObject({
      from: { latitude: 52.52, longitude: 13.405 },
      by: "Ana",
      caption: expect.stringMatching(/Ana\u2069? asked at \u2068?12:0\d UTC/),
      people: [
        { number: 1, name: "Ben", heading: 90, around: { radius: 20 } },
        { number: 2, name: "Ana", isAsker: true, around: { radius: 12 } },
      ],
    });
  });

  test("in private names nobody who asked, and goes to that person alone", async () => {
    const { world, drawn } = await march();
    await world.says("cleo", "march", "/help");
    await world.says("cleo", undefined, "/map ben");
    expect(standing(world).at(-1)).toEqual(["cleo", true]);
    expect(drawn[0]?.by).toBeUndefined();
    expect(drawn[0]?.people.map(({ name }) => name)).toEqual(["Ben"]);
  });

  test("where answers are for one person, the picture is too, and none goes to the room", async () => {
    const { world, drawn } = await march({ canWhisper: true });
    await world.says("ana", "march", "/setup answers private");
    const before = world.network.posts.length;
    await world.says("cleo", "march", "/map");
    const posts = world.network.posts.slice(before).filter(({ message }) => (message as Spoken).drawn);
    expect(posts.map(({ within, message }) => [within, message.reader])).toEqual([["march", "one person"]]);
    expect(drawn[0]?.by).toBeUndefined();
  });

  test("draws nobody where nobody shares, and nobody by a name that fits nobody", async () => {
    const { world, drawn } = await march();
    await world.says("cleo", "march", "/map zoe");
    await world.says("ana", "march", "/stop");
    await world.says("ben", "march", "/stop");
    await world.says("cleo", "march", "/map");
    expect(drawn).toEqual([]);
    expect(world.last("march")).toContain("Nobody shares a position");
  });

  test("leaves out whose position is gone, and numbers the others in their order", async () => {
    const { world, drawn } = await march();
    await world.pass(50 * minute);
    await world.shares("cleo", "march", { at: [52.54, 13.405], live: 3 * hour });
    await world.pass(15 * minute);
    await world.says("cleo", "march", "/map");
    expect(drawn[0]?.people.map(({ number, name }) => [number, name])).toEqual([[1, "Cleo"]]);
    expect((world.last("march") ?? "").split("\n").filter((line) => /^\d\. /.test(line))).toHaveLength(1);
    expect(world.last("march")).toContain("Ana still shares");
  });

  test("of a person who was last seen a while ago says so", async () => {
    const { world, drawn } = await march();
    await world.pass(20 * minute);
    await world.says("cleo", "march", "/map ben");
    expect(drawn[0]?.people).toMatchObject([{ isOld: true }]);
    expect(drawn[0]?.people[0]).not.toHaveProperty("heading");
  });

  test("shows where people meet", async () => {
    const { world, drawn } = await march();
    await world.says("ana", "march", "/meet 52.525 13.41");
    await world.says("cleo", "march", "/map");
    expect(drawn[0]?.meetings).toEqual([{ latitude: 52.525, longitude: 13.41 }]);
  });

  test("says that a name stands there as its number, where there are no letters for it", async () => {
    const { world } = await march();
    world.network.know("ben", { name: "中文" });
    await world.says("cleo", "march", "/map");
    expect(world.last("march")).toContain("a name in letters that I cannot draw is its number alone");
    await world.says("cleo", "march", "/map ana");
    expect(world.last("march")).not.toContain("letters that I cannot draw");
  });
});

describe("a picture", () => {
  test("goes with its answer: when a share ends, when a position expires, and when the next answer comes", async () => {
    const { world } = await march();
    await world.says("cleo", "march", "/map");
    await world.says("ana", "march", "/stop");
    expect(standing(world).filter(([, isPictured]) => isPictured)).toEqual([]);
    await world.says("cleo", "march", "/map");
    expect(standing(world).filter(([, isPictured]) => isPictured)).toHaveLength(1);
    await world.says("cleo", "march", "/whereis");
    expect(standing(world).filter(([, isPictured]) => isPictured)).toEqual([]);
    await world.says("cleo", "march", "/map");
    expect(world.network.posts.filter(({ edits }) => edits > 0)).toEqual([]);
    await world.pass(hour);
    expect(standing(world).filter(([, isPictured]) => isPictured)).toEqual([]);
  });

  test("is noted as a look, as the answer is", async () => {
    const { world } = await march();
    await world.says("cleo", "march", "/map");
    await world.says("ana", undefined, "/who");
    expect(world.last("ana")).toContain("Cleo");
  });

  test("is made of the cell that somebody chose: two positions in it are drawn the same", async () => {
    const drawings: Drawing[] = [];
    for (const at of [
      [52.5201, 13.4061],
      [52.5204, 13.4077],
    ] as const) {
      const { world, drawn } = await march();
      await world.says("cleo", "march", "/precision 1km");
      await world.shares("cleo", "march", { at, live: hour, accuracy: 7, heading: 12 });
      await world.says("cleo", "march", "/map");
      drawings.push(...drawn);
    }
    const [first, second] = drawings;
    expect(second).toEqual(first);
    const { around, heading } = first?.people.find(({ name }) => name === "Cleo") ?? {};
    expect(around).toEqual({ cell: expect.anything() });
    expect(heading).toBeUndefined();
    expect(JSON.stringify(first)).not.toMatch(/52\.520[14]|13\.40[67]/);
  });

  test("shows as far as the phone may be wrong, where that is more than the cell", async () => {
    const { world, drawn } = await march();
    await world.says("cleo", "march", "/precision 100m");
    await world.shares("cleo", "march", { at: [52.5201, 13.4051], live: hour, accuracy: 900 });
    await world.says("cleo", "march", "/map cleo");
    expect(drawn[0]?.people).toMatchObject([{ around: { radius: expect.closeTo(970, -2) } }]);
  });

  test.each([
    ["busy", "I draw no picture now: too many others wait."],
    ["failed", "I could not draw the picture."],
  ] satisfies [WhyNoPicture, string][])(
    "that is not drawn, because of %s, leaves the answer complete, with a word why",
    async (why, word) => {
      const draw = () => Promise.reject(new NoPicture(why));
      const { world } = await march({ pictures: { draw } });
      await world.says("cleo", "march", "/map");
      expect(standing(world).at(-1)).toEqual(["march", false]);
      expect(world.last("march")).toContain(word);
      expect(world.last("march")).toContain("2. Ben is");
    },
  );

  test.each(["plain-room", "not-taken"] as const)(
    "is not even drawn where the network shows none: %s",
    async (noPicture) => {
      const { world, drawn } = await march({ noPicture });
      await world.says("cleo", "march", "/map");
      expect(drawn).toEqual([]);
      expect(standing(world).at(-1)).toEqual(["march", false]);
      expect(world.last("march")).toMatch(/I send no picture here|did not take my picture/);
    },
  );

  test("that is drawn slowly holds up no answer elsewhere", async () => {
    const gate = Promise.withResolvers<Uint8Array>();
    const { world } = await march({ pictures: { draw: () => gate.promise } });
    world.room("legal", "ana", "dee");
    const asked = world.says("cleo", "march", "/map");
    const other = world.says("dee", "legal", "/whereis");
    for (let turn = 0; turn < 1000 && world.shown("legal").length === 0; turn += 1) await nextTurn();
    expect([world.shown("legal").length, world.shown("march").length]).toEqual([1, 0]);
    gate.resolve(Uint8Array.of(1));
    await Promise.all([asked, other]);
    expect(standing(world).filter(([, isPictured]) => isPictured)).toEqual([["march", true]]);
  });

  test("that took its time is not sent once a share in it has ended: it is drawn anew without", async () => {
    const gate = Promise.withResolvers<Uint8Array>();
    const drawn: Drawing[] = [];
    const draw = (drawing: Drawing) => (drawn.push(drawing) === 1 ? gate.promise : Promise.resolve(Uint8Array.of(2)));
    const { world } = await march({ pictures: { draw } });
    const before = world.network.posts.length;
    const asked = world.says("cleo", "march", "/map");
    for (let turn = 0; turn < 1000 && drawn.length === 0; turn += 1) await nextTurn();
    const stopped = world.says("ana", undefined, "/stop");
    for (let turn = 0; turn < 1000; turn += 1) await nextTurn();
    gate.resolve(Uint8Array.of(1));
    await Promise.all([asked, stopped]);
    expect(drawn.map(({ people }) => people.length)).toEqual([2, 1]);
    const answers = world.network.posts.slice(before).filter(({ chat }) => chat === "march");
    expect(answers.map(({ message }) => JSON.stringify(message).includes("52.52"))).not.toContain(true);
    expect(standing(world).filter(([, isPictured]) => isPictured)).toEqual([["march", true]]);
  });

  test("is offered beneath an answer that shows somebody, by the names that were asked for", async () => {
    const { world } = await march();
    const offered = () => world.network.posts.at(-1)?.message.shortcuts?.map(({ command }) => command);
    await world.says("cleo", "march", "/whereis");
    expect(offered()).toEqual(["map"]);
    await world.says("cleo", "march", "/whereis ben");
    expect(offered()).toEqual(["map ben"]);
    await world.says("cleo", "march", "/whereis", { mentions: ["ben"] });
    expect(offered()).toBeUndefined();
    await world.says("cleo", "march", "/whereis zoe");
    expect(offered()).toBeUndefined();
  });
});
