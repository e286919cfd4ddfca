import { expect, test } from "vitest";
import { hour } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

const berlin = [52.52, 13.405] as const;

/** Ana shares live with the march, in which there are three. */
async function march() {
  const world = await createWorld();
  world.room("march", "olga", "ana", "ben");
  await world.shares("ana", "march", { at: berlin, live: 8 * hour });
  return { world };
}

const word = "Ben asked in The march, and was shown where you are. All answers that showed you: /who.";

test("a word at each first look comes to nobody who has not asked for it", async () => {
  const { world } = await march();
  await world.says("ben", "march", "/whereis");
  expect(world.shown("ana")).toEqual([]);
});

test("a word at each first look comes once for each person and share, in private", async () => {
  const { world } = await march();
  await world.says("ana", undefined, "/who each");
  expect(world.last("ana")).toContain("I tell you in private when somebody first looks");
  const words = () => world.shown("ana").filter((said) => said.includes("was shown where you are"));
  for (let time = 0; time < 2; time += 1) await world.says("ben", "march", "/whereis");
  expect(words()).toEqual([word]);
  await world.says("olga", "march", "/whereis");
  expect(words()).toEqual([word, word.replace("Ben", "Olga")]);
  await world.says("ana", "march", "/whereis");
  expect(words()).toHaveLength(2);
  await world.shares("ana", "march", { at: berlin, live: hour });
  await world.says("ben", "march", "/whereis");
  expect(words()).toEqual([word, word.replace("Ben", "Olga"), word]);
});

test("a word at each first look comes no more after /who each off, nor after /forget", async () => {
  for (const end of ["/who each off", "/forget"]) {
    const { world } = await march();
    await world.says("ana", undefined, "/who each");
    await world.says("ana", undefined, end);
    await world.shares("ana", "march", { at: berlin, live: hour });
    await world.says("ben", "march", "/whereis");
    expect(world.shown("ana").filter((said) => said.includes("was shown where you are"))).toEqual([]);
  }
});
