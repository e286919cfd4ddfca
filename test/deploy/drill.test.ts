import { expect, test } from "vitest";
import { playScenes, scenes } from "../../drill/scenes.ts";
import { freshFolder } from "../core/storage/fresh-folder.ts";
import { startSmallDrill } from "../promises/small-drill.ts";

test("the drill finds every position that opens, and tries every row but the two that are the ring's own", async () => {
  const { stage } = await startSmallDrill();
  await stage.playUntil(3);
  const all = stage.copies.reduce((sum, { rows }) => sum + rows.size, 0);
  const booty = await stage.attemptEverything();
  expect(booty.telling).toBe(3 * 3);
  expect(booty.opened.get("position")).toBe(3 * 3);
  expect(booty.rows).toBe(all - 2 * stage.copies.length);
});

test("once all is over it finds none, and still opens what is no position", async () => {
  const { stage } = await startSmallDrill();
  await stage.playUntil(2);
  for (const person of stage.action.people) await stage.action.says(stage.action.roomOf(person), "/stop", person);
  const booty = await stage.attemptEverything();
  expect(booty.telling).toBe(0);
  expect(booty.opened.get("position")).toBeUndefined();
  expect(booty.opened.get("circles")).toBe(2);
});

test("in each scene in which data is lost or put back, nothing that was stopped is shown, and a new share works", async () => {
  const lines: string[] = [];
  const findings = await playScenes(freshFolder(), (line) => lines.push(line));
  expect(findings.filter(({ holds }) => !holds)).toEqual([]);
  expect(findings).toHaveLength(scenes.length);
  // Before, she was shown: the scenes hide something.
  expect(lines.filter((line) => line.includes("Ben asks, before") && line.includes("Drillname"))).toHaveLength(
    scenes.length,
  );
});
