import { expect, test } from "vitest";
import { plainWords } from "../../../../src/bots/render.ts";
import { maxRemovalWait } from "../../../../src/core/model/limits.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  return world;
}

test("a question that was waiting when the program ended waits until the network can be asked, and nobody is taken for a stranger", async () => {
  const world = await march();
  const goOn = world.network.hold();
  await world.receive(world.command("ben", "march", "/whereis"));
  await world.receive(world.command("ana", "march", "/whereis ana"));
  const { comesBack } = world.network.goesAway();
  goOn();
  await world.idle();
  await world.restart();
  await world.pass(3000);
  comesBack();
  await world.pass(3000);
  const answers = world.network.posts.map(({ message }) => plainWords(message.lines));
  expect(answers).toHaveLength(2);
  for (const answer of answers) expect(answer).toContain("52.00000");
});

test("a command is obeyed once the network can be asked who said it", async () => {
  const world = await march();
  const { wasAsked, comesBack } = world.network.goesAway();
  await world.receive(world.command("ana", "march", "/expiry 2h"));
  await wasAsked;
  await world.pass(3000);
  expect(world.shown("march")).toEqual([]);
  comesBack();
  await world.pass(30_000);
  expect(world.last("march")).toContain("2 hours");
});

test("what waited for the network for so long that nobody waits for the answer any more is not answered", async () => {
  const world = await march();
  const { comesBack } = world.network.goesAway();
  await world.receive(world.command("ben", "march", "/whereis"));
  await world.pass(6 * minute);
  comesBack();
  await world.pass(minute);
  expect(world.network.posts).toEqual([]);
});

test("an answer is deleted also when the program was off for longer than its deletion would have waited", async () => {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  await world.shares("ana", "march", { at: [52, 13] });
  await world.says("ben", "march", "/whereis");
  const shown = () => world.network.posts.filter(({ message, removed }) => !removed && message.answer?.shows?.length);
  expect(shown()).toHaveLength(1);
  world.skip(maxRemovalWait);
  await world.restart();
  expect(shown()).toEqual([]);
});
