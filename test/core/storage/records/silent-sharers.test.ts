import { expect, test } from "vitest";
import { startSmallDrill } from "../../../promises/small-drill.ts";

test("a position that was replaced opens in no copy after a quarter of an hour, though its sharer says nothing more", async () => {
  const { stage, opened } = await startSmallDrill();
  const [ana] = stage.action.people;
  if (!ana) throw new Error("nobody shares");
  await stage.playUntil(4);
  stage.action.silence([ana]);
  const targets = await stage.targets([ana]);
  const latest = stage.copies.at(-1)?.at ?? 0;
  expect(await opened(targets, latest)).toBe(3);
  await stage.playUntil(4 + 16);
  expect(await opened(targets, latest)).toBe(0);
  // Hers is still there, sealed anew.
  const [, ben] = stage.action.people;
  expect(await stage.shownTo(ben ?? ana)).toContain(ana);
  expect(await opened(targets)).toBeGreaterThan(0);
});
