import { expect, test } from "vitest";
import { maxCommandAge, maxLateWordAge } from "../../../../src/core/model/limits.ts";
import { hour, minute } from "../../../../src/lib/time.ts";
import { createWorld } from "../../../support/world/world.ts";

async function march() {
  const world = await createWorld();
  world.room("march", "ana", "ben");
  await world.shares("ana", "march", { at: [52.52, 13.405], live: hour });
  return world;
}

test("a question from while the bot was away is not answered late, and its asker hears how to ask again", async () => {
  const world = await march();
  await world.says("ben", "march", "/whereis", { ago: maxCommandAge });
  expect(world.last("march")).toContain("52.52");
  await world.says("ben", "march", "/whereis", { ago: 12 * minute });
  expect(world.last("march")).toBe(
    "You said /whereis 12 minutes ago, and it reached me only now. To ask, say it again.",
  );
  await world.says("ben", undefined, "/whereis", { ago: 12 * minute });
  expect(world.last("ben")).toContain("You said /whereis 12 minutes ago, and it reached me only now");
});

test("a position that was typed while the bot was away is not shared, and its sharer hears that", async () => {
  const world = await march();
  await world.says("ben", "march", "/here 52.5100 13.3900", { ago: 12 * minute });
  expect(world.last("march")).toBe(
    "You said /here 12 minutes ago, and it reached me only now. It shares nothing. To share, say it again.",
  );
  await world.says("ana", "march", "/whereis ben");
  expect(world.last("march")).not.toContain("52.51");
  await world.says("ben", "march", "/here 52.5100 13.3900", { ago: maxCommandAge });
  await world.says("ana", "march", "/whereis ben");
  expect(world.last("march")).toContain("52.51");
});

test("what would have changed a setting has changed none, and that is said", async () => {
  const world = await march();
  await world.says("ana", "march", "/precision 5km", { ago: 12 * minute });
  expect(world.last("march")).toContain("it reached me only now. Nothing has changed.");
});

test("a room hears of each command once a minute, however many people said it", async () => {
  const world = await march();
  const before = world.said("march").length;
  for (const person of ["ana", "ben", "ana"]) await world.says(person, "march", "/whereis", { ago: 12 * minute });
  expect(world.said("march")).toHaveLength(before + 1);
  await world.says("ben", "march", "/here 52.5100 13.3900", { ago: 12 * minute });
  expect(world.said("march")).toHaveLength(before + 2);
  await world.pass(minute);
  await world.says("ben", "march", "/whereis", { ago: 12 * minute });
  expect(world.said("march")).toHaveLength(before + 3);
});

test("what is older than an hour, unknown, or not for that place, is left out without a word", async () => {
  const world = await march();
  const before = world.shown("march").length;
  await world.says("ben", "march", "/whereis", { ago: maxLateWordAge + 1 });
  await world.says("ben", "march", "/fly", { ago: 12 * minute });
  expect(world.shown("march")).toHaveLength(before);
  await world.says("ben", "march", "/whereis", { ago: maxLateWordAge });
  expect(world.shown("march")).toHaveLength(before + 1);
});

test("what takes something away is done however late it comes", async () => {
  const world = await march();
  await world.says("ana", "march", "/stop", { ago: maxLateWordAge + 1 });
  await world.says("ben", "march", "/whereis ana");
  expect(world.last("march")).not.toContain("52.52");
});
