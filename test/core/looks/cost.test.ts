import { expect, test } from "vitest";
import type { TextStore } from "../../../src/core/model/ports.ts";
import { hour, minute } from "../../../src/lib/time.ts";
import { createWorld } from "../../support/world/world.ts";

/** How many rows an answer writes, and how many characters, once others were asked for before it. */
async function writtenFor(people: number, asked: number) {
  const written = { rows: 0, characters: 0 };
  const counting = (store: TextStore): TextStore => ({
    ...store,
    set(id, text) {
      written.rows += 1;
      written.characters += text.length;
      return store.set(id, text);
    },
  });
  const world = await createWorld({ store: counting });
  const names = Array.from({ length: people }, (_, index) => `walker${index}`);
  world.room("march", "olga", ...names);
  for (const [index, name] of names.entries())
    await world.shares(name, "march", { at: [52, 13 + index / 1000], live: hour });
  for (let time = 0; time <= asked; time += 1) {
    await world.pass(minute);
    Object.assign(written, { rows: 0, characters: 0 });
    await world.says("olga", "march", "/whereis");
  }
  return written;
}

test("an answer writes as many rows for twenty people as for two, and no more text after many answers", async () => {
  const [few, many, later] = [await writtenFor(2, 1), await writtenFor(20, 1), await writtenFor(20, 9)];
  expect(many.rows).toBe(few.rows);
  expect(later.rows).toBe(few.rows);
  expect(later.characters / many.characters).toBeLessThan(1.5);
});
