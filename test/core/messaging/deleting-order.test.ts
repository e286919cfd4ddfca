import { expect, test } from "vitest";
import type { MessageRef } from "../../../src/core/model/ids.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

test("of answers that have to go at once, the newest goes first, and words that show nobody go last", async () => {
  const removed: MessageRef[] = [];
  const world = await createWorld({
    connect: (port) => ({
      ...port,
      async remove(ref, others) {
        await port.remove(ref, others);
        removed.push(ref);
      },
    }),
  });
  world.room("march", "olga", "ana", "ben", "cem", "dora");
  await world.shares("ana", "march", { at: [52, 13], live: hour });
  await world.says("olga", "march", "/help");
  for (const who of ["ben", "cem", "dora"]) {
    await world.says(who, "march", "/whereis");
    await world.pass(minute);
  }
  const answers = world.network.posts.filter(({ message }) => message.answer !== undefined).map(({ ref }) => ref);
  expect(answers).toHaveLength(3);
  // All of it is due at the same moment.
  world.skip(3 * hour);
  await world.pass(minute);
  expect(removed.slice(0, 3)).toEqual(answers.toReversed());
  expect(removed.length).toBeGreaterThan(3);
});
