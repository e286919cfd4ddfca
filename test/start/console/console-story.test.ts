import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { startConsoleRoom } from "../../support/story/console-harness.ts";
import { play } from "../../support/story/play.ts";
import { hangsAfter, startProgram } from "../program.ts";

const masked = (transcript: string) =>
  transcript.replace(/\/start [\w-]+\]/g, "/start …]").replace(/\/link [\w-]{22}(?![\w-])/g, "/link …");
const spoken = (transcript: string) => transcript.split("\n").filter((line) => line.startsWith("    "));

// When the words have changed on purpose: npx vitest run test/start/console/console-story.test.ts --update, then read examples/march.out.txt aloud.
test("the program plays the story as examples/march.out.txt has it, and ends well", {
  timeout: hangsAfter,
}, async () => {
  const script = await readFile(new URL("../../../examples/march.txt", import.meta.url), "utf8");
  const { code, stdout, stderr } = await startProgram({}, script).ended;
  await expect(masked(stdout)).toMatchFileSnapshot("../../../examples/march.out.txt");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });

  // The console room that other networks are held to says the same.
  const harness = await startConsoleRoom();
  await play(script, harness);
  expect(harness.printed.map(masked)).toEqual(spoken(masked(stdout)));
});

test("a story of rooms on two networks, which are linked and see each other, reads as examples/two-networks.out.txt has it", {
  timeout: hangsAfter,
}, async () => {
  const script = await readFile(new URL("../../../examples/two-networks.txt", import.meta.url), "utf8");
  const { code, stdout, stderr } = await startProgram({}, script).ended;
  // A deleted code is told by how it began, of which a mask would leave a part.
  const told = masked(stdout).replace(/(an admin says \/link )[\w-]*…/g, "$1…");
  await expect(told).toMatchFileSnapshot("../../../examples/two-networks.out.txt");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});
